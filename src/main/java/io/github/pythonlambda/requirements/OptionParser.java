package io.github.pythonlambda.requirements;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads options as Python's {@code optparse} does: {@code --name value}, {@code --name=value}, {@code -nvalue}, {@code --nam value}. */
final class OptionParser {

    private static final Map<Character, OptionName> SHORT = Map.of(
            'i', OptionName.INDEX_URL,
            'f', OptionName.FIND_LINKS,
            'c', OptionName.CONSTRAINT,
            'r', OptionName.REQUIREMENT,
            'e', OptionName.EDITABLE,
            'C', OptionName.CONFIG_SETTINGS);
    private static final Map<String, OptionName> LONG = longNames();
    private static final Set<String> HASH_ALGORITHMS = Set.of("sha256", "sha384", "sha512");

    private final Deque<String> words;
    private final List<LineOption> options = new ArrayList<>();

    private OptionParser(Collection<String> words) {
        this.words = new ArrayDeque<>(words);
    }

    /** The options in their order. Other words are left out, as pip does. */
    static List<LineOption> parse(Collection<String> words) throws LineSyntaxException {
        OptionParser parser = new OptionParser(words);
        parser.parse();
        return List.copyOf(parser.options);
    }

    private static Map<String, OptionName> longNames() {
        Map<String, OptionName> names = new LinkedHashMap<>();
        Arrays.stream(OptionName.values()).forEach(name -> names.put(name.flag(), name));
        names.put("--pypi-url", OptionName.INDEX_URL);
        return names;
    }

    private void parse() throws LineSyntaxException {
        while (!words.isEmpty()) {
            String word = words.pop();
            if (word.equals("--")) {
                return;
            }
            if (word.startsWith("--")) {
                longOption(word);
            } else if (word.startsWith("-") && word.length() > 1) {
                shortOption(word);
            }
        }
    }

    private void longOption(String word) throws LineSyntaxException {
        int equals = word.indexOf('=');
        String spelled = equals < 0 ? word : word.substring(0, equals);
        OptionName name = longName(spelled);
        if (equals >= 0) {
            if (!name.takesValue()) {
                throw new LineSyntaxException("the option " + name.flag() + " takes no value");
            }
            words.push(word.substring(equals + 1));
        }
        add(name);
    }

    /** All short options take a value, so none can follow another in one word. */
    private void shortOption(String word) throws LineSyntaxException {
        OptionName name = SHORT.get(word.charAt(1));
        if (name == null) {
            throw unknown(word.substring(0, 2));
        }
        if (word.length() > 2) {
            words.push(word.substring(2));
        }
        add(name);
    }

    private void add(OptionName name) throws LineSyntaxException {
        if (!name.takesValue()) {
            options.add(new LineOption(name, ""));
            return;
        }
        if (words.isEmpty()) {
            throw new LineSyntaxException("the option " + name.flag() + " needs a value");
        }
        String value = words.pop();
        check(name, value);
        options.add(new LineOption(name, value));
    }

    private static void check(OptionName name, String value) throws LineSyntaxException {
        switch (name) {
            case HASH -> {
                int colon = value.indexOf(':');
                if (colon < 0 || !HASH_ALGORITHMS.contains(value.substring(0, colon))) {
                    throw new LineSyntaxException(
                            "the option --hash needs a value like sha256:0123..., with sha256," + " sha384 or sha512");
                }
            }
            case CONFIG_SETTINGS -> {
                if (value.indexOf('=') < 0) {
                    throw new LineSyntaxException("the option --config-settings needs a value like KEY=VALUE");
                }
            }
            case NO_BINARY, ONLY_BINARY, ALL_RELEASES, ONLY_FINAL -> {
                if (value.startsWith("-")) {
                    throw new LineSyntaxException("the option " + name.flag() + " needs a value");
                }
            }
            default -> {}
        }
    }

    /** An abbreviation means what it means to every pip, if it does. */
    private static OptionName longName(String spelled) throws LineSyntaxException {
        OptionName exact = LONG.get(spelled);
        if (exact != null) {
            return exact;
        }
        List<String> candidates =
                LONG.keySet().stream().filter(flag -> flag.startsWith(spelled)).toList();
        List<String> inEveryPip = candidates.stream()
                .filter(flag -> !LONG.get(flag).isNotInEveryPip())
                .toList();
        List<String> meant = inEveryPip.isEmpty() ? candidates : inEveryPip;
        if (meant.isEmpty()) {
            throw unknown(spelled);
        }
        if (meant.size() > 1) {
            throw new LineSyntaxException(
                    "the option " + spelled + " may mean " + String.join(" or ", new TreeSet<>(meant)));
        }
        return LONG.get(meant.get(0));
    }

    private static LineSyntaxException unknown(String option) {
        return new LineSyntaxException("pip takes no option " + option + " in a requirements file");
    }
}
