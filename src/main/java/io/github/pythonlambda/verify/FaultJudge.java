package io.github.pythonlambda.verify;

import io.github.pythonlambda.check.LibraryRemedies;
import io.github.pythonlambda.packaging.PackagingSyntaxException;
import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.packaging.Version;
import io.github.pythonlambda.target.SystemLibraries;
import io.github.pythonlambda.target.Target;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells what a layer or an app lacks from what only this host or its interpreter lacks: the latter proves nothing about
 * Lambda.
 */
final class FaultJudge {

    private static final Pattern MISSING_LIBRARY =
            Pattern.compile("(?:.*/)?(\\S+\\.so[.0-9]*): cannot open shared object file.*", Pattern.DOTALL);
    private static final Pattern MISSING_SYMBOLS =
            Pattern.compile(".*version [`'](GLIBC|GLIBCXX|CXXABI)_([0-9.]+)' not found.*", Pattern.DOTALL);

    /** What Lambda's runtimes have beside Python: boto3 and what it needs, and the runtime's own client. */
    private static final Set<String> OF_THE_RUNTIME =
            Set.of("boto3", "botocore", "s3transfer", "jmespath", "dateutil", "six", "urllib3", "awslambdaric");

    private final Target target;
    private final List<Distribution> distributions;
    private final boolean foreign;
    private final String layerFolder;
    private final ImportReport facts;
    private final SystemLibraries system;
    private final LibraryRemedies remedies = LibraryRemedies.load();

    /**
     * @param foreign whether machine code of the target does not run on this host
     * @param layerFolder where the function sees the layers' packages
     * @param facts about the interpreter
     */
    FaultJudge(
            Target target, List<Distribution> distributions, boolean foreign, String layerFolder, ImportReport facts) {
        this.target = target;
        this.distributions = List.copyOf(distributions);
        this.foreign = foreign;
        this.layerFolder = layerFolder + "/";
        this.facts = facts;
        this.system = SystemLibraries.of(target);
    }

    /** @param project the package whose module it is; empty for the app's */
    Judgement judge(Optional<ProjectName> project, Fault fault) {
        String name = fault.name() == null ? "" : fault.name();
        String missing = fault.type().equals("ModuleNotFoundError") ? name : "";
        if (isOfInterpreter(missing, fault)) {
            return Judgement.notProved("this host's Python lacks %s; it is no part of the layer"
                    .formatted(name.isEmpty() ? fault.message() : name));
        }
        Optional<Distribution> ofForeignCode = foreign ? nativeOne(fault, name) : Optional.empty();
        if (ofForeignCode.isPresent()) {
            return Judgement.notProved("it needs the machine code of %s for %s"
                    .formatted(ofForeignCode.get().name(), target.architecture()));
        }
        if (OF_THE_RUNTIME.contains(missing.split("\\.")[0])) {
            return Judgement.notProved("it needs %s, which is in no layer; Lambda's runtime has one of its own"
                    .formatted(missing.split("\\.")[0]));
        }
        Matcher library = MISSING_LIBRARY.matcher(fault.message());
        if (library.matches()) {
            if (fault.path() != null && fault.path().endsWith("/" + library.group(1))) {
                // So the loader tells of a file of another machine.
                return Judgement.error(
                        "%s is not for %s".formatted(library.group(1), target.architecture()),
                        "replace the wheel by one for " + target);
            }
            return ofLibrary(project, library.group(1));
        }
        Matcher symbols = MISSING_SYMBOLS.matcher(fault.message());
        if (symbols.matches()) {
            return ofSymbols(symbols.group(1), symbols.group(2));
        }
        return missing.isEmpty() ? Judgement.error(fault.sentence(), null) : ofModule(missing);
    }

    private boolean isOfInterpreter(String missing, Fault fault) {
        if (!missing.isEmpty()) {
            return facts.standardLibrary().contains(missing.split("\\.")[0]);
        }
        if (fault.path() != null) {
            return fault.path().startsWith(facts.prefix()) && fault.path().contains("lib-dynload");
        }
        // What a program prints has no path; who wanted the library is known all the same.
        List<String> files = fault.files();
        return MISSING_LIBRARY.matcher(fault.message()).matches()
                && !files.isEmpty()
                && files.get(files.size() - 1).startsWith(facts.prefix());
    }

    private Optional<Distribution> nativeOne(Fault fault, String name) {
        String stem = name.split("\\.")[0];
        Stream<String> paths = Stream.concat(fault.files().stream(), Stream.ofNullable(fault.path()))
                .filter(path -> path.startsWith(layerFolder))
                .map(path -> path.substring(layerFolder.length()));
        List<String> own = paths.toList();
        return distributions.stream()
                .filter(Distribution::isNative)
                .filter(distribution -> own.stream().anyMatch(distribution::owns)
                        || !stem.isEmpty()
                                && distribution.files().stream()
                                        .anyMatch(file -> file.startsWith(stem + "/") || file.startsWith(stem + ".")))
                .findFirst();
    }

    private Judgement ofLibrary(Optional<ProjectName> project, String library) {
        if (system.names().contains(library)) {
            return Judgement.notProved("this host lacks %s, which Lambda has".formatted(library));
        }
        List<String> known =
                project.map(name -> remedies.of(name, List.of(library))).orElse(List.of());
        return Judgement.error(
                "the shared library %s is neither in the layer nor on Lambda".formatted(library),
                known.isEmpty() ? null : String.join(System.lineSeparator(), known));
    }

    private Judgement ofSymbols(String family, String version) {
        String symbol = family + "_" + version;
        try {
            SystemLibraries.Ceiling ceiling = system.ceilings().get(family);
            if (ceiling != null && Version.parse(version).compareTo(ceiling.certain()) <= 0) {
                return Judgement.notProved("this host's libraries lack %s, which Lambda has".formatted(symbol));
            }
        } catch (PackagingSyntaxException e) {
            return Judgement.error("it needs %s".formatted(symbol), null);
        }
        return Judgement.error("it needs %s, which neither this host nor Lambda has".formatted(symbol), null);
    }

    private Judgement ofModule(String missing) {
        String first = missing.split("\\.")[0];
        boolean isThere = distributions.stream()
                .flatMap(distribution -> distribution.files().stream())
                .anyMatch(file -> file.startsWith(first + "/") || file.startsWith(first + "."));
        if (!isThere) {
            return Judgement.error(
                    "the module %s is in no layer, not in the app and not in Python %s"
                            .formatted(first, target.runtime().pythonVersion()),
                    "add the package that has the module '%s' to requirements.txt".formatted(first));
        }
        String stem = missing.replace('.', '/') + ".";
        Optional<String> otherBuild = distributions.stream()
                .flatMap(distribution -> distribution.files().stream())
                .filter(file -> file.startsWith(stem) && (file.endsWith(".so") || file.endsWith(".pyd")))
                .findFirst();
        return otherBuild
                .map(file -> Judgement.error(
                        "the module %s is there for another Python or architecture only: %s".formatted(missing, file),
                        "replace the wheel by one for " + target))
                .orElseGet(() -> Judgement.error(
                        "the package %s is there, the module %s is not".formatted(first, missing), null));
    }
}
