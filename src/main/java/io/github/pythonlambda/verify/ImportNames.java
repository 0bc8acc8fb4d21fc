package io.github.pythonlambda.verify;

import io.github.pythonlambda.target.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The modules of a package that a program is meant to import, from its metadata: for each file the outermost folder that is
 * a regular package, or the module itself where there is none. So for {@code google/cloud/storage/} it is
 * {@code google.cloud.storage}, since the folders above belong to many packages.
 */
final class ImportNames {

    private static final Pattern IDENTIFIER = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

    /** Extension modules: {@code name.so}, {@code name.abi3.so}, {@code name.cpython-313-x86_64-linux-gnu.so}. */
    private static final Pattern EXTENSION = Pattern.compile("(?<name>[^.]+)(\\.(?<tag>[^.]+))?\\.so");

    /** What some packages install beside themselves by mistake. */
    private static final Set<String> BESIDE = Set.of(
            "test",
            "tests",
            "testing",
            "doc",
            "docs",
            "example",
            "examples",
            "benchmark",
            "benchmarks",
            "scripts",
            "tools",
            "setup",
            "conftest");

    private final Target target;

    ImportNames(Target target) {
        this.target = target;
    }

    /** The names, sorted. */
    List<String> of(Distribution distribution) {
        if (distribution.isForOtherSystems()) {
            return List.of();
        }
        Set<String> modules = distribution.files().stream()
                .map(this::module)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        Set<String> packages = modules.stream()
                .filter(module -> module.endsWith("/__init__"))
                .map(module -> module.substring(0, module.lastIndexOf('/')))
                .collect(Collectors.toCollection(HashSet::new));
        Set<String> names = new TreeSet<>();
        for (String module : modules) {
            outermost(module, packages).ifPresent(names::add);
        }
        return meantForImport(names, distribution.topLevel());
    }

    /** A file's module with slashes; empty for what is none here. */
    private Optional<String> module(String file) {
        String folder = file.substring(0, file.lastIndexOf('/') + 1);
        String name = file.substring(folder.length());
        if (name.endsWith(".py")) {
            return Optional.of(folder + name.substring(0, name.length() - ".py".length()));
        }
        Matcher extension = EXTENSION.matcher(name);
        return extension.matches() && isOfTarget(extension.group("tag"))
                ? Optional.of(folder + extension.group("name"))
                : Optional.empty();
    }

    private boolean isOfTarget(String tag) {
        return tag == null
                || tag.equals("abi3")
                || tag.startsWith("cpython-3%d-%s-linux"
                        .formatted(
                                target.runtime().pythonMinor(),
                                target.architecture().machine()));
    }

    private static Optional<String> outermost(String module, Set<String> packages) {
        String[] parts = module.split("/");
        if (!Arrays.stream(parts).allMatch(part -> IDENTIFIER.matcher(part).matches())) {
            return Optional.empty();
        }
        for (int depth = 1; depth < parts.length; depth++) {
            String folder = String.join("/", Arrays.copyOf(parts, depth));
            if (packages.contains(folder)) {
                return Optional.of(folder.replace('/', '.'));
            }
        }
        return parts[parts.length - 1].equals("__init__") ? Optional.empty() : Optional.of(String.join(".", parts));
    }

    private static List<String> meantForImport(Set<String> names, List<String> topLevel) {
        List<String> candidates = new ArrayList<>();
        for (String name : names) {
            String first = name.split("\\.")[0];
            if (!BESIDE.contains(first) && (topLevel.isEmpty() || topLevel.contains(first))) {
                candidates.add(name);
            }
        }
        return candidates.stream()
                .filter(name -> Arrays.stream(name.split("\\.")).noneMatch(part -> part.startsWith("_")))
                .toList();
    }
}
