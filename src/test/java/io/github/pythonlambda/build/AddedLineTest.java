package io.github.pythonlambda.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonlambda.testing.LocalIndex;
import io.github.pythonlambda.testing.TestWheel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who adds a line to exact pins waits for the new project alone, and gets what a full resolution gives. */
class AddedLineTest {

    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    Path folder;

    private LocalIndex index;
    private BuildProject project;

    @BeforeEach
    void build() throws Exception {
        index = new LocalIndex();
        index.add(
                TestWheel.of("web", "1.0").requires("shared>=1"),
                TestWheel.of("shared", "1.0"),
                TestWheel.of("added", "1.0").requires("shared").requires("more"),
                TestWheel.of("more", "1.0"));
        project = new BuildProject(folder, index)
                .requirements("web", "web==1.0", "shared==1.0")
                .reuse(DAY, false);
        project.build();
        index.forgetRequests();
    }

    @AfterEach
    void stop() {
        index.close();
    }

    private List<String> pages() {
        return index.requests().stream()
                .filter(path -> path.startsWith("/simple/"))
                .toList();
    }

    @Test
    void onlyTheNewProjectsAreAskedFor() throws Exception {
        project.requirements("web", "web==1.0", "shared==1.0", "added").build();

        assertThat(pages()).containsExactly("/simple/added/", "/simple/more/");
        assertThat(index.wheelRequests())
                .containsExactlyInAnyOrder("added-1.0-py3-none-any.whl", "more-1.0-py3-none-any.whl");
    }

    @Test
    void theOutputsAreThoseOfAFullResolution() throws Exception {
        String[] lines = {"web==1.0", "shared==1.0", "added"};
        BuildProject full =
                new BuildProject(Files.createDirectory(folder.resolve("full")), index).requirements("web", lines);
        full.build();

        project.requirements("web", lines).build();

        assertThat(project.outputFiles()).containsExactlyInAnyOrderEntriesOf(full.outputFiles());
        assertThat(project.outputFiles()).containsKey("manifest.json");
    }

    @Test
    void anotherLayerIsANewLineToo() throws Exception {
        project.requirements("other", "added").build();

        assertThat(pages()).containsExactly("/simple/added/", "/simple/more/");
    }

    @Test
    void theUserCanAskAnew() throws Exception {
        project.requirements("web", "web==1.0", "shared==1.0", "added");

        project.reuse(DAY, true).build();
        assertThat(pages()).hasSize(4);

        index.forgetRequests();
        project.reuse(Duration.ZERO, false).build();
        assertThat(pages()).hasSize(4);
    }

    @Test
    void anotherTargetAndOtherOptionsAskForAll() throws Exception {
        project.architectures("arm64").build();
        assertThat(pages()).containsExactly("/simple/web/", "/simple/shared/");

        index.forgetRequests();
        project.architectures("x86_64")
                .requirements("web", "--pre", "web==1.0", "shared==1.0")
                .build();
        assertThat(pages()).containsExactly("/simple/web/", "/simple/shared/");
    }
}
