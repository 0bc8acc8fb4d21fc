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
 * @param entries all files, sorted by path
 * @param sources all that the plan depends on: the files, and the folders that were searched for them
 */
public record AppLayout(Path folder, List<ArchiveEntry> entries, List<Path> sources) {

    private static final byte[] ELF = {0x7F, 'E', 'L', 'F'};
    private static final byte[] SHEBANG = {'#', '!'};

    public AppLayout {
        entries = List.copyOf(entries);
        sources = List.copyOf(sources);
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
        all.sort(Comparator.comparing(ArchiveEntry::path));
        return new AppLayout(folder, all, sources);
    }

    /** The entry with a path. */
    public Optional<ArchiveEntry> find(String path) {
        return entries.stream().filter(entry -> entry.path().equals(path)).findFirst();
    }
}
