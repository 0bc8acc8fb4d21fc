package io.github.pythonlambda.check;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The modules that a folder on Python's path offers, by the names of its files. */
final class TopLevel {

    /** The folder of a layer that is on the path. */
    static final String LAYER_ROOT = "python/";

    /** A module's file, or the file that makes a folder a regular package; ends as importlib.machinery lists them. */
    private static final Pattern MODULE =
            Pattern.compile("([^/.]+)(?:/__init__)?\\.(?:py|pyc|so|abi3\\.so|cpython-[^./]*\\.so)");

    private TopLevel() {}

    /**
     * The name by which a file is imported from the top. Folders without {@code __init__.py} are none: a module or a
     * regular package that comes later on the path is preferred to them (PEP 420).
     */
    static Optional<String> module(String path) {
        Matcher matcher = MODULE.matcher(path);
        return matcher.matches() && !matcher.group(1).equals("__init__")
                ? Optional.of(matcher.group(1))
                : Optional.empty();
    }

    /** The same, for a path in a layer's zip. */
    static Optional<String> moduleInLayer(String path) {
        return path.startsWith(LAYER_ROOT) ? module(path.substring(LAYER_ROOT.length())) : Optional.empty();
    }
}
