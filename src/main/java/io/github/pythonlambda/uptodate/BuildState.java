package io.github.pythonlambda.uptodate;

import io.github.pythonlambda.archive.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A build and all that it depended on.
 *
 * @param settings the settings of the goal
 * @param resolved as in {@link BuildInputs}
 * @param goodUntil as in {@link BuildInputs}
 * @param variables as in {@link BuildInputs}
 * @param inputs what it has read
 * @param outputs what it has left
 * @param warnings what it warned of
 */
record BuildState(
        List<String> settings,
        boolean resolved,
        Instant goodUntil,
        Map<String, String> variables,
        List<FileState> inputs,
        List<KeptOutput> outputs,
        List<String> warnings) {

    BuildState {
        settings = List.copyOf(settings);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        warnings = List.copyOf(warnings);
    }

    /**
     * The state after a build.
     *
     * @param started when the build began to read
     * @return empty if an input may have changed since it was read, or depends on what cannot be seen
     */
    static Optional<BuildState> of(
            List<String> settings, Instant started, BuildInputs inputs, List<OutputFile> files, List<String> warnings)
            throws IOException {
        if (!started.isBefore(inputs.goodUntil())) {
            return Optional.empty();
        }
        List<FileState> states = new ArrayList<>();
        for (Path path : inputs.paths()) {
            FileState state = FileState.of(path);
            if (!state.isSettledAt(started)) {
                return Optional.empty();
            }
            states.add(state);
        }
        List<KeptOutput> outputs = new ArrayList<>();
        for (OutputFile file : files) {
            outputs.add(KeptOutput.of(file));
        }
        return Optional.of(new BuildState(
                settings, inputs.resolved(), inputs.goodUntil(), inputs.variables(), states, outputs, warnings));
    }

    /**
     * The first thing that is not as it was.
     *
     * @param now the settings of the goal
     * @param environment the environment variables
     * @return in words; {@code null} if nothing has changed
     */
    @Nullable String change(List<String> now, Map<String, String> environment) throws IOException {
        for (String setting : now) {
            if (!settings.contains(setting)) {
                return "the setting " + setting;
            }
        }
        if (now.size() != settings.size()) {
            return "a setting is no longer there";
        }
        if (!Instant.now().isBefore(goodUntil)) {
            return "it is too old";
        }
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            if (!variable.getValue().equals(digest(environment.get(variable.getKey())))) {
                return "the environment variable " + variable.getKey();
            }
        }
        for (FileState input : inputs) {
            if (!input.isUnchanged()) {
                return input.path().toString();
            }
        }
        return null;
    }

    /** Of a variable that is not set or empty, which pip treats alike, there is none. */
    private static String digest(@Nullable String value) {
        return value == null || value.isEmpty()
                ? ""
                : Sha256.of(value.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
