package io.github.pythonlambda.index;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The hosts that are asked without a proxy.
 *
 * @param patterns host names in which {@code *} stands for anything
 */
public record NonProxyHosts(List<String> patterns) {

    private static final String ANY_HOST = "*";
    private static final Pattern IPV4_START = Pattern.compile("(?:[0-9]{1,3}\\.){1,3}\\*");
    private static final Pattern IPV4_NETWORK = Pattern.compile("([0-9.]+)/(8|16|24)");
    private static final int BITS = 8;

    /** None: every host is asked through the proxy. */
    public static final NonProxyHosts NONE = new NonProxyHosts(List.of());

    public NonProxyHosts {
        patterns = List.copyOf(patterns);
    }

    /** Reads the form of settings.xml: {@code localhost|*.corp.example|10.*}. */
    public static NonProxyHosts ofSettings(String text) {
        return new NonProxyHosts(split(text, "[|,\\s]+").toList());
    }

    /** Reads the form of the variable {@code NO_PROXY}: {@code localhost,.corp.example,10.0.0.0/8}. A name stands for those below it too. */
    static NonProxyHosts ofVariable(String text) {
        return new NonProxyHosts(
                split(text, "[,\\s]+").flatMap(NonProxyHosts::ofEntry).toList());
    }

    private static Stream<String> split(String text, String separator) {
        return Arrays.stream(text.split(separator)).filter(part -> !part.isEmpty());
    }

    private static Stream<String> ofEntry(String entry) {
        Matcher network = IPV4_NETWORK.matcher(entry);
        if (network.matches()) {
            String[] parts = network.group(1).split("\\.");
            int kept = Math.min(parts.length, Integer.parseInt(network.group(2)) / BITS);
            return Stream.of(Arrays.stream(parts).limit(kept).collect(Collectors.joining(".")) + ".*");
        }
        String name = entry.replaceFirst(":[0-9]+$", "");
        if (name.equals(ANY_HOST)) {
            return Stream.of(name);
        }
        return name.startsWith(".") ? Stream.of(ANY_HOST + name) : Stream.of(name, ANY_HOST + "." + name);
    }

    boolean contains(String host) {
        return patterns.stream().anyMatch(pattern -> matches(pattern, host));
    }

    private static boolean matches(String pattern, String host) {
        String regex = Arrays.stream(pattern.toLowerCase(Locale.ROOT).split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"));
        return host.toLowerCase(Locale.ROOT).matches(regex);
    }

    NonProxyHosts and(NonProxyHosts others) {
        return new NonProxyHosts(Stream.concat(patterns.stream(), others.patterns.stream())
                .distinct()
                .toList());
    }

    /**
     * The entries of {@code NO_PROXY}, which knows the ends of names and networks. What it has no form for is left out.
     */
    List<String> variableEntries() {
        return patterns.stream().flatMap(NonProxyHosts::entry).distinct().toList();
    }

    private static Stream<String> entry(String pattern) {
        if (pattern.equals(ANY_HOST)) {
            return Stream.of(ANY_HOST);
        }
        if (IPV4_START.matcher(pattern).matches()) {
            String[] numbers = pattern.substring(0, pattern.length() - 2).split("\\.");
            String zeros =
                    IntStream.range(numbers.length, 4).mapToObj(i -> ".0").collect(Collectors.joining());
            return Stream.of(String.join(".", numbers) + zeros + "/" + numbers.length * BITS);
        }
        String end = pattern.startsWith(ANY_HOST) ? pattern.substring(1) : pattern;
        return end.contains(ANY_HOST) ? Stream.empty() : Stream.of(end);
    }
}
