package io.github.pythonlambda.packaging;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes versions, specifiers, markers, requirements and file names, in all spellings and in wrong ones. */
final class Spellings {

    private static final List<String> BLANKS = List.of("", "", "", " ", "  ", "\t");
    private static final List<String> OPERATORS = List.of("~=", "==", "!=", "<=", ">=", "<", ">", "===");
    private static final List<String> NAMES =
            List.of("a", "Foo", "foo.bar", "foo_bar", "Foo--Bar", "x1", "1x", "zope.interface", "a_", "PyYAML");
    private static final List<String> VARIABLES = List.of(
            "implementation_name",
            "implementation_version",
            "os_name",
            "os.name",
            "platform_machine",
            "platform.machine",
            "platform_python_implementation",
            "platform.python_implementation",
            "python_implementation",
            "platform_release",
            "platform_system",
            "platform_version",
            "platform.version",
            "python_full_version",
            "python_full_version",
            "python_version",
            "python_version",
            "python_version",
            "sys_platform",
            "sys.platform",
            "extra",
            "extra",
            "extras",
            "dependency_groups");
    private static final List<String> TEXT_OPERATORS =
            List.of("==", "==", "!=", "!=", "<", "<=", ">", ">=", "in", "not in");
    private static final List<String> VALUES = List.of(
            "cpython",
            "CPython",
            "posix",
            "nt",
            "linux",
            "Linux",
            "win32",
            "x86_64",
            "aarch64",
            "",
            "linux darwin",
            "3.8 3.9 3.13",
            "=3.9",
            "3.*",
            "a",
            "B_b",
            "b.B",
            "C",
            "é",
            "with'quote",
            "back\\\\slash",
            "\\x41\\N{DIGIT ONE}\\101\\d");
    /** What is put into a text to make it odd; white space that only Python knows is among it. */
    private static final List<String> ODDITIES = List.of(
            "", " ", "\t", "\n", "\r", "\u001c", "\u0085", "\u00a0", "\u2003", "\u200b", "\0", ".", "..", "-", "_", "+",
            "!", "*", ".*", ",", ";", ":", "@", "#", "(", ")", "[", "]", "'", "\"", "\\", "=", "==", "<", ">", "~", "0",
            "00", "9", "\u0663", "v", "V", "a", "RC", "post", "dev", "x", "\u00e9", "\u00b2", "\uff41", "and", " or ",
            " in ", "not");

    private static final List<String> PLATFORMS = List.of(
            "any",
            "linux_x86_64",
            "linux_aarch64",
            "manylinux1_x86_64",
            "manylinux2010_x86_64",
            "manylinux2014_x86_64",
            "manylinux2014_aarch64",
            "manylinux_2_17_aarch64",
            "manylinux_2_17_x86_64",
            "manylinux_2_26_x86_64",
            "manylinux_2_28_aarch64",
            "manylinux_2_28_x86_64",
            "manylinux_2_34_x86_64",
            "manylinux_2_35_aarch64",
            "musllinux_1_2_x86_64",
            "macosx_11_0_arm64",
            "win_amd64");

    private final Random random;

    Spellings(long seed) {
        random = new Random(seed);
    }

    <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    int upTo(int most) {
        return random.nextInt(most + 1);
    }

    /** One to so many texts. */
    List<String> some(int most, Supplier<String> maker) {
        return IntStream.rangeClosed(0, random.nextInt(most))
                .mapToObj(i -> maker.get())
                .toList();
    }

    /** The text with an oddity or two in it, or with something missing. */
    String odd(String text) {
        String odd = text;
        for (int i = 0; i <= random.nextInt(2); i++) {
            int start = random.nextInt(odd.length() + 1);
            int end = chance(50) ? start : Math.min(odd.length(), start + upTo(2));
            odd = odd.substring(0, start) + one(ODDITIES) + odd.substring(end);
        }
        return odd;
    }

    private String number() {
        return chance(85) ? String.valueOf(upTo(3)) : one(List.of("10", "007", "00", "2024", "99999999999999999999"));
    }

    private String separator() {
        return one(List.of("", "", ".", "-", "_"));
    }

    private String anyCase(String text) {
        return chance(85) ? text : text.toUpperCase(Locale.ROOT);
    }

    private String release() {
        return (chance(5) ? number() + "!" : "") + String.join(".", some(3, this::number));
    }

    private String phase(List<String> kinds) {
        return separator() + anyCase(one(kinds)) + (chance(80) ? separator() + number() : "");
    }

    String publicVersion() {
        StringBuilder text = new StringBuilder(chance(5) ? "v" : "").append(release());
        if (chance(25)) {
            text.append(phase(List.of("a", "b", "c", "rc", "alpha", "beta", "pre", "preview")));
        }
        if (chance(20)) {
            text.append(chance(20) ? "-" + number() : phase(List.of("post", "rev", "r")));
        }
        if (chance(20)) {
            text.append(phase(List.of("dev")));
        }
        return text.toString();
    }

    String version() {
        String local = chance(15)
                ? "+"
                        + String.join(
                                one(List.of(".", "-", "_")), some(3, () -> one(List.of("abc", "1", "01", "A", "x7"))))
                : "";
        return publicVersion() + local;
    }

