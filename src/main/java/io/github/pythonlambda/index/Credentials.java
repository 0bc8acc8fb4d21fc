package io.github.pythonlambda.index;

import java.util.regex.Pattern;

/** Takes user names, passwords and queries, which may be signatures, out of URLs before anybody sees them. pip does so itself, but not in all of its texts. */
public final class Credentials {

    private static final Pattern IN_URL = Pattern.compile("(?<=://)[^/@\\s\"'<>]+@");

    private static final Pattern QUERY = Pattern.compile("(://[^\\s?#\"'<>]*)\\?[^\\s#\"'<>)]*");

    private Credentials() {}

    /** The text with {@code ****} in place of each user name, password and query of a URL. */
    public static String hide(String text) {
        return QUERY.matcher(IN_URL.matcher(text).replaceAll("****@")).replaceAll("$1?****");
    }
}
