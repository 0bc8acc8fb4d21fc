package io.github.pythonlambda.describe;

import io.github.pythonlambda.archive.WrittenZip;
import java.nio.file.Path;

/**
 * The app zip that was written.
 *
 * @param function what its function needs
 * @param path the zip
 * @param zip its sizes and hash
 */
public record AppZip(FunctionSettings function, Path path, WrittenZip zip) {

    /** The zip's name without its ending, if the user gives none. */
    public static final String DEFAULT_NAME = "app";
}
