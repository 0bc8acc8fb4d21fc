package io.github.pythonlambda.pip;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.index.IndexSettings;
import io.github.pythonlambda.packaging.PackagingSyntaxException;
import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.packaging.Version;
import io.github.pythonlambda.packaging.WheelFileName;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.python.CommandRunner;
import io.github.pythonlambda.python.Interpreter;
import io.github.pythonlambda.resolve.LayerSource;
import io.github.pythonlambda.resolve.LocalWheel;
import io.github.pythonlambda.resolve.Resolution;
import io.github.pythonlambda.resolve.ResolveOptions;
import io.github.pythonlambda.resolve.ResolveRequest;
import io.github.pythonlambda.resolve.ResolvedWheel;
import io.github.pythonlambda.resolve.SdistPolicy;
import io.github.pythonlambda.resolve.SourceTree;
import io.github.pythonlambda.store.WheelStore;
import io.github.pythonlambda.target.LambdaCatalog;
import io.github.pythonlambda.target.Target;
import io.github.pythonlambda.testing.LocalIndex;
import io.github.pythonlambda.testing.SealedPython;
import io.github.pythonlambda.testing.TestWheel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Layers in a folder, resolved by a real pip against an index on this machine. */
final class PipProject implements PipResolver.Listener {

    static final String LAYER = "layer";

    private final Path folder;
    private final LocalIndex index;
    private final List<LayerSource> layers = new ArrayList<>();
    private final Map<String, String> variables = new HashMap<>();
    private final List<String> fetched = new CopyOnWriteArrayList<>();
    private final List<String> waiting = new CopyOnWriteArrayList<>();
    private final List<Path> stored = new CopyOnWriteArrayList<>();
    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private final List<String> details = new CopyOnWriteArrayList<>();
    private Target target = target("python3.13", "x86_64");
    private Map<ProjectName, Version> pins = Map.of();
    private boolean offline;
    private IndexSettings indexes = IndexSettings.NONE;
    private SdistPolicy sdists = SdistPolicy.REFUSE;
    private Optional<ProjectName> explain = Optional.empty();

    PipProject(Path folder, LocalIndex index) {
        this.folder = folder;
        this.index = index;
    }

    static Target target(String runtime, String architecture) {
        try {
            return LambdaCatalog.load().target(runtime, architecture, null);
        } catch (ProblemException e) {
            throw new IllegalArgumentException(e);
        }
    }

    PipProject on(Target newTarget) {
        target = newTarget;
        return this;
    }

    PipProject on(String runtime, String architecture) {
        return on(target(runtime, architecture));
    }

    PipProject pins(Map<ProjectName, Version> newPins) {
        pins = newPins;
        return this;
    }

    PipProject offline() {
        offline = true;
        return this;
    }

    PipProject indexes(IndexSettings newIndexes) {
        indexes = newIndexes;
        return this;
    }

    PipProject online() {
        offline = false;
        return this;
    }

    /** Lets some sources be built, by the value of the parameter. */
    PipProject building(String policy) {
        try {
            sdists = SdistPolicy.parse(policy);
        } catch (ProblemException e) {
            throw new IllegalArgumentException(e);
        }
        return this;
    }

    /** Asks for the candidates of a project too. */
    PipProject explaining(String project) {
        explain = Optional.of(new ProjectName(project));
        return this;
    }

    /** Sets a variable of pip's environment. */
    PipProject variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    /** Adds the only layer, whose requirements file has these lines after the one that names the index. */
    PipProject requiring(String... lines) {
        return layer(LAYER, List.of(lines));
    }

    /** Adds a layer with a requirements file, and with wheels in its folder. */
    PipProject layer(String name, List<String> lines, TestWheel... wheels) {
        String text = "--index-url " + index.url() + "\n" + String.join("\n", lines) + "\n";
        return layer(name, text.getBytes(StandardCharsets.UTF_8), wheels);
    }

    PipProject layer(String name, byte[] requirements, TestWheel... wheels) {
        Path file = write(name + "/requirements.txt", requirements);
        layers.add(new LayerSource(name, Optional.of(file), localWheels(name, wheels)));
        return this;
    }

