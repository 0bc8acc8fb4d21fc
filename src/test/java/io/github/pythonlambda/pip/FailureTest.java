package io.github.pythonlambda.pip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.python.Interpreter;
import io.github.pythonlambda.testing.LocalIndex;
import io.github.pythonlambda.testing.OnEachPython;
import io.github.pythonlambda.testing.TestInterpreters;
import io.github.pythonlambda.testing.TestWheel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A resolution that fails says what is wrong, where, and what to do; pip's words are shown, its stack traces never. */
class FailureTest {

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

    private String failure() {
        return failure(TestInterpreters.newest());
    }

    private String failure(Interpreter interpreter) {
        ProblemException failure = catchThrowableOfType(ProblemException.class, () -> project.resolve(interpreter));
        assertThat(failure).isNotNull();
        assertThat(failure.getMessage()).doesNotContain("Traceback", "File \"", "[notice]");
        return failure.getMessage();
    }

    private Path requirements() {
        return folder.resolve("layer/requirements.txt");
    }

    @OnEachPython
    void ofAPackageThatTheIndexDoesNotHave(Interpreter interpreter) {
        project.requiring("nowhere==1.0");

        assertThat(failure(interpreter)).isEqualToNormalizingNewlines("""
                no wheel of nowhere==1.0 can be had for python3.13 on x86_64
                  where:    %s (line 2)
                  found:    no index has files of nowhere
                  to do:    check the name in the requirements, and the indexes that are asked; leave it out if it came with an operating system, whose packages pip freeze names too""".formatted(requirements()));
    }

    @OnEachPython
    void ofRequirementsThatContradictEachOther(Interpreter interpreter) {
        index.add(
                TestWheel.of("app", "1.0").requires("shared<2"),
                TestWheel.of("shared", "1.0"),
                TestWheel.of("shared", "2.0"));
        project.requiring("app==1.0", "shared==2.0");

        assertThat(failure(interpreter)).isEqualToNormalizingNewlines("""
                the requirements of shared contradict each other for python3.13 on x86_64
                  where:    %1$s (line 3)
                            %1$s (line 2)
                  found:    shared==2.0 (line 3)
                            app 1.0 requires shared<2 (line 2)
                  to do:    change one of shared==2.0 (line 3) and app==1.0 (line 2), so that a release is left that meets all""".formatted(requirements()));
    }

    @OnEachPython
    void ofAConstraintThatContradictsWhatAPackageNeeds(Interpreter interpreter) {
        index.add(
                TestWheel.of("app", "1.0").requires("shared<2"),
                TestWheel.of("app", "1.1").requires("shared<2"),
                TestWheel.of("shared", "1.0"),
                TestWheel.of("shared", "2.0"));
        project.write("layer/constraints.txt", "shared>=2\n");
        project.requiring("-c constraints.txt", "app");

        assertThat(failure(interpreter))
                .startsWith("no release of shared meets both shared<2 and the constraint >=2")
                .contains(
                        "required by app 1.1 and 1 other release, " + requirements() + " (line 3)", "shared 2.0, 1.0");
    }

    @OnEachPython
    void ofAProjectThatIsRequiredTwiceWithoutAStrayWord(Interpreter interpreter) {
        index.add(TestWheel.of("demo", "1.0"), TestWheel.of("demo", "2.0"));
        project.requiring("demo==1.0", "demo==2.0");

        assertThat(failure(interpreter))
                .startsWith("the requirements of demo contradict each other")
                .endsWith(
                        "change one of demo==1.0 (line 2) and demo==2.0 (line 3), so that a release is left that meets"
                                + " all");
    }

    @OnEachPython
    void ofAPackageWithWheelsForOtherMachinesOnly(Interpreter interpreter) {
        index.add(
                TestWheel.of("native", "1.0").tag("cp313-cp313-win_amd64"),
                TestWheel.of("native", "2.0").tag("cp313-cp313-win_amd64"),
                TestWheel.of("native", "2.0").tag("cp313-cp313-manylinux_2_28_aarch64"),
                TestWheel.of("native", "2.0").tag("cp312-cp312-manylinux_2_28_x86_64"));
        project.requiring("native>=1");

        assertThat(failure(interpreter)).isEqualToNormalizingNewlines("""
                no wheel of native>=1 fits python3.13 on x86_64
                  where:    %s (line 2)
                  expected: a wheel for CPython 3.13 on x86_64 with glibc 2.34 or older
                  found:    native 2.0 is for CPython 3.12; it has wheels for
                            cp312-cp312-manylinux_2_28_x86_64
                            and 2 more
                  to do:    use the runtime python3.12, which can have native 2.0
                            or put a wheel that fits into the layer's folder""".formatted(requirements()));
    }

