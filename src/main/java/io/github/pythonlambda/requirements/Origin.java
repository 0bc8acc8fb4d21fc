package io.github.pythonlambda.requirements;

import java.nio.file.Path;

/**
 * Where a line stands.
 *
 * @param line the first one's number, from 1, if several are joined
 */
public record Origin(Path file, int line) {

    @Override
    public String toString() {
        return file + ", line " + line;
    }
}
