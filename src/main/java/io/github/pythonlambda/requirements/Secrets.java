package io.github.pythonlambda.requirements;

import io.github.pythonlambda.archive.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes user names, passwords and queries, which may be signatures, out of URLs that are compared and kept. */
final class Secrets {

    /** Up to the last {@code @} of the host's part, since passwords may contain one. */
    private static final Pattern USER_INFO = Pattern.compile("(?<=://)[^/?#]*@");

    private static final Pattern QUERY = Pattern.compile("(?<prefix>://[^?#\\s]*)\\?(?<query>[^#\\s]*)");
    private static final int DIGITS = 16;

    private Secrets() {}

    /**
     * The text without users, and with a digest of the query, because that may tell one file from another. It does
     * not change with the variables in the query.
     */
    static String remove(String text, Expanded source) {
        if (!text.contains("://")) {
            return text;
        }
        return QUERY.matcher(USER_INFO.matcher(text).replaceAll(""))
                .replaceAll(match -> Matcher.quoteReplacement(match.group(1)
                        + "?"
                        + Sha256.of(source.withNamesForValues(match.group(2)).getBytes(StandardCharsets.UTF_8))
                                .hex()
                                .substring(0, DIGITS)));
    }
}
