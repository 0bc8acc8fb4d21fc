package io.github.pythonlambda.pip;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonlambda.python.Interpreter;
import io.github.pythonlambda.resolve.Resolution;
import io.github.pythonlambda.testing.LocalIndex;
import io.github.pythonlambda.testing.OnEachPython;
import io.github.pythonlambda.testing.TestInterpreters;
import io.github.pythonlambda.testing.TestWheel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All layers are resolved together, and each package goes to the first layer that needs it. */
class LayersTest {

    @TempDir
    Path folder;

    private LocalIndex index;

    @BeforeEach
    void start() throws Exception {
        index = new LocalIndex();
    }

    @AfterEach
    void stop() {
        index.close();
    }

    @OnEachPython
    void aPackageGoesToTheFirstLayerThatNeedsIt(Interpreter interpreter) throws Exception {
        index.add(
                TestWheel.of("Web-App", "1.0").requires("shared").requires("fast; extra == 'Speed_Up'"),
                TestWheel.of("fast", "1.0").requires("fast-core"),
                TestWheel.of("fast-core", "1.0"),
                TestWheel.of("shared", "1.0"),
                TestWheel.of("shared", "2.0"),
                TestWheel.of("tools", "1.0").requires("shared<2").requires("web-app"));
        PipProject project = new PipProject(folder, index)
                .layer("a-web", List.of("web_app"))
                .layer("b-tools", List.of("tools", "Web.App[speed-up]"));

        Resolution resolution = project.resolve(interpreter);

        assertThat(PipProject.names(resolution.of("a-web")))
                .containsExactly("shared-1.0-py3-none-any.whl", "Web_App-1.0-py3-none-any.whl");
        assertThat(PipProject.projects(resolution.of("b-tools"))).containsExactly("fast", "fast-core", "tools");
    }

    @OnEachPython
    void localWheelsAreResolvedWithTheRest(Interpreter interpreter) throws Exception {
        TestWheel own = TestWheel.of("own", "1.0").requires("limited<2").requires("sibling");
        index.add(
                TestWheel.of("limited", "1.0"),
                TestWheel.of("limited", "2.0"),
                TestWheel.of("own", "9.0"),
                TestWheel.of("sibling", "9.0"));
        PipProject project = new PipProject(folder, index)
                .layer("a", List.of("limited", "own"))
                .wheelLayer("b", own, TestWheel.of("sibling", "1.0"));

        Resolution resolution = project.resolve(interpreter);

        assertThat(PipProject.names(resolution.of("a")))
                .containsExactly(
                        "limited-1.0-py3-none-any.whl", "own-1.0-py3-none-any.whl", "sibling-1.0-py3-none-any.whl");
        assertThat(resolution.of("b")).isEmpty();
        assertThat(index.wheelRequests()).doesNotContain("own-9.0-py3-none-any.whl");
    }

    @OnEachPython
    void theSameWheelInTwoFoldersIsOneRequirement(Interpreter interpreter) throws Exception {
        TestWheel own = TestWheel.of("own", "1.0");
        PipProject project = new PipProject(folder, index)
                .wheelLayer("a", own, TestWheel.of("first", "1.0"))
                .wheelLayer("b", own, TestWheel.of("second", "1.0"));

        Resolution resolution = project.resolve(interpreter);

        assertThat(PipProject.projects(resolution.of("a"))).containsExactly("first", "own");
        assertThat(PipProject.projects(resolution.of("b"))).containsExactly("second");
    }

    @Test
    void theResolutionDoesNotDependOnThePythonThatRunsPip() throws Exception {
        index.add(
                TestWheel.of("app", "1.0").requires("native>=1").requires("legacy; python_version < '3.13'"),
                TestWheel.of("legacy", "1.0"),
                TestWheel.of("native", "1.0").tag("cp313-cp313-manylinux_2_17_aarch64"),
                TestWheel.of("native", "2.0").tag("cp314-cp314-manylinux_2_17_aarch64"),
                TestWheel.of("native", "3.0").tag("cp312-cp312-manylinux_2_17_aarch64"),
                TestWheel.of("other", "1.0").requiresPython("==3.13.*"),
                TestWheel.of("other", "2.0").requiresPython("!=3.13.*"));
        PipProject project = new PipProject(folder, index)
                .on("python3.13", "arm64")
                .layer("a", List.of("app"), TestWheel.of("own", "1.0").requires("other"))
                .layer("b", List.of("other"));
        List<Resolution> resolutions = new ArrayList<>();
        for (Interpreter interpreter : TestInterpreters.all()) {
            resolutions.add(project.resolve(interpreter));
        }

        assertThat(resolutions).allSatisfy(resolution -> assertThat(resolution).isEqualTo(resolutions.get(0)));
        assertThat(PipProject.files(resolutions.get(0)))
                .containsExactly(
                        "app-1.0-py3-none-any.whl",
                        "native-1.0-cp313-cp313-manylinux_2_17_aarch64.whl",
                        "other-1.0-py3-none-any.whl",
                        "own-1.0-py3-none-any.whl");
    }

    @Test
    void nothingOfARunIsLeftBehind() throws Exception {
        index.add(TestWheel.of("demo", "1.0"));
        PipProject project = new PipProject(folder, index).requiring("demo");
        project.resolve(TestInterpreters.newest());

        assertThat(project.store().root().resolveSibling("work")).isEmptyDirectory();
    }

    @OnEachPython
    void aWheelInAFolderGoesTogetherWithHashesInTheRequirements(Interpreter interpreter) throws Exception {
        TestWheel pinned = TestWheel.of("pinned", "1.0");
        index.add(pinned);
        PipProject project = new PipProject(folder, index);
        project.layer("deps", List.of("pinned==1.0 --hash=sha256:" + pinned.sha256()), TestWheel.of("own", "1.0"));

        assertThat(PipProject.files(project.resolve(interpreter)))
                .containsExactly("own-1.0-py3-none-any.whl", "pinned-1.0-py3-none-any.whl");
    }
}