    String clause() {
        String operator = one(OPERATORS);
        String version = switch (operator) {
            case "==", "!=" -> chance(30) ? release() + ".*" : version();
            case "===" -> chance(50) ? version() : one(List.of("", "wat", "WAT", "1.0-x", "a@b", "1.0.*", "1,2"));
            default -> publicVersion();
        };
        return operator + one(BLANKS) + version;
    }

    String clauses() {
        if (chance(5)) {
            return "";
        }
        return some(3, this::clause).stream().collect(Collectors.joining(one(BLANKS) + "," + one(BLANKS)))
                + (chance(3) ? "," : "");
    }

    /** The same clauses in another order, some with more zeros. */
    String respelled(String clauses) {
        List<String> parts = new ArrayList<>(List.of(clauses.split(",")));
        Collections.shuffle(parts, random);
        return parts.stream().map(part -> chance(30) ? part + ".0" : part).collect(Collectors.joining(" , "));
    }

    private String quoted(String value) {
        String quote = value.contains("'") || chance(50) ? "\"" : "'";
        return quote + value + quote;
    }

    private String literal() {
        return quoted(chance(60) ? pythonVersion() : one(VALUES));
    }

    private String pythonVersion() {
        return chance(80) ? "3." + one(List.of("8", "9", "10", "11", "12", "13", "13.0", "12.7", "*")) : version();
    }

    private String comparison() {
        String variable = one(VARIABLES);
        boolean isSet = variable.equals("extras") || variable.equals("dependency_groups");
        boolean isVersion = variable.contains("version") || chance(10);
        String operator = one(
                isSet
                        ? List.of("in", "not in", "in", "not in", "==", "!=", "<")
                        : isVersion
                                ? List.of("==", "!=", "<", "<=", ">", ">=", "~=", "===", "in", "not  in")
                                : TEXT_OPERATORS);
        String blank = Character.isLetter(operator.charAt(0)) ? " " : one(BLANKS);
        if (chance(1)) {
            return literal() + blank + operator + blank + literal();
        }
        if (chance(1)) {
            return variable + blank + operator + blank + one(VARIABLES);
        }
        return chance(isSet ? 5 : 70)
                ? variable + blank + operator + blank + literal()
                : literal() + blank + operator + blank + variable;
    }

    String marker() {
        return marker(3);
    }

    private String marker(int depth) {
        List<String> terms = some(3, () -> depth > 0 && chance(35) ? parenthesised(depth) : comparison());
        StringBuilder text = new StringBuilder(terms.get(0));
        for (String term : terms.subList(1, terms.size())) {
            text.append(one(List.of(" and ", " or ", "\tand  ", " or\t"))).append(term);
        }
        return text.toString();
    }

    private String parenthesised(int depth) {
        return "(" + one(BLANKS) + marker(depth - 1) + one(BLANKS) + ")";
    }

    String name() {
        return one(NAMES);
    }

    List<String> extras() {
        return chance(40) ? List.of() : some(3, () -> one(List.of("a", "B_b", "b.b", "C", "d-1")));
    }

    String requirement() {
        StringBuilder text = new StringBuilder(one(BLANKS)).append(name()).append(one(BLANKS));
        if (chance(30)) {
            text.append('[')
                    .append(
                            chance(10)
                                    ? one(BLANKS)
                                    : String.join(one(BLANKS) + "," + one(BLANKS), some(3, this::name)))
                    .append(one(BLANKS))
                    .append(']')
                    .append(one(BLANKS));
        }
        boolean url = chance(15);
        if (url) {
            text.append('@')
                    .append(one(BLANKS))
                    .append(one(List.of(
                            "https://files.example/a-1.zip",
                            "git+ssh://git@host.example:a/b.git@v1",
                            "file:///a;b",
                            "a,b",
                            "https://x.example/a#b=c&d")));
            text.append(chance(90) ? " " : "");
        } else {
            String clauses = clauses();
            text.append(chance(20) ? "(" + one(BLANKS) + clauses + one(BLANKS) + ")" : clauses);
        }
        text.append(one(BLANKS));
        if (chance(40)) {
            text.append(';').append(one(BLANKS)).append(marker(1)).append(one(BLANKS));
        }
        return text.toString();
    }

    private String compressed(List<String> members) {
        return some(chance(70) ? 1 : 3, () -> one(members)).stream().distinct().collect(Collectors.joining("."));
    }

    String tagSet() {
        return String.join(
                "-",
                compressed(List.of("py3", "py2", "py38", "cp38", "cp39", "cp311", "cp312", "cp313", "cp314", "pp310")),
                compressed(List.of("none", "abi3", "cp38", "cp39", "cp311", "cp312", "cp313", "cp313t", "cp314")),
                compressed(PLATFORMS));
    }

    String wheel() {
        List<String> parts =
                new ArrayList<>(List.of(name().replace('-', '_'), version().replace('-', '_')));
        if (chance(15)) {
            parts.add(one(List.of("1", "007", "1a", "2_x")));
        }
        parts.add(tagSet());
        return String.join("-", parts) + ".whl";
    }

    String sdist() {
        return name() + "-" + version() + one(List.of(".tar.gz", ".tar.gz", ".zip", ".tar.bz2"));
    }
}
