package io.github.pythonlambda.python;

import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.sharing.FolderForm;
import io.github.pythonlambda.sharing.KeptFolder;
import io.github.pythonlambda.sharing.KeptItems;
import io.github.pythonlambda.sharing.LastUse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Unpacks CPython builds, each once, trimmed to what runs pip or to what an app may import.
 *
 * <p>A build is unpacked under a name of its own and then renamed: several builds that start at the same moment each
 * unpack, the first to rename wins and the others take its result; what a killed build leaves behind is never taken for
 * a whole one, and is removed a day later. The folder stays writable, so that Python keeps the bytecode of pip, without
 * which each start costs seconds.
 */
public final class CpythonCache implements KeptFolder {

    /** What of a build is kept. */
    public enum Tree {
        /** What runs pip. */
        FOR_PIP(
                "1",
                List.of(
                        "test/",
                        "idlelib/",
                        "lib2to3/",
                        "tkinter/",
                        "turtledemo/",
                        "pydoc_data/",
                        "config-",
                        "ensurepip/_bundled/",
                        "lib-dynload/_test",
                        "_test")),
        /** The standard library as an app may use it, and no other package. */
        FOR_APPS(
                "apps-1",
                List.of(
                        "test/",
                        "idlelib/",
                        "turtledemo/",
                        "config-",
                        "ensurepip/_bundled/",
                        "lib-dynload/_test",
                        "_test",
                        "site-packages/"));

        /** To be changed with what is left out, so that an older plugin's tree is not taken for this one's. */
        private final String layout;

        private final List<String> unneededInLibrary;

        Tree(String layout, List<String> unneededInLibrary) {
            this.layout = layout;
            this.unneededInLibrary = unneededInLibrary;
        }
    }

    private static final String UNFINISHED = ".unfinished-";

    private static final List<String> UNNEEDED_FOLDERS = List.of(
            "bin/",
            "include/",
            "libs/",
            "share/",
            "lib/pkgconfig/",
            "lib/cmake/",
            "lib/ossl-modules/",
            "lib/engines-3/");

    private static final FolderForm FORM = new FolderForm(
            List.of("[0-9.]+-[0-9.]+-(linux|macosx|windows)-[a-z0-9_]+-(apps-)?[0-9]+"), List.of("\\.unfinished-.+"));

    private final Path folder;

    /** @param folder where builds are unpacked to; made if need be */
    public CpythonCache(Path folder) {
        this.folder = folder;
    }

    @Override
    public Path folder() {
        return folder;
    }

    /** Builds that this version of the plugin knows last: to get one anew takes the network. */
    @Override
    public KeptItems items() throws IOException {
        KeptItems all = FORM.list(folder);
        Set<String> ofThisVersion = EmbeddedCpython.releases().stream()
                .flatMap(release -> Arrays.stream(Tree.values()).map(tree -> name(release, tree)))
                .collect(Collectors.toSet());
        return all.lasting(all.items().stream()
                .filter(home -> ofThisVersion.contains(home.getFileName().toString()))
                .toList());
    }

    private static String name(CpythonRelease release, Tree tree) {
        return release.version() + "-" + release.classifier() + "-" + tree.layout;
    }

    /**
     * The executable of a build that runs pip, unpacked from its jar if that was not done before.
     *
     * @param jar tells where the jar is; asked only if it is needed
     */
    public Path executable(CpythonRelease release, JarSource jar) throws ProblemException, IOException {
        return executable(release, Tree.FOR_PIP, jar);
    }

    /**
     * The executable of a build, unpacked from its jar if that was not done before.
     *
     * @param tree what of the build is needed
     * @param jar tells where the jar is; asked only if it is needed
     */
    public Path executable(CpythonRelease release, Tree tree, JarSource jar) throws ProblemException, IOException {
        Path home = folder.resolve(name(release, tree));
        Path executable = home.resolve(executableName(release));
        if (!Files.isExecutable(executable)) {
            Path source = jar.jar(release);
            try {
                unpack(source, release, tree, home);
            } catch (IOException e) {
                throw new IOException("cannot unpack " + release + " to " + home + ": " + e.getMessage(), e);
            }
        }
        LastUse.note(home);
        return executable;
    }

    /** The executable of a build that runs pip, if it was unpacked before. */
    Optional<Path> find(CpythonRelease release) {
        Path home = folder.resolve(name(release, Tree.FOR_PIP));
        return Optional.of(home.resolve(executableName(release))).filter(Files::isExecutable);
    }

    private static String executableName(CpythonRelease release) {
        return release.classifier().startsWith("windows") ? "python.exe" : "python" + release.minorVersion();
    }

    private void unpack(Path jar, CpythonRelease release, Tree tree, Path home) throws IOException {
        try (ScratchFolder scratch = ScratchFolder.in(folder, UNFINISHED)) {
            Path unfinished = scratch.path();
            copy(jar, release, tree, unfinished);
            Path executable = unfinished.resolve(executableName(release));
            if (unfinished.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(executable, PosixFilePermissions.fromString("rwxr-xr-x"));
                Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
            publish(unfinished, home, release);
        }
    }

    private static void publish(Path unfinished, Path home, CpythonRelease release) throws IOException {
        try {
            Files.move(unfinished, home);
        } catch (FileSystemException e) {
            // Another build was first, or somebody removed the executable alone.
            if (!Files.isExecutable(home.resolve(executableName(release)))) {
                throw new IOException("the folder is there and has no interpreter; remove it and try again", e);
            }
        }
    }

    private static void copy(Path jar, CpythonRelease release, Tree tree, Path to) throws IOException {
        String prefix = "org/bytedeco/cpython/" + release.classifier() + "/";
        String library =
                release.classifier().startsWith("windows") ? "lib/" : "lib/python" + release.minorVersion() + "/";
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (entry.isDirectory() || !entry.getName().startsWith(prefix)) {
                    continue;
                }
                String path = entry.getName().substring(prefix.length());
                if (isNeeded(path, library, tree)) {
                    copy(zip, entry, to.resolve(path).normalize(), to);
                }
            }
        }
    }

    private static void copy(ZipFile zip, ZipEntry entry, Path file, Path root) throws IOException {
        if (!file.startsWith(root)) {
            throw new IOException("entry " + entry.getName() + " of " + zip.getName() + " leaves its folder");
        }
        Files.createDirectories(file.getParent());
        try (InputStream in = zip.getInputStream(entry)) {
            Files.copy(in, file);
        }
    }

    private static boolean isNeeded(String path, String library, Tree tree) {
        if (UNNEEDED_FOLDERS.stream().anyMatch(path::startsWith) || path.startsWith("libjni")) {
            return false;
        }
        return !path.startsWith(library)
                || tree.unneededInLibrary.stream().noneMatch(path.substring(library.length())::startsWith);
    }
}
