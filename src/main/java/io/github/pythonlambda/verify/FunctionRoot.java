package io.github.pythonlambda.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The root of a function's programs on Linux: a folder with an empty place for each thing that they see, and a table
 * (fstab(5)) of what a program mounts there in a namespace of its own. Made once, and mounted by one process for each program:
 * starting one for each place would take longer than importing a package does.
 *
 * <p>Nothing of this host is mounted here outside of those namespaces, so the folder can be removed like any other.
 */
final class FunctionRoot {

    /** Beside the folders of the function, as {@code lambda_root.sh} wants it. */
    private static final String TABLE = "fstab";

    private static final Path HOST = Path.of("/");
    private static final Path VAR = Path.of("/var");

    /** Places that Lambda fills, and those that get a folder of their own. */
    private static final Set<Path> HIDDEN = Stream.of("/opt", "/tmp", "/var", "/var/task", "/var/lang", "/var/runtime")
            .map(Path::of)
            .collect(Collectors.toUnmodifiableSet());

    private final FunctionTree tree;
    private final List<String> table = new ArrayList<>();

    private FunctionRoot(FunctionTree tree) {
        this.tree = tree;
    }

    /** Makes the places and the table in a tree. */
    static void make(FunctionTree tree) throws IOException {
        FunctionRoot root = new FunctionRoot(tree);
        root.showAllOf(HOST);
        Files.createDirectory(root.place(VAR));
        root.showAllOf(VAR);
        root.show(tree.opt(), Path.of("/opt"));
        root.show(tree.task(), Path.of("/var/task"));
        root.show(tree.lang(), Path.of("/var/lang"));
        root.show(tree.runtime(), Path.of("/var/runtime"));
        root.show(tree.tmp(), Path.of("/tmp"));
        Files.write(tree.folder().resolve(TABLE), root.table);
    }

    private void showAllOf(Path folder) throws IOException {
        List<Path> entries;
        try (Stream<Path> children = Files.list(folder)) {
            entries = children.filter(child -> !HIDDEN.contains(child)).toList();
        }
        for (Path entry : entries) {
            if (Files.isSymbolicLink(entry)) {
                Files.createSymbolicLink(place(entry), Files.readSymbolicLink(entry));
            } else {
                show(entry, entry);
            }
        }
    }

    private void show(Path from, Path at) throws IOException {
        Path place = place(at);
        if (Files.isDirectory(from)) {
            Files.createDirectory(place);
            mount(from, place, "rbind");
        } else if (Files.exists(from)) {
            Files.createFile(place);
            mount(from, place, "bind");
        }
    }

    private Path place(Path at) {
        return tree.root().resolve(HOST.relativize(at));
    }

    private void mount(Path from, Path place, String option) {
        table.add("%s %s none %s 0 0".formatted(field(from), field(place), option));
    }

    /** Paths of the tree as those from its folder: they hold in every character set that a folder's name may be in. */
    private String field(Path path) {
        return escaped(path.startsWith(tree.folder()) ? "./" + tree.folder().relativize(path) : path.toString());
    }

    /** A name without the characters that separate the fields of a table. */
    static String escaped(String name) {
        return name.replace("\\", "\\134")
                .replace(" ", "\\040")
                .replace("\t", "\\011")
                .replace("\n", "\\012");
    }
}
