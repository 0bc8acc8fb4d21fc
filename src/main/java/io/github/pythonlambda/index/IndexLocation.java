package io.github.pythonlambda.index;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An index (PEP 503), or a page or folder of links to files.
 *
 * @param url {@code https:}, {@code http:} or {@code file:}, without credentials
 * @param login how to log in, if that is known
 */
public record IndexLocation(URI url, Optional<Login> login) {

    /** The password may have an {@code @} in it, so the last one counts. */
    private static final Pattern WITH_USER_INFO = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*://)([^/?#]*)@(.*)");

    public IndexLocation {
        if (url.getRawUserInfo() != null) {
            throw new IllegalArgumentException("credentials in the URL of an index");
        }
    }

    /**
     * Reads a URL; credentials in it become the login.
     *
     * @throws IllegalArgumentException if it is no URL that an index can have
     */
    public static IndexLocation parse(String text) {
        Matcher matcher = WITH_USER_INFO.matcher(text);
        IndexLocation location = matcher.matches()
                ? new IndexLocation(
                        URI.create(matcher.group(1) + matcher.group(3)),
                        Optional.of(Login.ofUserInfo(matcher.group(2))))
                : new IndexLocation(URI.create(text), Optional.empty());
        String scheme = String.valueOf(location.url.getScheme()).toLowerCase(Locale.ROOT);
        boolean remote = scheme.equals("https") || scheme.equals("http");
        if (remote ? location.url.getHost() == null : !scheme.equals("file") || location.url.isOpaque()) {
            throw new IllegalArgumentException("not an https, http or file URL");
        }
        return location;
    }

    /** The same location with another login. */
    public IndexLocation with(Login newLogin) {
        return new IndexLocation(url, Optional.of(newLogin));
    }

    /** Whether it is on this machine, or on a network drive. */
    public boolean isFile() {
        return "file".equalsIgnoreCase(url.getScheme());
    }

    /** Whether a URL has the same scheme, host and port. */
    public boolean hasOriginOf(URI other) {
        return origin(url).equals(origin(other));
    }

    /** The URL with the login in it, which is how pip takes one. Not to be shown. */
    String urlWithLogin() {
        return login.map(known ->
                        url.toString().replaceFirst("://", "://" + Matcher.quoteReplacement(known.userInfo() + "@")))
                .orElse(url.toString());
    }

    /** Scheme, host and port: what a login belongs to. */
    static String origin(URI url) {
        String scheme = Objects.toString(url.getScheme(), "").toLowerCase(Locale.ROOT);
        String host = Objects.toString(url.getHost(), "").toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? 443 : 80;
        return scheme + "://" + host + ":" + (url.getPort() < 0 ? usual : url.getPort());
    }

    /** Without credentials. */
    @Override
    public String toString() {
        return Credentials.hide(url.toString());
    }
}
