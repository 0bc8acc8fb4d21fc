package io.github.pythonlambda.python;

import io.github.pythonlambda.packaging.GlibcVersion;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which build of CPython starts on which host. The bounds were found by running each build. */
public final class EmbeddedCpython {

    private static final String CURRENT = "3.14.3";
    private static final String CURRENT_ARTIFACT = "3.14.3-1.5.13";
    private static final GlibcVersion CURRENT_NEEDS = new GlibcVersion(2, 35);

    /** For Amazon Linux 2023, RHEL 9 and Ubuntu 20.04, on which the newer build does not start. */
    private static final String OLDER = "3.12.1";

    private static final String OLDER_ARTIFACT = "3.12.1-1.5.10";
    private static final GlibcVersion OLDER_NEEDS = new GlibcVersion(2, 30);

    private static final Set<String> MACHINES = Set.of("x86_64", "arm64");

    private static final String LINUX_X86_64 = "linux-x86_64";
    private static final String LINUX_ARM64 = "linux-arm64";
    private static final String MACOS_X86_64 = "macosx-x86_64";
    private static final String MACOS_ARM64 = "macosx-arm64";
    private static final String WINDOWS_X86_64 = "windows-x86_64";
    private static final GlibcVersion OLD_NEEDS = new GlibcVersion(2, 17);

    /** The newest build of each minor version, and what it was built for. */
    private static final List<Build> BUILDS = List.of(
            new Build("3.9.6-1.5.6", OLD_NEEDS, Set.of(LINUX_X86_64, LINUX_ARM64, MACOS_X86_64, WINDOWS_X86_64)),
            new Build("3.10.8-1.5.8", OLD_NEEDS, Set.of(LINUX_X86_64, LINUX_ARM64, MACOS_X86_64, WINDOWS_X86_64)),
            new Build("3.11.3-1.5.9", OLD_NEEDS, Set.of(LINUX_X86_64, LINUX_ARM64, MACOS_X86_64, WINDOWS_X86_64)),
            new Build(OLDER_ARTIFACT, OLDER_NEEDS, Set.of(LINUX_X86_64, LINUX_ARM64, MACOS_X86_64, WINDOWS_X86_64)),
            new Build("3.13.5-1.5.12", CURRENT_NEEDS, Set.of(LINUX_X86_64, MACOS_X86_64, MACOS_ARM64, WINDOWS_X86_64)),
            new Build(
                    CURRENT_ARTIFACT,
                    CURRENT_NEEDS,
                    Set.of(LINUX_X86_64, LINUX_ARM64, MACOS_X86_64, MACOS_ARM64, WINDOWS_X86_64)));

    /**
     * A build.
     *
     * @param artifact its version
     * @param glibc the oldest C library of a Linux host that it starts on
     * @param classifiers what it was built for
     */
    private record Build(String artifact, GlibcVersion glibc, Set<String> classifiers) {
        String python() {
            return artifact.substring(0, artifact.indexOf('-'));
        }
    }

    private EmbeddedCpython() {}

    /** All builds, for all hosts. */
    static List<CpythonRelease> releases() {
        return BUILDS.stream()
                .flatMap(build -> build.classifiers().stream()
                        .map(classifier -> new CpythonRelease(build.python(), build.artifact(), classifier)))
                .toList();
    }

    /** The newest build that starts on a host; empty if none does. */
    public static Optional<CpythonRelease> forHost(HostPlatform host) {
        if (!MACHINES.contains(host.machine())) {
            return Optional.empty();
        }
        return switch (host.system()) {
            case LINUX -> forLinux(host);
            case MACOS -> Optional.of(new CpythonRelease(CURRENT, CURRENT_ARTIFACT, "macosx-" + host.machine()));
            case WINDOWS ->
                host.machine().equals("x86_64")
                        ? Optional.of(new CpythonRelease(CURRENT, CURRENT_ARTIFACT, "windows-x86_64"))
                        : Optional.empty();
            case OTHER -> Optional.empty();
        };
    }

    /** The build of a minor version, such as 13, that starts on a host; empty if there is none. */
    public static Optional<CpythonRelease> forHost(HostPlatform host, int minor) {
        String classifier = classifier(host);
        return BUILDS.stream()
                .filter(build -> build.python().startsWith("3." + minor + "."))
                .filter(build -> build.classifiers().contains(classifier))
                .filter(build -> host.system() != HostPlatform.System.LINUX
                        || host.glibc().isPresent() && host.glibc().get().compareTo(build.glibc()) >= 0)
                .findFirst()
                .map(build -> new CpythonRelease(build.python(), build.artifact(), classifier));
    }

    private static String classifier(HostPlatform host) {
        String system = switch (host.system()) {
            case LINUX -> "linux";
            case MACOS -> "macosx";
            case WINDOWS -> "windows";
            case OTHER -> "other";
        };
        return system + "-" + host.machine();
    }

    private static Optional<CpythonRelease> forLinux(HostPlatform host) {
        String classifier = "linux-" + host.machine();
        return host.glibc().flatMap(glibc -> {
            if (glibc.compareTo(CURRENT_NEEDS) >= 0) {
                return Optional.of(new CpythonRelease(CURRENT, CURRENT_ARTIFACT, classifier));
            }
            if (glibc.compareTo(OLDER_NEEDS) >= 0) {
                return Optional.of(new CpythonRelease(OLDER, OLDER_ARTIFACT, classifier));
            }
            return Optional.empty();
        });
    }
}
