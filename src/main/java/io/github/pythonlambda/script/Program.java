package io.github.pythonlambda.script;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a launch starts. */
public sealed interface Program {

    /** What it is handed. */
    List<Value> arguments();

    /**
     * {@code python -m name}.
     *
     * @param python the interpreter as it is called
     */
    record Module(String python, String name, List<Value> arguments) implements Program {}

    /**
     * {@code python path}.
     *
     * @param python the interpreter as it is called
     */
    record File(String python, String path, List<Value> arguments) implements Program {}

    /** Any other program, by its name or path. */
    record Executable(String name, List<Value> arguments) implements Program {}

    /**
     * Reads the words of a launch.
     *
     * @return nothing if it cannot be told: code on the command line, unknown options, or an interpreter that is told to
     *     leave its environment aside
     */
    static Optional<Program> of(Launch launch) {
        Optional<String> name = launch.words().get(0).known();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        List<Value> rest = launch.words().subList(1, launch.words().size());
        boolean python = Pattern.matches(
                "python(3(\\.\\d+)?)?", name.get().substring(name.get().lastIndexOf('/') + 1));
        return python ? python(name.get(), rest) : Optional.of(new Executable(name.get(), rest));
    }

    private static Optional<Program> python(String python, List<Value> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).text();
            if (word == null) {
                return Optional.empty();
            }
            if (word.matches("-[uBObdqsvx]*m.+")) {
                String module = word.substring(word.indexOf('m') + 1);
                return Optional.of(new Module(python, module, words.subList(i + 1, words.size())));
            }
            if (word.matches("-[uBObdqsvx]*m")) {
                Optional<String> module =
                        i + 1 < words.size() ? words.get(i + 1).known() : Optional.empty();
                int next = i + 2;
                return module.map(name -> new Module(python, name, words.subList(next, words.size())));
            }
            if (!word.startsWith("-")) {
                return Optional.of(new File(python, word, words.subList(i + 1, words.size())));
            }
            if (word.equals("-X") || word.equals("-W")) {
                i++;
            } else if (!word.matches("-[uBObdqsvx]+|-[XW].+")) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
