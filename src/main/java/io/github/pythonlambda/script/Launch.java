package io.github.pythonlambda.script;

import java.util.List;
import java.util.Optional;

/**
 * The program that a script ends in.
 *
 * @param words its name and arguments
 * @param exec whether it takes the shell's place
 * @param line where it stands in the script
 * @param folder the app's folder in which it is started, relative to the app, empty for its root; nothing if that is
 *     not known or not in the app
 * @param path the value of {@code PATH}
 * @param pythonPath the value of {@code PYTHONPATH}
 * @param flaskApp the value of {@code FLASK_APP}
 */
public record Launch(
        List<Value> words,
        boolean exec,
        int line,
        Optional<String> folder,
        Value path,
        Value pythonPath,
        Value flaskApp) {

    public Launch {
        words = List.copyOf(words);
    }
}
