package io.github.pythonlambda.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.testing.LocalIndex;
import io.github.pythonlambda.testing.TestWheel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a build does about the script that starts the app. */
class StartedAppTest {

    @TempDir
    private Path folder;

    private LocalIndex index;
    private BuildProject project;

    @BeforeEach
    void start() throws Exception {
        index = new LocalIndex();
        project = new BuildProject(folder, index);
    }

    @AfterEach
    void stop() {
        index.close();
    }

    @Test
    void aStartCommandBecomesAScriptInTheZipAlone() throws Exception {
        project.wheels("a", TestWheel.of("uvicorn", "1.0")).appStartedBy("uvicorn main:app");

        project.build();

        try (ZipFile zip = new ZipFile(project.output().resolve("app.zip").toFile())) {
            String script =
                    new String(zip.getInputStream(zip.getEntry("run.sh")).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(script).startsWith("#!/bin/bash\n").endsWith(" main:app\n");
        }
        assertThat(folder.resolve("src/app/run.sh")).doesNotExist();
        assertThat(project.log().warnings()).isEmpty();
    }

    @Test
    void aFrameworksNameStartsTheAppThatTheFilesMake() throws Exception {
        project.wheels("a", TestWheel.of("uvicorn", "1.0"), TestWheel.of("fastapi", "1.0"))
                .appStartedBy("fastapi")
                .file("src/app/main.py", "from fastapi import FastAPI\n\nshop = FastAPI()\n");

        project.build();

        try (ZipFile zip = new ZipFile(project.output().resolve("app.zip").toFile())) {
            String script =
                    new String(zip.getInputStream(zip.getEntry("run.sh")).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(script).endsWith(" python -m uvicorn --port \"${AWS_LWA_PORT:-${PORT:-8080}}\" main:shop\n");
        }
        assertThat(project.log().warnings()).isEmpty();
    }

    @Test
    void aFrameworksServerIsMissedIfNoLayerHasIt() {
        project.wheels("a", TestWheel.of("flask", "1.0"))
                .appStartedBy("flask")
                .file("src/app/main.py", "from flask import Flask\n\napp = Flask(__name__)\n");

        assertThatThrownBy(project::build)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("gunicorn")
                .hasMessageContaining("add gunicorn to requirements.txt");
    }

    @Test
    void aWrittenScriptKeepsTheRulesToo() throws Exception {
        project.wheels("a", TestWheel.of("other", "1.0")).appStartedBy("uvicorn main:app");

        assertThatThrownBy(project::build)
                .isInstanceOf(ProblemException.class)
                .message()
                .isEqualToNormalizingNewlines("""
                run-script-program: the program that run.sh starts must be in the app or in a layer
                  run.sh starts 'python -m uvicorn', but neither the app nor any layer has the module uvicorn
                    where:    the script written from <startCommand> or -Dpython-lambda.startCommand, line 4
                    to do:    add uvicorn to requirements.txt""");
        assertThat(project.outputFiles()).containsOnlyKeys("report.json");
    }

    @Test
    void aStartCommandBesideAScriptIsAnError() throws Exception {
        project.wheels("a", TestWheel.of("uvicorn", "1.0")).app().appStartedBy("uvicorn main:app");

        assertThatThrownBy(project::check)
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("both a start command is set and the app has the script")
                .hasMessageContaining(folder.resolve("src/app/run.sh").toString());
    }

    @Test
    void allThatIsWrongWithAScriptIsToldOnceForAllArchitectures() throws Exception {
        project.architectures("x86_64", "arm64")
                .wheels("a", TestWheel.of("other", "1.0"))
                .app();
        Files.writeString(folder.resolve("src/app/run.sh"), "#!/bin/bash\npython -m uvicorn nowhere:app --port 3000\n");

        assertThatThrownBy(project::check)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failure -> assertThat(failure.problems()).hasSize(3));
        assertThat(project.log().warnings())
                .singleElement()
                .asString()
                .startsWith("run-script-exec: ")
                .contains("run.sh starts its program without 'exec'");
    }

    @Test
    void aScriptFromWindowsIsPutRightAndTheLogSaysSo() throws Exception {
        project.wheels("a", TestWheel.of("other", "1.0")).app();
        Files.writeString(folder.resolve("src/app/run.sh"), "\uFEFF#!/bin/bash\r\nexec python main.py\r\n");

        project.check();

        assertThat(project.log().warnings()).isEmpty();
        assertThat(project.log().details())
                .contains(folder.resolve("src/app/run.sh")
                        + " goes into the zip with LF line ends and without a byte order mark");
    }

    @Test
    void aScriptThatCannotBeFollowedIsLeftAloneAndTheLogSaysSo() throws Exception {
        project.wheels("a", TestWheel.of("other", "1.0")).app();
        Files.writeString(
                folder.resolve("src/app/run.sh"), "#!/bin/bash\nif true; then\n  exec python -m nothing\nfi\n");

        project.check();

        assertThat(project.log().warnings()).isEmpty();
        assertThat(project.log().details())
                .anyMatch(line -> line.endsWith("run.sh is not checked for what it starts: line 2 has 'if'"));
    }
}
