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
import java.util.List;
import java.util.Optional;

/**
 * An open wheel file (PEP 427). Opening it checks what installing relies on: that it is a zip file with one {@code
 * .dist-info} folder, of a wheel version that is understood, for the project that its file name says, and that every
 * entry has a safe name.
 */
public final class Wheel implements Closeable {

    /** Major version of the wheel format; a higher one has to be refused (PEP 427). */
    private static final String SUPPORTED_MAJOR = "1";

    /** Far above any real one; more would only be a burden on memory. */
    private static final long LARGEST_METADATA = 1 << 24;

    private final WheelFileName fileName;
    private final SourceArchive archive;
    private final String stem;
    private final DistInfo distInfo;
    private final List<WheelEntry> entries;

    private Wheel(
            WheelFileName fileName, SourceArchive archive, String stem, DistInfo distInfo, List<WheelEntry> entries) {
        this.fileName = fileName;
        this.archive = archive;
        this.stem = stem;
        this.distInfo = distInfo;
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
        } catch (IOException e) {
            throw new ProblemException(
                    unsound(fileName, path, "it is not a zip file, or is cut short (" + e.getMessage() + ")"), e);
        }
        try {
            return read(fileName, archive);
        } catch (ProblemException | IOException | RuntimeException e) {
            archive.close();
            throw e;
        }
    }

    private static Wheel read(WheelFileName fileName, SourceArchive archive) throws ProblemException, IOException {
        Optional<String> fault = EntryRules.fault(archive.entries());
        if (fault.isPresent()) {
            throw new ProblemException(unsound(fileName, archive.path(), fault.get()));
        }
        List<SourceEntry> files =
                archive.entries().stream().filter(entry -> !entry.isDirectory()).toList();
        String stem = distInfoStem(fileName, archive.path(), files);
        DistInfo distInfo = checkMetadata(fileName, archive, stem);
        if (!sameVersion(stem.substring(stem.lastIndexOf('-') + 1), fileName.version())) {
            throw new ProblemException(unsound(
                    fileName,
                    archive.path(),
                    "its folder " + stem + ".dist-info belongs to another version than its file name says"));
        }
        return new Wheel(fileName, archive, stem, distInfo, place(fileName, archive.path(), files, stem));
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

    /** The headers of WHEEL and METADATA. */
    private record DistInfo(Headers wheel, Headers metadata) {}

    private static DistInfo checkMetadata(WheelFileName fileName, SourceArchive archive, String stem)
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
        return new DistInfo(wheel, metadata);
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
        if (entry.size() > LARGEST_METADATA) {
            throw new ProblemException(unsound(fileName, archive.path(), "its entry " + name + " is far too large"));
        }
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

    public WheelFileName fileName() {
        return fileName;
    }

    /** What the project depends on: the values of {@code Requires-Dist} as they stand in METADATA. */
    public List<String> requirements() {
        return distInfo.metadata().all("Requires-Dist");
    }

    public Path path() {
        return archive.path();
    }

    /** All files, in the order of the archive. Folders are left out. */
    public List<WheelEntry> entries() {
        return entries;
    }

    /** The tags that the wheel itself declares, as they are; its file name may say others. */
    public List<String> declaredTags() {
        return distInfo.wheel().all("Tag");
    }

    /** The {@code .dist-info} folder, with a slash at its end. */
    String distInfo() {
        return stem + ".dist-info/";
    }

    /** See {@link SourceArchive#ambiguities}. */
    List<String> ambiguities() throws IOException {
        return archive.ambiguities();
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }
}
