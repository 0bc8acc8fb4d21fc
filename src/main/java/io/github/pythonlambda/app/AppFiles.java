package io.github.pythonlambda.app;

import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.codehaus.plexus.util.DirectoryScanner;
import org.codehaus.plexus.util.MatchPatterns;

/**
 * The files of an app's folder that belong into its zip.
 *
 * @param files path in the folder, {@code /} between its parts, to file
 * @param folders all that were searched
 */
record AppFiles(SortedMap<String, Path> files, List<Path> folders) {

    /** What Python's tools leave in a folder, on top of what Maven's own scanner leaves out. */
    private static final List<String> PYTHON_JUNK = List.of(
            "**/.gitignore",
            "**/.gitattributes",
            "**/__pycache__/**",
            "**/*.pyc",
            "**/.venv/**",
            "**/venv/**",
            "**/.mypy_cache/**",
            "**/.pytest_cache/**",
            "**/.ruff_cache/**",
            "**/.tox/**",
            "**/.nox/**",
            "**/.ipynb_checkpoints/**",
            "**/.coverage",
            "**/*.egg-info/**",
            "**/.idea/**",
            "**/.vscode/**",
            "**/.aws-sam/**",
            "**/cdk.out/**",
            "**/Thumbs.db");

    /** Files and folders. */
    List<Path> all() {
        return Stream.concat(files.values().stream(), folders.stream()).toList();
    }

    /**
     * Finds the files. Symbolic links are followed.
     *
     * @param includes patterns in Maven's syntax; none for all files
     * @param excludes patterns in Maven's syntax, on top of the usual junk
     */
    static AppFiles find(Path folder, List<String> includes, List<String> excludes)
            throws IOException, ProblemException {
        MatchPatterns included = patterns(includes.isEmpty() ? List.of("**") : includes);
        List<String> allExcludes = Stream.of(
                        Stream.of(DirectoryScanner.DEFAULTEXCLUDES), PYTHON_JUNK.stream(), excludes.stream())
                .flatMap(list -> list)
                .toList();
        MatchPatterns excluded = patterns(allExcludes);
        MatchPatterns excludedWhole = patterns(
                allExcludes.stream().filter(AppFiles::isForWholeFolders).toList());
        SortedMap<String, Path> files = new TreeMap<>();
        List<Path> folders = new ArrayList<>();
        List<Path> unusable = new ArrayList<>();
        List<Path> unportable = new ArrayList<>();
        Files.walkFileTree(
                folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                        // An excluded folder such as .venv is not even entered.
                        boolean skip =
                                !directory.equals(folder) && excludedWhole.matches(nativePath(folder, directory), true);
                        if (skip) {
                            return FileVisitResult.SKIP_SUBTREE;
                        }
                        folders.add(directory);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        String path = nativePath(folder, file);
                        if (!included.matches(path, true) || excluded.matches(path, true)) {
                            return FileVisitResult.CONTINUE;
                        }
                        if (!isPortable(path)) {
                            unportable.add(file);
                        } else if (attributes.isRegularFile()) {
                            files.put(path.replace(File.separatorChar, '/'), file);
                        } else {
                            unusable.add(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException cause) throws IOException {
                        if (excluded.matches(nativePath(folder, file), true)) {
                            return FileVisitResult.CONTINUE;
                        }
                        if (cause instanceof FileSystemLoopException) {
                            unusable.add(file);
                            return FileVisitResult.CONTINUE;
                        }
                        throw cause;
                    }
                });
        if (!unportable.isEmpty()) {
            throw new ProblemException(Problem.of("the app's folder has a file whose name cannot be read or written")
                    .at(unportable.stream().map(Path::toString).collect(Collectors.joining(", ")))
                    .expected("a name without backslashes, in an encoding that this JVM reads file names in")
                    .remedy("set LC_ALL=C.UTF-8 for the build, rename the file, or leave it out by <excludes> or"
                            + " -Dpython-lambda.excludes"));
        }
        if (!unusable.isEmpty()) {
            throw new ProblemException(Problem.of("the app's folder has something in it that cannot be packaged")
                    .at(unusable.stream().map(Path::toString).collect(Collectors.joining(", ")))
                    .expected("files and folders, or links to them")
                    .found("a link that leads nowhere or back to a folder that it is in, or a device")
                    .remedy("remove it, or leave it out by <excludes> or -Dpython-lambda.excludes"));
        }
        return new AppFiles(files, folders);
    }

    /** Java reads what is not in the locale's encoding as U+FFFD, and a zip takes a backslash for a folder's end. */
    private static boolean isPortable(String path) {
        return path.indexOf('\uFFFD') < 0 && (File.separatorChar == '\\' || path.indexOf('\\') < 0);
    }

    private static String nativePath(Path folder, Path file) {
        return folder.relativize(file).toString();
    }

    /** Whether a pattern leaves out all that is below a folder: {@code docs/*} does not, {@code docs/**} does. */
    private static boolean isForWholeFolders(String pattern) {
        return normalised(pattern).endsWith(File.separator + "**");
    }

    private static MatchPatterns patterns(List<String> patterns) {
        return MatchPatterns.from(patterns.stream().map(AppFiles::normalised).toList());
    }

    private static String normalised(String pattern) {
        if (pattern.startsWith("%")) {
            // %regex[...] and %ant[...], in which a backslash is no separator.
            return pattern;
        }
        String local = pattern.strip().replace('/', File.separatorChar).replace('\\', File.separatorChar);
        return local.endsWith(File.separator) ? local + "**" : local;
    }
}
