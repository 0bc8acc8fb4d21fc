package io.github.pythonlambda.app;

import io.github.pythonlambda.archive.ArchiveEntry;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files of the app zip: a plan, nothing is written.
 *
 * <p>Modes come from content, not from the file system, because checkouts differ in them and Windows has none: what
 * starts with {@code #!} or is an ELF file is executable, and so is the handler's program.
 *
 * @param folder the app's folder
 * @param sharedFolders folders whose files are part of the app, too
 * @param entries all files, sorted by path
 * @param sources all that the plan depends on: the files, and the folders that were searched for them
 */
public record AppLayout(Path folder, List<Path> sharedFolders, List<ArchiveEntry> entries, List<Path> sources) {

    private static final byte[] ELF = {0x7F, 'E', 'L', 'F'};
    private static final byte[] SHEBANG = {'#', '!'};

    public AppLayout {
        sharedFolders = List.copyOf(sharedFolders);
        entries = List.copyOf(entries);
        sources = List.copyOf(sources);
    }

    /** An app that is made of one folder. */
    public AppLayout(Path folder, List<ArchiveEntry> entries, List<Path> sources) {
        this(folder, List.of(), entries, sources);
    }

    /**
     * Lays an app's folder out.
     *
     * @param folder the app's folder
     * @param handler what Lambda starts
     * @param includes patterns in Maven's syntax; none for all files
     * @param excludes patterns in Maven's syntax, on top of what is always left out
     * @throws ProblemException if there is no such folder, or nothing in it
     */
    public static AppLayout of(Path folder, Handler handler, List<String> includes, List<String> excludes)
            throws ProblemException, IOException {
        if (!Files.isDirectory(folder)) {
            throw new ProblemException(Problem.of("the app's folder does not exist")
                    .at(folder)
                    .expected("a folder with the app's Python files"
                            + (handler instanceof Handler.Program program ? " and its " + program.value() : ""))
                    .remedy("create it, or name another one by <appDirectory> or -Dpython-lambda.appDirectory; for"
                            + " layers alone, use the goal python-lambda:layer"));
        }
        AppFiles found = AppFiles.find(folder, includes, excludes);
        Map<String, Path> files = found.files();
        if (files.isEmpty()) {
            throw new ProblemException(Problem.of("the app's folder has no file to package")
                    .at(folder)
                    .remedy("put the app's files there, or correct <includes> and <excludes>"));
        }
        List<ArchiveEntry> entries = new ArrayList<>();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            entries.add(entry(file.getKey(), file.getValue(), handler));
        }
        return new AppLayout(folder, entries, found.all());
    }

    /**
     * This layout with the files of another folder, in the same places as if they were in the app's own.
     *
     * @param shared the folder
     * @throws ProblemException if there is no such folder, or it has another file in a place that is taken
     */
    public AppLayout withShared(Path shared, Handler handler, List<String> includes, List<String> excludes)
            throws ProblemException, IOException {
        if (!Files.isDirectory(shared)) {
            throw new ProblemException(Problem.of("a folder that the app shares does not exist")
                    .at(shared)
                    .remedy("create it, or correct <sharedDirectories> or -Dpython-lambda.sharedDirectories"));
        }
        List<ArchiveEntry> all = new ArrayList<>(entries);
        AppFiles found = AppFiles.find(shared, includes, excludes);
        for (Map.Entry<String, Path> file : found.files().entrySet()) {
            ArchiveEntry entry = entry(file.getKey(), file.getValue(), handler);
            Optional<ArchiveEntry> taken = find(entry.path());
            if (taken.isEmpty()) {
                all.add(entry);
            } else if (!Arrays.equals(
                    taken.get().content().read(), entry.content().read())) {
                throw new ProblemException(Problem.of("two folders of the app have different files of one name")
                        .at(entry.path())
                        .found(locate(entry.path()) + " and " + file.getValue())
                        .remedy("rename one of them, or leave it out by <excludes> or -Dpython-lambda.excludes"));
            }
        }
        List<Path> folders = new ArrayList<>(sharedFolders);
        folders.add(shared);
        List<Path> places = new ArrayList<>(sources);
        places.addAll(found.all());
        return new AppLayout(folder, folders, sorted(all), places);
    }

    private static List<ArchiveEntry> sorted(List<ArchiveEntry> entries) {
        return entries.stream().sorted(Comparator.comparing(ArchiveEntry::path)).toList();
    }

    /** Where a file of the app is, or would be if it were there. */
    public Path locate(String path) {
        return sharedFolders.stream()
                .filter(shared -> !Files.exists(folder.resolve(path)) && Files.exists(shared.resolve(path)))
                .findFirst()
                .orElse(folder)
                .resolve(path);
    }

    private static ArchiveEntry entry(String path, Path file, Handler handler) throws IOException {
        if (handler instanceof Handler.Program program && program.value().equals(path)) {
            byte[] content = RunScript.normalise(Files.readAllBytes(file));
            return new ArchiveEntry(path, true, new ArchiveEntry.Content.Generated(content));
        }
        return new ArchiveEntry(path, isProgram(file), new ArchiveEntry.Content.OnDisk(file, Files.size(file)));
    }

    private static boolean isProgram(Path file) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(ELF.length);
        }
        return Arrays.equals(start, ELF)
                || (start.length >= SHEBANG.length && start[0] == SHEBANG[0] && start[1] == SHEBANG[1]);
    }

    /**
     * This layout with one more file.
     *
     * @param entry at a path that is free
     */
    public AppLayout with(ArchiveEntry entry) {
        List<ArchiveEntry> all = new ArrayList<>(entries);
        all.add(entry);
        return new AppLayout(folder, sharedFolders, sorted(all), sources);
    }

    /**
     * This layout with more files.
     *
     * @param more at paths that are free
     */
    public AppLayout withAll(List<ArchiveEntry> more) {
        List<ArchiveEntry> all = new ArrayList<>(entries);
        all.addAll(more);
        all.sort(Comparator.comparing(ArchiveEntry::path));
        return new AppLayout(folder, all, sources);
    }

    /** The entry with a path. */
    public Optional<ArchiveEntry> find(String path) {
        return entries.stream().filter(entry -> entry.path().equals(path)).findFirst();
    }
}
