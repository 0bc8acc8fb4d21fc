package io.github.pythonlambda.lock;

import io.github.pythonlambda.index.Credentials;
import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.resolve.DependencyGraph;
import io.github.pythonlambda.resolve.ResolvedWheel;
import io.github.pythonlambda.resolve.SourceTree;
import java.util.List;
import java.util.Optional;

/**
 * What a lock says is to be installed for a target.
 *
 * @param packages in the order of the lock
 * @param graph what depends on what, as far as the lock tells
 */
public record LockedSet(List<Locked> packages, DependencyGraph graph) {

    /** A package of the set. */
    public sealed interface Locked {

        ProjectName name();

        /** The layer that the lock assigns it to; empty if another tool wrote the lock. */
        Optional<String> layer();
    }

    /** A package that is there as a wheel. */
    public record LockedWheel(ResolvedWheel wheel, Optional<String> layer) implements Locked {
        @Override
        public ProjectName name() {
            return wheel.name();
        }
    }

    /** A package that a wheel would have to be built of. */
    public record LockedTree(ProjectName name, SourceTree tree, Optional<String> layer) implements Locked {

        /** In words, such as {@code demo (https://index.example/demo-1.0.tar.gz)}. */
        @Override
        public String toString() {
            return name + " (" + Credentials.hide(tree.place()) + ")";
        }
    }

    public LockedSet {
        packages = List.copyOf(packages);
    }
}
