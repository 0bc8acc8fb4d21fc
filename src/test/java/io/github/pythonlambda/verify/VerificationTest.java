package io.github.pythonlambda.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.python.HostPlatform;
import io.github.pythonlambda.testing.TestInterpreters;
import io.github.pythonlambda.testing.TestWheel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Verifications of whole packages, with the embedded interpreter. */
@EnabledOnOs(OS.LINUX)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class VerificationTest {

    private static final String OWN_PORT = "os.environ['PORT']";

    @TempDir
    Path folder;

    private VerifyProject project;

    @BeforeEach
    void make() {
        project = new VerifyProject(folder);
    }

    @AfterEach
    void nothingIsLeftBehind() throws Exception {
        if (Files.isDirectory(project.output())) {
            assertThat(project.left()).allMatch(name -> !name.startsWith("."));
        }
        String scratch = project.output().toString();
        assertThat(ProcessHandle.allProcesses()
                        .filter(process -> process.info().arguments().stream()
                                .flatMap(Stream::of)
                                .anyMatch(argument -> argument.startsWith(scratch))))
                .isEmpty();
    }

    private Problem failure() throws Exception {
        project.build();
        ProblemException failure = catchThrowableOfType(ProblemException.class, project::verify);
        assertThat(failure).isNotNull();
        assertThat(failure.problems()).hasSize(1);
        return failure.problems().get(0);
    }

    private String success() throws Exception {
        project.build().verify();
        List<String> infos = project.log().infos;
        return infos.get(infos.size() - 1);
    }

    private String warnings() {
        return String.join("\n", project.log().warnings);
    }

    /** A real extension module of this Python, changed byte by byte. */
    private static byte[] extensionModule(String from, String to) throws IOException {
        Path library = Path.of(TestInterpreters.newest().executable()).resolveSibling("lib");
        byte[] content;
        try (Stream<Path> tree = Files.walk(library)) {
            content = Files.readAllBytes(
                    tree.filter(file -> file.getFileName().toString().startsWith("_queue."))
                            .findFirst()
                            .orElseThrow());
        }
        String text = new String(content, StandardCharsets.ISO_8859_1);
        assertThat(text).contains(from);
        return text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String extensionName(String module) {
        return "%s.cpython-3%d-%s-linux-gnu.so"
                .formatted(
                        module,
                        VerifyProject.minor(),
                        VerifyProject.hostArchitecture().machine());
    }

    @Test
    void whatWorksIsImportedAndStarted() throws Exception {
        project.layer(
                        TestWheel.of("greeting", "1.0").file("greeting/__init__.py", "WORD = 'hello'\n"),
                        TestWheel.of("unused", "1.0")
                                .file("ns/part/__init__.py", "")
                                .file("tests/test_it.py", "raise SystemExit(1)\n"))
                .server("import greeting", OWN_PORT)
                .request("/broken", 500, null)
                .request("/nothing", 404, "text of /nothing");

        assertThat(success())
                .startsWith("Verified: 3 modules of 2 packages imported, run.sh started in ")
                .endsWith(" s, GET / 200, GET /broken 500, GET /nothing 404");
        assertThat(warnings()).isEmpty();
    }

    @Test
    void aHostThatAllowsNoNamespacesGetsFoldersThatStandForThem() throws Exception {
        project.host(new HostPlatform(
                        HostPlatform.System.MACOS,
                        VerifyProject.hostArchitecture().id(),
                        Optional.empty()))
                .layer(TestWheel.of("greeting", "1.0"))
                .server("import greeting", OWN_PORT);

        assertThat(success()).contains("run.sh started in ").endsWith("GET / 200");
        assertThat(project.log().infos.get(0)).contains("in folders that stand for /opt and /var/task");
        assertThat(warnings()).contains("nothing in the zips is machine code, and it was run on macos");
    }

    @Test
    void theAppSeesLambdasEnvironmentAndNothingOfTheBuilds() throws Exception {
        project.server("""
                import sys
                assert os.environ["AWS_LAMBDA_FUNCTION_NAME"] and os.environ["_HANDLER"] == "run.sh"
                assert os.environ["PYTHONPATH"].endswith("/opt/python"), os.environ["PYTHONPATH"]
                assert os.environ["LAMBDA_TASK_ROOT"] == os.getcwd()
                assert "HOME" not in os.environ and "JAVA_HOME" not in os.environ
                try:
                    open("written", "w")
                    assert os.getuid() == 0
                except OSError:
                    pass
                import tempfile
                open(os.path.join(tempfile.gettempdir(), "written"), "w").close()
                """, OWN_PORT);

        assertThat(success()).contains("run.sh started in ");
    }

    @Test
    void aModuleThatIsMissingIsNamedWithItsTraceback() throws Exception {
        project.layer(TestWheel.of("needy", "1.0").file("needy/__init__.py", "import not_there.deeper\n"));

        Problem problem = failure();
        assertThat(problem.what())
                .isEqualTo(
                        "the module needy of needy cannot be imported: the module not_there is in no layer, not in the"
                                + " app and not in Python 3." + VerifyProject.minor());
        assertThat(problem.found())
                .contains("needy/__init__.py\", line 1")
                .endsWith("ModuleNotFoundError: No module named 'not_there'")
                .doesNotContain("lambda_import");
        assertThat(problem.remedy()).contains("requirements.txt").contains("<verifyExcludes>");
    }

    @Test
    void whatIsExcludedIsNotImported() throws Exception {
        project.layer(
                        TestWheel.of("needy", "1.0").file("needy/__init__.py", "import not_there\n"),
                        TestWheel.of("fine", "1.0"))
                .exclude("needy");

        assertThat(success()).isEqualTo("Verified: 1 module of 1 package imported");
        assertThat(project.log().infos).contains("Not imported, since <verifyExcludes> names them: needy");
    }

    @Test
    void aSharedLibraryThatIsMissingIsNamed() throws Exception {
        project.layer(TestWheel.of("fast", "1.0")
                .file("fast/__init__.py", "import fast.speed\n")
                .file("fast/" + extensionName("speed"), extensionModule("libc.so.6", "libw.so.6")));

        Problem problem = failure();
        assertThat(problem.what())
                .isEqualTo("the module fast of fast cannot be imported: the shared library libw.so.6 is neither in the"
                        + " layer nor on Lambda");
        assertThat(problem.found()).contains("ImportError: libw.so.6: cannot open shared object file");
    }

    @Test
    void aModuleForAnotherMachineIsNamed() throws Exception {
        String ownMachine = VerifyProject.hostArchitecture().id().equals("arm64") ? "\u00b7\0" : ">\0";
        String otherMachine = ownMachine.startsWith(">") ? "\u00b7\0" : ">\0";
        project.layer(TestWheel.of("fast", "1.0")
                .file("fast/__init__.py", "import fast.speed\n")
                .file(
                        "fast/" + extensionName("speed"),
                        extensionModule("\003\0" + ownMachine + "\001\0\0\0", "\003\0" + otherMachine + "\001\0\0\0")));

        assertThat(failure().what())
                .startsWith("the module fast of fast cannot be imported: ")
                .contains(extensionName("speed") + " is not for " + VerifyProject.hostArchitecture());
    }

    @Test
    void aModuleForAnotherPythonIsNamed() throws Exception {
        project.layer(TestWheel.of("fast", "1.0")
                .file("fast/__init__.py", "import fast.speed\n")
                .file("fast/speed.cpython-36m-x86_64-linux-gnu.so", "no machine code"));

        assertThat(failure().what())
                .endsWith("the module fast.speed is there for another Python or architecture only:"
                        + " fast/speed.cpython-36m-x86_64-linux-gnu.so");
    }

    @Test
    void aCrashIsTheModulesAndTheOthersAreImportedAllTheSame() throws Exception {
        project.layer(
                TestWheel.of("a-first", "1.0"),
                TestWheel.of("b-crash", "1.0")
                        .file("b_crash/__init__.py", "import os, signal\nos.kill(os.getpid(), signal.SIGSEGV)\n"),
                TestWheel.of("c-quits", "1.0").file("c_quits/__init__.py", "import os\nos._exit(7)\n"),
                TestWheel.of("d-last", "1.0").file("d_last/__init__.py", "import not_there\n"));
        project.build();
        ProblemException failure = catchThrowableOfType(ProblemException.class, project::verify);

        assertThat(failure.problems())
                .extracting(Problem::what)
                .satisfiesExactly(
                        what -> assertThat(what)
                                .isEqualTo(
                                        "the module b_crash of b-crash cannot be imported: Crash: the import ended the process"
                                                + " by signal 11 (segmentation fault)"),
                        what -> assertThat(what)
                                .contains("c_quits")
                                .endsWith("the import ended the process with status 7"),
                        what -> assertThat(what).contains("d_last").contains("not_there"));
    }

    @Test
    void whatTheInterpreterLacksIsNoFaultOfTheLayer() throws Exception {
        project.layer(
                TestWheel.of("drawing", "1.0").file("drawing/__init__.py", "import _tkinter\n"),
                TestWheel.of("cloud", "1.0").file("cloud/__init__.py", "import boto3\n"));

        assertThat(success()).isEqualTo("Verified: 0 modules of 0 packages imported");
        assertThat(warnings())
                .contains(
                        "the module drawing of drawing: this host's Python lacks _tkinter; it is no part of the layer")
                .contains("the module cloud of cloud: it needs boto3, which is in no layer; Lambda's runtime has one");
    }

    @Test
    void aCrashAtTheStartIsToldWithWhatWasPrinted() throws Exception {
        project.server("print('before', flush=True)\nraise ValueError('no configuration')", OWN_PORT);

        Problem problem = failure();
        assertThat(problem.what())
                .startsWith("run.sh ends by itself, with status 1 after ")
                .endsWith(": ValueError: no configuration");
        assertThat(problem.found()).startsWith("before").endsWith("ValueError: no configuration");
    }

    @Test
    void aServerThatIsInNoLayerIsNamed() throws Exception {
        project.app("run.sh", "#!/bin/sh\nexec python -m uvicorn --port $PORT main:app\n")
                .app("main.py", "app = None\n");

        Problem problem = failure();
        assertThat(problem.what()).contains("the module uvicorn is in no layer");
        assertThat(problem.remedy()).contains("'uvicorn' to requirements.txt");
    }

    @Test
    void aScriptThatEndsIsNoServer() throws Exception {
        project.app("run.sh", "#!/bin/sh\necho done\n");

        Problem problem = failure();
        assertThat(problem.what())
                .startsWith("run.sh ends by itself, with status 0 after ")
                .endsWith(" s");
        assertThat(problem.found()).isEqualTo("done");
    }

    @Test
    void aWrongPortIsToldWithTheRightOne() throws Exception {
        int other;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            other = socket.getLocalPort();
        }
        project.server("", Integer.toString(other)).startTimeout(3);

        Problem problem = failure();
        assertThat(problem.what()).matches("run\\.sh does not answer on port [0-9]+ within 3 s");
        assertThat(problem.expected()).startsWith("HTTP on the port that the environment variable PORT has, here ");
        assertThat(problem.found()).startsWith("it listens on " + other);
        assertThat(problem.remedy()).isEqualTo("listen on ${PORT} in run.sh");
    }

    @Test
    void aPathThatFailsIsNotReady() throws Exception {
        project.server("", OWN_PORT).readinessPath("/broken").startTimeout(2);

        Problem problem = failure();
        assertThat(problem.what()).isEqualTo("run.sh is not ready after 2 s: GET /broken gets status 500");
        assertThat(problem.found()).isEqualTo("text of /broken");
    }

    @Test
    void answersAreCompared() throws Exception {
        project.server("", OWN_PORT).request("/nothing", 200, null).request("/x", 200, "other");
        project.build();
        ProblemException failure = catchThrowableOfType(ProblemException.class, project::verify);

        assertThat(failure.problems())
                .extracting(Problem::what)
                .containsExactly(
                        "GET /nothing gets another status than wanted", "GET /x gets another text than wanted");
        assertThat(failure.problems().get(0).found()).startsWith("status 404");
    }

    @Test
    void theModuleThatTheScriptNamesIsImported() throws Exception {
        project.server("", OWN_PORT)
                .app("run.sh", "#!/bin/sh\n# for web.main:app\nexec python -m server web.main:app\n")
                .app("web/main.py", "application = 1\n");

        Problem problem = failure();
        assertThat(problem.what())
                .isEqualTo(
                        "web.main:app of the app cannot be imported: AttributeError: module 'web.main' has no attribute"
                                + " 'app'");
    }

    @Test
    void aProgramThatIgnoresItsEndIsKilledWithItsChildren() throws Exception {
        project.server("import signal\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)", OWN_PORT);
        project.app("run.sh", "#!/bin/sh\ntrap '' TERM\npython -m server &\nwait\nwait\n");

        assertThat(success()).endsWith("GET / 200");
        assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive))
                .isEmpty();
    }

    @Test
    void aServerThatOutlivesItsScriptIsEnded() throws Exception {
        String mark = "outlives-" + folder.getFileName();
        project.server("", OWN_PORT).app("run.sh", "#!/bin/sh\npython -m server " + mark + " &\nexit 0\n");

        assertThat(failure().what()).startsWith("run.sh ends by itself, with status 0");
        assertThat(ProcessHandle.allProcesses()
                        .filter(process ->
                                process.info().commandLine().orElse("").contains(mark)))
                .isEmpty();
    }

    @Test
    void aHandlerIsLoadedFromTheLayersAsLambdaLoadsIt() throws Exception {
        project.layer(TestWheel.of("greeting", "1.0").file("site_hook.pth", "import greeting; greeting.HOOKED = 1\n"))
                .app(
                        "shop/main.py",
                        "import greeting\nassert greeting.HOOKED\n\ndef handler(event, context):\n    pass\n")
                .handler("shop/main.handler");

        assertThat(success())
                .startsWith("Verified: 1 module of 1 package imported, shop/main.handler loaded in ")
                .endsWith(" s");
    }

    @Test
    void aHandlerIsCalledWithTheEvent() throws Exception {
        project.app("main.py", """
                def handler(event, context):
                    assert context.get_remaining_time_in_millis() > 0
                    return {"name": event["name"], "function": context.function_name}
                """).handler("main.handler").event("{\"name\": \"\u00e4\"}");

        assertThat(success()).contains("returned {\"name\": \"\u00e4\", \"function\": \"verify\"} in ");
    }

    @Test
    void aHandlerThatFailsIsTold() throws Exception {
        project.app("main.py", "def handler(event, context):\n    return event['missing']\n")
                .handler("main.handler")
                .event("{}");

        Problem problem = failure();
        assertThat(problem.what()).isEqualTo("the handler main.handler fails with the event: KeyError: 'missing'");
        assertThat(problem.found()).contains("/main.py\", line 2, in handler");
    }

    @Test
    void whatAHandlerReturnsHasToBeJson() throws Exception {
        project.app("main.py", "def handler(event, context):\n    return {1, 2}\n")
                .handler("main.handler")
                .event("{}");

        assertThat(failure().what()).endsWith("TypeError: Object of type set is not JSON serializable");
    }

    @Test
    void aHandlerThatIsNotThereIsTold() throws Exception {
        project.app("main.py", "def other(event, context):\n    pass\n").handler("main.handler");

        assertThat(failure().what())
                .isEqualTo(
                        "the handler main.handler of the app cannot be imported: AttributeError: module 'main' has no"
                                + " attribute 'handler'");
    }

    @Test
    void forAForeignMachineOnlyPureModulesAreProved() throws Exception {
        project.architecture(VerifyProject.foreignArchitecture())
                .layer(
                        TestWheel.of("pure", "1.0"),
                        TestWheel.of("fast", "1.0")
                                .file("fast/__init__.py", "import fast.speed\n")
                                .file("fast/speed.abi3.so", "machine code"),
                        TestWheel.of("user", "1.0").file("user/__init__.py", "from fast.speed import run\n"))
                .server("import fast", OWN_PORT);

        assertThat(success()).isEqualTo("Verified: 1 module of 1 package imported");
        assertThat(warnings())
                .contains("Not proved for ")
                .contains("not loaded, since they have machine code for " + VerifyProject.foreignArchitecture())
                .contains(": fast")
                .contains("the module user of user: it needs the machine code of fast")
                .contains("run.sh was not started: machine code in the zips does not run on this host");
    }

    @Test
    void withoutMachineCodeAForeignArchitectureIsStartedToo() throws Exception {
        project.architecture(VerifyProject.foreignArchitecture())
                .layer(TestWheel.of("pure", "1.0"))
                .server("import pure", OWN_PORT);

        assertThat(success()).contains("run.sh started in ");
        assertThat(warnings()).contains("nothing in the zips is machine code, and it was run on linux");
    }

    @Test
    void aFaultOfAPureModuleIsAnErrorOnAForeignMachineToo() throws Exception {
        project.architecture(VerifyProject.foreignArchitecture())
                .layer(
                        TestWheel.of("fast", "1.0").file("fast/speed.abi3.so", "machine code"),
                        TestWheel.of("needy", "1.0").file("needy/__init__.py", "import not_there\n"));

        assertThat(failure().what()).contains("the module not_there is in no layer");
    }

    @Test
    void withoutAManifestTheGoalToRunIsNamed() {
        ProblemException failure = catchThrowableOfType(ProblemException.class, project::verify);

        assertThat(failure.problems().get(0).what()).isEqualTo("there is nothing to verify");
        assertThat(failure.problems().get(0).remedy()).contains("run the goal package");
    }

    @Test
    void theManifestOfAnotherAppIsNotTakenForTheOneAskedFor() throws Exception {
        project.layer(TestWheel.of("pure", "1.0")).build();
        Path output = project.output();
        Files.move(output.resolve("manifest.json"), output.resolve("orders-manifest.json"));
        ProblemException failure = catchThrowableOfType(ProblemException.class, project::verify);

        assertThat(failure.problems().get(0).found()).isEqualTo("orders-manifest.json");
        assertThat(failure.problems().get(0).remedy()).contains("<finalName> or -Dpython-lambda.finalName");
    }

    @Test
    void aManifestOfAnotherVersionIsNotRead() throws Exception {
        project.layer(TestWheel.of("pure", "1.0")).build();
        Path manifest = project.output().resolve("manifest.json");
        Files.writeString(
                manifest, Files.readString(manifest).replace("\"schemaVersion\" : 1", "\"schemaVersion\" : 2"));
        ProblemException failure = catchThrowableOfType(ProblemException.class, project::verify);

        assertThat(failure.problems().get(0).what()).isEqualTo("the manifest is of another version of the plugin");
        assertThat(failure.problems().get(0).found()).isEqualTo("schemaVersion 2");
    }

    @Test
    void aZipThatWasChangedIsNotVerified() throws Exception {
        project.layer(TestWheel.of("pure", "1.0")).build();
        Path zip = project.output().resolve("layer-" + VerifyProject.hostArchitecture() + ".zip");
        Files.write(zip, new byte[] {1, 2, 3});
        ProblemException failure = catchThrowableOfType(ProblemException.class, project::verify);

        assertThat(failure.problems().get(0).what()).isEqualTo("a zip is not the one that the manifest describes");
    }

    @Test
    void withBytecodeBothTimesAreTold() throws Exception {
        TestWheel wheel = TestWheel.of("slow", "1.0")
                .file("slow/__init__.py", "import time\ntime.sleep(0.02)\n")
                .file("slow/__pycache__/__init__.cpython-3%d.pyc".formatted(VerifyProject.minor()), "any");
        VerifyProject project = new VerifyProject(folder)
                .layer(wheel)
                .app("main.py", "def handler(event, context): pass\n")
                .handler("main.handler")
                .build();

        project.verify();

        assertThat(project.log().infos)
                .contains("Time to import without and with bytecode, on this host:")
                .anyMatch(line -> line.matches(" +[0-9]+ ms +[0-9]+ ms  slow"))
                .anyMatch(line -> line.matches(" +[0-9]+ ms +[0-9]+ ms  all packages"))
                .noneMatch(line -> line.contains("without bytecode as on Lambda"));
    }
}
