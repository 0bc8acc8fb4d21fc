package io.github.pythonlambda.pip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.python.Interpreter;
import io.github.pythonlambda.testing.LocalIndex;
import io.github.pythonlambda.testing.OnEachPython;
import io.github.pythonlambda.testing.TestInterpreters;
import io.github.pythonlambda.testing.TestWheel;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requirements that were exported for another machine: what they exclude, and whose hashes they lack. */
class TrapsTest {

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

    private String failure(Interpreter interpreter) {
        ProblemException failure = catchThrowableOfType(ProblemException.class, () -> project.resolve(interpreter));
        assertThat(failure).isNotNull();
        return failure.getMessage();
    }

    @OnEachPython
    void everyLineIsForAnotherPython(Interpreter interpreter) {
        project.requiring(
                "flask==2.0 ; python_full_version == \"3.8.12\"",
                "jinja2==3.0 ; python_full_version == \"3.8.12\" and sys_platform == \"linux\"");

        assertThat(failure(interpreter))
                .isEqualToNormalizingNewlines("""
                layer 'layer' would be empty for python3.13 on x86_64: the markers of all its requirements exclude it
                  where:    %s
                  expected: markers that are true for python_full_version = "3.13.0", sys_platform = "linux"
                  found:    flask==2.0; python_full_version == "3.8.12" (line 2)
                            jinja2==3.0; python_full_version == "3.8.12" and sys_platform == "linux" (line 3)
                  to do:    export the requirements for python3.13 on x86_64, or for every Python; or remove the layer""".formatted(folder.resolve("layer/requirements.txt")));
    }

    @Test
    void ofManyLinesSomeAreShown() {
        project.requiring(
                "a; os_name == 'nt'",
                "b; os_name == 'nt'",
                "c; os_name == 'nt'",
                "d; os_name == 'nt'",
                "e; os_name == 'nt'",
                "f; os_name == 'nt'",
                "g; os_name == 'nt'");

        assertThat(failure(TestInterpreters.newest()))
                .contains("(line 6)", "and 2 more", "os_name = \"posix\"")
                .doesNotContain("(line 7)");
    }

    @OnEachPython
    void theListOfHashesLacksTheFileThatFits(Interpreter interpreter) {
        TestWheel windows = TestWheel.of("demo", "1.0").tag("cp313-cp313-win_amd64");
        TestWheel linux = TestWheel.of("demo", "1.0").tag("cp313-cp313-manylinux_2_17_x86_64");
        index.add(windows, linux);
        project.requiring("demo==1.0 --hash=sha256:" + windows.sha256());

        assertThat(failure(interpreter)).isEqualToNormalizingNewlines("""
                the requirements list hashes of other files, and not of the one for python3.13 on x86_64
                  where:    %s (line 2)
                  expected: the hash of %s, which is what its index says it is:
                            sha256:%s
                  found:    hashes of %s
                  to do:    the list was made for another Python or another machine: export it again with the hashes of all files, or for python3.13 on x86_64""".formatted(
                folder.resolve("layer/requirements.txt"), linux.fileName(), linux.sha256(), windows.fileName()));
    }

    @OnEachPython
    void theOnlyHashIsThatOfTheSource(Interpreter interpreter) {
        TestWheel wheel = TestWheel.of("demo", "1.0");
        byte[] source = {1, 2, 3};
        index.add(wheel).addFile("demo", "demo-1.0.tar.gz", source);
        project.requiring("demo==1.0 --hash=sha256:" + Sha256.of(source));

        assertThat(failure(interpreter))
                .startsWith("the requirements list the hash of a source only")
                .contains("demo-1.0.tar.gz", "add --hash=sha256:" + wheel.sha256())
                .doesNotContain("tampered");
    }

    @OnEachPython
    void onlyWhatTheLinesNeedHasNoHash(Interpreter interpreter) {
        TestWheel app = TestWheel.of("app", "1.0").requires("deep>=1");
        TestWheel deep = TestWheel.of("deep", "2.0");
        index.add(app, deep);
        project.requiring("app==1.0 --hash=sha256:" + app.sha256());

        assertThat(failure(interpreter))
                .isEqualToNormalizingNewlines("""
                deep is needed without a hash, while --require-hashes or a hash of another requirement asks for one
                  where:    required by app, %s (line 2)
                  expected: a version and a hash for every package, also for those that others need
                  found:    deep-2.0-py3-none-any.whl, which would be taken for deep>=1
                  to do:    export the requirements again for python3.13 on x86_64, with the hashes of all that they need ('uv export' and 'pip-compile --generate-hashes' write them)
                            or require deep==2.0 --hash=sha256:%s""".formatted(folder.resolve("layer/requirements.txt"), deep.sha256()));
    }

    @Test
    void anOptionAsksForHashesThatNoLineHas() {
        TestWheel demo = TestWheel.of("demo", "1.0");
        index.add(demo);
        project.requiring("--require-hashes", "demo==1.0");

        assertThat(failure(TestInterpreters.newest()))
                .startsWith("demo is needed without a hash, while --require-hashes")
                .contains("(line 3)", "or require demo==1.0 --hash=sha256:" + demo.sha256());
    }

    @Test
    void aLineBesideOthersHasNoHash() {
        TestWheel hashed = TestWheel.of("hashed", "1.0");
        TestWheel pinned = TestWheel.of("pinned", "1.0");
        index.add(hashed, pinned);
        project.requiring("hashed==1.0 --hash=sha256:" + hashed.sha256(), "pinned==1.0");

        assertThat(failure(TestInterpreters.newest()))
                .startsWith("pinned is needed without a hash")
                .contains("(line 3)", "or require pinned==1.0 --hash=sha256:" + pinned.sha256());
    }

    @Test
    void aHashThatNoFileOfTheIndexHasMayBeThatOfAFileThatWasReplaced() {
        TestWheel windows = TestWheel.of("demo", "1.0").tag("cp313-cp313-win_amd64");
        index.add(windows, TestWheel.of("demo", "1.0").tag("cp313-cp313-manylinux_2_17_x86_64"));
        project.requiring("demo==1.0 --hash=sha256:" + windows.sha256() + " --hash=sha256:" + "1".repeat(64));

        assertThat(failure(TestInterpreters.newest())).contains("the file may have been tampered with");
    }

    @OnEachPython
    void aFileThatIsNotWhatItsIndexSaysMayHaveBeenTamperedWith(Interpreter interpreter) {
        TestWheel wheel = TestWheel.of("demo", "1.0");
        index.add(wheel).announcing(wheel.fileName(), "1".repeat(64));
        project.requiring("demo==1.0 --hash=sha256:" + "1".repeat(64));

        assertThat(failure(interpreter))
                .startsWith("a downloaded file does not have the hash")
                .contains("the file may have been tampered with");
    }
}
