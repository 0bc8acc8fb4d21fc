package io.github.pythonlambda.pylock;

import io.github.pythonlambda.packaging.Marker;
import io.github.pythonlambda.packaging.PackagingSyntaxException;
import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.packaging.SdistFileName;
import io.github.pythonlambda.packaging.SpecifierSet;
import io.github.pythonlambda.packaging.Version;
import io.github.pythonlambda.packaging.WheelFileName;
import io.github.pythonlambda.problem.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one entry of {@code packages}, with the checks of {@code packaging.pylock} (pypa/packaging). */
final class PackageReader {

    private static final List<String> DIRECT = List.of("vcs", "directory", "archive");

    private final LockTable entry;
    private final ProjectName name;
    private final @Nullable Version version;

    private PackageReader(LockTable entry) throws ProblemException {
        this.entry = entry;
        this.name = entry.requiredParsed("name", PackageReader::normalisedName);
        this.version = entry.parsed("version", Version::parse);
    }

    static LockedPackage read(LockTable entry) throws ProblemException {
        return new PackageReader(entry).read();
    }

    /** Names in a lock are normalised, so that they can be compared without knowing how. */
    static ProjectName normalisedName(String text) throws PackagingSyntaxException {
        ProjectName name = new ProjectName(text);
        boolean valid = !text.isEmpty()
                && text.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-')
                && !text.startsWith("-")
                && !text.endsWith("-");
        if (!valid || !name.canonical().equals(text)) {
            throw new PackagingSyntaxException("not a normalised name (PEP 503): '" + text + "'");
        }
        return name;
    }

    private LockedPackage read() throws ProblemException {
        return new LockedPackage(
                name,
                version,
                entry.parsed("marker", Marker::parse),
                entry.parsed("requires-python", SpecifierSet::parse),
                entry.contents("dependencies"),
                entry.text("index"),
                source(),
                attestationIdentities(),
                entry.content("tool"));
    }

    private List<Map<String, Object>> attestationIdentities() throws ProblemException {
        for (LockTable identity : entry.tables("attestation-identities")) {
            identity.requiredText("kind");
        }
        return entry.contents("attestation-identities");
    }

    private LockedSource source() throws ProblemException {
        List<String> direct = DIRECT.stream().filter(entry::has).toList();
        List<LockedWheel> wheels = wheels();
        LockedSdist sdist = sdist();
        boolean distributed = sdist != null || !wheels.isEmpty();
        if (direct.size() != (distributed ? 0 : 1)) {
            List<String> found = new ArrayList<>(direct);
            if (distributed) {
                found.add(wheels.isEmpty() ? "sdist" : sdist == null ? "wheels" : "sdist and wheels");
            }
            throw entry.problem(
                    "a package has one source",
                    "wheels, an sdist or both, or else one of vcs, directory and archive",
                    found.isEmpty() ? "none" : String.join(", ", found));
        }
        return distributed ? new Distributions(sdist, wheels) : direct(direct.get(0));
    }

    private DirectSource direct(String key) throws ProblemException {
        LockTable table = entry.requiredTable(key);
        return switch (key) {
            case "vcs" -> vcs(table);
            case "directory" ->
                new DirectorySource(table.requiredText("path"), table.flag("editable"), table.text("subdirectory"));
            default -> new ArchiveSource(file(table), table.text("subdirectory"));
        };
    }

    private static VcsSource vcs(LockTable table) throws ProblemException {
        checkAddress(table);
        return new VcsSource(
                table.requiredText("type"),
                table.text("url"),
                table.text("path"),
                table.text("requested-revision"),
                table.requiredText("commit-id"),
                table.text("subdirectory"));
    }

    private @Nullable LockedSdist sdist() throws ProblemException {
        LockTable table = entry.table("sdist");
        if (table == null) {
            return null;
        }
        LockedFile file = file(table);
        SdistFileName fileName = fileName(table, file, SdistFileName::parse);
        checkBelongs(table, fileName.text(), fileName.name(), fileName.version());
        return new LockedSdist(fileName, file);
    }

    private List<LockedWheel> wheels() throws ProblemException {
        List<LockTable> tables = entry.tables("wheels");
        List<LockedWheel> wheels = new ArrayList<>(tables.size());
        for (LockTable table : tables) {
            LockedFile file = file(table);
            WheelFileName fileName = fileName(table, file, WheelFileName::parse);
            checkBelongs(table, fileName.text(), fileName.name(), fileName.version());
            wheels.add(new LockedWheel(fileName, file));
        }
        return wheels;
    }

    private static <T> T fileName(LockTable table, LockedFile file, LockTable.Form<T> form) throws ProblemException {
        String text = table.text("name");
        String fileName = text == null || text.isEmpty() ? file.lastComponent() : text;
        try {
            return form.parse(fileName);
        } catch (PackagingSyntaxException e) {
            throw table.problem(e.getMessage(), "the name of a file of the package", fileName);
        }
    }

    private void checkBelongs(LockTable table, String fileName, ProjectName project, Version of)
            throws ProblemException {
        if (!project.equals(name)) {
            throw table.problem("'" + fileName + "' is a file of another project", name.toString(), project.toString());
        }
        if (version != null && !of.equals(version)) {
            throw table.problem("'" + fileName + "' is a file of another version", version.toString(), of.toString());
        }
    }

    private static LockedFile file(LockTable table) throws ProblemException {
        checkAddress(table);
        return new LockedFile(
                emptyToNull(table.text("url")),
                emptyToNull(table.text("path")),
                table.size("size"),
                table.time("upload-time"),
                hashes(table.requiredTable("hashes")));
    }

    private static @Nullable String emptyToNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private static void checkAddress(LockTable table) throws ProblemException {
        if (emptyToNull(table.text("url")) == null && emptyToNull(table.text("path")) == null) {
            throw table.problem("nothing says where to find it", "'url' or 'path'", "neither");
        }
    }

    private static Map<String, String> hashes(LockTable table) throws ProblemException {
        Map<String, String> hashes = new LinkedHashMap<>();
        for (String algorithm : table.keys()) {
            hashes.put(algorithm, table.requiredText(algorithm));
        }
        if (hashes.isEmpty()) {
            throw table.problem("there is no hash", "one at least, such as sha256 = \"...\"", "an empty table");
        }
        String sha256 = hashes.get(LockedFile.SHA256);
        if (sha256 != null && !LockedFile.isSha256(sha256)) {
            throw table.problem(LockedFile.SHA256, "not a SHA-256 digest", "64 hexadecimal digits", "'" + sha256 + "'");
        }
        return hashes;
    }
}
