package io.github.pythonlambda.build;

import io.github.pythonlambda.app.Handler;
import io.github.pythonlambda.packaging.GlibcVersion;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.python.HostPlatform;
import io.github.pythonlambda.python.JarSource;
import io.github.pythonlambda.resolve.ResolveOptions;
import io.github.pythonlambda.target.LambdaCatalog;
import io.github.pythonlambda.target.Limits;
import io.github.pythonlambda.target.Target;
import io.github.pythonlambda.testing.LocalIndex;
import io.github.pythonlambda.testing.RecordingLog;
import io.github.pythonlambda.testing.SealedPython;
import io.github.pythonlambda.testing.TestInterpreters;
import io.github.pythonlambda.testing.TestWheel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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
    private Limits limits = LambdaCatalog.load().limits();
    private JarSource jars = TestInterpreters::jar;
    private HostPlatform host = HOST;
    private @Nullable String python;
    private boolean withApp;
    private boolean offline;

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

    BuildProject limits(Limits newLimits) {
        limits = newLimits;
        return this;
    }

    BuildProject offline() {
        offline = true;
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
        factory().create().check(request());
    }

    private LambdaBuildFactory factory() {
        return new LambdaBuildFactory(host, cache(), jars, python, limits, log);
    }

    private BuildRequest request() throws ProblemException, IOException {
        List<Target> targets = new ArrayList<>();
        for (String architecture : architectures) {
            targets.add(LambdaCatalog.load().target("python3.13", architecture, null));
        }
        Optional<BuildRequest.App> app = withApp
                ? Optional.of(new BuildRequest.App(
                        folder.resolve("src/app"), Handler.parse(null), List.of(), List.of(), "shop"))
                : Optional.empty();
        return new BuildRequest(
                targets,
                LayerFolders.find(null, folder.resolve("src/layer"), folder.resolve("src/layers")),
                app,
                folder,
                output(),
                LocalDateTime.of(2026, 1, 1, 0, 0),
                new ResolveOptions(offline));
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
