package io.github.pythonlambda.bytecode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.pythonlambda.archive.ArchiveEntry;
import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.python.CommandRunner;
import io.github.pythonlambda.python.CpythonCache;
import io.github.pythonlambda.python.HostPlatform;
import io.github.pythonlambda.python.Interpreter;
import io.github.pythonlambda.python.RuntimeInterpreters;
import io.github.pythonlambda.sharing.Uses;
import io.github.pythonlambda.target.LambdaCatalog;
import io.github.pythonlambda.testing.OnEachPython;
import io.github.pythonlambda.testing.TestInterpreters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is compiled is what Python loads, always the same, and made once. */
class BytecodeCompilerTest {

    private static final Sha256 WHEEL = Sha256.of(new byte[] {1});
    private static final Sha256 METHOD = Sha256.of(new byte[] {2});
    private static final String MODULE = "python/demo/__init__.py";

    @TempDir
    Path folder;

    private static int minor(Interpreter interpreter) {
        return Integer.parseInt(interpreter.version().split("\\.")[1]);
    }

    private static BytecodeCompiler compiler(Interpreter interpreter, int minor, Path store, int cores) {
        return new BytecodeCompiler(
                new ModuleCompiler(interpreter, minor, new CommandRunner(), store),
                new BytecodeStore(store, interpreter.version(), METHOD, new Uses()),
                interpreter.version(),
                METHOD,
                cores);
    }

    private BytecodeCompiler compiler(Interpreter interpreter) {
        return compiler(interpreter, minor(interpreter), folder.resolve("store"), 2);
    }

    /** @param files path and content by turns */
    private static ModuleSources sources(Invalidation invalidation, String... files) {
        List<ArchiveEntry> entries = new ArrayList<>();
        for (int i = 0; i < files.length; i += 2) {
            byte[] content = files[i + 1].getBytes(StandardCharsets.UTF_8);
            entries.add(new ArchiveEntry(files[i], false, new ArchiveEntry.Content.Generated(content)));
        }
        return ModuleSources.of("demo", "/opt/", invalidation, entries);
    }

    private static PackageModules wheel(String... files) {
        return new PackageModules(WHEEL, sources(Invalidation.UNCHECKED_HASH, files));
    }

    private static List<String> paths(CompiledModules modules) {
        return modules.entries().stream().map(ArchiveEntry::path).toList();
    }

    /** What a program prints that sees a module's source and its compiled form. */
    private String run(Interpreter interpreter, CompiledModules modules, String source, String program)
            throws IOException {
        Path tree = Files.createTempDirectory(folder, "tree");
        for (ArchiveEntry entry : modules.entries()) {
            Path file = tree.resolve(entry.path());
            Files.createDirectories(file.getParent());
            Files.write(file, entry.content().read());
        }
        Files.writeString(tree.resolve(MODULE), source);
        CommandRunner.Result result = new CommandRunner()
                .run(
                        new CommandRunner.Command(
                                List.of(interpreter.executable(), "-B", "-c", program),
                                tree,
                                Map.of("PYTHONPATH", tree.resolve("python").toString()),
                                List.of()),
                        line -> {});
        assertThat(result.exitCode()).as(String.join("\n", result.output())).isZero();
        return String.join("\n", result.output());
    }

    @OnEachPython
    void pythonLoadsItAndDoesNotLookAtTheSource(Interpreter interpreter) throws Exception {
        try (CompiledPackages packages = compiler(interpreter)
                .compile(List.of(wheel(MODULE, "'''Doc.'''\nassert True\nVALUE = 'compiled'\ndef where(): pass\n")))) {
            CompiledModules modules = packages.modules().get(0);

            String seen = run(
                    interpreter,
                    modules,
                    "VALUE = 'source'\n",
                    "import demo, marshal; code = marshal.loads(open(demo.__cached__, 'rb').read()[16:]);"
                            + " print(demo.VALUE, demo.__doc__, code.co_filename)");

            assertThat(seen).isEqualTo("compiled Doc. /opt/python/demo/__init__.py");
        }
    }

    @OnEachPython
    void withACheckedHashAnEditedSourceWins(Interpreter interpreter) throws Exception {
        CompiledModules modules =
                compiler(interpreter).compile(sources(Invalidation.CHECKED_HASH, MODULE, "VALUE = 'first'\n"));

        assertThat(run(interpreter, modules, "VALUE = 'edited'\n", "import demo; print(demo.VALUE)"))
                .isEqualTo("edited");
        assertThat(run(interpreter, modules, "VALUE = 'first'\n", "import demo; print(demo.VALUE)"))
                .isEqualTo("first");
        // Its flags, by PEP 552.
        assertThat(modules.entries().get(0).content().read()[4]).isEqualTo((byte) 3);
    }

