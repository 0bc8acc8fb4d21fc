package io.github.pythonlambda.pip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.python.Interpreter;
import io.github.pythonlambda.resolve.Resolution;
import io.github.pythonlambda.resolve.ResolvedWheel;
import io.github.pythonlambda.resolve.SourceTree;
import io.github.pythonlambda.testing.LocalIndex;
import io.github.pythonlambda.testing.OnEachPython;
import io.github.pythonlambda.testing.TestInterpreters;
import io.github.pythonlambda.testing.TestSource;
import io.github.pythonlambda.testing.TestWheel;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Sources are built where the policy allows it, once for each state, and only wheels for any machine are taken. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the environment cannot be set there")
class SourcesTest {

    @TempDir
    Path folder;

    private LocalIndex index;
    private PipProject project;

    @BeforeEach
    void start() throws Exception {
        index = new LocalIndex();
        project = new PipProject(folder, index)
                .variable("BUILDS", folder.resolve("builds").toString());
    }

    @AfterEach
    void stop() {
        index.close();
    }

    private String failure(Interpreter interpreter) {
        ProblemException failure = catchThrowableOfType(ProblemException.class, () -> project.resolve(interpreter));
        assertThat(failure).isNotNull();
        assertThat(failure.getMessage()).doesNotContain("Traceback", "File \"");
        return failure.getMessage();
    }

    /** One line for each wheel that a backend was asked for. */
    private List<String> builds() throws IOException {
        Path log = folder.resolve("builds");
        return Files.exists(log) ? Files.readAllLines(log) : List.of();
    }

    private void sdist(TestSource source) {
        index.addFile(source.name(), source.fileName(), source.bytes());
    }

    private static ResolvedWheel only(Resolution resolution) {
        assertThat(resolution.all()).hasSize(1);
        return resolution.all().get(0);
    }

    @OnEachPython
    void anSdistOfAnIndexIsBuiltOnce(Interpreter interpreter) throws Exception {
        TestSource source = TestSource.of("demo-app", "1.0").requires("other>=1");
        sdist(source);
        index.add(TestWheel.of("other", "1.0"));
        project.building("pure").requiring("demo-app");

        Resolution first = project.resolve(interpreter);

        assertThat(PipProject.files(first))
                .containsExactly("demo_app-1.0-py3-none-any.whl", "other-1.0-py3-none-any.whl");
        ResolvedWheel wheel = first.all().get(0);
        assertThat(wheel.digest()).isEqualTo(Sha256.ofFile(Path.of(wheel.source())));
        assertThat(wheel.builtFrom().orElseThrow()).isInstanceOfSatisfying(SourceTree.Sdist.class, sdist -> {
            assertThat(sdist.url().toString()).endsWith("/files/demo_app-1.0.tar.gz");
            assertThat(sdist.digest()).isEqualTo(digest(source.bytes()));
        });
        assertThat(builds()).containsExactly("demo-app 1.0 318211200 0");

        index.forgetRequests();
        assertThat(project.resolve(interpreter)).isEqualTo(first);
        assertThat(builds()).hasSize(1);
        assertThat(index.requests()).doesNotContain("/files/demo_app-1.0.tar.gz");
    }

    private static Sha256 digest(byte[] content) {
        MessageDigest digest = Sha256.newDigest();
        digest.update(content);
        return Sha256.of(digest);
    }

    @OnEachPython
    void anSdistThatWasBuiltIsFoundOffline(Interpreter interpreter) throws Exception {
        sdist(TestSource.of("demo", "1.0"));
        project.building("demo").requiring("demo");
        project.resolve(interpreter);
        index.close();

        assertThat(PipProject.files(project.offline().resolve(interpreter)))
                .containsExactly("demo-1.0-py3-none-any.whl");
        assertThat(builds()).hasSize(1);
    }

    @OnEachPython
    void anOlderReleaseWithAWheelIsPreferred(Interpreter interpreter) throws Exception {
        index.add(TestWheel.of("demo", "1.0"));
        sdist(TestSource.of("demo", "2.0"));
        project.building("pure").requiring("demo");

        assertThat(PipProject.files(project.resolve(interpreter))).containsExactly("demo-1.0-py3-none-any.whl");
        assertThat(builds()).isEmpty();
    }

