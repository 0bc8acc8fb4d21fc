package io.github.pythonlambda.resolve;

import io.github.pythonlambda.packaging.ProjectName;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which package depends on which.
 *
 * @param edges from a node to the nodes it depends on; a node is {@code name} or {@code name[extra,...]}
 */
public record DependencyGraph(Map<String, List<String>> edges) {

    public DependencyGraph {
        edges = Map.copyOf(edges);
    }

    /** The projects that a project needs directly, with whatever extras it was asked for. */
    public Set<ProjectName> dependencies(ProjectName project) {
        Set<ProjectName> projects = new TreeSet<>();
        edges.forEach((node, others) -> {
            if (projectOf(node).equals(project)) {
                others.forEach(other -> projects.add(projectOf(other)));
            }
        });
        projects.remove(project);
        return projects;
    }

    /** The projects that need a project directly. */
    public Set<ProjectName> dependents(ProjectName project) {
        Set<ProjectName> projects = new TreeSet<>();
        edges.forEach((node, others) -> {
            if (others.stream().anyMatch(other -> projectOf(other).equals(project))) {
                projects.add(projectOf(node));
            }
        });
        projects.remove(project);
        return projects;
    }

    private static ProjectName projectOf(String node) {
        return new ProjectName(node.split("\\[", 2)[0]);
    }

    /** All projects that can be reached from some nodes, those of the nodes included. */
    public Set<ProjectName> closure(Collection<String> roots) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            String node = open.pop();
            if (seen.add(node)) {
                open.addAll(edges.getOrDefault(node, List.of()));
            }
        }
        Set<ProjectName> projects = new TreeSet<>();
        seen.forEach(node -> projects.add(projectOf(node)));
        return projects;
    }
}
