package io.github.pythonlambda.uptodate;

import io.github.pythonlambda.archive.StagedFile;
import io.github.pythonlambda.sharing.LastUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The last build of an execution: its state, with links to its outputs, or copies where the file system has no links. They
 * are in a folder of their own, so {@code mvn clean} leaves them alone.
 *
 * <p>The state is removed first and written last, and it knows size and time of each output. So what another process has
 * replaced meanwhile, or left half done, is no build.
 */
public final class KeptBuild {

    static final String STATE_FILE = "state";
    /** What was used of what is kept for many, a path on each line. It is apart from the state, since it is read seldom. */
    static final String USES_FILE = "uses";

    private final Path folder;
    private final Path outputDirectory;

    /**
     * @param builds the folder of all kept builds
     * @param outputDirectory where the outputs are; the path of the kept build says it again, for people who look for it
     * @param execution tells executions apart that share the folder of outputs
     */
    public KeptBuild(Path builds, Path outputDirectory, String execution) {
        Path place = builds;
        for (Path name : outputDirectory) {
            place = place.resolve(name.toString());
        }
        this.folder = place.resolve(execution);
        this.outputDirectory = outputDirectory;
    }

    /** Where the outputs are kept; the folder may not exist. */
    public Path folder() {
        return folder;
    }

    /** What was found. */
    public sealed interface Found {

        /** There was no build, as far as is known. */
        record Unknown() implements Found {}

        /** Nothing has changed, and all files are in their places, again if need be. */
        record UpToDate(FinishedBuild build) implements Found {}

        /**
         * A build is needed.
         *
         * @param reason what has changed, in words
         */
        record Outdated(String reason) implements Found {}
    }

    /**
     * Finds out whether the last build is still good, and if so, puts back what is missing of its outputs.
     *
     * @param settings the settings of the goal
     * @param environment the environment variables
     * @param anew whether an index is to be asked anew where one was asked
     */
    public Found find(List<String> settings, Map<String, String> environment, boolean anew) {
        try {
            BuildState state = BuildStateText.read(folder.resolve(STATE_FILE));
            if (state == null) {
                return new Found.Unknown();
            }
            if (anew && state.resolved()) {
                return new Found.Outdated("it is to be resolved anew");
            }
            String change = state.change(settings, environment);
            if (change != null) {
                return new Found.Outdated(change);
            }
            FinishedBuild build = restore(state);
            if (build == null) {
                return new Found.Outdated("the outputs");
            }
            noteUses();
            return new Found.UpToDate(build);
        } catch (IOException e) {
            // Whatever is wrong with a file, the build proper tells it better.
            return new Found.Outdated(String.valueOf(e.getMessage()));
        }
    }

    /** What need not be done again uses nothing; but it would as soon as something changes. */
    private void noteUses() throws IOException {
        if (LastUse.isOutdated(folder, Instant.now())) {
            LastUse.note(folder);
            Files.readAllLines(folder.resolve(USES_FILE)).forEach(path -> LastUse.note(Path.of(path)));
        }
    }

    private @Nullable FinishedBuild restore(BuildState state) throws IOException {
        List<OutputFile> files = new ArrayList<>();
        List<KeptOutput> gone = new ArrayList<>();
        for (KeptOutput output : state.outputs()) {
            Path file = outputDirectory.resolve(output.name());
            files.add(new OutputFile(file, output.isZip()));
            if (!output.isAt(file)) {
                if (!output.isAt(folder.resolve(output.name()))) {
                    return null;
                }
                gone.add(output);
            }
        }
        Set<Path> restored = new HashSet<>();
        for (KeptOutput output : gone) {
            Path file = outputDirectory.resolve(output.name());
            replace(file, folder.resolve(output.name()));
            restored.add(file);
        }
        return new FinishedBuild(files, restored, state.warnings());
    }

    private static void replace(Path file, Path source) throws IOException {
        try (StagedFile staged = StagedFile.of(file)) {
            staged.linkTo(source);
            staged.replace();
        }
    }

    /**
     * Keeps a build.
     *
     * @param settings the settings of the goal
     * @param started when the build began to read
     * @param inputs what it depended on
     * @param files what it left
     * @param warnings what it warned of
     */
    public void keep(
            List<String> settings, Instant started, BuildInputs inputs, List<OutputFile> files, List<String> warnings)
            throws IOException {
        Path stateFile = folder.resolve(STATE_FILE);
        Files.deleteIfExists(stateFile);
        Optional<BuildState> state = BuildState.of(settings, started, inputs, files, warnings);
        try (StagedFile staged = StagedFile.of(folder.resolve(USES_FILE))) {
            Files.write(
                    staged.temporary(),
                    inputs.uses().stream().map(Path::toString).toList());
            staged.replace();
        }
        for (OutputFile file : files) {
            replace(folder.resolve(file.path().getFileName()), file.path());
        }
        if (state.isPresent()) {
            try (StagedFile staged = StagedFile.of(stateFile)) {
                BuildStateText.write(state.get(), staged.temporary());
                staged.replace();
            }
        }
    }
}
