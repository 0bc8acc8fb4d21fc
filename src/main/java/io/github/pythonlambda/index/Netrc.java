package io.github.pythonlambda.index;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The logins of a netrc file, by host. A file that cannot be read or understood counts as empty, as it does for pip.
 *
 * @param logins by host in lower case; the one of {@code ""} is for all other hosts
 */
record Netrc(Map<String, Login> logins) {

    static final Netrc EMPTY = new Netrc(Map.of());

    private static final String OTHER_HOSTS = "";

    Netrc {
        logins = Map.copyOf(logins);
    }

    /** Reads the file that pip would: the one of {@code NETRC}, else {@code .netrc} or {@code _netrc} in the home folder. */
    static Netrc find(UserEnvironment environment) {
        Optional<String> named = environment.first("NETRC");
        Stream<String> files = named.isPresent()
                ? named.stream()
                : environment.first("HOME", "USERPROFILE").stream()
                        .flatMap(home -> Stream.of(home + "/.netrc", home + "/_netrc"));
        return files.flatMap(Netrc::existing).findFirst().map(Netrc::read).orElse(EMPTY);
    }

    private static Stream<Path> existing(String name) {
        try {
            Path file = Path.of(name);
            return Files.isRegularFile(file) ? Stream.of(file) : Stream.empty();
        } catch (InvalidPathException e) {
            return Stream.empty();
        }
    }

    private static Netrc read(Path file) {
        try {
            return parse(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            return EMPTY;
        }
    }

    static Netrc parse(String text) {
        Words words = new Words(text);
        Map<String, Login> logins = new HashMap<>();
        Optional<String> host = Optional.empty();
        String user = "";
        String password = "";
        for (String word = words.next(); !word.isEmpty(); word = words.next()) {
            if (word.startsWith("#")) {
                words.skipLine();
                continue;
            }
            switch (word) {
                case "machine", "default" -> {
                    host = Optional.of(word.equals("default") ? OTHER_HOSTS : words.next());
                    user = "";
                    password = "";
                }
                case "login", "user" -> user = words.next();
                case "password" -> password = words.next();
                case "account" -> words.next();
                case "macdef" -> words.skipMacro();
                default -> {
                    return EMPTY;
                }
            }
            if (host.isPresent()) {
                logins.put(host.get().toLowerCase(Locale.ROOT), new Login(user, password));
            }
        }
        return new Netrc(logins);
    }

    Optional<Login> of(String host) {
        return Optional.ofNullable(logins.getOrDefault(host.toLowerCase(Locale.ROOT), logins.get(OTHER_HOSTS)));
    }

    /** The words of a netrc file; quotes hold one with spaces together. */
    private static final class Words {

        private static final Pattern WORD = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*+)\"|\\S+");
        private static final Pattern LINE_END = Pattern.compile("\\R|\\z");
        private static final Pattern MACRO_END = Pattern.compile("\\R[ \\t]*\\R|\\z");

        private final String text;
        private int position;

        Words(String text) {
            this.text = text;
        }

        /** The next word; an empty one at the end. */
        String next() {
            Matcher word = WORD.matcher(text);
            if (!word.find(position)) {
                position = text.length();
                return "";
            }
            position = word.end();
            return word.group(1) == null ? word.group() : word.group(1).replaceAll("\\\\(.)", "$1");
        }

        void skipLine() {
            skipTo(LINE_END);
        }

        void skipMacro() {
            skipTo(MACRO_END);
        }

        private void skipTo(Pattern end) {
            Matcher matcher = end.matcher(text);
            position = matcher.find(position) ? matcher.end() : text.length();
        }
    }
}
