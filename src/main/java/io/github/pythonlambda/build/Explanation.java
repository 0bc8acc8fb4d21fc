package io.github.pythonlambda.build;

import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.packaging.Tag;
import io.github.pythonlambda.packaging.TagPreference;
import io.github.pythonlambda.packaging.Version;
import io.github.pythonlambda.resolve.Candidates;
import io.github.pythonlambda.resolve.HeldBack;
import io.github.pythonlambda.resolve.Resolution;
import io.github.pythonlambda.resolve.ResolvedWheel;
import io.github.pythonlambda.target.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says of one package why it is in a layer, who wants it, what there was to choose from, and why this wheel was chosen. */
final class Explanation {

    private static final int RELEASES_SHOWN = 8;

    private final ProjectName project;
    private final Target target;
    private final Resolution resolution;
    private final RequirementsInput requirements;
    private final List<String> lines = new ArrayList<>();

    private Explanation(ProjectName project, Target target, Resolution resolution, RequirementsInput requirements) {
        this.project = project;
        this.target = target;
        this.resolution = resolution;
        this.requirements = requirements;
    }

    /** The explanation, line by line. */
    static List<String> of(ProjectName project, Target target, Resolution resolution, RequirementsInput requirements) {
        Explanation explanation = new Explanation(project, target, resolution, requirements);
        explanation.explain();
        return List.copyOf(explanation.lines);
    }

    private void explain() {
        Optional<Map.Entry<String, List<ResolvedWheel>>> layer = resolution.wheels().entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(this::isProject))
                .findFirst();
        if (layer.isEmpty()) {
            lines.add("%s is in no layer for %s: no requirement asks for it".formatted(project, target));
            return;
        }
        ResolvedWheel wheel = layer.get().getValue().stream()
                .filter(this::isProject)
                .findFirst()
                .orElseThrow();
        lines.add("%s %s is in layer '%s' for %s"
                .formatted(project, wheel.file().version(), layer.get().getKey(), target));
        addReasons();
        addWheel(wheel);
        resolution
                .candidates()
                .ifPresent(candidates -> addReleases(candidates, wheel.file().version()));
        resolution.heldBack().stream()
                .filter(held -> held.name().equals(project))
                .map(HeldBack::toString)
                .forEach(text -> lines.add("  held back: " + text));
    }

    private boolean isProject(ResolvedWheel wheel) {
        return wheel.name().equals(project);
    }

    private void addReasons() {
        requirements.linesFor(project).forEach(line -> lines.add("  asked for by " + line));
        for (ProjectName parent : resolution.graph().dependents(project)) {
            lines.add("  wanted by " + String.join(" <- ", wayUp(parent)));
        }
    }

    /** From a package to one that a requirement names, by the shortest way that comes first in the alphabet. */
    private List<String> wayUp(ProjectName start) {
        Map<ProjectName, List<String>> ways = new LinkedHashMap<>();
        ways.put(start, List.of(start.toString()));
        List<ProjectName> open = new ArrayList<>(List.of(start));
        Set<ProjectName> seen = new TreeSet<>(open);
        while (!open.isEmpty()) {
            ProjectName next = open.remove(0);
            List<String> asked = requirements.linesFor(next);
            if (!asked.isEmpty()) {
                List<String> way = new ArrayList<>(ways.get(next));
                way.add(asked.get(0));
                return way;
            }
            for (ProjectName parent : resolution.graph().dependents(next)) {
                if (seen.add(parent)) {
                    List<String> way = new ArrayList<>(ways.get(next));
                    way.add(parent.toString());
                    ways.put(parent, way);
                    open.add(parent);
                }
            }
        }
        return ways.get(start);
    }

    private void addWheel(ResolvedWheel wheel) {
        lines.add("  wheel: " + wheel.file());
        wheel.builtFrom().ifPresent(tree -> lines.add("  built from " + tree.place()));
        wheel.index().ifPresent(index -> lines.add("  index: " + index));
        Optional<Tag> tag = new TagPreference(target.tags()).best(wheel.file().tags());
        tag.ifPresent(best -> lines.add("  chosen for its tag " + best + ", the best of this release's that fit"));
    }

    private void addReleases(Candidates candidates, Version chosen) {
        Map<Version, List<Candidates.File>> releases = candidates.files().stream()
                .collect(Collectors.groupingBy(Candidates.File::version, LinkedHashMap::new, Collectors.toList()));
        lines.add("  releases:");
        releases.entrySet().stream()
                .limit(RELEASES_SHOWN)
                .forEach(release -> lines.add("    %s  %s"
                        .formatted(release.getKey(), verdict(release.getKey(), release.getValue(), chosen))));
        if (releases.size() > RELEASES_SHOWN) {
            lines.add("    and %d older ones".formatted(releases.size() - RELEASES_SHOWN));
        }
    }

    private static String verdict(Version version, List<Candidates.File> files, Version chosen) {
        List<Candidates.File> fitting = files.stream()
                .filter(file -> file.verdict() == Candidates.Verdict.FITS)
                .toList();
        String wheels = fitting.stream().map(Candidates.File::name).collect(Collectors.joining(", "));
        if (version.equals(chosen)) {
            return "chosen; fits: " + wheels;
        }
        if (files.stream().noneMatch(Candidates.File::allowed)) {
            return "not allowed by the requirements";
        }
        return fitting.isEmpty()
                ? files.stream()
                        .map(Candidates.File::reason)
                        .filter(reason -> !reason.isEmpty())
                        .distinct()
                        .collect(Collectors.joining("; "))
                : "fits: " + wheels;
    }
}
