package io.github.pythonlambda.lock;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.packaging.Marker;
import io.github.pythonlambda.packaging.MarkerEnvironment;
import io.github.pythonlambda.packaging.PackagingSyntaxException;
import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.packaging.TagPreference;
import io.github.pythonlambda.packaging.Version;
import io.github.pythonlambda.packaging.WheelFileName;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.pylock.ArchiveSource;
import io.github.pythonlambda.pylock.DirectorySource;
import io.github.pythonlambda.pylock.InstallSource;
import io.github.pythonlambda.pylock.LockChoice;
import io.github.pythonlambda.pylock.LockedFile;
import io.github.pythonlambda.pylock.LockedPackage;
import io.github.pythonlambda.pylock.LockedSdist;
import io.github.pythonlambda.pylock.LockedWheel;
import io.github.pythonlambda.pylock.Pylock;
import io.github.pythonlambda.pylock.PylockReader;
import io.github.pythonlambda.pylock.PylockSelector;
import io.github.pythonlambda.pylock.SelectedPackage;
import io.github.pythonlambda.pylock.VcsSource;
import io.github.pythonlambda.resolve.DependencyGraph;
import io.github.pythonlambda.resolve.HeldBack;
import io.github.pythonlambda.resolve.ResolvedWheel;
import io.github.pythonlambda.resolve.SourceTree;
import io.github.pythonlambda.target.Target;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A lock file, whoever wrote it, and what it means for a target. Nothing of it is left out without a word. */
public final class LockReader {

    private final Path file;
    private final Pylock lock;

    private LockReader(Path file, Pylock lock) {
        this.file = file;
        this.lock = lock;
    }

    /**
     * Reads a file.
     *
     * @throws ProblemException if it is no lock
     */
    public static LockReader of(Path file) throws ProblemException, IOException {
        return new LockReader(file, PylockReader.read(file));
    }

    public Path file() {
        return file;
    }

    /** What the lock was made from; empty if another tool wrote it. */
    public Optional<LockInputs> inputs() {
        return ToolTable.inputs(lock.tool());
    }

    public Pylock pylock() {
        return lock;
    }

    /** The releases that the lock pins for a target, also where it was not made for that. */
    public Map<ProjectName, Version> pins(Target target) {
        MarkerEnvironment environment = MarkerEnvironment.of(target.markerEnvironment());
        Map<ProjectName, Version> pins = new LinkedHashMap<>();
        for (LockedPackage locked : lock.packages()) {
            Version version = locked.version();
            if (version != null && applies(locked, environment)) {
                pins.put(locked.name(), version);
            } else if (version != null) {
                pins.putIfAbsent(locked.name(), version);
            }
        }
        return pins;
    }

    private static boolean applies(LockedPackage locked, MarkerEnvironment environment) {
        Marker marker = locked.marker();
        try {
            return marker == null || marker.evaluate(environment);
        } catch (PackagingSyntaxException e) {
            return false;
        }
    }

    /** When the index was asked, as far as a kept resolution tells. */
    Optional<Instant> asked() {
        return ToolTable.asked(lock.tool());
    }

    /** The releases that the target could not have, as far as a kept resolution tells. */
    List<HeldBack> heldBack() {
        return ToolTable.heldBack(lock.tool());
    }

