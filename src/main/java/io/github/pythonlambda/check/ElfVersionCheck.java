package io.github.pythonlambda.check;

import io.github.pythonlambda.elf.ElfImage;
import io.github.pythonlambda.packaging.PackagingSyntaxException;
import io.github.pythonlambda.packaging.Version;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.target.SystemLibraries;
import io.github.pythonlambda.target.Target;
import io.github.pythonlambda.wheel.WheelFacts;
import io.github.pythonlambda.wheel.WheelInspection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Rule {@code elf-glibc}: the symbol versions that native files need from the C and C++ libraries must be ones that the
 * target has. Tags only promise that; a wheel that was not built in a manylinux image, or never repaired, often breaks
 * the promise.
 */
public final class ElfVersionCheck {

    private static final Rule RULE = Rule.ELF_GLIBC;

    /** Features of glibc newer than any version that the families' numbers tell ({@code GLIBC_ABI_DT_RELR}: 2.36). */
    private static final String ABI = "ABI_";

    private final Target target;
    private final SystemLibraries system;
    private final Set<String> provided;

    /**
     * @param provided names of libraries that the layers bring; what is needed from those is their affair
     */
    public ElfVersionCheck(Target target, SystemLibraries system, Set<String> provided) {
        this.target = target;
        this.system = system;
        this.provided = provided;
    }

    /** How far a need is above what the target has. */
    private enum Gap {
        NONE,
        NOT_EVERYWHERE,
        NOWHERE
    }

    public Optional<Finding> check(InspectedWheel wheel) {
        Map<String, Set<String>> filesByVersion = new TreeMap<>();
        Gap worst = Gap.NONE;
        for (WheelFacts.NativeFile file : wheel.loadableFiles(target)) {
            for (ElfImage.VersionNeed need : file.image().versions()) {
                Gap gap = need.weak() || provided.contains(need.library()) ? Gap.NONE : gap(need.version());
                if (gap != Gap.NONE) {
                    filesByVersion
                            .computeIfAbsent(need.version(), version -> new TreeSet<>())
                            .add(file.path());
                    worst = gap.compareTo(worst) > 0 ? gap : worst;
                }
            }
        }
        if (worst == Gap.NONE) {
            return Optional.empty();
        }
        Problem problem = problem(wheel, filesByVersion, worst);
        return Optional.of(
                worst == Gap.NOWHERE && wheel.isNative() && isWhatTheWheelIsFor(wheel, filesByVersion)
                        ? Finding.error(RULE, problem).in(wheel)
                        : Finding.warning(RULE, problem).in(wheel));
    }

    /** A package may work without a program that it brings along; but not if it has nothing else that is native. */
    private static boolean isWhatTheWheelIsFor(InspectedWheel wheel, Map<String, Set<String>> filesByVersion) {
        return wheel.sharedLibraries().isEmpty()
                || filesByVersion.values().stream().flatMap(Set::stream).anyMatch(WheelInspection::isSharedLibrary);
    }

    private Gap gap(String need) {
        int separator = need.indexOf('_');
        if (separator < 0 || !system.ceilings().containsKey(need.substring(0, separator))) {
            return Gap.NONE;
        }
        SystemLibraries.Ceiling ceiling = system.ceilings().get(need.substring(0, separator));
        String version = need.substring(separator + 1);
        if (version.startsWith(ABI)) {
            return Gap.NOWHERE;
        }
        try {
            Version wanted = Version.parse(version);
            if (wanted.compareTo(ceiling.newest()) > 0) {
                return Gap.NOWHERE;
            }
            return wanted.compareTo(ceiling.certain()) > 0 ? Gap.NOT_EVERYWHERE : Gap.NONE;
        } catch (PackagingSyntaxException e) {
            // Names without a number, such as CXXABI_FLOAT128 or GLIBC_PRIVATE, say nothing of age.
            return Gap.NONE;
        }
    }

    private Problem problem(InspectedWheel wheel, Map<String, Set<String>> filesByVersion, Gap worst) {
        List<String> found = filesByVersion.entrySet().stream()
                .map(entry -> "%s needed by %s".formatted(entry.getKey(), Shown.some(entry.getValue())))
                .toList();
        return Problem.of("%s needs newer system libraries than %s has%s: %s"
                        .formatted(
                                wheel.file(),
                                target,
                                worst == Gap.NOWHERE ? "" : " for certain",
                                Shown.some(filesByVersion.keySet())))
                .at(wheel.path())
                .expected("GLIBC_%s, GLIBCXX_%s, CXXABI_%s or older, the newest of %s"
                        .formatted(
                                ceiling("GLIBC"),
                                ceiling("GLIBCXX"),
                                ceiling("CXXABI"),
                                target.runtime().operatingSystem().name()))
                .found(String.join(System.lineSeparator(), found))
                .remedy(("build %s in an image of manylinux with glibc %s or older, or take another version of it, or a"
                                + " runtime on a newer Amazon Linux")
                        .formatted(wheel.file().name(), target.glibc()));
    }

    private String ceiling(String family) {
        return Optional.ofNullable(system.ceilings().get(family))
                .map(ceiling -> ceiling.certain().toString())
                .orElse("any");
    }
}
