package io.github.pythonlambda.requirements;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** URLs with {@code file:}, as lenient as Python and pip are with them: blanks and other odd characters may stand in them. */
final class FileUrls {

    private static final String SCHEME = "file:";
    private static final Pattern ANY_SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);
    private static final Pattern PARTS =
            Pattern.compile("file:(?://(?<host>[^/?#]*))?(?<path>[^?#]*).*", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern DRIVE = Pattern.compile("/[A-Za-z]:(/.*)?", Pattern.DOTALL);

    private FileUrls() {}

    static boolean isFileUrl(String url) {
        return url.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /**
     * The file or folder.
     *
     * @param base from where a path counts that does not start with a slash
     * @return empty if it is on another machine, or no file can have that name
     */
    static Optional<Path> path(String url, Path base) {
        Matcher parts = PARTS.matcher(url);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String host = parts.group("host") == null ? "" : parts.group("host");
        String path = decode(parts.group("path"));
        boolean windows = File.separatorChar == '\\';
        if (!host.isEmpty() && !host.equals("localhost")) {
            if (!windows) {
                return Optional.empty();
            }
            path = "\\\\" + host + path;
        } else if (windows && DRIVE.matcher(path).matches()) {
            path = path.substring(1);
        }
        return resolve(base, path);
    }

    /** Empty if the path is none on this system. */
    static Optional<Path> resolve(Path base, String path) {
        try {
            return Optional.of(base.resolve(path).normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Where a reference in a file leads (Python's {@code urljoin}). */
    static String join(String url, String reference) {
        String relative = isFileUrl(reference) ? reference.substring(SCHEME.length()) : reference;
        if (relative.equals(reference) && ANY_SCHEME.matcher(reference).matches()) {
            return reference;
        }
        if (relative.isEmpty()) {
            return url;
        }
        if (relative.startsWith("//")) {
            return SCHEME + relative;
        }
        Matcher parts = PARTS.matcher(url);
        if (!parts.matches()) {
            return reference;
        }
        String host = parts.group("host") == null ? "" : parts.group("host");
        String path = parts.group("path");
        String folder = relative.startsWith("/") ? "" : path.substring(0, path.lastIndexOf('/') + 1);
        return SCHEME + "//" + host + withoutDots(folder + relative);
    }

    private static String withoutDots(String path) {
        Deque<String> names = new ArrayDeque<>();
        String[] segments = path.split("/", -1);
        for (int i = 1; i < segments.length; i++) {
            String segment = segments[i];
            boolean dots = segment.equals(".") || segment.equals("..");
            if (segment.equals("..")) {
                names.pollLast();
            }
            if (!dots || i == segments.length - 1) {
                names.addLast(dots ? "" : segment);
            }
        }
        return "/" + String.join("/", names);
    }

    /** A percent sign that starts no pair of hexadecimal digits stands for itself. */
    private static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int i = 0;
        while (i < text.length()) {
            if (text.charAt(i) == '%'
                    && i + 2 < text.length()
                    && isHex(text.charAt(i + 1))
                    && isHex(text.charAt(i + 2))) {
                bytes.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 3;
            } else {
                int end = text.offsetByCodePoints(i, 1);
                bytes.writeBytes(text.substring(i, end).getBytes(StandardCharsets.UTF_8));
                i = end;
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static boolean isHex(char c) {
        return c < 0x80 && Character.digit(c, 16) >= 0;
    }
}
