package io.github.pythonlambda.bytecode;

import io.github.pythonlambda.archive.ArchiveEntry;
import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.problem.ProblemException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Compiles for one runtime. Packages are compiled once and kept; several at a time, as many as there are cores. */
public final class BytecodeCompiler {

    private final ModuleCompiler compiler;
    private final BytecodeStore store;
    private final String python;
    private final Sha256 method;
    private final int cores;

    /**
     * @param python the full version of the CPython that compiles
     * @param method stands for how it is done
     */
    BytecodeCompiler(ModuleCompiler compiler, BytecodeStore store, String python, Sha256 method, int cores) {
        this.compiler = compiler;
        this.store = store;
        this.python = python;
        this.method = method;
        this.cores = cores;
    }

    /** The version of the CPython that compiles, such as {@code 3.13.5}. */
    public String python() {
        return python;
    }

    /** A text that stands for all that the result depends on but the sources. */
    public String identity() {
        return python + " " + method;
    }

    /** Compiles modules and does not keep them. */
    public CompiledModules compile(ModuleSources sources) throws ProblemException, IOException {
        return compiler.compile(sources);
    }

    /** Compiles those packages that were not compiled before. */
    public CompiledPackages compile(List<PackageModules> packages) throws ProblemException, IOException {
        Map<Path, BytecodeStore.Kept> kept = new LinkedHashMap<>();
        Map<Path, PackageModules> missing = new LinkedHashMap<>();
        for (PackageModules modules : packages) {
            Path path = store.path(modules);
            Optional<BytecodeStore.Kept> found = kept.containsKey(path) ? Optional.empty() : store.find(path);
            if (found.isPresent()) {
                kept.put(path, found.get());
            } else if (!kept.containsKey(path)) {
                missing.put(path, modules);
            }
        }
        try {
            kept.putAll(compileAll(missing));
        } catch (ProblemException | IOException e) {
            for (BytecodeStore.Kept open : kept.values()) {
                open.close();
            }
            throw e;
        }
        List<CompiledModules> modules = packages.stream()
                .map(wanted -> kept.get(store.path(wanted)).modules())
                .toList();
        return new CompiledPackages(modules, missing.size(), List.copyOf(kept.values()));
    }

    private Map<Path, BytecodeStore.Kept> compileAll(Map<Path, PackageModules> missing)
            throws ProblemException, IOException {
        Map<Path, BytecodeStore.Kept> kept = new LinkedHashMap<>();
        if (missing.isEmpty()) {
            return kept;
        }
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(cores, missing.size()));
        try {
            Map<Path, Future<BytecodeStore.Kept>> running = new LinkedHashMap<>();
            for (Path path : largestFirst(missing)) {
                running.put(
                        path,
                        threads.submit(() -> store.keep(
                                path, compiler.compile(missing.get(path).sources()))));
            }
            for (Map.Entry<Path, Future<BytecodeStore.Kept>> entry : running.entrySet()) {
                kept.put(entry.getKey(), result(entry.getValue()));
            }
        } finally {
            threads.shutdownNow();
        }
        return kept;
    }

    /** So that none is still at work on a large one when the others have long been done. */
    private static List<Path> largestFirst(Map<Path, PackageModules> packages) {
        Map<Path, Long> sizes = new LinkedHashMap<>();
        packages.forEach((path, modules) -> sizes.put(
                path,
                modules.sources().files().values().stream()
                        .mapToLong(ArchiveEntry.Content::size)
                        .sum()));
        List<Path> paths = new ArrayList<>(packages.keySet());
        paths.sort(Comparator.comparing(sizes::get).reversed());
        return paths;
    }

    private static BytecodeStore.Kept result(Future<BytecodeStore.Kept> future) throws ProblemException, IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException("interrupted while modules were compiled");
            interrupted.initCause(e);
            throw interrupted;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ProblemException problem) {
                throw problem;
            }
            if (e.getCause() instanceof IOException fault) {
                throw fault;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
