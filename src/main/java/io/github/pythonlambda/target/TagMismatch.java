package io.github.pythonlambda.target;

import io.github.pythonlambda.packaging.GlibcVersion;
import io.github.pythonlambda.packaging.Manylinux;
import io.github.pythonlambda.packaging.Tag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in words why a tag does not fit a target. */
public final class TagMismatch {

    private static final Pattern PYTHON = Pattern.compile("(cp|py)3([0-9]{1,4})");
    private static final Pattern OTHER_PYTHON = Pattern.compile("py([0-9])([0-9]*)");
    private static final Pattern ABI = Pattern.compile("cp3([0-9]{1,4})([a-z]*)");

    private TagMismatch() {}

    /**
     * The reasons why none of a wheel's tags fits. Of several tags, those that come closest speak: a wheel for two
     * architectures is not told to be for the wrong one.
     */
    public static List<String> reasons(List<Tag> tags, Target target) {
        List<List<String>> reasons =
                tags.stream().map(tag -> reasons(tag, target)).toList();
        int fewest = reasons.stream().mapToInt(List::size).min().orElse(0);
        return reasons.stream()
                .filter(list -> list.size() == fewest)
                .flatMap(List::stream)
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static List<String> reasons(Tag tag, Target target) {
        List<String> reasons = new ArrayList<>();
        python(tag, target).ifPresent(reasons::add);
        reasons.addAll(platform(tag.platform(), target));
        if (reasons.isEmpty()) {
            reasons.add("its tag " + tag + " is none that this runtime accepts");
        }
        return reasons;
    }

    private static Optional<String> python(Tag tag, Target target) {
        String runtime = target.runtime().id();
        int minor = target.runtime().pythonMinor();
        Matcher abi = ABI.matcher(tag.abi());
        if (abi.matches()) {
            if (abi.group(2).contains("t")) {
                return Optional.of("for CPython without the GIL, which Lambda does not have");
            }
            return Integer.parseInt(abi.group(1)) == minor && abi.group(2).isEmpty()
                    ? Optional.empty()
                    : Optional.of("for CPython 3.%s, the runtime is %s".formatted(abi.group(1), runtime));
        }
        Matcher python = PYTHON.matcher(tag.interpreter());
        if (python.matches()) {
            return interpreter(python, tag, target);
        }
        if (tag.interpreter().equals("py3")) {
            return Optional.empty();
        }
        if (tag.interpreter().startsWith("pp")) {
            return Optional.of("for PyPy, the runtime is CPython");
        }
        Matcher other = OTHER_PYTHON.matcher(tag.interpreter());
        if (other.matches()) {
            String version = other.group(2).isEmpty() ? other.group(1) : other.group(1) + "." + other.group(2);
            return Optional.of("for Python " + version + ", the runtime is " + runtime);
        }
        return Optional.of("for the interpreter " + tag.interpreter() + ", the runtime is " + runtime);
    }

    /** {@code cp3N} or {@code py3N} with the ABI {@code abi3}, {@code none}, or one of another interpreter. */
    private static Optional<String> interpreter(Matcher python, Tag tag, Target target) {
        int wanted = Integer.parseInt(python.group(2));
        int minor = target.runtime().pythonMinor();
        boolean anyNewer = python.group(1).equals("py") || tag.abi().equals("abi3");
        if (anyNewer ? wanted <= minor : wanted == minor) {
            return Optional.empty();
        }
        return Optional.of(
                (anyNewer ? "for Python 3.%d and newer, the runtime is %s" : "for CPython 3.%d, the runtime is %s")
                        .formatted(wanted, target.runtime().id()));
    }

    private static List<String> platform(String platform, Target target) {
        if (platform.equals("any")) {
            return List.of();
        }
        if (platform.startsWith("win")) {
            return List.of("built for Windows, Lambda runs Linux");
        }
        if (platform.startsWith("macosx")) {
            return List.of("built for macOS, Lambda runs Linux");
        }
        List<String> reasons = new ArrayList<>();
        if (platform.startsWith("musllinux")) {
            reasons.add("musllinux never runs on Lambda, whose C library is glibc");
        }
        machine(platform, target).ifPresent(reasons::add);
        Optional<GlibcVersion> needed = Manylinux.glibcOf(platform);
        if (needed.isPresent() && needed.get().compareTo(target.glibc()) > 0) {
            reasons.add("needs glibc %s, %s runs on %s with glibc %s"
                    .formatted(
                            needed.get(),
                            target.runtime().id(),
                            target.runtime().operatingSystem().name(),
                            target.glibc()));
        }
        return reasons;
    }

    private static Optional<String> machine(String platform, Target target) {
        if (platform.endsWith("_" + target.architecture().machine())) {
            return Optional.empty();
        }
        String built = Arrays.stream(Architecture.values())
                .filter(architecture -> platform.endsWith("_" + architecture.machine()))
                .map(Architecture::id)
                .findFirst()
                .orElseGet(() -> platform.replaceFirst("^(many|musl)?linux[0-9_]*_", ""));
        return Optional.of("built for %s, the architecture is %s".formatted(built, target.architecture()));
    }
}
