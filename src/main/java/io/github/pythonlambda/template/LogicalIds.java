package io.github.pythonlambda.template;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names of resources in a template: letters and digits, each given once. */
final class LogicalIds {

    private final Set<String> taken = new HashSet<>();

    /**
     * A name for something.
     *
     * @param name what it is called elsewhere, such as {@code my-app}
     * @param kind what it is, such as {@code Function}, with which the name ends
     */
    String of(String name, String kind) {
        StringBuilder words = new StringBuilder();
        for (String word : name.split("[^A-Za-z0-9]+")) {
            if (!word.isEmpty()) {
                words.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
            }
        }
        boolean named = words.toString().endsWith(kind);
        String id = named ? words.toString() : words + kind;
        String free = id;
        for (int number = 2; !taken.add(free); number++) {
            free = id + number;
        }
        return free;
    }
}
