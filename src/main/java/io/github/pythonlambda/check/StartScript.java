package io.github.pythonlambda.check;

import io.github.pythonlambda.script.ShellScript;

/**
 * The script that starts a web app.
 *
 * @param name its path in the app's folder
 * @param where what the user has to change: the file, or the parameter that it is written from
 * @param script its text
 */
public record StartScript(String name, String where, ShellScript script) {

    /** The folder that it is in, relative to the app; empty for its root. */
    String folder() {
        return name.contains("/") ? name.substring(0, name.lastIndexOf('/')) : "";
    }
}
