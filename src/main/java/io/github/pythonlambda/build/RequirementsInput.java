package io.github.pythonlambda.build;

import io.github.pythonlambda.lock.LockInputs;
import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.requirements.NestedFile;
import io.github.pythonlambda.requirements.OptionLine;
import io.github.pythonlambda.requirements.OptionName;
import io.github.pythonlambda.requirements.Reference;
import io.github.pythonlambda.requirements.RequirementLine;
import io.github.pythonlambda.requirements.RequirementsFile;
import io.github.pythonlambda.requirements.RequirementsLine;
import io.github.pythonlambda.requirements.RequirementsReader;
import io.github.pythonlambda.resolve.LocalWheel;
import io.github.pythonlambda.target.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the layers are made from: requirements files with all that they include, and local wheels.
 *
 * @param inputs what a lock is made from
 * @param files the requirements files by layer
 */
record RequirementsInput(LockInputs inputs, Map<String, RequirementsFile> files) {

    /** Options that decide which release or file is chosen. Where it is fetched from does not: a mirror may serve it. */
    private static final Set<OptionName> CHOOSING = Set.of(
            OptionName.PRE,
            OptionName.ALL_RELEASES,
            OptionName.ONLY_FINAL,
            OptionName.PREFER_BINARY,
            OptionName.NO_BINARY,
            OptionName.ONLY_BINARY);

    private static final Set<OptionName> INDEXES =
            Set.of(OptionName.INDEX_URL, OptionName.EXTRA_INDEX_URL, OptionName.FIND_LINKS, OptionName.TRUSTED_HOST);

    /**
     * Reads the files of all layers.
     *
     * @param targets what is built for, all of the same runtime
     * @param wheels the local wheels of each layer, for whatever target
     */
    static RequirementsInput read(
            RequirementsReader reader, List<Target> targets, Map<LayerFolders.LayerFolder, List<LocalWheel>> wheels)
            throws ProblemException {
        Map<String, RequirementsFile> files = new LinkedHashMap<>();
        List<LockInputs.Layer> layers = new ArrayList<>();
        for (Map.Entry<LayerFolders.LayerFolder, List<LocalWheel>> layer : wheels.entrySet()) {
            List<RequirementsLine> lines = List.of();
            if (layer.getKey().requirementsFile().isPresent()) {
                RequirementsFile file =
                        reader.read(layer.getKey().requirementsFile().get());
                files.put(layer.getKey().name(), file);
                lines = file.lines();
            }
            layers.add(inputs(layer.getKey().name(), lines, layer.getValue()));
        }
        LockInputs inputs = new LockInputs(
                targets.get(0).runtime().id(),
                targets.stream().map(target -> target.architecture().id()).toList(),
                layers);
        return new RequirementsInput(inputs, Map.copyOf(files));
    }

    private static LockInputs.Layer inputs(String name, List<RequirementsLine> lines, List<LocalWheel> wheels) {
        List<String> requirements = new ArrayList<>();
        List<String> constraints = new ArrayList<>();
        List<String> options = new ArrayList<>();
        for (RequirementsLine line : lines) {
            if (line instanceof RequirementLine requirement) {
                (requirement.constraint() ? constraints : requirements).add(line.canonical());
            } else if (line instanceof OptionLine option && has(option, CHOOSING)) {
                options.add(line.canonical());
            } else if (line instanceof NestedFile nested && nested.reference() instanceof Reference.RemoteUrl) {
                (nested.constraint() ? constraints : requirements).add(line.canonical());
            }
        }
        return new LockInputs.Layer(
                name,
                requirements,
                constraints,
                options,
                wheels.stream()
                        .map(wheel -> wheel.name() + " sha256:" + wheel.digest())
                        .toList());
    }

    private static boolean has(OptionLine line, Set<OptionName> names) {
        return line.options().stream().anyMatch(option -> names.contains(option.name()));
    }

    /** The lines that say where packages come from, as they stand in the files: they may hold credentials. */
    List<String> indexLines() {
        return lines().filter(line -> line instanceof OptionLine option && has(option, INDEXES))
                .map(RequirementsLine::text)
                .distinct()
                .toList();
    }

    /** The lines that ask for a project, with the places where they stand. */
    List<String> linesFor(ProjectName project) {
        return lines().filter(line -> line instanceof RequirementLine requirement
                        && !requirement.constraint()
                        && requirement
                                .parsed()
                                .filter(parsed -> parsed.name().equals(project))
                                .isPresent())
                .map(RequirementsLine::toString)
                .toList();
    }

    /** A line of the inputs with the place where it stands, if it stands in a file. */
    String describe(String canonical) {
        return lines().filter(line -> line.canonical().equals(canonical))
                .findFirst()
                .map(line -> line.origin() + ": " + canonical)
                .orElse(canonical);
    }

    private Stream<RequirementsLine> lines() {
        return files.values().stream().flatMap(file -> file.lines().stream());
    }
}
