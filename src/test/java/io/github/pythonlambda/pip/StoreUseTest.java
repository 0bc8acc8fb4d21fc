package io.github.pythonlambda.pip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.packaging.Version;
import io.github.pythonlambda.packaging.WheelFileName;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.python.Interpreter;
import io.github.pythonlambda.resolve.Resolution;
import io.github.pythonlambda.resolve.ResolvedWheel;
import io.github.pythonlambda.sharing.WorkLock;
import io.github.pythonlambda.testing.LocalIndex;
import io.github.pythonlambda.testing.OnEachPython;
import io.github.pythonlambda.testing.TestInterpreters;
import io.github.pythonlambda.testing.TestWheel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** pip puts the wheels that it downloads into the wheel store, and takes them from there the next time. */
class StoreUseTest {

    private static final String DEMO = "demo-1.0-py3-none-any.whl";
    private static final String DEPENDENCY = "dependency-1.0-py3-none-any.whl";

    @TempDir
    Path folder;

    private LocalIndex index;
    private PipProject project;

    @BeforeEach
    void start() throws Exception {
        index = new LocalIndex();
        index.add(TestWheel.of("demo", "1.0").requires("dependency"), TestWheel.of("dependency", "1.0"));
        project = new PipProject(folder, index).requiring("demo");
    }

    @AfterEach
    void stop() {
        index.close();
    }

    @OnEachPython
    void noWheelIsDownloadedTwice(Interpreter interpreter) throws Exception {
        Resolution first = project.resolve(interpreter);
        assertThat(index.wheelRequests()).containsExactly(DEMO, DEPENDENCY);
        assertThat(project.fetched()).containsExactly(DEMO, DEPENDENCY);
        assertThat(project.stored())
                .containsExactlyInAnyOrderElementsOf(project.store().wheels())
                .hasSize(2);
        index.forgetRequests();

        assertThat(project.resolve(interpreter)).isEqualTo(first);
        assertThat(index.wheelRequests()).isEmpty();
        assertThat(project.fetched()).hasSize(2);
        assertThat(project.stored()).as("those that were there are told, too").hasSize(4);
    }

    @OnEachPython
    void aFileWhoseUrlHasToBeQuotedIsFound(Interpreter interpreter) throws Exception {
        TestWheel local = TestWheel.of("local", "1.0+cpu.2");
        index.add(local, TestWheel.of("other", "1.0").requires("local==1.0+cpu.2"));
        PipProject quoting = new PipProject(folder.resolve("a folder"), index).requiring("other");

        assertThat(PipProject.files(quoting.resolve(interpreter)))
                .containsExactlyInAnyOrder("local-1.0+cpu.2-py3-none-any.whl", "other-1.0-py3-none-any.whl");
        assertThat(index.wheelRequests()).contains("local-1.0+cpu.2-py3-none-any.whl");
    }

    @OnEachPython
    void buildsThatRunAtTheSameTimeDownloadNoWheelTwice(Interpreter interpreter) throws Exception {
        index.pausingForFiles(Duration.ofMillis(500));

        List<Resolution> resolutions = atTheSameTime(3, () -> project.resolve(interpreter));

        assertThat(index.wheelRequests()).containsExactly(DEMO, DEPENDENCY);
        assertThat(project.fetched()).containsExactly(DEMO, DEPENDENCY);
        assertThat(resolutions).hasSize(3).containsOnly(resolutions.get(0));
    }

    @OnEachPython
    void norWhereTheIndexServesMetadata(Interpreter interpreter) throws Exception {
        index.withMetadata().pausingForFiles(Duration.ofMillis(500));

        atTheSameTime(2, () -> project.resolve(interpreter));

        assertThat(index.wheelRequests())
                .as("pip before 25.3 downloads the wheels though only their names are asked for")
                .doesNotHaveDuplicates();
    }

