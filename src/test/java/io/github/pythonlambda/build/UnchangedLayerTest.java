package io.github.pythonlambda.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonlambda.testing.LocalIndex;
import io.github.pythonlambda.testing.TestWheel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A layer's zip is not written again while it would be the same. */
class UnchangedLayerTest {

    private static final String LAYER = "web-x86_64.zip";

    @TempDir
    Path folder;

    private LocalIndex index;
    private BuildProject project;
    private byte[] zip;

    @BeforeEach
    void build() throws Exception {
        index = new LocalIndex();
        project = new BuildProject(folder, index).app().wheels("web", TestWheel.of("own", "1.0"));
        project.build();
        zip = project.outputFiles().get(LAYER);
    }

    @AfterEach
    void stop() {
        index.close();
    }

    private long packed() {
        return project.log().infos().stream()
                .filter(line -> line.startsWith("Packed " + LAYER))
                .count();
    }

    @Test
    void theSameWheelsMakeNoNewZipAndAChangedAppDoesNotEither() throws Exception {
        project.file("src/app/main.py", "app = 'new'\n");

        BuildResult result = project.build();

        assertThat(packed()).isOne();
        assertThat(project.outputFiles().get(LAYER)).isEqualTo(zip);
        assertThat(result.changed())
                .contains(project.output().resolve("app.zip"))
                .doesNotContain(project.output().resolve(LAYER));
    }

    @Test
    void anotherWheelMakesANewZip() throws Exception {
        project.wheels("web", TestWheel.of("own", "1.0").file("own/more.py", ""));

        project.build();

        assertThat(packed()).isEqualTo(2);
        assertThat(project.outputFiles().get(LAYER)).isNotEqualTo(zip);
    }

    @Test
    void aZipThatIsGoneIsWrittenAgain() throws Exception {
        Files.delete(project.output().resolve(LAYER));

        project.build();

        assertThat(project.outputFiles().get(LAYER)).isEqualTo(zip);
    }

    @Test
    void aZipThatSomebodyTouchedIsWrittenAgain() throws Exception {
        Path file = project.output().resolve(LAYER);
        byte[] other = zip.clone();
        other[other.length / 2]++;
        Files.write(file, other);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));

        project.build();

        assertThat(project.outputFiles().get(LAYER)).isEqualTo(zip);
    }

    @Test
    void aManifestThatCannotBeReadIsNone() throws Exception {
        project.file("target/lambda/manifest.json", "{\"schemaVersion\": 1, \"lay");

        project.build();

        assertThat(packed()).isEqualTo(2);
    }
}
