package io.github.pythonlambda.sharing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How the paths in a folder of kept things look. Each form is a path with slashes from there, whose parts are regular
 * expressions: {@code [0-9a-f]{2}/[0-9a-f]{64}}.
 */
public final class FolderForm {

    /** A SHA-256 in hexadecimal digits, and its first two, by which large folders are divided. */
    public static final String DIGEST = "[0-9a-f]{64}";

    public static final String TWO_DIGITS = "[0-9a-f]{2}";
    /** The folder of the locks of {@link WorkLock}. */
    public static final String LOCKS = "\\.locks/.+";

    /** What a file is called while it is written beside its place. */
    public static final String STAGED = "\\..+\\.tmp";

    private final List<List<Pattern>> items;
    private final List<List<Pattern>> remains;

    /**
     * @param items of what builds may use again
     * @param remains of what stopped builds may leave; what a stopped {@link Removal} leaves is known
     */
    public FolderForm(List<String> items, List<String> remains) {
        this.items = items.stream().map(FolderForm::parts).toList();
        this.remains = remains.stream().map(FolderForm::parts).toList();
    }

    private static List<Pattern> parts(String form) {
        return Arrays.stream(form.split("/")).map(Pattern::compile).toList();
    }

    /** Sorts what is in a folder. Links in it are not followed. */
    public KeptItems list(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        List<Path> left = new ArrayList<>();
        List<Path> unknown = new ArrayList<>();
        List<Path> open = new ArrayList<>(List.of(folder));
        while (!open.isEmpty()) {
            for (Path child : children(open.remove(open.size() - 1))) {
                Path path = folder.relativize(child);
                if (Removal.isBegun(child) || remains.stream().anyMatch(form -> matches(form, path))) {
                    left.add(child);
                } else if (items.stream().anyMatch(form -> matches(form, path))) {
                    found.add(child);
                } else if (leadsOn(path) && Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
                    open.add(child);
                } else {
                    unknown.add(child);
                }
            }
        }
        return new KeptItems(found, List.of(), left, unknown);
    }

    private boolean leadsOn(Path path) {
        return Stream.concat(items.stream(), remains.stream())
                .anyMatch(form ->
                        form.size() > path.getNameCount() && matches(form.subList(0, path.getNameCount()), path));
    }

    private static boolean matches(List<Pattern> form, Path path) {
        if (form.size() != path.getNameCount()) {
            return false;
        }
        for (int i = 0; i < form.size(); i++) {
            if (!form.get(i).matcher(path.getName(i).toString()).matches()) {
                return false;
            }
        }
        return true;
    }

    /** What is in a folder; nothing, if it is not there. */
    static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        }
    }
}