    @OnEachPython
    void ofAReleaseThatDoesNotExistWithoutAWordOnOthersThatDoNotFit(Interpreter interpreter) {
        index.add(
                TestWheel.of("native", "1.0"),
                TestWheel.of("native", "1.0").tag("cp313-cp313-win_amd64"),
                TestWheel.of("native", "2.0").tag("cp313-cp313-win_amd64"));
        project.requiring("native==3.0");

        assertThat(failure(interpreter))
                .startsWith("there is no release of native that meets native==3.0\n")
                .contains(
                        "the index has native 2.0, 1.0",
                        "check the version in the requirements; the newest with a wheel that fits is 1.0");
    }

    @OnEachPython
    void ofAPackageThatIsForOtherPythonsOnly(Interpreter interpreter) {
        index.add(TestWheel.of("demo", "1.0").requiresPython("<3.13"));
        project.requiring("demo");

        assertThat(failure(interpreter))
                .startsWith("no wheel of demo fits python3.13 on x86_64")
                .contains("demo 1.0 requires Python <3.13", "use the runtime python3.12, which can have demo 1.0");
    }

    @OnEachPython
    void ofAPackageThatHasOnlySources(Interpreter interpreter) {
        index.addFile("demo", "demo-1.0.tar.gz", new byte[] {1, 2, 3});
        project.requiring("demo");

        assertThat(failure(interpreter))
                .startsWith("no wheel of demo can be had for python3.13 on x86_64")
                .contains(
                        "the index has sources of demo 1.0, but no wheel",
                        "<sdists>demo</sdists> or -Dpython-lambda.sdists=demo",
                        "build the wheel once on a machine like the function's: pip wheel --no-deps demo==1.0 -w layer");
        assertThat(index.requests()).doesNotContain("/files/demo-1.0.tar.gz");
    }

    @OnEachPython
    void ofAnOptionThatWantsSources(Interpreter interpreter) {
        index.add(TestWheel.of("demo", "1.0")).addFile("demo", "demo-1.0.tar.gz", new byte[] {1, 2, 3});
        project.requiring("--no-binary demo", "demo");

        assertThat(failure(interpreter)).isEqualToNormalizingNewlines("""
                        demo would have to be built from source, for this machine instead of the function's
                          where:    a --no-binary option in a requirements file
                          expected: a wheel: from an index, by its URL, or as a file in the layer's folder
                          to do:    remove the --no-binary option
                                    or, if it is pure Python, let it be built here: <sdists>demo</sdists> or -Dpython-lambda.sdists=demo; pure in place of the name stands for everything""");
        assertThat(index.requests()).doesNotContain("/files/demo-1.0.tar.gz");
    }

    @OnEachPython
    void ofAFolderWithSources(Interpreter interpreter) {
        project.write("layer/own/setup.py", "open('built', 'w')");
        project.requiring("./own");

        assertThat(failure(interpreter))
                .contains(
                        folder.resolve("layer/own").toUri().getPath().replaceAll("/$", ""),
                        "would have to be built from source",
                        requirements() + " (line 2)",
                        "<sdists>pure</sdists> or -Dpython-lambda.sdists=pure",
                        "build it once on a machine like the function's");
        assertThat(folder.resolve("built")).doesNotExist();
        assertThat(folder.resolve("layer/own/built")).doesNotExist();
    }

    @OnEachPython
    void ofAnEditableFolder(Interpreter interpreter) {
        project.write("layer/own/setup.py", "open('built', 'w')");
        project.requiring("-e ./own");

        assertThat(failure(interpreter)).contains("/layer/own would have to be built from source", "(line 2)");
        assertThat(folder.resolve("built")).doesNotExist();
        assertThat(folder.resolve("layer/own/built")).doesNotExist();
    }

