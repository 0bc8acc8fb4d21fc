package io.github.pythonlambda.build;

import io.github.pythonlambda.app.Handler;
import io.github.pythonlambda.app.InvokeMode;
import io.github.pythonlambda.cache.CacheFolders;
import io.github.pythonlambda.check.RulePolicy;
import io.github.pythonlambda.describe.AppZip;
import io.github.pythonlambda.describe.FunctionSettings;
import io.github.pythonlambda.index.IndexSettings;
import io.github.pythonlambda.packaging.GlibcVersion;
import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.pylock.LockChoice;
import io.github.pythonlambda.python.HostPlatform;
import io.github.pythonlambda.python.JarSource;
import io.github.pythonlambda.resolve.LayerSplit;
import io.github.pythonlambda.resolve.ResolveOptions;
import io.github.pythonlambda.resolve.SdistPolicy;
import io.github.pythonlambda.script.StartCommand;
import io.github.pythonlambda.target.LambdaCatalog;
import io.github.pythonlambda.target.Limits;
import io.github.pythonlambda.target.Target;
import io.github.pythonlambda.target.WebAdapterChoice;
import io.github.pythonlambda.testing.LocalIndex;
import io.github.pythonlambda.testing.RecordingLog;
import io.github.pythonlambda.testing.SealedPython;
import io.github.pythonlambda.testing.TestInterpreters;
import io.github.pythonlambda.testing.TestWheel;
import io.github.pythonlambda.uptodate.OutputFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A project in a folder, as a user has it, and its build. */
final class BuildProject {

    private static final HostPlatform HOST =
            new HostPlatform(HostPlatform.System.LINUX, "x86_64", Optional.of(new GlibcVersion(2, 39)));

    private final Path folder;
    private final LocalIndex index;
    private final RecordingLog log = new RecordingLog();
    private List<String> architectures = List.of("x86_64");
    private JarSource jars = TestInterpreters::jar;
    private HostPlatform host = HOST;
    private @Nullable String python;
    private SdistPolicy sdists = SdistPolicy.REFUSE;
    private Optional<ProjectName> explain = Optional.empty();
    private Optional<Path> wheelhouse = Optional.empty();
    private boolean withApp;
    private String finalName = AppZip.DEFAULT_NAME;
    private List<Path> sharedFolders = List.of();
    private Set<Path> written = Set.of();
    private @Nullable String startCommand;
    private ReusePolicy reuse = new ReusePolicy(Duration.ZERO, false);
    private boolean offline;
    private IndexSettings indexes = IndexSettings.NONE;
    private CheckOptions checking =
            new CheckOptions(RulePolicy.DEFAULT, LambdaCatalog.load().limits(), 0, OptionalLong.empty());
    private String runtime = "python3.13";
    private boolean bytecode;
    private LayerSplit split = LayerSplit.NONE;

    BuildProject(Path folder, LocalIndex index) {
        this.folder = folder;
        this.index = index;
        this.python =
                SealedPython.seal(TestInterpreters.newest(), folder, Map.of()).executable();
    }

    BuildProject architectures(String... ids) {
        architectures = List.of(ids);
        return this;
    }

    BuildProject runtime(String id) {
        runtime = id;
        return this;
    }

    BuildProject bytecode() {
        bytecode = true;
        return this;
    }

    /** Has layers that take packages by their names. */
    BuildProject split(LayerSplit.Part... parts) {
        split = new LayerSplit(List.of(parts));
        return this;
    }

    BuildProject limits(Limits newLimits) {
        checking = new CheckOptions(checking.rules(), newLimits, checking.otherLayersBytes(), checking.maxBytes());
        return this;
    }

    BuildProject reuse(Duration maxAge, boolean forced) {
        reuse = new ReusePolicy(maxAge, forced);
        return this;
    }

    BuildProject checking(CheckOptions options) {
        checking = options;
        return this;
    }

    BuildProject wheelhouse(Path newWheelhouse) {
        wheelhouse = Optional.of(newWheelhouse);
        return this;
    }

    BuildProject building(SdistPolicy policy) {
        sdists = policy;
        return this;
    }

    BuildProject explaining(String project) {
        explain = Optional.of(new ProjectName(project));
        return this;
    }

    BuildProject online() {
        offline = false;
        return this;
    }

    BuildProject offline() {
        offline = true;
        return this;
    }

    BuildProject indexes(IndexSettings newIndexes) {
        indexes = newIndexes;
        return this;
    }

