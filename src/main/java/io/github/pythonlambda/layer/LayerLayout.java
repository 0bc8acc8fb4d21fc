package io.github.pythonlambda.layer;

import io.github.pythonlambda.archive.ArchiveEntry;
import io.github.pythonlambda.archive.SourceEntry;
import io.github.pythonlambda.target.LambdaRuntime;
import io.github.pythonlambda.wheel.Wheel;
import io.github.pythonlambda.wheel.WheelEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where the files of some wheels go in a layer: a plan, nothing is written.
 *
 * <p>Packages lie flat in {@code python/}, which Lambda has on its {@code sys.path} under any version of Python; the
 * rest where {@code pip install --target python} puts it. Wheels are left as they are: no file is stripped, renamed or
 * left out, {@code .dist-info} included, since programs read it at run time. Launchers for entry points are not made;
 * {@code python -m} does not need them.
 *
 * @param files of the wheels, by path
 * @param bytecode compiled modules, by path; one takes the place of a file of a wheel
 * @param clashes paths that two wheels fill differently, unless both only declare a namespace package
 */
public record LayerLayout(
        SortedMap<String, LayerEntry> files, SortedMap<String, LayerEntry> bytecode, List<Clash> clashes) {

    private static final String ROOT = "python/";
    private static final byte[] PLACEHOLDER = "#!python".getBytes(StandardCharsets.US_ASCII);

    /**
     * A path that two wheels fill with different bytes, or one as a file and the other as a folder.
     *
     * @param first the entry that came first, by project name
     * @param second the other one
     */
    public record Clash(LayerEntry first, LayerEntry second) {

        /** Whether the first entry is a file where the second one is in a folder. */
        public boolean isFileAndFolder() {
            return !first.entry().path().equals(second.entry().path());
        }
    }

    public LayerLayout {
        files = Collections.unmodifiableSortedMap(files);
        bytecode = Collections.unmodifiableSortedMap(bytecode);
        clashes = List.copyOf(clashes);
    }

    /**
     * Lays wheels out.
     *
     * @param wheels open wheels, in the order of their names
     * @param runtime whose interpreter scripts are to start
     * @throws IOException if a wheel cannot be read
     */
    public static LayerLayout of(List<Wheel> wheels, LambdaRuntime runtime) throws IOException {
        TreeMap<String, LayerEntry> files = new TreeMap<>();
        List<Clash> clashes = new ArrayList<>();
        for (Wheel wheel : wheels) {
            for (WheelEntry file : wheel.entries()) {
                LayerEntry entry = new LayerEntry(wheel.fileName().name(), place(wheel, file, runtime));
                claim(entry, files, clashes);
            }
        }
        clashes.addAll(filesThatAreFoldersToo(files));
        return new LayerLayout(files, Collections.emptySortedMap(), clashes);
    }

    /**
     * The paths that two of a function's layers fill with different bytes. Lambda unpacks all layers to one folder, so
     * their order would decide.
     *
     * @throws IOException if a wheel cannot be read
     */
    public static List<Clash> clashesBetween(List<LayerLayout> layers) throws IOException {
        SortedMap<String, LayerEntry> seen = new TreeMap<>();
        List<Clash> clashes = new ArrayList<>();
        for (LayerLayout layer : layers) {
            for (LayerEntry entry : layer.files().values()) {
                claim(entry, seen, clashes);
            }
        }
        Set<Clash> within = new HashSet<>();
        layers.forEach(layer -> within.addAll(layer.clashes()));
        filesThatAreFoldersToo(seen).stream()
                .filter(clash -> !within.contains(clash))
                .forEach(clashes::add);
        return clashes;
    }

    /** Gives an entry its path, or notes a clash with the entry that has the path and other bytes. */
    private static void claim(LayerEntry entry, Map<String, LayerEntry> taken, List<Clash> clashes) throws IOException {
        LayerEntry other = taken.putIfAbsent(entry.entry().path(), entry);
        if (other != null && !sameContent(other.entry(), entry.entry()) && !bothDeclareANamespace(other, entry)) {
            clashes.add(new Clash(other, entry));
        }
    }

    private static List<Clash> filesThatAreFoldersToo(SortedMap<String, LayerEntry> files) {
        List<Clash> clashes = new ArrayList<>();
        Set<String> folders = new HashSet<>();
        for (LayerEntry nested : files.values()) {
            String path = nested.entry().path();
            // From the inside out: a folder that has been seen has had its own folders looked at.
            int slash = path.lastIndexOf('/');
            while (slash >= 0 && folders.add(path.substring(0, slash))) {
                LayerEntry file = files.get(path.substring(0, slash));
                if (file != null) {
                    clashes.add(new Clash(file, nested));
                }
                slash = path.lastIndexOf('/', slash - 1);
            }
        }
        return clashes;
    }

    private static ArchiveEntry place(Wheel wheel, WheelEntry file, LambdaRuntime runtime) throws IOException {
        SourceEntry source = file.source();
        ArchiveEntry.Content content = new ArchiveEntry.Content.Copied(source);
        return switch (file.scheme()) {
            case PURELIB, PLATLIB, DATA -> new ArchiveEntry(ROOT + file.path(), source.isExecutable(), content);
            case HEADERS ->
                new ArchiveEntry(
                        ROOT + "include/python/" + wheel.fileName().name() + "/" + file.path(),
                        source.isExecutable(),
                        content);
            case SCRIPTS -> new ArchiveEntry(ROOT + "bin/" + file.path(), true, script(source, runtime));
        };
    }

    /** A script that asks for "python" gets the runtime's own interpreter (PEP 427, "Recommended installer features"). */
    private static ArchiveEntry.Content script(SourceEntry source, LambdaRuntime runtime) throws IOException {
        if (!Arrays.equals(source.readStart(PLACEHOLDER.length), PLACEHOLDER)) {
            return new ArchiveEntry.Content.Copied(source);
        }
        byte[] content = source.readAll();
        int end = 0;
        while (end < content.length && content[end] != '\n') {
            end++;
        }
        byte[] shebang = ("#!/var/lang/bin/" + runtime.id()).getBytes(StandardCharsets.US_ASCII);
        byte[] rewritten = new byte[shebang.length + content.length - end];
        System.arraycopy(shebang, 0, rewritten, 0, shebang.length);
        System.arraycopy(content, end, rewritten, shebang.length, content.length - end);
        return new ArchiveEntry.Content.Generated(rewritten);
    }

    private static boolean sameContent(ArchiveEntry a, ArchiveEntry b) throws IOException {
        return a.size() == b.size()
                && Arrays.equals(a.content().read(), b.content().read());
    }

    private static boolean bothDeclareANamespace(LayerEntry a, LayerEntry b) throws IOException {
        return NamespaceInit.isOne(a.entry()) && NamespaceInit.isOne(b.entry());
    }

    /**
     * This layout with compiled modules. A wheel's own file at such a path is left out: it was compiled by whoever made the
     * wheel, and Python does not take it, since it goes by the time of the source, which is another one in a zip.
     *
     * @param compiled each with the project whose module it is
     */
    public LayerLayout withBytecode(List<LayerEntry> compiled) {
        SortedMap<String, LayerEntry> byPath = new TreeMap<>();
        compiled.forEach(entry -> byPath.put(entry.entry().path(), entry));
        return new LayerLayout(files, byPath, clashes);
    }

    /** All that is in the zip, by path. */
    public SortedMap<String, LayerEntry> content() {
        SortedMap<String, LayerEntry> all = new TreeMap<>(files);
        all.putAll(bytecode);
        return all;
    }

    /** Bytes of all files, uncompressed. */
    public long unzippedBytes() {
        return content().values().stream()
                .mapToLong(file -> file.entry().size())
                .sum();
    }

    /** The entries of the zip. */
    public List<ArchiveEntry> entries() {
        return content().values().stream().map(LayerEntry::entry).toList();
    }
}
