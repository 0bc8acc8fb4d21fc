package io.github.pythonlambda.python;

import io.github.pythonlambda.packaging.GlibcVersion;
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

    private EmbeddedCpython() {}

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