    @OnEachPython
    void aNamedProjectAloneIsBuilt(Interpreter interpreter) throws Exception {
        sdist(TestSource.of("demo", "1.0"));
        sdist(TestSource.of("other", "1.0"));
        project.building("Demo").requiring("demo", "other");

        assertThat(failure(interpreter))
                .startsWith("no wheel of other can be had")
                .contains("<sdists>other</sdists>")
                .doesNotContain("no wheel of demo");
    }

    @OnEachPython
    void aReleaseWithWheelsForOtherMachinesIsNotBuiltUnlessItIsNamed(Interpreter interpreter) throws Exception {
        index.add(TestWheel.of("demo", "1.0").tag("cp313-cp313-win_amd64"));
        sdist(TestSource.of("demo", "1.0"));
        project.building("pure").requiring("demo");

        assertThat(failure(interpreter)).startsWith("no wheel of demo fits python3.13 on x86_64");
        assertThat(builds()).isEmpty();
        assertThat(PipProject.files(project.building("demo").resolve(interpreter)))
                .containsExactly("demo-1.0-py3-none-any.whl");
    }

    @OnEachPython
    void aBuildThatEndsInABinaryIsRefused(Interpreter interpreter) {
        sdist(TestSource.of("native", "1.0").tag("cp313-cp313-linux_x86_64"));
        project.building("pure").requiring("native");

        assertThat(failure(interpreter))
                .startsWith("native (http://127.0.0.1:")
                .contains(
                        "was built from source, and the result does not run on every machine",
                        "(line 2)",
                        "found:    native-1.0-cp313-cp313-linux_x86_64.whl",
                        "build it once on a machine like the function's");
        assertThat(folder.resolve("cache/built/sdist")).isEmptyDirectory();
    }

    @Test
    void aPureWheelForNewerPythonsIsRefusedForAnOlderOneAlsoIfItWasBuiltBefore() throws Exception {
        sdist(TestSource.of("demo", "1.0").tag("py312-none-any"));
        project.building("pure").requiring("demo");

        assertThat(project.on("python3.13", "arm64")
                        .resolve(TestInterpreters.newest())
                        .all())
                .hasSize(1);
        project.on("python3.11", "arm64");
        assertThat(failure(TestInterpreters.newest())).contains("found:    demo-1.0-py312-none-any.whl");
        assertThat(builds()).hasSize(1);
    }

    @OnEachPython
    void aBuildThatFailsIsToldInTheBackendsWords(Interpreter interpreter) {
        sdist(TestSource.of("demo", "1.0").file("backend.py", "raise SystemExit('the backend has no mind to')"));
        project.building("pure").requiring("demo");

        assertThat(failure(interpreter)).contains("cannot be built", "the backend has no mind to", "(line 2)");
    }

    @OnEachPython
    void aFolderIsBuiltAgainWhenAFileChanges(Interpreter interpreter) throws Exception {
        TestSource source = TestSource.of("common", "1.0").requires("other");
        Path sources = source.writeTo(folder.resolve("deps/libs/common"));
        index.add(TestWheel.of("other", "1.0"));
        project.building("pure").layer("deps", List.of("./libs/common"));

        Resolution first = project.resolve(interpreter);
        assertThat(PipProject.files(first))
                .containsExactly("common-1.0-py3-none-any.whl", "other-1.0-py3-none-any.whl");
        assertThat(first.of("deps")).hasSize(2);
        assertThat(first.all().get(0).builtFrom()).contains(new SourceTree.Directory(sources.toRealPath(), false));

        Files.createDirectories(sources.resolve("__pycache__"));
        Files.writeString(sources.resolve("__pycache__/backend.cpython-313.pyc"), "x");
        Files.createDirectories(sources.resolve("build/lib"));
        Files.writeString(sources.resolve("build/lib/old.txt"), "x");
        assertThat(project.resolve(interpreter)).isEqualTo(first);
        assertThat(builds()).hasSize(1);

        Files.writeString(sources.resolve("data.txt"), "changed\n");
        assertThat(project.resolve(interpreter).all().get(0).digest())
                .isNotEqualTo(first.all().get(0).digest());
        assertThat(builds()).hasSize(2);

        Files.writeString(sources.resolve("data.txt"), "data\n");
        assertThat(project.resolve(interpreter)).isEqualTo(first);
        assertThat(builds()).hasSize(2);
    }

