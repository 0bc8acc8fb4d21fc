package io.github.pythonlambda.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.testing.LocalIndex;
import io.github.pythonlambda.testing.TestWheel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several functions of one project, each built by itself into one output folder. */
class SeveralFunctionsTest {

    @TempDir
    private Path folder;

    private LocalIndex index;
    private BuildProject project;

    @BeforeEach
    void project() throws Exception {
        index = new LocalIndex();
        project = new BuildProject(folder, index)
                .wheels("deps", TestWheel.of("demo", "1.0"))
                .file("src/app/main.py", "app = None\n")
                .file("src/app/run.sh", "#!/bin/bash\nexec python main.py\n");
    }

    @AfterEach
    void stop() {
        index.close();
    }

    private List<String> entries(String zip) throws Exception {
        try (ZipFile file = new ZipFile(project.output().resolve(zip).toFile())) {
            return file.stream().map(ZipEntry::getName).toList();
        }
    }

    @Test
    void eachHasAManifestAndAReportOfItsOwn() throws Exception {
        project.app("app").build();
        project.app("orders").build();

        assertThat(project.outputFiles())
                .containsOnlyKeys(
                        "app.zip",
                        "deps-x86_64.zip",
                        "manifest.json",
                        "orders-manifest.json",
                        "orders-report.json",
                        "orders.zip",
                        "report.json");
    }

    @Test
    void aSharedLayerIsPackedOnce() throws Exception {
        project.app("app").build();
        assertThat(project.log().infos())
                .filteredOn(line -> line.startsWith("Packed deps"))
                .hasSize(1);

        BuildResult second = project.app("orders").build();

        assertThat(project.log().infos())
                .filteredOn(line -> line.startsWith("Packed deps"))
                .hasSize(1);
        assertThat(second.layers()).hasSize(1);
        assertThat(second.changed()).doesNotContain(second.layers().get(0).path());
    }

    @Test
    void whatAnotherExecutionWroteIsNotReplacedByAnotherApp() throws Exception {
        BuildResult first = project.app("orders").build();
        byte[] zip = Files.readAllBytes(project.output().resolve("orders.zip"));
        project.file("src/app/main.py", "app = 1\n").afterOthers(first);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(project::build)
                .withMessageContaining("another execution of this build has written something else to orders.zip")
                .withMessageContaining("<finalName>");
        assertThat(project.output().resolve("orders.zip")).hasBinaryContent(zip);
    }

    @Test
    void whatAnotherExecutionWroteIsNotReplacedByAnotherLayer() throws Exception {
        BuildResult first = project.app("app").build();
        project.wheels("deps", TestWheel.of("other", "1.0")).app("orders").afterOthers(first);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(project::build)
                .withMessageContaining("something else to deps-x86_64.zip")
                .withMessageContaining("<layerFinalName>");
        assertThat(project.outputFiles()).doesNotContainKey("orders.zip");
    }

    @Test
    void sharedFoldersArePartOfTheApp() throws Exception {
        project.file("src/shared/common/log.py", "LEVEL = 1\n")
                .file("src/shared/common/__pycache__/log.pyc", "")
                .app("orders", "src/shared")
                .build();

        assertThat(entries("orders.zip")).containsExactly("common/log.py", "main.py", "run.sh");
    }

    @Test
    void aBuildDependsOnSharedFolders() throws Exception {
        BuildResult result = project.file("src/shared/common/log.py", "LEVEL = 1\n")
                .app("orders", "src/shared")
                .build();

        assertThat(result.inputs().paths())
                .contains(folder.resolve("src/shared"), folder.resolve("src/shared/common/log.py"));
    }

    @Test
    void aScriptCanBeShared() throws Exception {
        Files.delete(folder.resolve("src/app/run.sh"));
        project.file("src/shared/run.sh", "exec python main.py\r\n")
                .app("orders", "src/shared")
                .build();

        assertThat(entries("orders.zip")).containsExactly("main.py", "run.sh");
        assertThat(project.log().warnings())
                .anyMatch(line ->
                        line.contains(folder.resolve("src/shared/run.sh").toString()));
    }

    @Test
    void theSameFileInTwoFoldersIsPackedOnce() throws Exception {
        project.file("src/shared/main.py", "app = None\n")
                .app("orders", "src/shared")
                .build();

        assertThat(entries("orders.zip")).containsExactly("main.py", "run.sh");
    }

    @Test
    void differentFilesInOnePlaceAreRefused() {
        project.file("src/shared/main.py", "app = 1\n").app("orders", "src/shared");

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(project::build)
                .withMessageContaining("two folders of the app have different files of one name")
                .withMessageContaining(
                        folder.resolve("src/app/main.py") + " and " + folder.resolve("src/shared/main.py"));
    }

    @Test
    void aSharedFolderHasToExist() {
        project.app("orders", "src/none");

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(project::build)
                .withMessageContaining("a folder that the app shares does not exist")
                .withMessageContaining("<sharedDirectories> or -Dpython-lambda.sharedDirectories");
    }
}
