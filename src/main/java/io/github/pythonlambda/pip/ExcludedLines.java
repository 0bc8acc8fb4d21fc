package io.github.pythonlambda.pip;

import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.resolve.LayerSource;
import io.github.pythonlambda.target.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says of a layer that would be empty which of its lines the target's marker values exclude. */
final class ExcludedLines {

    private static final int SHOWN = 5;

    private ExcludedLines() {}

    /** The problem, if markers are why nothing is left of the layer. */
    static Optional<Problem> explain(LayerSource layer, PipRecord record, Target target) {
        List<PipRecord.Excluded> lines = record.excluded().stream()
                .filter(line -> line.layer().equals(layer.name()))
                .toList();
        if (lines.isEmpty() || record.roots().containsKey(layer.name())) {
            return Optional.empty();
        }
        Map<String, String> values = new TreeMap<>();
        lines.forEach(line -> values.putAll(line.values()));
        String more = lines.size() > SHOWN ? "%nand %d more".formatted(lines.size() - SHOWN) : "";
        return Optional.of(Problem.of("layer '%s' would be empty for %s: the markers of all its requirements exclude it"
                        .formatted(layer.name(), target))
                .at(layer.requirementsFile().map(Path::toString).orElse("layer " + layer.name()))
                .expected("markers that are true for "
                        + values.entrySet().stream()
                                .map(value -> "%s = \"%s\"".formatted(value.getKey(), value.getValue()))
                                .collect(Collectors.joining(", ")))
                .found(lines.stream()
                                .limit(SHOWN)
                                .map(line -> line.requirement() + number(line.from()))
                                .collect(Collectors.joining(System.lineSeparator()))
                        + more)
                .remedy("export the requirements for " + target + ", or for every Python; or remove the layer"));
    }

    /** {@code -r /path/requirements.txt (line 3)}: the file is told once, above. */
    private static String number(String comesFrom) {
        int line = comesFrom.lastIndexOf(" (line ");
        return line < 0 ? "" : comesFrom.substring(line);
    }
}
