package io.github.pythonlambda.cache;

import io.github.pythonlambda.bytecode.KeptBytecode;
import io.github.pythonlambda.lock.KeptResolutions;
import io.github.pythonlambda.pip.BuiltWheels;
import io.github.pythonlambda.pip.PipPrograms;
import io.github.pythonlambda.pip.WorkFolders;
import io.github.pythonlambda.python.CpythonCache;
import io.github.pythonlambda.sharing.KeptFolder;
import io.github.pythonlambda.sharing.Uses;
import io.github.pythonlambda.store.WheelStore;
import io.github.pythonlambda.uptodate.KeptBuilds;
import io.github.pythonlambda.wheel.WheelFactsStore;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The folder of all that is kept for later builds, and the folders in it.
 *
 * @param root the folder; need not exist
 */
public record CacheFolders(Path root) {

    public Path wheels() {
        return root.resolve("wheels");
    }

    public Path checks() {
        return root.resolve("checks");
    }

    public Path resolutions() {
        return root.resolve("resolutions");
    }

    public Path bytecode() {
        return root.resolve("bytecode");
    }

    /** Interpreters, of which {@link CpythonCache} knows. */
    public Path cpython() {
        return root.resolve("cpython");
    }

    /** What earlier builds left, of which {@link io.github.pythonlambda.uptodate.KeptBuild} knows. */
    public Path builds() {
        return root.resolve("builds");
    }

    /** All of them by what is in them, in words, in the order in which they are shown. */
    public Map<String, KeptFolder> all() {
        Uses nobody = new Uses();
        WheelStore wheels = new WheelStore(wheels(), nobody);
        Map<String, KeptFolder> all = new LinkedHashMap<>();
        all.put("wheels", wheels);
        all.put("wheels built from source", BuiltWheels.beside(wheels));
        all.put("compiled packages", new KeptBytecode(bytecode()));
        all.put("contents of wheels", new WheelFactsStore(checks(), nobody));
        all.put("resolutions", new KeptResolutions(resolutions(), nobody));
        all.put("builds", new KeptBuilds(builds()));
        all.put("interpreters", new CpythonCache(cpython()));
        all.put("programs for pip", PipPrograms.beside(wheels));
        all.put("folders of pip", WorkFolders.beside(wheels));
        return all;
    }
}
