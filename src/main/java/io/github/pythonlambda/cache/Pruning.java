package io.github.pythonlambda.cache;

import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.sharing.FolderUse;
import io.github.pythonlambda.sharing.KeptFolder;
import io.github.pythonlambda.sharing.KeptItems;
import io.github.pythonlambda.sharing.LastUse;
import io.github.pythonlambda.sharing.Removal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Removes what no build has used for a while, and nothing that is not known to be the plugin's. */
public final class Pruning {

    private final CacheFolders cache;
    private final Runnable longWait;

    /** @param longWait is run if other builds use the cache for more than a few seconds */
    public Pruning(CacheFolders cache, Runnable longWait) {
        this.cache = cache;
        this.longWait = longWait;
    }

    /**
     * Prunes, while no build is running.
     *
     * @param unusedFor how long something must not have been used to be removed; zero removes everything
     * @throws ProblemException if builds use the cache for too long, or it cannot be told whether some do
     * @throws IOException if the cache cannot be read
     */
    public PruneResult run(Duration unusedFor) throws ProblemException, IOException {
        if (!Files.isDirectory(cache.root())) {
            return PruneResult.NOTHING;
        }
        FolderUse use = FolderUse.alone(cache.root(), longWait);
        try {
            return prune(unusedFor, Removal::remove);
        } finally {
            use.close();
        }
    }

    /** Finds out what {@link #run} would do, and waits for nobody. */
    public PruneResult dryRun(Duration unusedFor) throws IOException {
        return prune(unusedFor, (item, folder) -> {});
    }

    /** What is done with an item that is due. */
    @FunctionalInterface
    private interface Remover {
        void remove(Path item, Path folder) throws IOException;
    }

    private PruneResult prune(Duration unusedFor, Remover remover) throws IOException {
        Instant now = Instant.now();
        Map<String, KeptFolder> folders = cache.all();
        List<PruneResult.Part> parts = new ArrayList<>();
        List<Path> unknown = new ArrayList<>(others(folders));
        List<String> failures = new ArrayList<>();
        for (Map.Entry<String, KeptFolder> folder : folders.entrySet()) {
            Path place = folder.getValue().folder();
            KeptItems kept = folder.getValue().items();
            Set<Path> lasting = unusedFor.isZero() ? Set.of() : Set.copyOf(kept.lasting());
            PruneResult.Part part = PruneResult.Part.of(folder.getKey());
            for (Path item : kept.items()) {
                long bytes = Removal.bytes(item);
                boolean isDue = !lasting.contains(item) && isLongerAgo(item, unusedFor, now);
                part = part.with(1, bytes, isDue && remove(item, place, remover, failures));
            }
            for (Path remain : kept.remains()) {
                long bytes = Removal.bytes(remain);
                part = part.with(0, bytes, remove(remain, place, remover, failures));
            }
            parts.add(part);
            unknown.addAll(kept.unknown());
        }
        return new PruneResult(parts, unknown, failures);
    }

    private static boolean isLongerAgo(Path item, Duration time, Instant now) throws IOException {
        try {
            return LastUse.isLongerAgo(item, time, now);
        } catch (NoSuchFileException e) {
            // A build has just removed what it had left.
            return false;
        }
    }

    private static boolean remove(Path item, Path folder, Remover remover, List<String> failures) {
        try {
            remover.remove(item, folder);
            return true;
        } catch (IOException e) {
            failures.add(item + ": " + e.getMessage());
            return false;
        }
    }

    /** What is in the cache beside the folders that are known. */
    private List<Path> others(Map<String, KeptFolder> folders) throws IOException {
        if (!Files.isDirectory(cache.root())) {
            return List.of();
        }
        Set<Path> known = folders.values().stream().map(KeptFolder::folder).collect(Collectors.toSet());
        try (Stream<Path> children = Files.list(cache.root())) {
            return children.filter(child -> !known.contains(child) && !FolderUse.isNoteOfUsers(child))
                    .sorted()
                    .toList();
        }
    }
}
