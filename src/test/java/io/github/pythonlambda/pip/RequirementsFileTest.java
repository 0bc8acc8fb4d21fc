package io.github.pythonlambda.pip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.python.Interpreter;
import io.github.pythonlambda.resolve.Resolution;
import io.github.pythonlambda.resolve.ResolvedWheel;
import io.github.pythonlambda.testing.LocalIndex;
import io.github.pythonlambda.testing.OnEachPython;
import io.github.pythonlambda.testing.TestInterpreters;
import io.github.pythonlambda.testing.TestWheel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A layer's requirements file may use all of pip's format. */
class RequirementsFileTest {

    @TempDir
    Path folder;

    private LocalIndex index;
    private PipProject project;

    @BeforeEach
    void start() throws Exception {
        index = new LocalIndex();
        project = new PipProject(folder, index);
    }

    @AfterEach
    void stop() {
        index.close();
    }

    @OnEachPython
    void mayIncludeFilesConstraintsAndVariables(Interpreter interpreter) throws Exception {
        index.add(
                TestWheel.of("direct", "1.0").requires("indirect"),
                TestWheel.of("indirect", "1.0"),
                TestWheel.of("indirect", "2.0"),
                TestWheel.of("nested", "1.0"),
                TestWheel.of("unused", "1.0"),
                TestWheel.of("versioned", "1.0"),
                TestWheel.of("versioned", "2.0"));
        project.write("layer/more/nested.txt", "nested\n-c limits.txt\n");
        project.write("layer/more/limits.txt", "indirect<2\nunused==1.0\n");
        project.variable("PINNED", "1.0").requiring("-r more/nested.txt", "direct", "versioned==${PINNED}  # not 2.0");

        assertThat(PipProject.files(project.resolve(interpreter)))
                .containsExactly(
                        "direct-1.0-py3-none-any.whl",
                        "indirect-1.0-py3-none-any.whl",
                        "nested-1.0-py3-none-any.whl",
                        "versioned-1.0-py3-none-any.whl");
    }

    @OnEachPython
    void namesWheelsByPathsThatCountFromItsFolder(Interpreter interpreter) throws Exception {
        TestWheel.of("beside", "1.0").requires("plain; extra == 'more'").writeTo(folder.resolve("layer"));
        TestWheel.of("below", "1.0").writeTo(folder.resolve("layer/a b"));
        TestWheel.of("above", "1.0").writeTo(folder.resolve("vendor"));
        TestWheel.of("from-nested", "1.0").writeTo(folder.resolve("layer/sub"));
        index.add(TestWheel.of("plain", "1.0"));
        project.write("layer/sub/nested.txt", "./from_nested-1.0-py3-none-any.whl\n");
        project.requiring(
                "./beside-1.0-py3-none-any.whl[more]",
                "./a b/below-1.0-py3-none-any.whl",
                "above @ file:../vendor/above-1.0-py3-none-any.whl ; python_version >= '3'",
                "-r sub/nested.txt");

        Resolution resolution = project.resolve(interpreter);

        assertThat(PipProject.projects(resolution.of(PipProject.LAYER)))
                .containsExactly("above", "below", "beside", "from-nested", "plain");
        assertThat(resolution.all())
                .filteredOn(wheel -> wheel.name().canonical().equals("below"))
                .extracting(ResolvedWheel::source)
                .containsExactly(
                        folder.resolve("layer/a b/below-1.0-py3-none-any.whl").toUri());
    }

    @OnEachPython
    void mayDemandHashes(Interpreter interpreter) throws Exception {
        TestWheel wheel = TestWheel.of("demo", "1.0");
        index.add(wheel);
        project.requiring("demo==1.0 \\", "    --hash=sha256:" + wheel.sha256().hex());

        assertThat(project.resolve(interpreter).all())
                .extracting(ResolvedWheel::digest)
                .containsExactly(wheel.sha256());
    }

    @OnEachPython
    void aHashThatIsNotTheFilesFailsTheBuild(Interpreter interpreter) {
        index.add(TestWheel.of("demo", "1.0"));
        String wrong = "0".repeat(64);
        project.requiring("demo==1.0 --hash=sha256:" + wrong);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> project.resolve(interpreter))
                .withMessageContaining(
                        "a downloaded file does not have the hash that the requirements or the index give for it")
                .withMessageContaining(wrong)
                .withMessageContaining(TestWheel.of("demo", "1.0").sha256().hex());
    }

    @OnEachPython
    void mayHaveBeenWrittenOnWindows(Interpreter interpreter) throws Exception {
        index.add(TestWheel.of("demo", "1.0"), TestWheel.of("other", "1.0"));
        String text = "\uFEFF--index-url " + index.url() + "\r\n# Überschrift\r\ndemo==1.0\r\nother \\\r\n  >=1\r\n";
        project.layer(PipProject.LAYER, text.getBytes(StandardCharsets.UTF_8));

        assertThat(PipProject.projects(project.resolve(interpreter).all())).containsExactly("demo", "other");
    }

    @Test
    void mayLieInAFolderWithAnyName() throws Exception {
        Path odd = folder.resolve("a b [c]; d#e%20é");
        TestWheel.of("beside", "1.0").writeTo(odd.resolve("layer"));
        index.add(TestWheel.of("plain", "1.0"));
        project = new PipProject(odd, index).requiring("./beside-1.0-py3-none-any.whl", "plain");

        assertThat(PipProject.projects(
                        project.resolve(TestInterpreters.newest()).of(PipProject.LAYER)))
                .containsExactly("beside", "plain");
    }
}
