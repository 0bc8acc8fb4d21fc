package io.github.pythonlambda.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.testing.LocalIndex;
import io.github.pythonlambda.testing.TestWheel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Locking, and building from the lock. */
class LockTest {

    @TempDir
    Path folder;

    private LocalIndex index;
    private BuildProject project;
    private Path lock;

    @BeforeEach
    void start() throws Exception {
        index = new LocalIndex();
        index.add(
                TestWheel.of("web", "1.0").requires("shared>=1"),
                TestWheel.of("shared", "1.0"),
                TestWheel.of("native", "1.0").tag("cp313-cp313-manylinux_2_17_x86_64"),
                TestWheel.of("native", "1.0").tag("cp313-cp313-manylinux_2_17_aarch64"));
        project = new BuildProject(folder, index).architectures("arm64", "x86_64");
        lock = folder.resolve("src/layers/pylock.toml");
    }

    @AfterEach
    void stop() {
        index.close();
    }

    private void twoLayers() {
        project.requirements("a-web", "web", "native; platform_machine == 'aarch64'")
                .requirements("b-own", "shared  # needed twice")
                .wheels("b-own", TestWheel.of("own", "1.0"));
    }

    @Test
    void aLockHasTheWheelsOfAllArchitecturesAndSaysWhatItWasMadeFrom() throws Exception {
        twoLayers();

        LockResult result = project.lock(null);

        assertThat(result.file()).isEqualTo(lock);
        assertThat(result.written()).isTrue();
        assertThat(Files.readString(lock))
                .contains(
                        "requires-python = \"==3.13.*\"",
                        "marker = 'platform_machine == \"aarch64\"'",
                        "native-1.0-cp313-cp313-manylinux_2_17_aarch64.whl",
                        "path = \"b-own/own-1.0-py3-none-any.whl\"",
                        "{ name = \"shared\" }",
                        "layer = \"a-web\"",
                        "runtime = \"python3.13\"",
                        "[tool.python-lambda.layers.b-own]",
                        TestWheel.of("web", "1.0")
                                .requires("shared>=1")
                                .sha256()
                                .hex())
                .doesNotContain("manylinux_2_17_x86_64", folder.toString());
    }

    @Test
    void aBuildWithALockNeedsNoPythonAndGivesTheSameZips() throws Exception {
        twoLayers();
        project.build();
        var resolved = project.outputFiles();
        project.lock(null);
        index.forgetRequests();

        project.withoutAnyPython().build();

        assertThat(project.outputFiles()).containsExactlyInAnyOrderEntriesOf(resolved);
        assertThat(index.requests()).isEmpty();
        assertThat(project.log().infos())
                .anyMatch(line -> line.startsWith("Took 3 packages for python3.13 on x86_64 from " + lock));
    }

    @Test
    void aSecondRunChangesNoByte() throws Exception {
        twoLayers();
        project.lock(null);
        byte[] first = Files.readAllBytes(lock);

        LockResult second = project.lock(null);

        assertThat(second.written()).isFalse();
        assertThat(second.changes()).isEmpty();
        assertThat(lock).hasBinaryContent(first);
    }

    @Test
    void pinsAreKeptUnlessTheyMayMove() throws Exception {
        project.requirements("web", "web");
        project.lock(null);
        index.add(TestWheel.of("web", "2.0").requires("shared"), TestWheel.of("shared", "2.0"));

        assertThat(project.lock(null).changes()).isEmpty();
        assertThat(project.lock("shared").changes()).containsExactly("shared 1.0 -> 2.0");
        assertThat(project.lock("all").changes()).containsExactly("web 1.0 -> 2.0");
    }

    @Test
    void pinsGiveWayToTheRequirements() throws Exception {
        project.requirements("web", "web");
        project.lock(null);
        index.add(TestWheel.of("web", "2.0").requires("shared"), TestWheel.of("shared", "2.0"));
        project.requirements("web", "web>=2");

        assertThat(project.lock(null).changes()).containsExactly("web 1.0 -> 2.0");
    }

    @Test
    void aLockThatIsOutOfDateFailsTheBuildAndNamesTheLines() throws Exception {
        project.requirements("web", "web");
        project.lock(null);
        project.requirements("web", "shared", "native==1.0");

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(project::build)
                .withMessageContaining("the lock does not match what it was made from any more")
                .withMessageContaining(lock.toString())
                .withMessageContaining("requirements.txt, line 3: native==1.0 is new")
                .withMessageContaining("web is gone")
                .withMessageContaining("run 'mvn python-lambda:lock@web'");
    }

    @Test
    void commentsAndSpacesDoNotMakeALockOutOfDate() throws Exception {
        project.requirements("web", "web>=1,<3");
        project.lock(null);
        project.requirements("web", "# a comment", "  Web <3, >=1   # and another");

        project.withoutAnyPython().build();

        assertThat(project.outputFiles()).containsKey("web-arm64.zip");
    }