    @OnEachPython
    void aFolderMayHaveExtrasAndAMarkerAndBeRequiredByE(Interpreter interpreter) throws Exception {
        TestSource.of("common", "1.0")
                .requires("fast; extra == 'extra'")
                .writeTo(folder.resolve("deps/my libs/common"));
        TestSource.of("linked", "1.0").writeTo(folder.resolve("deps/linked"));
        TestSource.of("skipped", "1.0").writeTo(folder.resolve("deps/skipped"));
        index.add(TestWheel.of("fast", "1.0"));
        project.building("pure")
                .layer(
                        "deps",
                        List.of(
                                "./my libs/common[extra]",
                                "-e linked ; python_version >= \"3\"",
                                "./skipped ; python_version < \"3\""));

        Resolution resolution = project.resolve(interpreter);

        assertThat(PipProject.projects(resolution.of("deps"))).containsExactly("common", "fast", "linked");
        assertThat(resolution.all().get(2).builtFrom())
                .contains(new SourceTree.Directory(folder.resolve("deps/linked").toRealPath(), true));
        try (Stream<Path> litter = Files.list(folder.resolve("deps/linked"))) {
            assertThat(litter.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("pyproject.toml", "backend.py", "data.txt");
        }
    }

    @OnEachPython
    void aFolderOfANamedProjectIsBuiltByTheNameItDeclares(Interpreter interpreter) throws Exception {
        TestSource.of("common", "1.0").writeTo(folder.resolve("layer/common"));
        TestSource.of("secret", "1.0").writeTo(folder.resolve("layer/secret"));
        project.building("common").requiring("./common", "./secret");

        assertThat(failure(interpreter))
                .contains("/layer/secret would have to be built")
                .doesNotContain("/layer/common");
        assertThat(builds()).isEmpty();
    }

    @OnEachPython
    void anArchiveIsBuiltIfItHasTheHashThatItsUrlGives(Interpreter interpreter) throws Exception {
        TestSource source = TestSource.of("demo", "1.0");
        sdist(source);
        String url = index.url().replace("/simple", "/files/demo-1.0.tar.gz");
        String digest = digest(source.bytes()).hex();
        project.building("demo").requiring("demo @ " + url + "#sha256=" + digest);

        assertThat(only(project.resolve(interpreter)).builtFrom().orElseThrow())
                .isInstanceOfSatisfying(
                        SourceTree.Archive.class,
                        archive -> assertThat(archive.digest().hex()).isEqualTo(digest));
        assertThat(project.offline().resolve(interpreter).all()).hasSize(1);
        assertThat(builds()).hasSize(1);

        PipProject wrong = new PipProject(folder.resolve("wrong"), index)
                .building("demo")
                .requiring("demo @ " + url + "#sha256=" + "0".repeat(64));
        assertThat(catchThrowableOfType(ProblemException.class, () -> wrong.resolve(interpreter)))
                .hasMessageContaining("does not have the hash")
                .hasMessageContaining("0".repeat(64));
        assertThat(builds()).hasSize(1);
    }

    @OnEachPython
    void aLoginInAUrlStaysOutOfTheResult(Interpreter interpreter) throws Exception {
        sdist(TestSource.of("demo", "1.0"));
        index.withLogin("reader", "secret-word");
        String url = index.url("reader", "secret-word").replace("/simple", "/files/demo-1.0.tar.gz");
        project.building("pure").requiring("demo @ " + url);

        Resolution resolution = project.resolve(interpreter);

        assertThat(only(resolution).builtFrom()).isPresent();
        assertThat(resolution.toString()).doesNotContain("secret-word");
        assertThat(project.details()).noneMatch(line -> line.contains("secret-word"));
    }

    @Test
    void aNewerReleaseThatIsASourceIsToldToBeHeldBack() throws Exception {
        index.add(TestWheel.of("demo", "1.0"));
        sdist(TestSource.of("demo", "2.0"));
        project.building("pure").requiring("demo");

        assertThat(project.resolve(TestInterpreters.newest()).heldBack())
                .singleElement()
                .hasToString("demo 1.0; 2.0 has sources only, and no wheel");
    }

    @Test
    void whatFailsAndWhatIsMissingAreToldTogetherAndNothingIsBuiltTwice() throws Exception {
        TestSource.of("native", "1.0").tag("cp313-cp313-linux_x86_64").writeTo(folder.resolve("layer/native"));
        index.add(TestWheel.of("windows", "1.0").tag("cp313-cp313-win_amd64"));
        project.building("pure").requiring("./native", "windows");

        assertThat(failure(TestInterpreters.newest()))
                .contains("/layer/native was built from source", "no wheel of windows fits");
        assertThat(builds()).hasSize(1);
    }

    @OnEachPython
    void hashesOfARequirementAreThoseOfTheSource(Interpreter interpreter) throws Exception {
        TestSource source = TestSource.of("demo", "1.0");
        sdist(source);
        String digest = digest(source.bytes()).hex();
        project.building("pure").requiring("demo==1.0 --hash=sha256:" + digest);
        assertThat(PipProject.files(project.resolve(interpreter))).containsExactly("demo-1.0-py3-none-any.whl");

        PipProject other = new PipProject(Files.createDirectory(folder.resolve("other")), index)
                .building("pure")
                .requiring("demo==1.0 --hash=sha256:" + "0".repeat(64));
        assertThat(catchThrowableOfType(ProblemException.class, () -> other.resolve(interpreter)))
                .hasMessageContaining("does not have the hash");
        assertThat(builds()).hasSize(1);
    }

    @OnEachPython
    void aRepositoryIsBuiltOncePerCommit(Interpreter interpreter) throws Exception {
        Path repository = TestSource.of("demo", "1.0").writeTo(folder.resolve("repository"));
        git(repository, "init", "--quiet", "--initial-branch=main");
        git(repository, "add", ".");
        git(repository, "-c", "user.name=t", "-c", "user.email=t@example", "commit", "--quiet", "-m", "first");
        String url = "git+" + repository.toUri();
        project.building("demo").requiring(url + "@main#egg=demo");

        Resolution first = project.resolve(interpreter);
        SourceTree.Vcs vcs = (SourceTree.Vcs) only(first).builtFrom().orElseThrow();
        assertThat(vcs.type()).isEqualTo("git");
        assertThat(vcs.requestedRevision()).contains("main");
        assertThat(vcs.commitId()).matches("[0-9a-f]{40}");
        assertThat(project.resolve(interpreter)).isEqualTo(first);
        assertThat(builds()).hasSize(1);

        PipProject offline = new PipProject(folder, index)
                .building("demo")
                .layer("pinned", List.of(url + "@" + vcs.commitId() + "#egg=demo"))
                .offline();
        assertThat(only(offline.resolve(interpreter)).digest())
                .isEqualTo(only(first).digest());
        assertThat(catchThrowableOfType(
                        ProblemException.class, () -> project.offline().resolve(interpreter)))
                .hasMessageContaining("the build is offline, so ");
    }

    private void git(Path directory, String... arguments) throws Exception {
        List<String> command =
                Stream.concat(Stream.of("git"), Stream.of(arguments)).toList();
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
    }

    @OnEachPython
    void aNoBinaryLineIsHeededForAProjectThatMayBeBuilt(Interpreter interpreter) throws Exception {
        index.add(TestWheel.of("demo", "1.0"));
        sdist(TestSource.of("demo", "1.0"));
        project.building("demo").requiring("--no-binary demo", "demo");

        assertThat(only(project.resolve(interpreter)).builtFrom()).isPresent();
    }

    @OnEachPython
    void everythingThatIsRefusedIsToldInOneGo(Interpreter interpreter) {
        TestSource.of("one", "1.0").writeTo(folder.resolve("layer/one"));
        TestSource.of("two", "1.0").writeTo(folder.resolve("layer/two"));
        project.requiring("./one", "./two", "three @ git+https://git.example/three");

        assertThat(failure(interpreter))
                .contains(
                        "/layer/one would have",
                        "/layer/two would have",
                        "three (git+https://git.example/three) would");
    }

    @OnEachPython
    void sourcesOfALockAreBuiltWithoutWhatTheyDependOn(Interpreter interpreter) throws Exception {
        TestSource one = TestSource.of("one", "1.0").requires("none-such");
        sdist(one);
        Path two = TestSource.of("two", "2.0").writeTo(folder.resolve("two"));
        URI url = URI.create(index.url().replace("/simple", "/files/one-1.0.tar.gz"));
        Map<ProjectName, SourceTree> sources = Map.of(
                new ProjectName("one"), new SourceTree.Archive(url, digest(one.bytes()), Optional.empty()),
                new ProjectName("two"), new SourceTree.Directory(two.toRealPath(), false));

        List<ResolvedWheel> wheels = project.building("pure").build(interpreter, sources);

        assertThat(PipProject.names(wheels)).containsExactly("one-1.0-py3-none-any.whl", "two-2.0-py3-none-any.whl");
        assertThat(wheels).allSatisfy(wheel -> assertThat(wheel.builtFrom()).contains(sources.get(wheel.name())));
        index.close();
        assertThat(project.offline().build(interpreter, sources)).isEqualTo(wheels);
        assertThat(catchThrowableOfType(
                        ProblemException.class, () -> project.building("refuse").build(interpreter, sources)))
                .hasMessageContaining("two (" + two.toRealPath())
                .hasMessageContaining("one (" + url + ") would have to be built from source");
    }

    @Test
    void whatTwoLayersShareGoesToTheFirst() throws Exception {
        TestSource.of("common", "1.0").requires("other").writeTo(folder.resolve("libs/common"));
        index.add(TestWheel.of("other", "1.0"), TestWheel.of("last", "1.0"));
        project.building("pure")
                .layer("a", List.of("../libs/common"))
                .layer("b", List.of("common @ " + folder.resolve("libs/common").toUri(), "last"));

        Resolution resolution = project.resolve(TestInterpreters.newest());

        assertThat(PipProject.projects(resolution.of("a"))).containsExactly("common", "other");
        assertThat(PipProject.projects(resolution.of("b"))).containsExactly("last");
        assertThat(resolution.roots().get("a")).contains(new ProjectName("common").canonical());
    }

    @Test
    void aLoginOfAnIndexIsInNoArgumentOfABuild() throws Exception {
        index.withLogin("reader", "secret-word");
        TestSource source = TestSource.of("demo", "1.0").file("backend.py", """
                import os
                import sys

                def parent(pid):
                    with open("/proc/%s/stat" % pid) as f:
                        return f.read().rpartition(")")[2].split()[1]

                def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
                    pid, found = "self", ""
                    while pid not in ("0", "1"):
                        with open("/proc/%s/cmdline" % pid) as f:
                            found += f.read()
                        pid = parent(pid)
                    with open(os.environ["NETRC"]) as f:
                        netrc = f.read()
                    sys.exit("ARGUMENTS %s NETRC %s INDEX %s" % (
                        "secret-word" in found, "secret-word" in netrc, os.environ["PIP_INDEX_URL"]))
                """);
        sdist(source);
        project.building("pure")
                .layer(
                        "layer",
                        ("--index-url " + index.url("reader", "secret-word") + "\ndemo\n")
                                .getBytes(StandardCharsets.UTF_8));

        assertThat(failure(TestInterpreters.newest()))
                .contains("ARGUMENTS False NETRC True INDEX " + index.url())
                .doesNotContain("secret-word");
    }
}