    @OnEachPython
    void ofAnEditableRepositoryWithoutThePrefixThatOtherLinesNeed(Interpreter interpreter) {
        project.requiring("-e git://repository.example/demo.git@abc#egg=demo");

        assertThat(failure(interpreter))
                .startsWith("demo (git+git://repository.example/demo.git@abc")
                .contains("would have to be built from source", "(line 2)");
    }

    @OnEachPython
    void ofSourcesAndOfAllElseThatIsWrongInOneGo(Interpreter interpreter) {
        index.add(
                TestWheel.of("native", "1.0").tag("cp313-cp313-win_amd64"),
                TestWheel.of("app", "1.0").requires("deep==3"),
                TestWheel.of("deep", "1.0"));
        project.requiring("demo @ git+https://repository.example/demo.git@abc", "native", "app");

        assertThat(failure(interpreter))
                .contains(
                        "demo (git+https://repository.example/demo.git@abc) would have to be built from source",
                        "no wheel of native fits python3.13 on x86_64",
                        "there is no release of deep that meets deep==3",
                        "required by app 1.0");
    }

    @OnEachPython
    void ofSourcesAndOfRequirementsThatContradictEachOther(Interpreter interpreter) {
        index.add(TestWheel.of("shared", "1.0"), TestWheel.of("shared", "2.0"));
        project.requiring("demo @ git+https://repository.example/demo.git@abc", "shared==1.0", "shared==2.0");

        assertThat(failure(interpreter))
                .contains(
                        "demo (git+https://repository.example/demo.git@abc) would have to be built from source",
                        "the requirements of shared contradict each other");
    }

    @OnEachPython
    void ofSourcesWithoutAWordOnAPackageOfTheIndexThatHasTheSameName(Interpreter interpreter) {
        index.add(
                TestWheel.of("own", "1.0").requires("deep==3"),
                TestWheel.of("app", "1.0").requires("own"),
                TestWheel.of("tool", "1.0").requires("own==7"));
        project.requiring("own @ git+https://repository.example/own.git@abc", "app", "tool");

        assertThat(failure(interpreter))
                .startsWith("own (git+https://repository.example/own.git@abc) would have to be built from source")
                .doesNotContain("deep", "own==7", "problems");
    }

    @OnEachPython
    void ofAnArchiveWithSources(Interpreter interpreter) {
        index.addFile("demo", "demo-1.0.tar.gz", new byte[] {1, 2, 3});
        String url = index.url().replace("/simple", "/files/demo-1.0.tar.gz");
        project.requiring("demo @ " + url);

        assertThat(failure(interpreter))
                .startsWith("demo (" + url + ") would have to be built from source")
                .contains("(line 2)");
        assertThat(index.requests()).doesNotContain("/files/demo-1.0.tar.gz");
    }

    @OnEachPython
    void ofALineThatIsNoRequirement(Interpreter interpreter) {
        project.requiring("demo=1.0");

        assertThat(failure(interpreter))
                .startsWith("pip cannot read a line of the requirements")
                .contains("where:    " + requirements() + " (line 2)", "found:    demo=1.0")
                .endsWith("to do:    write demo==1.0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "<<<<<<< HEAD | settle the merge conflict",
                "demo = \"^2.31\" | write the requirement as demo==1.0 or demo>=1.0,<2",
                "demo=1.0=py313_0 | write demo==1.0",
                "a demo | correct the line"
            })
    void ofALineThatIsWrittenForSomethingElse(String line, String remedy) {
        project.requiring(line);

        assertThat(failure())
                .contains("where:    " + requirements() + " (line 2)", "found:    " + line, "to do:    " + remedy);
    }

    @OnEachPython
    void ofANestedFileThatDoesNotExist(Interpreter interpreter) {
        project.requiring("-r missing.txt");

        assertThat(failure(interpreter))
                .startsWith("pip cannot resolve the requirements")
                .contains("Could not open requirements file", "missing.txt");
    }

    @OnEachPython
    void ofAnIndexThatWantsALogin(Interpreter interpreter) {
        index.add(TestWheel.of("demo", "1.0")).withLogin("reader", "secret");
        project.requiring("demo");

        assertThat(failure(interpreter)).isEqualToNormalizingNewlines("""
                the package index does not let pip in
                  where:    %1$s/demo/
                            the index is that of %2$s (line 1)
                  found:    401 Client Error: Unauthorized for url: %1$s/demo/
                  to do:    name the server of settings.xml that has the login by <serverId> in <index> or <extraIndexes>, or give pip the login as it knows it elsewhere: user and password in PIP_INDEX_URL or pip.conf, a netrc file, or keyring""".formatted(index.url(), requirements()));
    }

