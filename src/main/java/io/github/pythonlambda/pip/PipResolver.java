package io.github.pythonlambda.pip;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.index.Credentials;
import io.github.pythonlambda.index.PipVariables;
import io.github.pythonlambda.packaging.PackagingSyntaxException;
import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.packaging.WheelFileName;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.python.CommandRunner;
import io.github.pythonlambda.python.ScratchFolder;
import io.github.pythonlambda.resolve.DependencyGraph;
import io.github.pythonlambda.resolve.LayerSource;
import io.github.pythonlambda.resolve.Resolution;
import io.github.pythonlambda.resolve.ResolveOptions;
import io.github.pythonlambda.resolve.ResolveRequest;
import io.github.pythonlambda.resolve.ResolvedWheel;
import io.github.pythonlambda.resolve.SourceTree;
import io.github.pythonlambda.store.FetchListener;
import io.github.pythonlambda.store.WheelStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Resolves with pip, which is told to act as if it ran on the target. */
public final class PipResolver {

    private static final int CANNOT_ACT_AS_TARGET = 97;
    private static final Pattern FETCHED = Pattern.compile("@fetched ([0-9]+) ([0-9a-f]{64}) (.+)");
    private static final Pattern STORED = Pattern.compile("@stored ([0-9a-f]{64}) (.+)");
    private static final Pattern WAITING = Pattern.compile("@waiting (.+)");

    /** Is told what a user may want to know while pip runs. */
    public interface Listener extends FetchListener {

        /** Something that the user should know although the resolution succeeded. */
        void warning(String text);

        /** pip looks at one more release. */
        default void lookedAt() {}

        /** What a long search has come to, now and then. */
        void progress(String text);

        /** A line for those who look closely. */
        void detail(String text);
    }

    private final PipStarter starter;
    private final WheelStore store;
    private final Listener listener;

    public PipResolver(PipStarter starter, Listener listener) {
        this.starter = starter;
        this.store = starter.store();
        this.listener = listener;
    }

    /** How much of a wheel pip fetches. */
    public enum Fetching {
        /** Only metadata where the index serves them apart; the wheels have to be fetched afterwards. */
        METADATA,
        /** Each wheel whole, with pip's own ways to log in. */
        WHEELS
    }

    /**
     * An answer.
     *
     * @param resolution what was resolved
     * @param asked when the index was asked for the oldest part of it
     */
    public record Answer(Resolution resolution, Instant asked) {}

    /**
     * Resolves all layers together. Of releases that are pinned exactly it asks the index only for what is not known from
     * before.
     *
     * @param request what is wanted; with neither pins nor a project to explain
     * @param known what is known, and where to keep it
     * @return the same wheels as {@link #resolve(ResolveRequest, Fetching)}, while the index offers the same
     * @throws ProblemException if there is no solution, or pip cannot be used
     * @throws IOException if pip cannot be started, or files cannot be written
     */
    public Answer resolve(ResolveRequest request, KnownWheels known) throws ProblemException, IOException {
        Instant started = Instant.now();
        try (ScratchFolder work = work()) {
            PipCommand pip = new PipCommand(store, work.path(), Fetching.METADATA, true, Optional.of(known));
            Outcome outcome = run(request, pip);
            Long since = outcome.record().knownSince();
            return new Answer(outcome.resolution(), since == null ? started : Instant.ofEpochSecond(since));
        }
    }

    /**
     * Resolves all layers together.
     *
     * @param request what is wanted
     * @param fetching {@link Fetching#WHEELS} leaves every chosen wheel in the store
     * @return the chosen wheels; those that pip had to download to look at are in the store already
     * @throws ProblemException if there is no solution, or pip cannot be used
     * @throws IOException if pip cannot be started, or files cannot be written
     */
    public Resolution resolve(ResolveRequest request, Fetching fetching) throws ProblemException, IOException {
        try (ScratchFolder work = work()) {
            return run(request, new PipCommand(store, work.path(), fetching, true, Optional.empty()))
                    .resolution();
        }
    }

    /**
     * Builds sources that are known already, such as those of a lock, or finds what was built of them before. What they
     * depend on is left alone.
     *
     * @param request for which target, and how
     * @param sources by the name of their project
     * @param indexLines lines of requirements files that say where build backends come from
     * @return the wheels, all on this machine, by project name
     * @throws ProblemException if a source may not be built, or cannot be, or does not end in a wheel for every machine
     */
    public List<ResolvedWheel> build(
            ResolveRequest request, Map<ProjectName, SourceTree> sources, List<String> indexLines)
            throws ProblemException, IOException {
        List<String> lines = sources.entrySet().stream()
                .map(source -> SourceRequirement.line(source.getKey(), source.getValue()))
                .toList();
        return alone(request, indexLines, lines, Fetching.METADATA).all();
    }

    /**
     * Fetches wheels that are known already into the store, with pip's own ways to log in.
     *
     * @param request for which target, and how
     * @param wheels of an index
     * @param indexLines lines of requirements files that say where packages come from
     * @throws ProblemException if one cannot be had
     */
    public void fetch(ResolveRequest request, List<ResolvedWheel> wheels, List<String> indexLines)
            throws ProblemException, IOException {
        List<String> lines = wheels.stream()
                .map(wheel -> "%s==%s --hash=sha256:%s"
                        .formatted(wheel.name(), wheel.file().version(), wheel.digest()))
                .toList();
        alone(request, indexLines, lines, Fetching.WHEELS);
    }