    /** Adds a layer that has wheels in its folder and no requirements file. */
    PipProject wheelLayer(String name, TestWheel... wheels) {
        layers.add(new LayerSource(name, Optional.empty(), localWheels(name, wheels)));
        return this;
    }

    private List<LocalWheel> localWheels(String name, TestWheel... wheels) {
        List<LocalWheel> local = new ArrayList<>();
        for (TestWheel wheel : wheels) {
            try {
                local.add(LocalWheel.of(wheel.writeTo(folder.resolve(name))));
            } catch (ProblemException | IOException e) {
                throw new IllegalArgumentException(e);
            }
        }
        return local;
    }

    Path write(String path, String content) {
        return write(path, content.getBytes(StandardCharsets.UTF_8));
    }

    Path write(String path, byte[] content) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            return Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }

    WheelStore store() {
        return new WheelStore(folder.resolve("cache/wheels"));
    }

    Resolution resolve(Interpreter interpreter) throws ProblemException, IOException {
        return resolve(interpreter, PipResolver.Fetching.METADATA);
    }

    Resolution resolve(Interpreter interpreter, PipResolver.Fetching fetching) throws ProblemException, IOException {
        return resolver(interpreter).resolve(request(), fetching);
    }

    /** Resolves with what is known from before. */
    PipResolver.Answer resolve(Interpreter interpreter, KnownWheels known) throws ProblemException, IOException {
        return resolver(interpreter).resolve(request(), known);
    }

    /** Builds sources that are known already. */
    List<ResolvedWheel> build(Interpreter interpreter, Map<ProjectName, SourceTree> sources)
            throws ProblemException, IOException {
        return resolver(interpreter).build(request(), sources, List.of("--index-url " + index.url()));
    }

    /** Fetches wheels that are known already. */
    void fetch(Interpreter interpreter, List<ResolvedWheel> wheels) throws ProblemException, IOException {
        resolver(interpreter).fetch(request(), wheels, List.of("--index-url " + index.url()));
    }

    private PipResolver resolver(Interpreter interpreter) {
        Interpreter sealed = SealedPython.seal(interpreter, folder, variables);
        return new PipResolver(new PipStarter(sealed, PipProgram.load(), new CommandRunner(), store()), this);
    }

    private ResolveRequest request() {
        return new ResolveRequest(
                target,
                layers,
                folder,
                new ResolveOptions(offline, indexes, Optional.empty(), sdists, explain),
                List.of(),
                pins);
    }

    /** The file names of the chosen wheels. */
    static List<String> files(Resolution resolution) {
        return names(resolution.all());
    }

    static List<String> names(List<ResolvedWheel> wheels) {
        return wheels.stream().map(wheel -> wheel.file().text()).toList();
    }

    /** The chosen projects. */
    static List<String> projects(List<ResolvedWheel> wheels) {
        return wheels.stream()
                .map(ResolvedWheel::name)
                .map(ProjectName::canonical)
                .toList();
    }

    @Override
    public void fetched(String fileName, long bytes) {
        fetched.add(fileName);
    }

    @Override
    public void stored(Path wheel, Sha256 digest) {
        try {
            WheelFileName name = WheelFileName.parse(wheel.getFileName().toString());
            store().find(digest, name).ifPresent(stored::add);
        } catch (PackagingSyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public void waiting(String fileName) {
        waiting.add(fileName);
    }

    @Override
    public void warning(String text) {
        warnings.add(text);
    }

    @Override
    public void progress(String text) {
        details.add(text);
    }

    @Override
    public void detail(String text) {
        details.add(text);
    }

    List<String> fetched() {
        return List.copyOf(fetched);
    }

    /** The files that it was told of, each of which was there at that moment. */
    List<Path> stored() {
        return List.copyOf(stored);
    }

    /** The wheels that were waited for, after a while. */
    List<String> waiting() {
        return List.copyOf(waiting);
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    List<String> details() {
        return List.copyOf(details);
    }
}