    @Test
    void ofALoginThatIsWrongWithoutTellingThePassword() {
        index.withLogin("reader", "secret");
        project.layer(
                PipProject.LAYER,
                ("--index-url " + index.url("reader", "guessed-word") + "\ndemo\n").getBytes(StandardCharsets.UTF_8));

        assertThat(failure()).contains("does not let pip in").doesNotContain("guessed-word");
    }

    @OnEachPython
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the environment cannot be set there")
    void ofAnIndexThatNobodyAnswersFor(Interpreter interpreter) {
        project.variable("PIP_RETRIES", "0").requiring("demo");
        index.close();

        assertThat(failure(interpreter))
                .startsWith("the package index cannot be reached")
                .contains(
                        index.url() + "/demo/",
                        "the index is that of " + requirements() + " (line 1)",
                        "Connection refused",
                        "correct or remove the address in " + requirements() + " (line 1)",
                        "check the network, the proxy (settings.xml, HTTPS_PROXY)")
                .doesNotContain("object at 0x", "Max retries", "No matching distribution");
    }

    @OnEachPython
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the environment cannot be set there")
    void ofAnIndexWhoseNameNobodyKnows(Interpreter interpreter) {
        project.variable("PIP_RETRIES", "0")
                .layer(PipProject.LAYER, "demo\n-i https://index.invalid/simple/\n".getBytes(StandardCharsets.UTF_8));

        assertThat(failure(interpreter))
                .startsWith("the package index cannot be reached")
                .contains(
                        "https://index.invalid/simple/demo/",
                        "the index is that of " + requirements() + " (line 2)",
                        "the name index.invalid is not known here: ")
                .doesNotContain("object at 0x", "HTTPSConnection", "Max retries");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503})
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the environment cannot be set there")
    void ofAnIndexThatFails(int status) {
        index.add(TestWheel.of("demo", "1.0")).answering(status);
        project.variable("PIP_RETRIES", "0").requiring("demo");

        assertThat(failure())
                .startsWith("the package index cannot be reached")
                .contains(index.url() + "/demo/", Integer.toString(status));
    }

    @OnEachPython
    void ofAWheelThatIsNotWhatTheIndexAnnounces(Interpreter interpreter) {
        TestWheel wheel = TestWheel.of("demo", "1.0");
        index.add(wheel).announcing(wheel.fileName(), "0".repeat(64));
        project.requiring("demo");

        assertThat(failure(interpreter))
                .startsWith("a downloaded file does not have the hash that the requirements or the index give for it")
                .contains("0".repeat(64), wheel.sha256().hex());
        assertThat(project.store().root())
                .as("nothing is stored, and the next attempt takes the lock again")
                .isDirectoryNotContaining(file -> !file.endsWith(".locks"));
    }

    @Test
    void ofAWheelThatIsDamaged() {
        index.addFile("demo", "demo-1.0-py3-none-any.whl", "<html>".getBytes(StandardCharsets.UTF_8));
        project.requiring("demo");

        assertThat(failure()).contains("demo-1.0-py3-none-any.whl");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the environment cannot be set there")
    void ofAPackageIsToldAlongWithAnIndexThatFailed() throws Exception {
        index.add(TestWheel.of("demo", "1.0"));
        try (LocalIndex failing = new LocalIndex().answering(403)) {
            project.requiring("--extra-index-url " + failing.url(), "demo==1.0", "demo==2.0");

            assertThat(failure())
                    .startsWith("the package index does not let pip in")
                    .contains(
                            failing.url() + "/demo/",
                            "403",
                            "there is no release of demo that meets demo==2.0",
                            "the index has demo 1.0");
        }
    }

    @OnEachPython
    void ofANestedFileThatIsNotUtf8(Interpreter interpreter) {
        project.write("deps/nested.txt", "caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        project.layer("deps", List.of("-r nested.txt"));

        assertThat(failure(interpreter))
                .contains("pip says: ", "UnicodeDecodeError")
                .doesNotContain("Traceback");
    }
}
