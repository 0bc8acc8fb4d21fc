package io.github.pythonlambda.index;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A user's name and password. Neither is ever shown: with some indexes the name is the secret.
 *
 * @param user the name
 * @param password may be empty
 */
public record Login(String user, String password) {

    /** Reads the part of a URL before the {@code @}, where {@code %} escapes characters. */
    static Login ofUserInfo(String userInfo) {
        String[] parts = userInfo.split(":", 2);
        return new Login(decode(parts[0]), parts.length == 1 ? "" : decode(parts[1]));
    }

    /** A stray {@code %} is itself, as in Python. */
    private static String decode(String text) {
        String strict = text.replace("+", "%2B").replaceAll("%(?![0-9A-Fa-f]{2})", "%25");
        return URLDecoder.decode(strict, StandardCharsets.UTF_8);
    }

    /** The form for a URL, without the {@code @}. */
    String userInfo() {
        return encode(user) + (password.isEmpty() ? "" : ":" + encode(password));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The form for the headers {@code Authorization} and {@code Proxy-Authorization} (RFC 7617). */
    String basic() {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    @Override
    public String toString() {
        return "Login[****]";
    }
}
