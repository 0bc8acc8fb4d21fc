package io.github.pythonlambda.index;

import java.util.regex.Pattern;

/**
 * Takes user names, passwords and queries, which may be signatures, out of URLs before anybody sees them. pip does so itself,
 * but not in all of its texts.
 */
public final class Credentials {

    /** Up to the last {@code @} of the host's part, since passwords may contain one, and quotes. */
    private static final Pattern USER_INFO = Pattern.compile("(?<=://)[^/?#\\s]+@");

    /** Up to the marks that stand around a URL in a sentence. */
    private static final Pattern QUERY = Pattern.compile("(://[^\\s?#]*)\\?(?:[^\\s#]*[^\\s#\"'<>),.;:])?");

    private Credentials() {}

    /** The text with {@code ****} in place of each user name, password and query of a URL. */
    public static String hide(String text) {
        return QUERY.matcher(USER_INFO.matcher(text).replaceAll("****@")).replaceAll("$1?****");
    }
}
