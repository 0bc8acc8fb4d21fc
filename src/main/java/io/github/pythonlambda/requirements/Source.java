package io.github.pythonlambda.requirements;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A requirements file on its way from the first one.
 *
 * @param path absolute
 * @param url by which it was included; null for a path
 * @param constraint whether its requirements only limit what others ask for
 * @param includedBy the file that names it; null for the first one
 */
record Source(
        Path path,
        @Nullable String url,
        boolean constraint,
        @Nullable Source includedBy) {

    /** What paths count from; none if it was included by a URL, as pip has it. */
    @Nullable Path folder() {
        return url == null ? path.getParent() : null;
    }

    /** Whether it is one of those that led to it. */
    boolean includesItself() {
        for (Source source = includedBy; source != null; source = source.includedBy) {
            if (source.identity().equals(identity())) {
                return true;
            }
        }
        return false;
    }

    /** The files that led to it and itself. */
    List<Path> way() {
        List<Path> way = new ArrayList<>();
        for (Source source = this; source != null; source = source.includedBy) {
            way.add(source.path);
        }
        Collections.reverse(way);
        return way;
    }

    private Path identity() {
        return path.normalize();
    }
}
