package io.github.pythonlambda.script;

import java.io.IOException;
import java.util.Collection;

/** The files of an app, among which the one to start is looked for. */
public interface AppSources {

    /** The paths of all files, relative to the app's folder, {@code /} between their parts. */
    Collection<String> paths();

    /**
     * The text of a file, of which only ASCII has to be right.
     *
     * @param path one of {@link #paths()}
     */
    String text(String path) throws IOException;
}
