package io.github.pythonlambda.verify;

import io.github.pythonlambda.app.AppLayout;
import io.github.pythonlambda.app.Handler;
import io.github.pythonlambda.app.InvokeMode;
import io.github.pythonlambda.archive.ReproducibleZip;
import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.describe.AppZip;
import io.github.pythonlambda.describe.FunctionSettings;
import io.github.pythonlambda.describe.LayerZip;
import io.github.pythonlambda.describe.Manifest;
import io.github.pythonlambda.layer.LayerLayout;
import io.github.pythonlambda.packaging.WheelFileName;
import io.github.pythonlambda.python.CommandRunner;
import io.github.pythonlambda.python.CpythonCache;
import io.github.pythonlambda.python.HostPlatform;
import io.github.pythonlambda.python.RuntimeInterpreters;
import io.github.pythonlambda.target.Architecture;
import io.github.pythonlambda.target.LambdaCatalog;
import io.github.pythonlambda.target.Target;
import io.github.pythonlambda.testing.TestInterpreters;
import io.github.pythonlambda.testing.TestWheel;
import io.github.pythonlambda.wheel.Wheel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a build has left, made of wheels and an app, and its verification. */
final class VerifyProject {

    private static final LocalDateTime TIME = LocalDateTime.of(2026, 11, 23, 8, 0);

    private final Path folder;
    private final List<TestWheel> wheels = new ArrayList<>();
    private final List<HttpCheck> checks = new ArrayList<>();
    private final List<String> excludes = new ArrayList<>();
    private final Log log = new Log();
    private Architecture architecture = hostArchitecture();
    private HostPlatform host = detect();
    private Handler handler = new Handler.Program("run.sh");
    private String readinessPath = "/";
    private Duration startTimeout = Duration.ofSeconds(30);
    private Optional<String> event = Optional.empty();

    /** Keeps what a verification tells. */
    static final class Log implements VerifyLog {
        final List<String> infos = new ArrayList<>();
        final List<String> warnings = new ArrayList<>();

        @Override
        public void info(String text) {
            infos.add(text);
        }

        @Override
        public void warn(String text) {
            warnings.add(text);
        }
    }

    VerifyProject(Path folder) {
        this.folder = folder;
    }

    private static HostPlatform detect() {
        try {
            return HostPlatform.detect(System.getProperties(), Path.of("/proc/self/maps"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static Architecture hostArchitecture() {
        return Architecture.find(System.getProperty("os.arch")).orElseThrow();
    }

    static Architecture foreignArchitecture() {
        return hostArchitecture() == Architecture.ARM64 ? Architecture.X86_64 : Architecture.ARM64;
    }

    static int minor() {
        return Integer.parseInt(TestInterpreters.newest().version().split("\\.")[1]);
    }

    Log log() {
        return log;
    }

    Path output() {
        return folder.resolve("out");
    }

    VerifyProject layer(TestWheel... more) {
        wheels.addAll(List.of(more));
        return this;
    }

    VerifyProject app(String path, String content) throws Exception {
        Path file = folder.resolve("app").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return this;
    }

    /** A web app of the standard library, on the port that an expression gives. */
    VerifyProject server(String imports, String port) throws Exception {
        return app("run.sh", "#!/bin/sh\nexec python -m server\n").app("server.py", """
                import http.server
                import os
                %s

                class Answers(http.server.BaseHTTPRequestHandler):
                    def do_GET(self):
                        broken = self.path == "/broken"
                        self.send_response(500 if broken else 404 if self.path == "/nothing" else 200)
                        self.end_headers()
                        self.wfile.write(b"text of " + self.path.encode())

                    def log_message(self, *args):
                        print("answered", self.path, flush=True)

                if __name__ == "__main__":
                    http.server.HTTPServer(("127.0.0.1", int(%s)), Answers).serve_forever()
                """.formatted(imports, port));
    }

    VerifyProject handler(String text) throws Exception {
        handler = Handler.parse(text);
        return this;
    }

    VerifyProject architecture(Architecture other) {
        architecture = other;
        return this;
    }

    VerifyProject host(HostPlatform other) {
        host = other;
        return this;
    }

    VerifyProject event(String json) {
        event = Optional.of(json);
        return this;
    }

    VerifyProject readinessPath(String path) {
        readinessPath = path;
        return this;
    }

    VerifyProject startTimeout(int seconds) {
        startTimeout = Duration.ofSeconds(seconds);
        return this;
    }

    VerifyProject request(String path, int status, String text) {
        checks.add(new HttpCheck(path, status, Optional.ofNullable(text)));
        return this;
    }

    VerifyProject exclude(String pattern) {
        excludes.add(pattern);
        return this;
    }

    /** Builds the zips and the manifest, as the goal package does. */
    VerifyProject build() throws Exception {
        Files.createDirectories(output());
        Target target = LambdaCatalog.load().target("python3." + minor(), architecture.id(), null);
        ReproducibleZip writer = new ReproducibleZip(TIME);
        List<Wheel> open = new ArrayList<>();
        List<LayerZip> layers = new ArrayList<>();
        try {
            wheels.sort(Comparator.comparing(TestWheel::name));
            for (TestWheel wheel : wheels) {
                open.add(Wheel.open(wheel.writeTo(folder.resolve("wheels")), WheelFileName.parse(wheel.fileName())));
            }
            if (!open.isEmpty()) {
                Path zip = output().resolve("layer-" + architecture.id() + ".zip");
                layers.add(new LayerZip(
                        "layer",
                        target,
                        zip,
                        writer.write(LayerLayout.of(open, target.runtime()).entries(), zip),
                        Sha256.of(new byte[0]),
                        List.of()));
            }
        } finally {
            for (Wheel wheel : open) {
                wheel.close();
            }
        }
        Optional<AppZip> app = Optional.empty();
        if (Files.isDirectory(folder.resolve("app"))) {
            Path zip = output().resolve("app.zip");
            AppLayout layout = AppLayout.of(folder.resolve("app"), handler, List.of(), List.of());
            app = Optional.of(new AppZip(
                    new FunctionSettings(handler, InvokeMode.BUFFERED, Optional.empty()),
                    zip,
                    writer.write(layout.entries(), zip)));
        }
        new Manifest(target.runtime(), List.of(architecture), Optional.empty(), app, layers, List.of())
                .write(output().resolve(Manifest.fileName(AppZip.DEFAULT_NAME)), output());
        return this;
    }

    void verify() throws Exception {
        RuntimeInterpreters interpreters = new RuntimeInterpreters(
                host,
                new CpythonCache(Path.of("target/cpython/unpacked").toAbsolutePath()),
                TestInterpreters::jar,
                new CommandRunner());
        Optional<String> python = host.equals(detect())
                ? Optional.empty()
                : Optional.of(TestInterpreters.newest().executable());
        new Verification(host, interpreters, LambdaCatalog.load(), log)
                .run(new VerifyRequest(
                        output(),
                        AppZip.DEFAULT_NAME,
                        readinessPath,
                        startTimeout,
                        checks,
                        event,
                        excludes,
                        python,
                        Optional.empty()));
    }

    /** The names of what is in the output folder. */
    List<String> left() throws Exception {
        try (Stream<Path> files = Files.list(output())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