    @OnEachPython
    void itIsWhatPythonsOwnCompilerWrites(Interpreter interpreter) throws Exception {
        String source = "# coding: latin-1\nNAMES = {'a', 'b', 'c'}\ndef f(x): return x in {1, 2, 'y'}\n";
        CompiledModules modules = compiler(interpreter).compile(sources(Invalidation.UNCHECKED_HASH, MODULE, source));

        String program = "import py_compile as p; p.compile('python/demo/__init__.py', cfile='own',"
                + " dfile='/opt/python/demo/__init__.py', invalidation_mode=p.PycInvalidationMode.UNCHECKED_HASH);"
                + " import glob; print(open('own', 'rb').read()[:16]"
                + " == open(glob.glob('python/demo/__pycache__/*')[0], 'rb').read()[:16])";

        assertThat(run(interpreter, modules, source, program)).isEqualTo("True");
    }

    @Test
    void theBytesDependNeitherOnTheFolderNorOnTheNumberOfCores() throws Exception {
        Interpreter interpreter = TestInterpreters.newest();
        List<PackageModules> packages = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            packages.add(new PackageModules(
                    Sha256.of(new byte[] {(byte) i}),
                    sources(
                            Invalidation.UNCHECKED_HASH,
                            "python/p%d/a.py".formatted(i),
                            "X = {'one', 'two', 'three', (%d, 'four')}\ndef f(): return X\n".formatted(i),
                            "python/p%d/b.py".formatted(i),
                            "import os\nclass C:\n    one = 'one'; f = lambda self: {'one', 'two'}\n")));
        }
        List<SortedMap<String, Sha256>> results = new ArrayList<>();
        for (int cores : List.of(1, 4)) {
            Path store = folder.resolve("store-of-" + cores);
            compiler(interpreter, minor(interpreter), store, cores)
                    .compile(packages)
                    .close();
            results.add(files(store));
        }

