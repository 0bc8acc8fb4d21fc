package io.github.pythonlambda.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonlambda.index.IndexSettings;
import io.github.pythonlambda.index.UserEnvironment;
import io.github.pythonlambda.resolve.SdistPolicy;
import io.github.pythonlambda.testing.LocalIndex;
import io.github.pythonlambda.testing.TestSource;
import io.github.pythonlambda.testing.TestWheel;
import io.github.pythonlambda.uptodate.KeptBuild;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A build knows each of its inputs: whichever of them changes, alone, the build is not up to date any more. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InputCollectorTest {

    private static final List<String> SETTINGS = List.of();

    private Path folder;
    private LocalIndex index;
    private BuildProject project;
    private KeptBuild kept;
    private Map<String, String> environment;

    @BeforeAll
    void build(@TempDir Path dir) throws Exception {
        folder = dir;
        index = new LocalIndex();
        index.add(TestWheel.of("web", "1.0"), TestWheel.of("shared", "1.0"), TestWheel.of("late", "1.0"));
        environment = Map.of("HOME", folder.resolve("home").toString(), "WEB_HOST", "index.example");
        Path wheelhouse = Files.createDirectories(folder.resolve("wheelhouse"));
        TestWheel.of("housed", "1.0").writeTo(wheelhouse);
        project = new BuildProject(folder, index)
                .reuse(Duration.ofDays(1), false)
                .building(SdistPolicy.parse("pure"))
                .wheelhouse(wheelhouse)
                .indexes(new IndexSettings(
                        Optional.empty(), List.of(), List.of(), List.of(), new UserEnvironment(environment)))
                .app()
                .app("shop", "src/shared")
                .file("src/shared/common.py", "\n\n")
                .file("src/app/pages/index.html", "<html/>\n")
                .file("src/app/.venv/site.py", "\n")
                .requirements(
                        "web",
                        "--trusted-host ${WEB_HOST}",
                        "web",
                        "-r more.txt",
                        "-c limits.txt",
                        "../../../libs/common")
                .file("src/layers/web/more.txt", "shared\n")
                .file("src/layers/web/limits.txt", "shared<2\n")
                .wheels("own", TestWheel.of("own", "1.0"));
        TestSource.of("common", "1.0").writeTo(folder.resolve("libs/common"));
        Files.createDirectories(folder.resolve("src/app/empty"));
        age(folder);
        Instant started = Instant.now();
        BuildResult result = project.build();
        kept = new KeptBuild(folder.resolve("builds"), project.output(), "package-default");
        kept.keep(SETTINGS, started, result.inputs(), result.files(), List.of());
    }

    @AfterAll
    void stop() {
        index.close();
    }

    private static void age(Path folder) throws IOException {
        FileTime past = FileTime.from(Instant.now().minusSeconds(3600));
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                Files.setLastModifiedTime(path, past);
            }
        }
    }

    private KeptBuild.Found find() {
        return kept.find(SETTINGS, environment, false);
    }

    @Test
    void whereNothingHasChangedThereIsNothingToDo() {
        assertThat(find()).isInstanceOf(KeptBuild.Found.UpToDate.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/app/main.py",
                "src/app/run.sh",
                "src/app/pages/index.html",
                "src/shared/common.py",
                "src/layers/web/requirements.txt",
                "src/layers/web/more.txt",
                "src/layers/web/limits.txt",
                "src/layers/own/own-1.0-py3-none-any.whl",
                "libs/common/data.txt",
                "wheelhouse/housed-1.0-py3-none-any.whl"
            })
    void contentCounts(String path) throws Exception {
        Path file = folder.resolve(path);
        byte[] before = Files.readAllBytes(file);
        FileTime time = Files.getLastModifiedTime(file);
        byte[] after = before.clone();
        after[after.length / 2]++;
        Files.write(file, after);

        assertThat(find()).isEqualTo(new KeptBuild.Found.Outdated(file.toString()));

        Files.write(file, before);
        Files.setLastModifiedTime(file, time);
        assertThat(find()).isInstanceOf(KeptBuild.Found.UpToDate.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/app/new.py",
                "src/app/pages/new.html",
                "src/app/empty/new.py",
                "src/shared/new.py",
                "src/layers/web/late-1.0-py3-none-any.whl",
                "src/layers/web/pylock.toml",
                "src/layers/pylock.toml",
                "src/layers/pylock.python313.toml",
                "libs/common/new.txt",
                "wheelhouse/late-1.0-py3-none-any.whl",
                "home/.config/pip/pip.conf"
            })
    void filesThatAppearCount(String path) throws Exception {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "new\n");

        assertThat(find()).isInstanceOf(KeptBuild.Found.Outdated.class);

        Files.delete(file);
        assertThat(find()).isInstanceOf(KeptBuild.Found.UpToDate.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/app/pages/index.html",
                "src/layers/own/own-1.0-py3-none-any.whl",
                "libs/common/data.txt",
                "wheelhouse/housed-1.0-py3-none-any.whl"
            })
    void filesThatAreGoneCount(String path) throws Exception {
        Path file = folder.resolve(path);
        Path elsewhere = Files.move(file, folder.resolve("elsewhere"));

        assertThat(find()).isInstanceOf(KeptBuild.Found.Outdated.class);

        Files.move(elsewhere, file);
        assertThat(find()).isInstanceOf(KeptBuild.Found.UpToDate.class);
    }

    @Test
    void variablesThatRequirementsNameCount() {
        Map<String, String> changed = new HashMap<>(environment);
        changed.put("WEB_HOST", "other.example");

        assertThat(kept.find(SETTINGS, changed, false))
                .isEqualTo(new KeptBuild.Found.Outdated("the environment variable WEB_HOST"));
    }

    @Test
    void whatIsLeftOutOfTheAppDoesNotCount() throws Exception {
        Files.writeString(folder.resolve("src/app/.venv/site.py"), "changed\n");

        assertThat(find()).isInstanceOf(KeptBuild.Found.UpToDate.class);
    }

    @Test
    void whatIndexesOfferGrowsOld() throws Exception {
        assertThat(kept.find(SETTINGS, environment, true)).isInstanceOf(KeptBuild.Found.Outdated.class);
    }
}
