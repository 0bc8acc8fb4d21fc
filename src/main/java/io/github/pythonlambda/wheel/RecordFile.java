package io.github.pythonlambda.wheel;

import io.github.pythonlambda.archive.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A wheel's {@code RECORD} (PEP 376 and 427): a line {@code path,algorithm=hash,size} for each file. A hash is base64 in
 * its URL-safe alphabet without padding; the same value in hexadecimal is accepted, since some tools write that.
 */
final class RecordFile {

    /** What the specification allows: "sha256 or better". */
    private static final Map<String, String> ALGORITHMS =
            Map.of("sha256", "SHA-256", "sha384", "SHA-384", "sha512", "SHA-512");

    /** These cannot hold their own hashes (PEP 427). */
    private static final Set<String> EXEMPT = Set.of("RECORD", "RECORD.jws", "RECORD.p7s");

    private static final int COLUMNS = 3;

    private final String distInfo;
    private final Map<String, List<Line>> lines;
    private final List<ContentFault> faults;

    private record Line(String path, String hash, String size) {}

    private RecordFile(String distInfo, Map<String, List<Line>> lines, List<ContentFault> faults) {
        this.distInfo = distInfo;
        this.lines = lines;
        this.faults = faults;
    }

    /**
     * Reads a RECORD.
     *
     * @param distInfo the wheel's {@code .dist-info} folder, with a slash at its end
     */
    static RecordFile parse(byte[] content, String distInfo) {
        Map<String, List<Line>> lines = new LinkedHashMap<>();
        List<ContentFault> faults = new ArrayList<>();
        for (List<String> row : Csv.rows(new String(content, StandardCharsets.UTF_8))) {
            if (row.size() != COLUMNS || row.get(0).isEmpty()) {
                faults.add(new ContentFault(ContentFault.Kind.RECORD_SYNTAX, String.join(",", row), "", ""));
            } else {
                Line line = new Line(row.get(0), row.get(1), row.get(2));
                lines.computeIfAbsent(line.path(), path -> new ArrayList<>()).add(line);
            }
        }
        return new RecordFile(distInfo, lines, faults);
    }

    /** Lines that cannot be read. */
    List<ContentFault> faults() {
        return faults;
    }

    /** Lines whose files are not there. */
    List<ContentFault> missing(Set<String> entries) {
        return lines.keySet().stream()
                .filter(path -> !entries.contains(path) && !isExempt(path))
                .map(path -> new ContentFault(ContentFault.Kind.MISSING, path, "", ""))
                .toList();
    }

    private boolean isExempt(String path) {
        return path.startsWith(distInfo) && EXEMPT.contains(path.substring(distInfo.length()));
    }

    /** The digest that a file's content has to be fed to. */
    MessageDigest digestFor(String path) {
        try {
            Line line =
                    lines.getOrDefault(path, List.of(new Line(path, "", ""))).get(0);
            return MessageDigest.getInstance(ALGORITHMS.getOrDefault(algorithm(line), "SHA-256"));
        } catch (NoSuchAlgorithmException e) {
            return Sha256.newDigest();
        }
    }

    private static String algorithm(Line line) {
        int separator = line.hash().indexOf('=');
        return separator < 0 ? "" : line.hash().substring(0, separator).toLowerCase(Locale.ROOT);
    }

    /**
     * Compares a file with its lines.
     *
     * @param digest the one of {@link #digestFor}, fed with all of its content
     */
    List<ContentFault> compare(String path, MessageDigest digest, long size) {
        if (isExempt(path)) {
            return List.of();
        }
        List<Line> own = lines.getOrDefault(path, List.of());
        if (own.isEmpty()) {
            return List.of(new ContentFault(ContentFault.Kind.NOT_LISTED, path, "", ""));
        }
        byte[] hash = digest.digest();
        List<ContentFault> found = new ArrayList<>();
        for (Line line : own) {
            hashFault(line, digest.getAlgorithm(), hash).ifPresent(found::add);
            if (!line.size().isBlank() && !line.size().strip().equals(Long.toString(size))) {
                found.add(new ContentFault(
                        ContentFault.Kind.WRONG_SIZE, path, line.size().strip(), Long.toString(size)));
            }
        }
        return found;
    }

    private static Optional<ContentFault> hashFault(Line line, String digestName, byte[] actual) {
        String algorithm = algorithm(line);
        if (!digestName.equals(ALGORITHMS.get(algorithm))) {
            return Optional.of(
                    new ContentFault(ContentFault.Kind.NO_HASH, line.path(), "sha256=" + base64(actual), line.hash()));
        }
        String text = line.hash().substring(algorithm.length() + 1).strip();
        return isSame(text, actual)
                ? Optional.empty()
                : Optional.of(new ContentFault(
                        ContentFault.Kind.WRONG_HASH, line.path(), line.hash(), algorithm + "=" + base64(actual)));
    }

    private static boolean isSame(String text, byte[] actual) {
        if (text.equalsIgnoreCase(HexFormat.of().formatHex(actual))) {
            return true;
        }
        try {
            String urlSafe = text.replace('+', '-').replace('/', '_');
            return Arrays.equals(Base64.getUrlDecoder().decode(urlSafe), actual);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String base64(byte[] hash) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }
}
