package io.github.pythonlambda.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pythonlambda.packaging.GlibcVersion;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.testing.TestInterpreters;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class InterpreterFinderTest {

    private static final HostPlatform WITHOUT_GLIBC =
            new HostPlatform(HostPlatform.System.LINUX, "x86_64", Optional.empty());

    private static final HostPlatform WITH_GLIBC =
            new HostPlatform(HostPlatform.System.LINUX, "x86_64", Optional.of(new GlibcVersion(2, 39)));

    @TempDir
    Path folder;

    private final List<String> log = new ArrayList<>();

    private InterpreterFinder finder(HostPlatform host, JarSource jars, String module) {
        return new InterpreterFinder(
                () -> host, new CpythonCache(folder.resolve("cpython")), jars, new CommandRunner(), module, log::add);
    }

    private InterpreterFinder finder(HostPlatform host) {
        return finder(
                host,
                release -> {
                    throw new AssertionError("no embedded interpreter is needed");
                },
                "pip");
    }

    private Path program(String script) throws Exception {
        Path file = Files.writeString(folder.resolve("program"), "#!/bin/sh\n" + script + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void theConfiguredOneComesFirst() throws Exception {
        Interpreter known = TestInterpreters.newest();
        Interpreter found = finder(WITH_GLIBC).find("  " + known.executable() + " ");

        assertThat(found)
                .isEqualTo(new Interpreter(
                        known.executable(),
                        known.version(),
                        known.executable() + " with pip 25.3, from <python>",
                        false));
        assertThat(log).isEmpty();
    }

    @Test
    void oneIsToldFromAnotherByItsVersionsAndTheEmbeddedOneWithoutGettingIt() throws Exception {
        String known = TestInterpreters.newest().executable();

        assertThat(finder(WITH_GLIBC).identify(known)).contains(known, "3.14.3", "pip 25.3");
        assertThat(finder(WITH_GLIBC).identify(null)).isEqualTo("org.bytedeco:cpython:3.14.3-1.5.13:jar:linux-x86_64");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the jar is made for Linux")
    void withoutAConfiguredOneItIsTheEmbeddedOne(@Nullable String configured) throws Exception {
        List<CpythonRelease> asked = new ArrayList<>();
        Path jar = folder.resolve("cpython.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("org/bytedeco/cpython/linux-x86_64/python3.14"));
        }
        Interpreter found = finder(
                        WITH_GLIBC,
                        release -> {
                            asked.add(release);
                            return jar;
                        },
                        "pip")
                .find(configured);

        assertThat(asked).hasToString("[org.bytedeco:cpython:3.14.3-1.5.13:jar:linux-x86_64]");
        assertThat(found.version()).isEqualTo("3.14.3");
        assertThat(found.embedded()).isTrue();
        assertThat(found.origin()).isEqualTo("embedded, org.bytedeco:cpython:3.14.3-1.5.13:jar:linux-x86_64");
    }

    @Test
    void aConfiguredOneThatDoesNotExistIsAProblem() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> finder(WITH_GLIBC).find("/nowhere/python3"))
                .withMessageContaining("the interpreter that <python> names cannot be used")
                .withMessageContaining("CPython 3.8 or newer that can import pip")
                .withMessageContaining("/nowhere/python3: ")
                .withMessageContaining("-Dpython-lambda.python");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"echo hello world", "echo hello world >&2; exit 3"})
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a shell script")
    void aConfiguredOneThatIsNoPythonIsAProblem(String script) throws Exception {
        Path program = program(script);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> finder(WITH_GLIBC).find(program.toString()))
                .withMessageContaining("found:    " + program + ": hello world");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a shell script")
    void aConfiguredOneThatSaysNothingIsAProblem() throws Exception {
        Path program = program("exit 3");

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> finder(WITH_GLIBC).find(program.toString()))
                .withMessageContaining(program + ": exit status 3");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a shell script")
    void aConfiguredOneThatIsTooOldIsAProblem() throws Exception {
        Path program = program("echo python-lambda 3.7.17 24.0");

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> finder(WITH_GLIBC).find(program.toString()))
                .withMessageContaining(program + ": is Python 3.7.17");
    }

    @Test
    void aConfiguredOneWithoutPipIsAProblem() {
        Interpreter known = TestInterpreters.newest();

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> finder(WITH_GLIBC, TestInterpreters::jar, "no_such_module")
                        .find(known.executable()))
                .withMessageContaining("No module named 'no_such_module'");
    }

    @Test
    void whereNoneIsEmbeddedOneOnThePathIsTakenAndTold() throws Exception {
        // "sys" is a module that any Python on any PATH has; without one, the problem says so.
        try {
            Interpreter found =
                    finder(WITHOUT_GLIBC, TestInterpreters::jar, "sys").find(null);
            assertThat(found.executable()).isIn("python3", "python");
            assertThat(found.embedded()).isFalse();
            assertThat(log)
                    .containsExactly("No embedded CPython starts on this host (linux on x86_64 without glibc);"
                            + " using " + found.executable() + " " + found.version() + " from the PATH");
        } catch (ProblemException e) {
            assertThat(e).hasMessageContaining("there is no Python to run sys with");
        }
    }

    @Test
    void whereNoneIsUsableBothFaultsAreTold() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> finder(WITHOUT_GLIBC, TestInterpreters::jar, "no_such_module")
                        .find(null))
                .withMessageContaining("there is no Python to run no_such_module with")
                .withMessageContaining("Linux with glibc 2.30 or newer")
                .withMessageContaining("linux on x86_64 without glibc")
                .withMessageContaining("python3: ")
                .withMessageContaining("python: ")
                .withMessageContaining("-Dpython-lambda.python");
    }
}
