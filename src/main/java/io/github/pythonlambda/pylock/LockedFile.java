package io.github.pythonlambda.pylock;

import io.github.pythonlambda.archive.Sha256;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file of a lock: where it is and how to know it.
 *
 * @param url where to fetch it; {@code null} only if there is a path
 * @param path where it lies, relative to the lock file or absolute, and to be preferred; {@code null} only if there is a URL
 * @param size its bytes, if known
 * @param uploadTime when it was uploaded, if known
 * @param hashes hexadecimal digests by the name of their algorithm, at least one
 */
public record LockedFile(
        @Nullable String url,
        @Nullable String path,
        @Nullable Long size,
        @Nullable Instant uploadTime,
        Map<String, String> hashes) {

    static final String SHA256 = "sha256";

    private static final int SHA256_DIGITS = 64;

    /** @throws IllegalArgumentException if there is neither URL nor path, no hash, or a SHA-256 that cannot be one */
    public LockedFile {
        hashes = Map.copyOf(hashes);
        if (url == null && path == null || hashes.isEmpty()) {
            throw new IllegalArgumentException("a locked file has a url or a path, and a hash");
        }
        if (!isSha256(hashes.getOrDefault(SHA256, "0".repeat(SHA256_DIGITS)))) {
            throw new IllegalArgumentException("not a SHA-256 digest: " + hashes.get(SHA256));
        }
    }

    /** The hash by which the plugin knows files; empty if the lock has only others. */
    public Optional<Sha256> sha256() {
        return Optional.ofNullable(hashes.get(SHA256)).map(Sha256::new);
    }

    static boolean isSha256(String text) {
        return text.length() == SHA256_DIGITS
                && text.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F');
    }

    /** The last component of the path or else of the URL, decoded. */
    String lastComponent() {
        return path == null ? lastOfUrl(url == null ? "" : url) : lastOfPath(path);
    }

    private static String lastOfPath(String path) {
        return path.substring(path.lastIndexOf(path.indexOf('/') >= 0 ? '/' : '\\') + 1);
    }

    private static String lastOfUrl(String url) {
        int end = url.length();
        for (char delimiter : new char[] {'#', '?'}) {
            int at = url.indexOf(delimiter);
            end = at >= 0 ? Math.min(at, end) : end;
        }
        String last = url.substring(url.lastIndexOf('/', end) + 1, end);
        return last.indexOf('%') < 0 ? last : decoded(last);
    }

    private static String decoded(String component) {
        try {
            // The decoder takes a plus sign for a blank, as in forms.
            return URLDecoder.decode(component.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // A percent sign that starts no escape stands for itself, as in Python's unquote.
            return component;
        }
    }
}