    /**
     * Selects what is to be installed.
     *
     * @throws ProblemException if the lock is not for the target, or a package cannot be had for it
     */
    public LockedSet select(Target target, LockChoice choice) throws ProblemException {
        List<SelectedPackage> selected = new PylockSelector(
                        target.markerEnvironment(), new TagPreference(target.tags()))
                .select(lock, choice, file.toString());
        List<LockedSet.Locked> packages = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (SelectedPackage one : selected) {
            try {
                packages.add(locked(one.locked(), one.source()));
            } catch (ProblemException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        return new LockedSet(packages, graph(selected));
    }

    private LockedSet.Locked locked(LockedPackage entry, InstallSource source) throws ProblemException {
        Optional<String> layer = ToolTable.layer(entry.tool());
        if (source instanceof LockedWheel wheel) {
            return new LockedSet.LockedWheel(wheel(entry, wheel.fileName(), wheel.file()), layer);
        }
        if (source instanceof ArchiveSource archive && archive.fileName().endsWith(WheelFileName.EXTENSION)) {
            return new LockedSet.LockedWheel(wheel(entry, name(entry, archive.fileName()), archive.file()), layer);
        }
        return new LockedSet.LockedTree(entry.name(), tree(entry, source), layer);
    }

    private WheelFileName name(LockedPackage entry, String fileName) throws ProblemException {
        try {
            return WheelFileName.parse(fileName);
        } catch (PackagingSyntaxException e) {
            throw new ProblemException(
                    Problem.of("a lock names a wheel that is none")
                            .at(file + ", " + entry)
                            .found(e.getMessage())
                            .remedy("lock again with the tool that made the file"),
                    e);
        }
    }

    private ResolvedWheel wheel(LockedPackage entry, WheelFileName name, LockedFile wheel) throws ProblemException {
        return new ResolvedWheel(name, digest(entry, wheel), uri(entry, wheel), index(entry), Optional.empty());
    }

    private SourceTree tree(LockedPackage entry, InstallSource source) throws ProblemException {
        if (source instanceof LockedSdist sdist) {
            return new SourceTree.Sdist(sdist.fileName(), uri(entry, sdist.file()), digest(entry, sdist.file()));
        }
        if (source instanceof ArchiveSource archive) {
            return new SourceTree.Archive(
                    uri(entry, archive.file()),
                    digest(entry, archive.file()),
                    Optional.ofNullable(archive.subdirectory()));
        }
        if (source instanceof DirectorySource directory) {
            Path folder = resolve(directory.path());
            String subdirectory = directory.subdirectory();
            return new SourceTree.Directory(
                    subdirectory == null ? folder : folder.resolve(subdirectory), directory.editable());
        }
        if (source instanceof VcsSource vcs) {
            String path = vcs.path();
            return new SourceTree.Vcs(
                    vcs.type(),
                    path == null
                            ? String.valueOf(vcs.url())
                            : resolve(path).toUri().toString(),
                    Optional.ofNullable(vcs.requestedRevision()),
                    vcs.commitId(),
                    Optional.ofNullable(vcs.subdirectory()));
        }
        throw new IllegalArgumentException("not a source tree: " + source);
    }

    private Path resolve(String path) {
        return file.toAbsolutePath().resolveSibling(path.replace('\\', '/')).normalize();
    }

    private Sha256 digest(LockedPackage entry, LockedFile locked) throws ProblemException {
        return locked.sha256()
                .orElseThrow(() -> new ProblemException(Problem.of("a lock has no sha256 for " + entry)
                        .at(file)
                        .found(locked.hashes().keySet().stream().sorted().collect(Collectors.joining(", ")))
                        .remedy("lock again with the tool that made the file, with sha256 hashes")));
    }

    private URI uri(LockedPackage entry, LockedFile locked) throws ProblemException {
        String path = locked.path();
        try {
            return path == null
                    ? URI.create(String.valueOf(locked.url()))
                    : resolve(path).toUri();
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    Problem.of("a lock names a file by a URL that is none")
                            .at(file + ", " + entry)
                            .found(String.valueOf(locked.url()))
                            .remedy("lock again with the tool that made the file"),
                    e);
        }
    }

    private static Optional<URI> index(LockedPackage entry) {
        @Nullable String index = entry.index();
        try {
            return Optional.ofNullable(index).map(URI::create);
        } catch (IllegalArgumentException e) {
            // Of no use then, and not needed.
            return Optional.empty();
        }
    }

    private static DependencyGraph graph(List<SelectedPackage> selected) {
        Map<String, List<String>> edges = new LinkedHashMap<>();
        for (SelectedPackage one : selected) {
            edges.put(
                    one.locked().name().canonical(),
                    one.locked().dependencies().stream()
                            .flatMap(key -> Optional.ofNullable(key.get("name")).stream())
                            .map(String::valueOf)
                            .toList());
        }
        return new DependencyGraph(edges);
    }
}
