package io.github.pythonlambda.check;

import io.github.pythonlambda.app.AppLayout;
import io.github.pythonlambda.archive.ArchiveEntry;
import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Rule {@code duplicate-package}: a function must have one copy of a package. Which copy Python takes depends on its
 * path; with two versions it is an error, a second copy of the same version only wastes space.
 */
public final class DuplicatePackageCheck {

    private static final Rule RULE = Rule.DUPLICATE_PACKAGE;
    private static final Pattern METADATA =
            Pattern.compile("([^/-]+)-([^/-]+)(?:-py[0-9.]+)?\\.(?:dist-info/METADATA|egg-info/PKG-INFO)");

    private record Copy(String place, String version) {}

    private DuplicatePackageCheck() {}

    public static List<Finding> check(Optional<AppLayout> app, List<FunctionLayer> layers) {
        Map<ProjectName, List<Copy>> copies = new TreeMap<>();
        for (ArchiveEntry entry : app.map(AppLayout::entries).orElse(List.of())) {
            note(entry.path(), "the app", copies);
        }
        for (FunctionLayer layer : layers) {
            for (String path : layer.layout().files().keySet()) {
                if (path.startsWith(TopLevel.LAYER_ROOT)) {
                    note(path.substring(TopLevel.LAYER_ROOT.length()), "layer " + layer.name(), copies);
                }
            }
        }
        List<Finding> findings = new ArrayList<>();
        copies.forEach((project, found) -> {
            if (found.size() > 1) {
                findings.add(finding(project, found));
            }
        });
        return findings;
    }

    private static void note(String path, String place, Map<ProjectName, List<Copy>> copies) {
        Matcher metadata = METADATA.matcher(path);
        if (metadata.matches()) {
            copies.computeIfAbsent(new ProjectName(metadata.group(1)), project -> new ArrayList<>())
                    .add(new Copy(place, metadata.group(2)));
        }
    }

    private static Finding finding(ProjectName project, List<Copy> copies) {
        Set<String> versions = copies.stream().map(Copy::version).collect(Collectors.toCollection(HashSet::new));
        Problem problem = Problem.of("the function has %d copies of %s".formatted(copies.size(), project))
                .found(copies.stream()
                        .map(copy -> "%s in %s".formatted(copy.version(), copy.place()))
                        .collect(Collectors.joining(", ")))
                .remedy(
                        "keep one: a package belongs into the requirements of one layer, and no installed package into the"
                                + " app's folder");
        return (versions.size() > 1 ? Finding.error(RULE, problem) : Finding.warning(RULE, problem)).about(project);
    }
}
