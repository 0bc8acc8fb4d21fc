package io.github.pythonlambda.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.testing.TestInterpreters;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ServerRunTest {

    @TempDir
    Path folder;

    private ServerReport run(String script, String mode, int configuredPort) throws Exception {
        FunctionTree tree = FunctionTree.in(folder);
        Path file = Files.writeString(
                tree.task().resolve("run.sh"),
                script.replace("PYTHON", TestInterpreters.newest().executable()));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        VerifyRequest request = new VerifyRequest(
                folder,
                "app",
                "/",
                Duration.ofSeconds(10),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty());
        try (Leftovers leftovers = new Leftovers()) {
            return new ServerRun(FunctionPlace.elsewhere(tree), "run.sh", request, leftovers)
                    .run(Map.of("PATH", "/usr/bin:/bin", "PORT", Integer.toString(configuredPort)));
        }
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void aProgramOnTheConfiguredPortWorksAndIsWarnedOf() throws Exception {
        int port = freePort();
        ServerReport report =
                run("#!/bin/sh\nexec PYTHON -m http.server --bind 127.0.0.1 " + port + "\n", "rwxr-xr-x", port);

        assertThat(report.problems()).isEmpty();
        assertThat(report.answers()).containsExactly("GET / 200");
        assertThat(report.warnings())
                .containsExactly(
                        "run.sh listens on %d, which is the function's PORT, without asking for it; use ${PORT}"
                                .formatted(port));
    }

    @Test
    void aProgramThatHasAnsweredIsKilledWithAllThatItHasStarted() throws Exception {
        Path ended = folder.resolve("ended");
        Path alive = folder.resolve("alive");
        ServerReport report = run("""
                #!/bin/sh
                trap 'touch %1$s' TERM
                (trap 'touch %1$s' TERM; while :; do touch %2$s; sleep 0.01; done) &
                PYTHON -m http.server --bind 127.0.0.1 $PORT
                """.formatted(ended, alive), "rwxr-xr-x", 8000);

        assertThat(report.answers()).containsExactly("GET / 200");
        assertThat(ended).as("what the program does when it is asked to end").doesNotExist();
        Files.delete(alive);
        Thread.sleep(100);
        assertThat(alive).doesNotExist();
    }

    @Test
    void aProgramThatMayNotBeStartedIsTold() throws Exception {
        ServerReport report = run("#!/bin/sh\n", "rw-r--r--", 8000);

        assertThat(report.problems()).extracting(Problem::what).containsExactly("run.sh cannot be started");
        assertThat(report.problems().get(0).found()).contains("Permission denied");
    }

    @Test
    void aProgramOfAnInterpreterThatIsMissingIsTold() throws Exception {
        ServerReport report = run("#!/no/such/interpreter\n", "rwxr-xr-x", 8000);

        assertThat(report.problems()).extracting(Problem::what).containsExactly("run.sh cannot be started");
    }

    @Test
    void theSystemsOwnPortsAreNotTakenForTheProgramsPorts() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ListeningPorts ports = new ListeningPorts(Path.of("/proc"));

            assertThat(ports.of(java.util.Set.of(ProcessHandle.current().pid())))
                    .contains(other.getLocalPort());
            assertThat(ports.of(java.util.Set.of(1L))).doesNotContain(other.getLocalPort());
            assertThat(new ListeningPorts(folder.resolve("none")).of(java.util.Set.of(1L)))
                    .isEmpty();
        }
    }
}