    /** Writes the arguments of each run of Python to a file. */
    BuildProject recordingArguments(Path file) throws IOException {
        Path program = folder.resolve("recording-python");
        Files.writeString(program, "#!/bin/sh\necho \"$@\" >> '" + file + "'\nexec '" + python + "' \"$@\"\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        python = program.toString();
        return this;
    }

    /** Leaves the choice of the interpreter to the build. */
    BuildProject embeddedPython(HostPlatform newHost, JarSource newJars) {
        python = null;
        host = newHost;
        jars = newJars;
        return this;
    }

    /** Fails the test as soon as a Python is looked for. */
    BuildProject withoutAnyPython() {
        return embeddedPython(HOST, release -> {
            throw new AssertionError("a Python was looked for");
        });
    }

    BuildProject requirements(String layer, String... lines) {
        return file(
                "src/layers/" + layer + "/requirements.txt",
                "--index-url " + index.url() + "\n" + String.join("\n", lines) + "\n");
    }

    BuildProject wheels(String layer, TestWheel... wheels) {
        for (TestWheel wheel : wheels) {
            wheel.writeTo(folder.resolve("src/layers/" + layer));
        }
        return this;
    }

    /** Adds an app that the web adapter starts. */
    BuildProject app() {
        withApp = true;
        file("src/app/main.py", "app = None\n");
        return file("src/app/run.sh", "#!/bin/bash\nexec python main.py\n");
    }

    /** Adds an app without a script, which is written from a command. */
    BuildProject appStartedBy(String command) {
        withApp = true;
        startCommand = command;
        return file("src/app/main.py", "app = None\n");
    }

    BuildProject file(String path, String content) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds an app with a name of its own, and perhaps folders that it shares with others. */
    BuildProject app(String name, String... shared) {
        withApp = true;
        finalName = name;
        sharedFolders = Stream.of(shared).map(folder::resolve).toList();
        return this;
    }

    /** Makes it known what other executions have written. */
    BuildProject afterOthers(BuildResult... results) {
        written = Stream.of(results)
                .flatMap(result -> result.files().stream())
                .map(OutputFile::path)
                .collect(Collectors.toSet());
        return this;
    }

    Path output() {
        return folder.resolve("target/lambda");
    }

    Path cache() {
        return folder.resolve("cache");
    }

    RecordingLog log() {
        return log;
    }

    BuildResult build() throws ProblemException, IOException {
        return factory().create().build(request());
    }

    List<ResolvedTarget> resolve() throws ProblemException, IOException {
        return factory().create().resolve(request());
    }

    void check() throws ProblemException, IOException {
        factory().create().check(request(), Optional.empty());
    }

    void check(Path report) throws ProblemException, IOException {
        factory().create().check(request(), Optional.of(report));
    }

    private LambdaBuildFactory factory() {
        return new LambdaBuildFactory(() -> host, new CacheFolders(cache()), jars, python, log);
    }

    LockResult lock(@Nullable String upgrade) throws ProblemException, IOException {
        return factory().create().lock(request(), Upgrade.parse(upgrade));
    }

    private BuildRequest request() throws ProblemException, IOException {
        List<Target> targets = new ArrayList<>();
        for (String architecture : architectures) {
            targets.add(LambdaCatalog.load().target(runtime, architecture, null));
        }
        Optional<BuildRequest.App> app = withApp
                ? Optional.of(new BuildRequest.App(
                        folder.resolve("src/app"),
                        sharedFolders,
                        FunctionSettings.of(
                                Handler.parse(null),
                                InvokeMode.BUFFERED,
                                WebAdapterChoice.DEFAULT,
                                targets.stream().map(Target::architecture).toList()),
                        StartCommand.parse(startCommand),
                        List.of(),
                        List.of(),
                        finalName))
                : Optional.empty();
        Path layersDirectory = folder.resolve("src/layers");
        List<LayerFolders.LayerFolder> layers = LayerFolders.find(null, folder.resolve("src/layer"), layersDirectory);
        return new BuildRequest(
                targets,
                layers,
                split,
                app,
                folder,
                output(),
                Optional.empty(),
                LayerFileName.parse(null, layers.size() + split.parts().size(), targets.size()),
                LocalDateTime.of(2026, 1, 1, 0, 0),
                new ResolveOptions(offline, indexes, wheelhouse, sdists, explain),
                new LockOptions(
                        LockLocation.find(
                                layers, null, layersDirectory, targets.get(0).runtime()),
                        LockChoice.DEFAULT,
                        "mvn python-lambda:lock@web"),
                reuse,
                checking,
                bytecode,
                written);
    }

    /** All files of the output folder with their content. */
    SortedMap<String, byte[]> outputFiles() throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        if (!Files.isDirectory(output())) {
            return files;
        }
        try (Stream<Path> children = Files.list(output())) {
            for (Path child : children.toList()) {
                files.put(child.getFileName().toString(), Files.readAllBytes(child));
            }
        }
        return files;
    }
}
