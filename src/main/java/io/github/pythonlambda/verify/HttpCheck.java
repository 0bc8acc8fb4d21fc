package io.github.pythonlambda.verify;

import java.util.Optional;

/**
 * A request to a web app and the answer that is wanted.
 *
 * @param path with its query, such as {@code /health}
 * @param status the status of the answer
 * @param text something that the answer's body contains
 */
public record HttpCheck(String path, int status, Optional<String> text) {}
