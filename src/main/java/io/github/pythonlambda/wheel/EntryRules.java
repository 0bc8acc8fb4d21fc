package io.github.pythonlambda.wheel;

import io.github.pythonlambda.archive.ByteSize;
import io.github.pythonlambda.archive.SourceEntry;
import io.github.pythonlambda.problem.Printable;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an entry of a wheel must not be, by the archive's directory alone. Programs that unpack such entries do different
 * things, or harm.
 */
final class EntryRules {

    private static final Set<String> ABNORMAL_PARTS = Set.of("//", "/./", "/../");

    /**
     * Above these sizes, and only there, a high ratio is taken for an attack. The largest file seen in a real wheel has
     * 788 MB, at a ratio of 3; deflate reaches 1032.
     */
    private static final long SUSPICIOUS_BYTES = 100_000_000;

    private static final long HIGHEST_RATIO = 200;

    private EntryRules() {}

    /** The first fault of an archive's entries, in words that follow "the wheel cannot be installed: ". */
    static Optional<String> fault(List<SourceEntry> entries) {
        Map<String, String> seen = new HashMap<>();
        long bytes = 0;
        long compressedBytes = 0;
        for (SourceEntry entry : entries) {
            String fault = fault(entry);
            if (fault == null && !entry.isDirectory()) {
                fault = collision(entry.name(), seen.put(onAnySystem(entry.name()), entry.name()));
            }
            if (fault != null) {
                return Optional.of("its entry '" + Printable.of(entry.name()) + "' " + fault);
            }
            bytes += entry.size();
            compressedBytes += entry.compressedSize();
        }
        return isBomb(bytes, compressedBytes)
                ? Optional.of("it is a zip bomb: %s that unpack to %s"
                        .formatted(ByteSize.format(compressedBytes), ByteSize.format(bytes)))
                : Optional.empty();
    }

    private static @Nullable String fault(SourceEntry entry) {
        String name =
                entry.isDirectory() ? entry.name().substring(0, entry.name().length() - 1) : entry.name();
        if (name.startsWith("/") || name.indexOf(':') == 1) {
            return "has an absolute path";
        }
        if (name.chars().anyMatch(character -> character == '\\' || Character.isISOControl(character))
                || !entry.isNameMarked()) {
            return "has a character in its name that no wheel may have";
        }
        if (entry.hasOtherName()) {
            return "has a second name, and not all programs take the same of the two";
        }
        String inSlashes = "/" + name + "/";
        if (ABNORMAL_PARTS.stream().anyMatch(inSlashes::contains)) {
            return "has a path that leaves its folder or is not normal";
        }
        if (entry.isSymbolicLink()) {
            return "is a symbolic link";
        }
        if (entry.isEncrypted()) {
            return "is encrypted";
        }
        if (!entry.isCopyable()) {
            return "is compressed in a way other than deflate";
        }
        if (entry.isDirectory() && entry.size() > 0) {
            return "is a folder and has content";
        }
        return isBomb(entry.size(), entry.compressedSize())
                ? "is a zip bomb: %s that unpack to %s"
                        .formatted(ByteSize.format(entry.compressedSize()), ByteSize.format(entry.size()))
                : null;
    }

    private static boolean isBomb(long bytes, long compressedBytes) {
        return bytes > SUSPICIOUS_BYTES && bytes / HIGHEST_RATIO > compressedBytes;
    }

    private static @Nullable String collision(String name, @Nullable String other) {
        if (other == null) {
            return null;
        }
        return other.equals(name)
                ? "is there twice"
                : "differs from '" + Printable.of(other) + "' only in a way that not all file systems keep apart";
    }

    /** macOS and Windows do not tell capitals from small letters, and macOS not how an accent is written. */
    private static String onAnySystem(String name) {
        boolean ascii = name.chars().allMatch(character -> character < 128);
        return (ascii ? name : Normalizer.normalize(name, Normalizer.Form.NFC)).toLowerCase(Locale.ROOT);
    }
}
