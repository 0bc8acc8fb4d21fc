package io.github.pythonlambda.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pythonlambda.problem.ProblemException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderUseTest {

    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger longWaits = new AtomicInteger();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private FolderUse beside() throws IOException {
        return FolderUse.beside(folder, () -> {});
    }

    private FolderUse alone(Duration patience) throws ProblemException, IOException {
        return FolderUse.alone(folder, longWaits::incrementAndGet, Duration.ZERO, patience);
    }

    private static void assertThatItWaits(Future<?> future) throws Exception {
        Thread.sleep(SHORT.toMillis());
        assertThat(future.isDone()).isFalse();
    }

    @Test
    void manyMayUseTheFolder() throws Exception {
        FolderUse one = beside();
        Future<FolderUse> other = threads.submit(this::beside);
        other.get(20, TimeUnit.SECONDS).close();
        one.close();
    }

    @Test
    void whoWantsToBeAloneWaitsForAllOthers() throws Exception {
        FolderUse one = beside();
        FolderUse two = beside();
        Future<FolderUse> alone = threads.submit(() -> alone(LONG));
        assertThatItWaits(alone);
        one.close();
        assertThatItWaits(alone);
        two.close();

        alone.get(20, TimeUnit.SECONDS).close();
        assertThat(longWaits).hasPositiveValue();
    }

    /** Closing a file anywhere in a process ends all locks that the process has on it. */
    @Test
    void theEndOfOneUserIsNotTheEndOfOthers() throws Exception {
        FolderUse one = beside();
        beside().close();
        Future<FolderUse> alone = threads.submit(() -> alone(LONG));
        assertThatItWaits(alone);
        one.close();
        alone.get(20, TimeUnit.SECONDS).close();
    }

    @Test
    void whoComesMeanwhileWaits() throws Exception {
        FolderUse alone = alone(LONG);
        Future<FolderUse> next = threads.submit(this::beside);
        assertThatItWaits(next);
        alone.close();
        next.get(20, TimeUnit.SECONDS).close();
    }

    @Test
    void onlyOneIsAlone() throws Exception {
        FolderUse alone = alone(LONG);
        Future<FolderUse> next = threads.submit(() -> alone(LONG));
        assertThatItWaits(next);
        alone.close();
        next.get(20, TimeUnit.SECONDS).close();
    }

    @Test
    void nothingGrows() throws Exception {
        beside().close();
        beside().close();
        alone(LONG).close();

        try (Stream<Path> left = Files.list(folder.resolve(".in-use"))) {
            assertThat(left.map(path -> path.getFileName().toString())).containsExactly("gate");
        }
    }

    @Test
    void patienceEndsInWords() throws Exception {
        FolderUse one = beside();

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> alone(SHORT))
                .withMessageContaining("other builds have been using the cache")
                .withMessageContaining("run this again");
        one.close();
        alone(LONG).close();
    }

    @Test
    void withoutLocksUsersGoOnAndNobodyIsAlone() throws Exception {
        Files.createFile(folder.resolve(".in-use"));

        beside().close();

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> alone(LONG))
                .withMessageContaining("it cannot be told whether a build is using the cache");
    }

    @Test
    void aUserInAnotherProcessIsWaitedForUntilItIsKilled() throws Exception {
        Process user = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherUser.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(user.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(output.readLine()).isEqualTo("using");
            Future<FolderUse> alone = threads.submit(() -> alone(LONG));
            assertThatItWaits(alone);

            user.destroyForcibly().waitFor();

            alone.get(20, TimeUnit.SECONDS).close();
        } finally {
            user.destroyForcibly();
        }
    }

    /** Uses the folder until it is killed. */
    static final class OtherUser {
        public static void main(String[] arguments) throws Exception {
            FolderUse use = FolderUse.beside(Path.of(arguments[0]), () -> {});
            System.out.println("using");
            Thread.sleep(LONG.toMillis());
            use.close();
        }
    }
}