    @Test
    void aLockOfAnotherToolInALayersFolderIsUsedAsItIs() throws Exception {
        TestWheel web = TestWheel.of("web", "1.0");
        project.file("src/layers/web/pylock.toml", """
                lock-version = "1.0"
                created-by = "somebody"
                [[packages]]
                name = "web"
                version = "1.0"
                wheels = [{url = "%s", hashes = {sha256 = "%s"}}]
                [[packages]]
                name = "windows-only"
                version = "1.0"
                marker = "sys_platform == 'win32'"
                wheels = [{url = "https://index.example/windows_only-1.0-py3-none-any.whl", hashes = {sha256 = "%s"}}]
                """.formatted(
                        index.url().replace("/simple", "/files/" + web.fileName()),
                        TestWheel.of("web", "1.0").requires("shared>=1").sha256(),
                        web.sha256()));

        project.withoutAnyPython().build();

        assertThat(project.outputFiles()).containsKeys("web-arm64.zip", "web-x86_64.zip");
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> project.lock(null))
                .withMessageContaining("layer 'web' has a lock of its own");
    }

    @Test
    void aLockOfANewerFormatIsUsedWithAWarning() throws Exception {
        TestWheel shared = TestWheel.of("shared", "1.0");
        project.file(
                "src/layers/web/pylock.toml",
                lockOf("shared", fileUrl(shared), shared).replace("\"1.0\"\ncreated", "\"1.7\"\ncreated"));

        project.withoutAnyPython().build();

        assertThat(project.log().warnings())
                .anyMatch(line -> line.contains("has the format 1.7, and this plugin knows 1.0"));
    }

    @Test
    void aLockedSdistIsRefusedAsLongAsNothingMayBeBuilt() {
        project.file("src/layers/web/pylock.toml", """
                lock-version = "1.0"
                created-by = "somebody"
                [[packages]]
                name = "old"
                version = "1.0"
                sdist = {url = "https://index.example/old-1.0.tar.gz", hashes = {sha256 = "%s"}}
                """.formatted("0".repeat(64)));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> project.withoutAnyPython().build())
                .withMessageContaining("old")
                .withMessageContaining("-Dpython-lambda.sdists");
    }

    private static String lockOf(String name, String url, TestWheel wheel) {
        return """
                lock-version = "1.0"
                created-by = "somebody"
                [[packages]]
                name = "%s"
                version = "%s"
                wheels = [{url = "%s", hashes = {sha256 = "%s"}}]
                """.formatted(name, wheel.version(), url, wheel.sha256());
    }

    private String fileUrl(TestWheel wheel) {
        return index.url().replace("/simple", "/files/" + wheel.fileName());
    }

    @Test
    void whatLocalWheelsNeedHasToBeInTheLockBesideThem() throws Exception {
        TestWheel shared = TestWheel.of("shared", "1.0");
        project.file("src/layers/web/pylock.toml", lockOf("shared", fileUrl(shared), shared))
                .wheels(
                        "web",
                        TestWheel.of("own", "1.0")
                                .requires("shared>=2")
                                .requires("other")
                                .requires("windows-part; sys_platform == 'win32'"));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> project.withoutAnyPython().build())
                .withMessageContaining("own-1.0-py3-none-any.whl needs shared>=2, which the lock does not have")
                .withMessageContaining("shared-1.0-py3-none-any.whl")
                .withMessageContaining("needs other")
                .withMessageNotContaining("windows-part");
    }

    @Test
    void layersWithoutALockAreResolvedSoThatTheyFitToTheLocksOfOthers() throws Exception {
        TestWheel shared = TestWheel.of("shared", "1.0");
        index.add(TestWheel.of("shared", "2.0"));
        project.file("src/layers/a-locked/pylock.toml", lockOf("shared", fileUrl(shared), shared))
                .requirements("b-open", "web");

        project.build();

        assertThat(new String(project.outputFiles().get("manifest.json"), StandardCharsets.UTF_8))
                .contains("shared-1.0-py3-none-any.whl", "web-1.0-py3-none-any.whl")
                .doesNotContain("shared-2.0");
    }

    @Test
    void twoLocksWithDifferentVersionsOfAPackageAreRefused() throws Exception {
        TestWheel one = TestWheel.of("shared", "1.0");
        TestWheel two = TestWheel.of("shared", "2.0");
        index.add(two);
        project.file("src/layers/a/pylock.toml", lockOf("shared", fileUrl(one), one))
                .file("src/layers/b/pylock.toml", lockOf("shared", fileUrl(two), two));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> project.withoutAnyPython().build())
                .withMessageContaining("the layers would carry two different wheels of shared")
                .withMessageContaining("shared-1.0-py3-none-any.whl and shared-2.0-py3-none-any.whl");
    }

    @Test
    void offlineALockNeedsTheStoreAndNamesWhatIsMissing() throws Exception {
        project.requirements("web", "web");
        project.lock(null);
        project.withoutAnyPython().offline().build();
        assertThat(project.outputFiles()).containsKey("web-arm64.zip");

        Files.walkFileTree(project.cache().resolve("wheels"), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (file.toString().endsWith("shared-1.0-py3-none-any.whl")) {
                    Files.delete(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(project::build)
                .withMessageContaining("the build is offline")
                .withMessageContaining("shared-1.0-py3-none-any.whl")
                .withMessageNotContaining("web-1.0")
                .withMessageContaining("-Dpython-lambda.wheelhouse");

        TestWheel.of("shared", "1.0").writeTo(folder.resolve("wheelhouse"));
        project.wheelhouse(folder.resolve("wheelhouse")).build();
    }
}
