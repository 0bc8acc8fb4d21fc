package io.github.pythonlambda.bytecode;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * The compiled modules of several packages, which can be read until this is closed.
 *
 * @param modules one for each package, in the order in which they were asked for
 * @param fresh how many packages were compiled just now
 * @param open what holds the modules
 */
public record CompiledPackages(List<CompiledModules> modules, int fresh, List<? extends Closeable> open)
        implements Closeable {
    public CompiledPackages {
        modules = List.copyOf(modules);
        open = List.copyOf(open);
    }

    @Override
    public void close() throws IOException {
        for (Closeable archive : open) {
            archive.close();
        }
    }
}
