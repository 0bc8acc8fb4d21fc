package io.github.pythonlambda.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonlambda.index.IndexLocation;
import io.github.pythonlambda.index.IndexSettings;
import io.github.pythonlambda.index.UserEnvironment;
import io.github.pythonlambda.testing.LocalIndex;
import io.github.pythonlambda.testing.TestWheel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The answer of a resolution is used again while nothing has changed that it depends on. */
class ReuseTest {

    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    Path folder;

    private LocalIndex index;
    private BuildProject project;

    @BeforeEach
    void start() throws Exception {
        index = new LocalIndex();
        index.add(TestWheel.of("web", "1.0").requires("shared"), TestWheel.of("shared", "1.0"));
        project = new BuildProject(folder, index)
                .requirements("web", "-r more.txt", "web")
                .reuse(DAY, false);
        project.file("src/layers/web/more.txt", "shared\n");
        project.build();
        index.forgetRequests();
    }

    @AfterEach
    void stop() {
        index.close();
    }

    private boolean asksTheIndex() throws Exception {
        index.forgetRequests();
        project.build();
        return !index.requests().isEmpty();
    }

    @Test
    void anUnchangedBuildAsksNoIndex() throws Exception {
        var zips = project.outputFiles();

        assertThat(asksTheIndex()).isFalse();

        assertThat(project.outputFiles()).containsExactlyInAnyOrderEntriesOf(zips);
        assertThat(project.log().infos())
                .anyMatch(line -> line.startsWith("Reused the resolution (0 minutes old) of 2"));
        assertThat(project.log().infos().stream().filter(line -> line.contains("To pin these versions")))
                .hasSize(1);
    }

    @Test
    void aChangeInAnIncludedFileCounts() throws Exception {
        project.file("src/layers/web/more.txt", "shared>=1\n");

        assertThat(asksTheIndex()).isTrue();
        assertThat(asksTheIndex()).isFalse();
    }

    @Test
    void ofBuildsThatRunAtTheSameTimeOneAsks() throws Exception {
        index.pausingForFiles(Duration.ofMillis(500));
        project.requirements("web", "shared");
        index.forgetRequests();
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            for (Future<?> build : threads.invokeAll(Collections.nCopies(3, project::resolve))) {
                build.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(index.requests()).containsOnlyOnce("/simple/shared/");
        assertThat(project.log().infos().stream().filter(line -> line.startsWith("Reused the resolution")))
                .hasSize(2);
    }

    private static IndexSettings variables(Map<String, String> variables) {
        return new IndexSettings(Optional.empty(), List.of(), List.of(), List.of(), new UserEnvironment(variables));
    }

    @Test
    void pipsOwnSettingsAndTheIndexesCount() throws Exception {
        project.indexes(variables(Map.of("PIP_TIMEOUT", "20")));
        assertThat(asksTheIndex()).isTrue();

        project.indexes(new IndexSettings(
                Optional.empty(),
                List.of(IndexLocation.parse(index.url())),
                List.of(),
                List.of(),
                new UserEnvironment(Map.of("PIP_TIMEOUT", "20"))));
        assertThat(asksTheIndex()).isTrue();
        assertThat(asksTheIndex()).isFalse();
    }

    @Test
    void aLocalWheelCountsByItsContent() throws Exception {
        project.wheels("web", TestWheel.of("own", "1.0"));
        assertThat(asksTheIndex()).isTrue();
        project.wheels("web", TestWheel.of("own", "1.0"));
        assertThat(asksTheIndex()).isFalse();

        project.wheels("web", TestWheel.of("own", "1.0").file("own/data.txt", "new"));
        assertThat(asksTheIndex()).isTrue();
    }

    @Test
    void theArchitectureCounts() throws Exception {
        project.architectures("arm64");

        assertThat(asksTheIndex()).isTrue();
    }

    @Test
    void anOldAnswerIsNotUsedButOffline() throws Exception {
        try (Stream<Path> kept = Files.list(project.cache().resolve("resolutions"))) {
            for (Path answer : kept.toList()) {
                if (answer.toString().endsWith(".toml")) {
                    long asked = Instant.now().minus(Duration.ofHours(25)).getEpochSecond();
                    Files.writeString(
                            answer, Files.readString(answer).replaceFirst("asked = [0-9]+", "asked = " + asked));
                }
            }
        }

        project.offline();
        assertThat(asksTheIndex()).isFalse();
        assertThat(project.log().infos()).anyMatch(line -> line.startsWith("Reused the resolution (1 day old)"));

        project.online();
        assertThat(asksTheIndex()).isTrue();
        assertThat(asksTheIndex()).isFalse();
    }

    @Test
    void theUserCanAskAnew() throws Exception {
        project.reuse(DAY, true);
        assertThat(asksTheIndex()).isTrue();

        project.reuse(Duration.ZERO, false);
        assertThat(asksTheIndex()).isTrue();
    }

    @Test
    void whatHasToBeDownloadedToBeSeenIsAlwaysResolvedAnew() throws Exception {
        TestWheel direct = TestWheel.of("direct", "1.0");
        index.add(direct);
        String url = index.url().replace("/simple", "/files/" + direct.fileName());
        project.requirements("web", "direct @ " + url);
        project.build();
        assertThat(asksTheIndex()).isTrue();

        project.requirements("web", "direct @ " + url + "#sha256=" + direct.sha256());
        project.build();
        assertThat(asksTheIndex()).isFalse();
    }
}
