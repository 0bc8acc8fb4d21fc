package io.github.pythonlambda.script;

import java.util.ArrayList;
import java.util.List;

/**
 * The options among a program's arguments.
 *
 * @param arguments all arguments
 */
public record Options(List<Value> arguments) {

    public Options {
        arguments = List.copyOf(arguments);
    }

    /** Whether each argument is known, so that an option that is not there is really not there. */
    public boolean areAllKnown() {
        return arguments.stream().allMatch(argument -> argument.text() != null);
    }

    /** Whether any of some options is there, with or without a value. */
    public boolean has(List<String> names) {
        return arguments.stream()
                .flatMap(argument -> argument.known().stream())
                .anyMatch(text -> names.stream().anyMatch(name -> isOption(text, name)));
    }

    private static boolean isOption(String text, String name) {
        return text.equals(name) || text.startsWith(name + "=") || isShort(name) && text.startsWith(name);
    }

    /** The value of such an option may follow it at once. */
    private static boolean isShort(String name) {
        return name.matches("-\\w");
    }

    /** The values given to some options: {@code --port 1}, {@code --port=1}, {@code -p1}, {@code -p=1}. */
    public List<Value> values(List<String> names) {
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            Value argument = arguments.get(i);
            for (String name : names) {
                if (argument.is(name)) {
                    values.add(i + 1 < arguments.size() ? arguments.get(i + 1) : Value.UNKNOWN);
                } else if (argument.text() != null && argument.text().startsWith(name + "=")) {
                    values.add(new Value(argument.text().substring(name.length() + 1), argument.origins()));
                } else if (argument.text() != null
                        && isShort(name)
                        && argument.text().startsWith(name)) {
                    values.add(new Value(argument.text().substring(name.length()), argument.origins()));
                }
            }
        }
        return values;
    }
}
