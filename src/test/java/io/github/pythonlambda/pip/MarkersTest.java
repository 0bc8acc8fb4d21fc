package io.github.pythonlambda.pip;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonlambda.python.Interpreter;
import io.github.pythonlambda.target.LambdaCatalog;
import io.github.pythonlambda.testing.LocalIndex;
import io.github.pythonlambda.testing.OnEachPython;
import io.github.pythonlambda.testing.TestWheel;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Environment markers are evaluated for the function's machine, never for the one that runs pip. */
class MarkersTest {

    @TempDir
    Path folder;

    @OnEachPython
    void areEvaluatedForAnOldRuntimeOnArm(Interpreter interpreter) throws Exception {
        assertThat(chosen("python3.11", "arm64", null, interpreter))
                .containsExactly("app", "arm", "before-3-12", "in-extra-on-arm", "linux");
    }

    @OnEachPython
    void areEvaluatedForANewRuntimeOnX86(Interpreter interpreter) throws Exception {
        assertThat(chosen("python3.13", "x86_64", null, interpreter))
                .containsExactly("app", "from-3-13", "in-extra-on-x86", "linux", "only-3-13", "x86");
    }

    @OnEachPython
    void areEvaluatedForTheFullVersionThatTheUserGives(Interpreter interpreter) throws Exception {
        assertThat(chosen("python3.13", "x86_64", "3.13.99", interpreter)).contains("from-3-13-99");
    }

    private Iterable<String> chosen(String runtime, String architecture, String fullVersion, Interpreter interpreter)
            throws Exception {
        TestWheel app = TestWheel.of("app", "1.0")
                .requires("arm; platform_machine == 'aarch64'")
                .requires("in-extra-on-arm; extra == 'fast' and platform_machine == 'aarch64'")
                .requires("in-extra-on-x86; extra == 'fast' and platform_machine == 'x86_64'")
                .requires("in-other-extra; extra == 'slow'")
                .requires("only-3-13; python_full_version >= '3.13.0' and python_full_version < '3.13.1'");
        try (LocalIndex index = new LocalIndex()) {
            index.add(app);
            for (String name : new String[] {
                "arm",
                "before-3-12",
                "from-3-13",
                "from-3-13-99",
                "in-extra-on-arm",
                "in-extra-on-x86",
                "in-other-extra",
                "linux",
                "only-3-13",
                "other-system",
                "x86"
            }) {
                index.add(TestWheel.of(name, "1.0"));
            }
            PipProject project = new PipProject(folder, index)
                    .on(LambdaCatalog.load().target(runtime, architecture, fullVersion))
                    .requiring(
                            "app[fast]",
                            "before-3-12; python_version < '3.12'",
                            "from-3-13; python_version >= '3.13'",
                            "from-3-13-99; python_full_version >= '3.13.99'",
                            "linux; sys_platform == 'linux' and os_name == 'posix' and platform_system == 'Linux'",
                            "other-system; sys_platform != 'linux' or platform_release != ''",
                            "x86; platform_machine == 'x86_64'");
            return PipProject.projects(project.resolve(interpreter).of(PipProject.LAYER));
        }
    }
}