    @OnEachPython
    void aWheelThatTheFetcherIsAboutToStoreIsWaitedFor(Interpreter interpreter) throws Exception {
        TestWheel dependency = TestWheel.of("dependency", "1.0");
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<Resolution> resolution;
            try (WorkLock lock = project.store().lock(dependency.sha256(), () -> {})) {
                resolution = thread.submit(() -> project.resolve(interpreter));
                while (!project.waiting().equals(List.of(DEPENDENCY))) {
                    assertThat(resolution.isDone()).isFalse();
                    Thread.sleep(50);
                }
                Path file = Files.write(project.store().newTemporaryFile(), dependency.bytes());
                project.store().add(file, dependency.sha256(), WheelFileName.parse(DEPENDENCY));
                lock.done();
            }
            assertThat(PipProject.files(resolution.get(1, TimeUnit.MINUTES))).containsExactly(DEMO, DEPENDENCY);
        } finally {
            thread.shutdownNow();
        }
        assertThat(index.wheelRequests()).containsExactly(DEMO);
    }

    private static <T> List<T> atTheSameTime(int count, Callable<T> task) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(Collections.nCopies(count, task))) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    @OnEachPython
    void whereTheIndexServesMetadataNoWheelIsDownloadedToResolve(Interpreter interpreter) throws Exception {
        index.withMetadata();
        Resolution first = project.resolve(interpreter);
        for (ResolvedWheel wheel : first.all()) {
            Path file = project.store().newTemporaryFile();
            Files.write(
                    file,
                    (wheel.file().text().equals(DEMO)
                                    ? TestWheel.of("demo", "1.0").requires("dependency")
                                    : TestWheel.of("dependency", "1.0"))
                            .bytes());
            project.store().add(file, wheel.digest(), wheel.file());
        }
        index.forgetRequests();

        assertThat(project.resolve(interpreter)).isEqualTo(first);
        assertThat(index.wheelRequests()).isEmpty();
    }

    @OnEachPython
    void wholeWheelsAreStoredOnDemandEvenWhereTheIndexServesMetadata(Interpreter interpreter) throws Exception {
        index.withMetadata();
        Resolution resolution = project.resolve(interpreter, PipResolver.Fetching.WHEELS);

        assertThat(resolution.all())
                .hasSize(2)
                .allSatisfy(wheel -> assertThat(project.store().find(wheel.digest(), wheel.file()))
                        .isPresent());
    }

    @OnEachPython
    void wheelsThatAreKnownAreFetchedWithoutWhatTheyDependOn(Interpreter interpreter) throws Exception {
        ResolvedWheel demo = project.resolve(interpreter).all().get(0);
        Files.delete(project.store().find(demo.digest(), demo.file()).orElseThrow());
        index.forgetRequests();

        project.fetch(interpreter, List.of(demo));

        assertThat(project.store().find(demo.digest(), demo.file())).isPresent();
        assertThat(index.wheelRequests()).containsExactly(DEMO);
    }

    @OnEachPython
    void pinnedReleasesComeBeforeNewerOnes(Interpreter interpreter) throws Exception {
        index.add(TestWheel.of("demo", "2.0").requires("dependency"), TestWheel.of("dependency", "2.0"));
        project.pins(Map.of(new ProjectName("dependency"), Version.parse("1.0")));

        assertThat(PipProject.files(project.resolve(interpreter)))
                .containsExactly("demo-2.0-py3-none-any.whl", DEPENDENCY);
    }

    @OnEachPython
    void aDamagedWheelIsDownloadedAgain(Interpreter interpreter) throws Exception {
        ResolvedWheel demo = project.resolve(interpreter).all().get(0);
        Path stored = project.store().find(demo.digest(), demo.file()).orElseThrow();
        byte[] sound = Files.readAllBytes(stored);
        Files.write(stored, "damaged".getBytes(StandardCharsets.US_ASCII));
        index.forgetRequests();

        project.resolve(interpreter);

        assertThat(index.wheelRequests()).containsExactly(DEMO);
        assertThat(stored).hasBinaryContent(sound);
    }

    @OnEachPython
    void offlineTheStoreIsEnough(Interpreter interpreter) throws Exception {
        Resolution online = project.resolve(interpreter);
        index.close();

        Resolution offline = project.offline().resolve(interpreter);

        assertThat(offline.all())
                .extracting(ResolvedWheel::file)
                .isEqualTo(online.all().stream().map(ResolvedWheel::file).toList());
        assertThat(offline.all())
                .extracting(ResolvedWheel::digest)
                .isEqualTo(online.all().stream().map(ResolvedWheel::digest).toList());
    }

    @Test
    void offlineWithoutAWheelTheBuildFails() throws Exception {
        ResolvedWheel dependency =
                project.resolve(TestInterpreters.newest()).all().get(1);
        Files.delete(
                project.store().find(dependency.digest(), dependency.file()).orElseThrow());
        index.forgetRequests();

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> project.offline().resolve(TestInterpreters.newest()))
                .withMessageContaining("the build is offline, and the wheel store has nothing for dependency")
                .withMessageContaining("run the build once without -o; the wheels are kept from then on")
                .withMessageNotContaining("Traceback");
        assertThat(index.requests()).isEmpty();
    }

    @OnEachPython
    void offlineEvenAUrlInTheRequirementsIsNotAskedFor(Interpreter interpreter) {
        index.add(TestWheel.of("new", "1.0"));
        PipProject other = new PipProject(folder.resolve("other"), index)
                .requiring(
                        "--find-links " + index.url() + "/new/",
                        "new",
                        "other @ " + index.url() + "/other-1-py3-none-any.whl");
        index.forgetRequests();

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> other.offline().resolve(interpreter))
                .withMessageContaining("the build is offline")
                .withMessageNotContaining("Traceback");
        assertThat(index.requests()).isEmpty();
    }
}