        assertThat(results.get(0)).hasSize(5).isEqualTo(results.get(1));
    }

    private static SortedMap<String, Sha256> files(Path store) throws IOException {
        SortedMap<String, Sha256> files = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(store)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                files.put(store.relativize(file).toString(), Sha256.ofFile(file));
            }
        }
        return files;
    }

    @Test
    void whatWasCompiledIsTakenAgainWithoutPython() throws Exception {
        Interpreter interpreter = TestInterpreters.newest();
        List<PackageModules> packages = List.of(wheel(MODULE, "A = 1\n", "python/demo/bad.py", "def (:\n"));
        Interpreter gone = new Interpreter("no-such-program", interpreter.version(), "", false);
        try (CompiledPackages first = compiler(interpreter).compile(packages);
                CompiledPackages second = compiler(gone).compile(packages)) {
            assertThat(first.fresh()).isOne();
            assertThat(second.fresh()).isZero();
            assertThat(second.modules().get(0).skipped())
                    .isEqualTo(first.modules().get(0).skipped());
            assertThat(second.modules().get(0).entries().get(0).content().read())
                    .isEqualTo(first.modules().get(0).entries().get(0).content().read());
        }
    }

    @Test
    void anythingThatMattersMakesAnotherFile() {
        BytecodeStore store = new BytecodeStore(folder, "3.14.3", METHOD, new Uses());
        PackageModules modules = wheel(MODULE, "A = 1\n");
        Path path = store.path(modules);

        assertThat(List.of(
                        new BytecodeStore(folder, "3.14.2", METHOD, new Uses()).path(modules),
                        new BytecodeStore(folder, "3.14.3", WHEEL, new Uses()).path(modules),
                        store.path(new PackageModules(METHOD, modules.sources())),
                        store.path(new PackageModules(WHEEL, sources(Invalidation.CHECKED_HASH, MODULE, "A = 1\n"))),
                        store.path(wheel("python/other/__init__.py", "A = 1\n")),
                        store.path(new PackageModules(
                                WHEEL,
                                new ModuleSources(
                                        "demo",
                                        "/var/task/",
                                        Invalidation.UNCHECKED_HASH,
                                        modules.sources().files())))))
                .doesNotContain(path)
                .doesNotHaveDuplicates();
    }

    @Test
    void aModuleThatCannotBeCompiledIsSkippedWithTheReason() throws Exception {
        CompiledModules modules = compiler(TestInterpreters.newest())
                .compile(sources(
                        Invalidation.UNCHECKED_HASH,
                        MODULE,
                        "A = 1\n",
                        "python/demo/bad.py",
                        "x = 1\ndef (:\n",
                        "python/demo/null.py",
                        "x = '\0'\n"));

        assertThat(paths(modules)).hasSize(1);
        assertThat(modules.skipped()).containsOnlyKeys("python/demo/bad.py", "python/demo/null.py");
        assertThat(modules.skipped().get("python/demo/bad.py")).isEqualTo("line 2: invalid syntax");
        assertThat(modules.skipped().get("python/demo/null.py")).contains("null bytes");
    }

    @Test
    void testsScriptsAndHeadersAreNotCompiled() {
        ModuleSources sources = sources(
                Invalidation.UNCHECKED_HASH,
                "python/demo/tests/test_a.py",
                "",
                "python/demo/test/a.py",
                "",
                "python/bin/demo.py",
                "",
                "python/include/python/demo/a.py",
                "",
                "python/demo/testing/a.py",
                "",
                "python/demo/data.txt",
                "",
                "python/demo/stub.pyi",
                "",
                "python/bin_tools/a.py",
                "");

        assertThat(sources.files()).containsOnlyKeys("python/bin_tools/a.py", "python/demo/testing/a.py");
    }

    @Test
    void aDamagedFileIsMadeAnew() throws Exception {
        BytecodeCompiler compiler = compiler(TestInterpreters.newest());
        List<PackageModules> packages = List.of(wheel(MODULE, "A = 1\n"));
        compiler.compile(packages).close();
        Path kept =
                folder.resolve("store").resolve(files(folder.resolve("store")).firstKey());
        Files.writeString(kept, "no zip");

        try (CompiledPackages again = compiler.compile(packages)) {
            assertThat(again.fresh()).isOne();
            assertThat(paths(again.modules().get(0))).hasSize(1);
        }
    }

    @Test
    void anInterpreterThatWritesAnotherFormatIsRefused() {
        Interpreter interpreter = TestInterpreters.newest();

        ProblemException failure = catchThrowableOfType(
                ProblemException.class,
                () -> compiler(interpreter, minor(interpreter) - 1, folder, 1)
                        .compile(List.of(wheel(MODULE, "A = 1\n"))));

        assertThat(failure.getMessage()).contains("compiles for another Python").contains("magic number");
    }

    @Test
    void theMagicNumbersAreThoseOfTheInterpreters() throws Exception {
        for (Interpreter interpreter : TestInterpreters.all()) {
            List<String> output = new CommandRunner()
                    .run(
                            new CommandRunner.Command(
                                    List.of(
                                            interpreter.executable(),
                                            "-c",
                                            "import importlib.util as u; print(int.from_bytes(u.MAGIC_NUMBER[:2], 'little'))"),
                                    folder,
                                    Map.of(),
                                    List.of()),
                            line -> {})
                    .output();

            assertThat(MagicNumbers.of(minor(interpreter)).orElseThrow().toString())
                    .isEqualTo(output.get(0));
        }
    }

    private ProblemException refusal(String runtime) {
        HostPlatform host = new HostPlatform(HostPlatform.System.OTHER, "any", Optional.empty());
        BytecodeCompilers compilers = new BytecodeCompilers(
                new RuntimeInterpreters(host, new CpythonCache(folder), TestInterpreters::jar, new CommandRunner()),
                new CommandRunner(),
                folder,
                TestInterpreters.newest().executable(),
                1,
                new Uses());
        return catchThrowableOfType(
                ProblemException.class,
                () -> compilers.find(
                        LambdaCatalog.load().target(runtime, "x86_64", null).runtime()));
    }

    @Test
    void aPreviewHasNoFormatYet() {
        assertThat(refusal("python3.15").getMessage())
                .startsWith("there is no bytecode for python3.15")
                .contains("<bytecode>");
    }

    @Test
    void withoutACPythonOfTheVersionTheBuildSaysWhatToDo() {
        assertThat(refusal("python3.9").getMessage())
                .startsWith("there is no Python 3.9 on this host to compile bytecode with")
                .contains("is cpython " + TestInterpreters.newest().version())
                .contains("<python>");
    }
}
