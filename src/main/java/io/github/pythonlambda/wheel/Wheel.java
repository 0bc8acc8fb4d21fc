package io.github.pythonlambda.wheel;

import io.github.pythonlambda.archive.SourceArchive;
import io.github.pythonlambda.archive.SourceEntry;
import io.github.pythonlambda.packaging.PackagingSyntaxException;
import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.packaging.Version;
import io.github.pythonlambda.packaging.WheelFileName;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An open wheel file (PEP 427). Opening it checks what installing relies on: that it is a zip file with one {@code
 * .dist-info} folder, of a wheel version that is understood, for the project that its file name says, and that every
 * entry has a safe name.
 */
public final class Wheel implements Closeable {

    /** Major version of the wheel format; a higher one has to be refused (PEP 427). */
    private static final String SUPPORTED_MAJOR = "1";

    private static final Set<String> ABNORMAL_PARTS = Set.of("//", "/./", "/../");

    private final WheelFileName fileName;
    private final SourceArchive archive;
    private final List<WheelEntry> entries;

    private Wheel(WheelFileName fileName, SourceArchive archive, List<WheelEntry> entries) {
        this.fileName = fileName;
        this.archive = archive;
        this.entries = List.copyOf(entries);
    }

    /**
     * Opens a wheel.
     *
     * @param path where the file is, under any name
     * @param fileName the wheel's own file name
     * @throws ProblemException if it is not a sound wheel
     * @throws IOException if it cannot be read at all
     */
    public static Wheel open(Path path, WheelFileName fileName) throws ProblemException, IOException {
        SourceArchive archive;
        try {
            archive = SourceArchive.open(path);
        } catch (AccessDeniedException | NoSuchFileException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Commons Compress throws both on what only looks like a zip file.
            throw new ProblemException(
                    unsound(fileName, path, "it is not a zip file, or is cut short (" + e.getMessage() + ")"), e);
        }
        try {
            return new Wheel(fileName, archive, read(fileName, archive));
        } catch (ProblemException | IOException | RuntimeException e) {
            archive.close();
            throw e;
        }
    }

    private static List<WheelEntry> read(WheelFileName fileName, SourceArchive archive)
            throws ProblemException, IOException {
        List<SourceEntry> files =
                archive.entries().stream().filter(entry -> !entry.isDirectory()).toList();
        checkNames(fileName, archive.path(), files);
        String stem = distInfoStem(fileName, archive.path(), files);
        checkMetadata(fileName, archive, stem);
        return place(fileName, archive.path(), files, stem);
    }

    private static void checkNames(WheelFileName fileName, Path path, List<SourceEntry> files) throws ProblemException {
        Set<String> seen = new HashSet<>();
        for (SourceEntry entry : files) {
            String name = entry.name();
            String fault = fault(entry);
            if (fault == null && !seen.add(name)) {
                fault = "is there twice";
            }
            if (fault != null) {
                throw new ProblemException(unsound(fileName, path, "its entry '" + name + "' " + fault));
            }
        }
    }

