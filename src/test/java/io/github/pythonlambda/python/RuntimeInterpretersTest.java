package io.github.pythonlambda.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.testing.TestInterpreters;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuntimeInterpretersTest {

    private static final Interpreter NEWEST = TestInterpreters.newest();
    private static final int MINOR = Integer.parseInt(NEWEST.version().split("\\.")[1]);

    @TempDir
    Path folder;

    private Interpreter find(int minor, @Nullable String named, @Nullable String other) throws Exception {
        HostPlatform host = new HostPlatform(HostPlatform.System.OTHER, "any", Optional.empty());
        return new RuntimeInterpreters(host, new CpythonCache(folder), TestInterpreters::jar, new CommandRunner())
                .find(minor, named, other);
    }

    @Test
    void theNamedOneIsTakenIfItHasTheVersion() throws Exception {
        Interpreter found = find(MINOR, NEWEST.executable(), "no-such-program");

        assertThat(found.version()).isEqualTo(NEWEST.version());
        assertThat(Path.of(found.executable())).isExecutable();
        assertThat(found.origin()).endsWith("from <verifyPython>");
    }

    @Test
    void theNamedOneOfAnotherVersionIsRefused() {
        ProblemException failure =
                catchThrowableOfType(ProblemException.class, () -> find(1, NEWEST.executable(), null));

        assertThat(failure.getMessage())
                .contains("<verifyPython>")
                .contains("CPython 3.1")
                .contains("is cpython " + NEWEST.version());
    }

    @Test
    void theOneForPipIsTakenIfItHasTheVersion() throws Exception {
        assertThat(find(MINOR, null, NEWEST.executable()).origin()).endsWith("from <python>");
    }

    @Test
    void withoutAnyTheNamesThatWereTriedAreTold() {
        ProblemException failure =
                catchThrowableOfType(ProblemException.class, () -> find(1, " ", NEWEST.executable()));

        assertThat(failure.getMessage())
                .startsWith("there is no Python 3.1 on this host to verify with")
                .contains("no embedded build for ")
                .contains(NEWEST.executable() + ": is cpython " + NEWEST.version())
                .contains("python3.1: ")
                .contains("<verifyPython>");
    }

    @Test
    void theEmbeddedOneIsUnpackedForApps() throws Exception {
        CpythonRelease release = TestInterpreters.releases().get(0);
        HostPlatform host = HostPlatform.detect(System.getProperties(), Path.of("/proc/self/maps"));
        Interpreter found = new RuntimeInterpreters(
                        host, new CpythonCache(folder), TestInterpreters::jar, new CommandRunner())
                .find(MINOR, null, null);

        assertThat(found.embedded()).isTrue();
        assertThat(found.version()).isEqualTo(release.python());
        assertThat(Path.of(found.executable()).getParent().resolve("lib").resolve("python3." + MINOR))
                .isDirectory();
    }
}