    /** Resolves lines without what they depend on. They may hold credentials: nobody else can read the folder. */
    private Resolution alone(ResolveRequest request, List<String> indexLines, List<String> lines, Fetching fetching)
            throws ProblemException, IOException {
        try (ScratchFolder work = work()) {
            List<String> all = new ArrayList<>(indexLines);
            lines.stream().sorted().forEach(all::add);
            Path file = Files.write(work.path().resolve("lines.txt"), all);
            ResolveRequest alone = request.forLayer(new LayerSource("lines", Optional.of(file), List.of()));
            return run(alone, new PipCommand(store, work.path(), fetching, false, Optional.empty()))
                    .resolution();
        }
    }

    private ScratchFolder work() throws IOException {
        return WorkFolders.beside(store).make();
    }

    /** What pip chose, and what it told beside that. */
    private record Outcome(Resolution resolution, PipRecord record) {}

    private Outcome run(ResolveRequest request, PipCommand pip) throws ProblemException, IOException {
        List<String> arguments = pip.arguments(request);
        listener.detail("Asking pip: " + String.join(" ", arguments));
        String order = pip.order(request, arguments, variables(request.options(), pip.work()));
        SearchProgress progress = new SearchProgress(System::nanoTime, listener::progress);
        CommandRunner.Result run = starter.start(request.directory()).finish(order, line -> hear(line, progress));
        PipOutput output =
                new PipOutput(run.output().stream().map(Credentials::hide).toList());
        PipRecord record = PipRecord.read(pip.result());
        record.notes().forEach(note -> listener.detail("Not explained: " + note));
        if (run.exitCode() == CANNOT_ACT_AS_TARGET) {
            throw new ProblemException(cannotActAsTarget(output));
        }
        if (run.exitCode() != 0 || !record.refused().isEmpty()) {
            throw new ProblemException(new PipFailure(request, record, output).explain());
        }
        warn(output, record);
        List<ResolvedWheel> wheels = PipReport.read(pip.report(), record.indexes(), record.built());
        return new Outcome(partition(request, wheels, record), record);
    }

    private Resolution partition(ResolveRequest request, List<ResolvedWheel> wheels, PipRecord record)
            throws ProblemException {
        LookBack lookBack = new LookBack(request.target());
        Resolution resolution = Resolution.partition(
                wheels,
                request.layers().stream().map(LayerSource::name).toList(),
                record.roots(),
                new DependencyGraph(record.graph()),
                lookBack.heldBack(record.heldBack()));
        if (resolution.all().size() != wheels.size()) {
            throw new ProblemException(Problem.of("pip chose packages that no layer was seen to ask for")
                    .found(resolution.all().size() + " of " + wheels.size() + " packages have a layer, with pip "
                            + record.pipVersion())
                    .remedy("leave out <python> and -Dpython-lambda.python to use the embedded interpreter"));
        }
        for (LayerSource layer : request.layers()) {
            Optional<Problem> empty = ExcludedLines.explain(layer, record, request.target());
            if (empty.isPresent()) {
                throw new ProblemException(empty.get());
            }
        }
        return request.options()
                .explain()
                .map(project -> resolution.with(lookBack.candidates(project, record.explained())))
                .orElse(resolution);
    }

    private static Map<String, String> variables(ResolveOptions options, Path work) throws IOException {
        PipVariables indexes = new PipVariables(options.indexes());
        Map<String, String> variables = new HashMap<>(options.offline() ? indexes.offline() : indexes.online());
        // Beside the store, so that pip's downloads become the store's files by a hard link.
        String folder = Files.createDirectory(work.resolve("tmp")).toString();
        List.of("TMPDIR", "TEMP", "TMP").forEach(name -> variables.put(name, folder));
        return variables;
    }

    private void hear(String line, SearchProgress progress) {
        if (progress.hear(line)) {
            listener.lookedAt();
            return;
        }
        Matcher fetched = FETCHED.matcher(line);
        Matcher stored = STORED.matcher(line);
        Matcher waiting = WAITING.matcher(line);
        if (fetched.matches()) {
            listener.fetched(fetched.group(3), Long.parseLong(fetched.group(1)));
            stored(new Sha256(fetched.group(2)), fetched.group(3));
        } else if (stored.matches()) {
            stored(new Sha256(stored.group(1)), stored.group(2));
        } else if (waiting.matches()) {
            listener.waiting(waiting.group(1));
        } else {
            listener.detail("pip: " + Credentials.hide(line));
        }
    }

    private void stored(Sha256 digest, String fileName) {
        try {
            store.find(digest, WheelFileName.parse(fileName)).ifPresent(wheel -> listener.stored(wheel, digest));
        } catch (PackagingSyntaxException e) {
            listener.detail("pip took for a wheel: " + fileName);
        }
    }

    private void warn(PipOutput output, PipRecord record) {
        output.warnings().forEach(warning -> listener.warning("pip: " + warning));
        record.indexFailures().stream()
                .map(failure -> "pip could not read " + failure.url() + " and went on without it: " + failure.reason())
                .distinct()
                .forEach(listener::warning);
        record.confusions().forEach(confusion -> listener.warning(confusion.text()));
        if (!record.ignoredSettings().isEmpty()) {
            listener.detail("Left out of pip's settings, since they would change the target: "
                    + String.join(", ", record.ignoredSettings()));
        }
    }

    private Problem cannotActAsTarget(PipOutput output) {
        return Problem.of("the pip of " + starter.interpreter().executable()
                        + " cannot be used to resolve for AWS Lambda")
                .expected("pip 23.0 or newer")
                .found(output.lastLine())
                .remedy("leave out <python> and -Dpython-lambda.python to use the embedded interpreter, or name one"
                        + " with another pip");
    }
}