    private static @Nullable String fault(SourceEntry entry) {
        String name = entry.name();
        if (name.startsWith("/") || name.indexOf(':') == 1) {
            return "has an absolute path";
        }
        if (name.indexOf('\\') >= 0 || name.indexOf('\0') >= 0) {
            return "has a character in its name that no wheel may have";
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
        return entry.isCopyable() ? null : "is compressed in a way other than deflate";
    }

    private static String distInfoStem(WheelFileName fileName, Path path, List<SourceEntry> files)
            throws ProblemException {
        String suffix = ".dist-info";
        List<String> folders = files.stream()
                .map(entry -> entry.name().split("/", 2))
                .filter(parts -> parts.length == 2 && parts[0].endsWith(suffix))
                .map(parts -> parts[0])
                .distinct()
                .toList();
        if (folders.size() != 1) {
            throw new ProblemException(unsound(
                    fileName,
                    path,
                    folders.isEmpty()
                            ? "it has no .dist-info folder"
                            : "it has several .dist-info folders: " + folders));
        }
        String folder = folders.get(0);
        String stem = folder.substring(0, folder.length() - suffix.length());
        int separator = stem.lastIndexOf('-');
        if (separator < 0 || !new ProjectName(stem.substring(0, separator)).equals(fileName.name())) {
            throw new ProblemException(unsound(
                    fileName, path, "its folder " + folder + " belongs to another project than its file name says"));
        }
        return stem;
    }

    private static void checkMetadata(WheelFileName fileName, SourceArchive archive, String stem)
            throws ProblemException, IOException {
        Headers wheel = Headers.parse(read(fileName, archive, stem + ".dist-info/WHEEL"));
        String format = wheel.first("Wheel-Version").orElse("");
        if (!format.split("\\.", 2)[0].strip().equals(SUPPORTED_MAJOR)) {
            throw new ProblemException(
                    unsound(fileName, archive.path(), "its Wheel-Version is '" + format + "', this plugin reads 1.x"));
        }
        Headers metadata = Headers.parse(read(fileName, archive, stem + ".dist-info/METADATA"));
        String name = metadata.first("Name").orElse("");
        String version = metadata.first("Version").orElse("");
        if (!new ProjectName(name.strip()).equals(fileName.name()) || !sameVersion(version, fileName.version())) {
            throw new ProblemException(unsound(
                    fileName,
                    archive.path(),
                    "its METADATA says " + name + " " + version + ", its file name says " + fileName.name() + " "
                            + fileName.version()));
        }
    }

    private static boolean sameVersion(String text, Version version) {
        try {
            return Version.parse(text).equals(version);
        } catch (PackagingSyntaxException e) {
            return false;
        }
    }

    private static byte[] read(WheelFileName fileName, SourceArchive archive, String name)
            throws ProblemException, IOException {
        SourceEntry entry = archive.entries().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(unsound(fileName, archive.path(), "it has no " + name)));
        try {
            return entry.readAll();
        } catch (IOException e) {
            throw new ProblemException(
                    unsound(fileName, archive.path(), "its entry " + name + " is damaged (" + e.getMessage() + ")"), e);
        }
    }

    private static List<WheelEntry> place(WheelFileName fileName, Path path, List<SourceEntry> files, String stem)
            throws ProblemException {
        String data = stem + ".data/";
        List<WheelEntry> entries = new ArrayList<>();
        for (SourceEntry file : files) {
            if (!file.name().startsWith(data)) {
                entries.add(new WheelEntry(Scheme.PLATLIB, file.name(), file));
                continue;
            }
            String[] parts = file.name().substring(data.length()).split("/", 2);
            Scheme scheme = Scheme.ofFolder(parts[0])
                    .filter(found -> parts.length == 2)
                    .orElseThrow(() -> new ProblemException(unsound(
                            fileName,
                            path,
                            "its entry '" + file.name() + "' is in no folder that can be installed (" + data
                                    + "purelib, platlib, scripts, data, headers)")));
            entries.add(new WheelEntry(scheme, parts[1], file));
        }
        return entries;
    }

    private static Problem unsound(WheelFileName fileName, Path path, String why) {
        return Problem.of("the wheel " + fileName + " cannot be installed: " + why)
                .at(path)
                .remedy("get the wheel again from where it was built, or another version of " + fileName.name());
    }

    /**
     * Reads every entry to its end, so that damage is found in the build and not by the first request.
     *
     * @throws ProblemException naming the first damaged entry
     */
    public void verifyContent() throws ProblemException {
        for (WheelEntry entry : entries) {
            try {
                entry.source().verify();
            } catch (IOException e) {
                throw new ProblemException(unsound(fileName, archive.path(), "it is damaged: " + e.getMessage()), e);
            }
        }
    }

    public WheelFileName fileName() {
        return fileName;
    }

    public Path path() {
        return archive.path();
    }

    /** All files, in the order of the archive. Folders are left out. */
    public List<WheelEntry> entries() {
        return entries;
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }
}
