package io.github.pythonlambda.describe;

import io.github.pythonlambda.app.Handler;
import io.github.pythonlambda.archive.WrittenZip;
import java.nio.file.Path;

/**
 * The app zip that was written.
 *
 * @param handler what Lambda starts in it
 * @param path the zip
 * @param zip its sizes and hash
 */
public record AppZip(Handler handler, Path path, WrittenZip zip) {}
