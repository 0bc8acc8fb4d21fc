package io.github.pythonlambda.pylock;

import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes lock files. The same lock gives the same text, whatever the order of its packages and wheels; keys are in the
 * order of PEP 751, and a file is a line, so that a new version of a package changes few lines.
 */
public final class PylockWriter {

    private static final Comparator<LockedPackage> ORDER = Comparator.comparing(LockedPackage::name)
            .thenComparing(LockedPackage::version, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(
                    locked -> locked.marker() == null ? "" : locked.marker().toString());
    private static final Comparator<LockedWheel> WHEEL_ORDER =
            Comparator.comparing(wheel -> wheel.fileName().text());

    private final TomlWriter toml = new TomlWriter();

    private PylockWriter() {}

    /** The whole file as text, to be stored as UTF-8. */
    public static String write(Pylock lock) {
        PylockWriter writer = new PylockWriter();
        writer.append(lock);
        return writer.toml.text();
    }

    private void append(Pylock lock) {
        toml.put("lock-version", lock.lockVersion().toString());
        putUnlessEmpty("environments", texts(lock.environments()));
        put("requires-python", lock.requiresPython());
        put("extras", lock.extras() == null ? null : texts(lock.extras()));
        put("dependency-groups", lock.dependencyGroups());
        putUnlessEmpty("default-groups", lock.defaultGroups());
        toml.put("created-by", lock.createdBy());
        if (lock.packages().isEmpty()) {
            toml.put("packages", List.of());
        }
        lock.packages().stream().sorted(ORDER).forEach(this::append);
        appendTool(List.of("tool"), lock.tool());
    }

    private void append(LockedPackage locked) {
        toml.startMember("packages");
        toml.put("name", locked.name().canonical());
        put("version", locked.version());
        put("marker", locked.marker());
        put("requires-python", locked.requiresPython());
        putUnlessEmpty("dependencies", sorted(locked.dependencies()));
        LockedSource source = locked.source();
        if (source instanceof VcsSource vcs) {
            toml.put("vcs", vcs(vcs));
        } else if (source instanceof DirectorySource directory) {
            toml.put("directory", directory(directory));
        } else if (source instanceof ArchiveSource archive) {
            toml.put("archive", archive(archive));
        }
        put("index", locked.index());
        if (source instanceof Distributions distributions) {
            append(distributions);
        }
        putUnlessEmpty("attestation-identities", sorted(locked.attestationIdentities()));
        appendTool(List.of("packages", "tool"), locked.tool());
    }

    private void append(Distributions distributions) {
        LockedSdist sdist = distributions.sdist();
        if (sdist != null) {
            toml.put("sdist", distribution(sdist.fileName().text(), sdist.file()));
        }
        putUnlessEmpty(
                "wheels",
                distributions.wheels().stream()
                        .sorted(WHEEL_ORDER)
                        .map(wheel -> distribution(wheel.fileName().text(), wheel.file()))
                        .toList());
    }

    private void appendTool(List<String> path, Map<String, Object> tool) {
        if (!tool.isEmpty()) {
            toml.tables(path, sorted(tool));
        }
    }

    private void put(String key, @Nullable Object value) {
        if (value != null) {
            toml.put(key, value instanceof Collection ? value : value.toString());
        }
    }

    private void putUnlessEmpty(String key, Collection<?> members) {
        if (!members.isEmpty()) {
            toml.put(key, members);
        }
    }

    private static List<String> texts(Collection<?> values) {
        return values.stream().map(Object::toString).toList();
    }

    private static Map<String, Object> vcs(VcsSource vcs) {
        Map<String, Object> table = new LinkedHashMap<>();
        table.put("type", vcs.type());
        putIfKnown(table, "url", vcs.url());
        putIfKnown(table, "path", vcs.path());
        putIfKnown(table, "requested-revision", vcs.requestedRevision());
        table.put("commit-id", vcs.commitId());
        putIfKnown(table, "subdirectory", vcs.subdirectory());
        return table;
    }

    private static Map<String, Object> directory(DirectorySource directory) {
        Map<String, Object> table = new LinkedHashMap<>();
        table.put("path", directory.path());
        if (directory.editable()) {
            table.put("editable", true);
        }
        putIfKnown(table, "subdirectory", directory.subdirectory());
        return table;
    }

    private static Map<String, Object> archive(ArchiveSource archive) {
        LockedFile file = archive.file();
        Map<String, Object> table = new LinkedHashMap<>();
        putIfKnown(table, "url", file.url());
        putIfKnown(table, "path", file.path());
        putIfKnown(table, "size", file.size());
        putUploadTime(table, file);
        table.put("hashes", new TreeMap<>(file.hashes()));
        putIfKnown(table, "subdirectory", archive.subdirectory());
        return table;
    }

    private static Map<String, Object> distribution(String name, LockedFile file) {
        Map<String, Object> table = new LinkedHashMap<>();
        table.put("name", name);
        putUploadTime(table, file);
        putIfKnown(table, "url", file.url());
        putIfKnown(table, "path", file.path());
        putIfKnown(table, "size", file.size());
        table.put("hashes", new TreeMap<>(file.hashes()));
        return table;
    }

    private static void putUploadTime(Map<String, Object> table, LockedFile file) {
        if (file.uploadTime() != null) {
            table.put("upload-time", file.uploadTime().atOffset(ZoneOffset.UTC));
        }
    }

    private static void putIfKnown(Map<String, Object> table, String key, @Nullable Object value) {
        if (value != null) {
            table.put(key, value);
        }
    }

    private static Map<String, Object> sorted(Map<?, ?> table) {
        Map<String, Object> sorted = new TreeMap<>();
        table.forEach((key, value) -> sorted.put((String) key, sortedValue(value)));
        return sorted;
    }

    private static List<Object> sorted(List<?> members) {
        return members.stream().map(PylockWriter::sortedValue).toList();
    }

    /** Tables without an order of their own get one; arrays keep theirs. */
    private static Object sortedValue(Object value) {
        if (value instanceof Map<?, ?> table) {
            return sorted(table);
        }
        return value instanceof List<?> members ? sorted(members) : value;
    }
}
