package io.github.pythonlambda.index;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads URLs as servers write them, which is not always as RFC 3986 wants them. */
final class UrlText {

    /** What {@link URI} does not take, among it a {@code %} that escapes nothing. */
    private static final Pattern ILLEGAL =
            Pattern.compile("[^A-Za-z0-9\\-._~:/?#\\[\\]@!$&'()*+,;=%]|%(?![0-9A-Fa-f]{2})");

    private static final Pattern USER_INFO = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*:)?//[^/?#]*@");

    private UrlText() {}

    /** The URL that a text means on a page; credentials in it are left out. */
    static Optional<URI> resolve(URI page, String text) {
        String legal = ILLEGAL.matcher(text.strip()).replaceAll(match -> escape(match.group()));
        String withoutUser = USER_INFO.matcher(legal).replaceFirst("$1//");
        try {
            return Optional.of(page.resolve(new URI(withoutUser)));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String escape(String character) {
        StringBuilder escaped = new StringBuilder();
        for (byte octet : character.getBytes(StandardCharsets.UTF_8)) {
            escaped.append('%').append("%02X".formatted(octet));
        }
        return escaped.toString();
    }
}
