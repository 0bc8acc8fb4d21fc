package io.github.pythonlambda.bench;

import io.github.pythonlambda.archive.ArchiveEntry;
import io.github.pythonlambda.check.InspectedWheel;
import io.github.pythonlambda.check.WheelChecks;
import io.github.pythonlambda.layer.LayerLayout;
import io.github.pythonlambda.packaging.PackagingSyntaxException;
import io.github.pythonlambda.packaging.WheelFileName;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.target.Target;
import io.github.pythonlambda.wheel.Wheel;
import io.github.pythonlambda.wheel.WheelInspection;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Some open wheels that make a layer. */
final class OpenLayer implements Closeable {

    private final Target target;
    private final List<Wheel> wheels;

    private OpenLayer(Target target, List<Wheel> wheels) {
        this.target = target;
        this.wheels = wheels;
    }

    static OpenLayer open(List<Path> paths, Target target)
            throws ProblemException, PackagingSyntaxException, IOException {
        OpenLayer layer = new OpenLayer(target, new ArrayList<>());
        for (Path path : paths) {
            layer.wheels.add(
                    Wheel.open(path, WheelFileName.parse(path.getFileName().toString())));
        }
        return layer;
    }

    /** What is to be written. */
    List<ArchiveEntry> entries() throws IOException {
        return LayerLayout.of(wheels, target.runtime()).entries();
    }

    /** Reads all content and checks it, as a build does with wheels that it has not seen before. */
    int countFindings() {
        List<InspectedWheel> inspected =
                wheels.parallelStream().map(OpenLayer::inspect).toList();
        return WheelChecks.check(inspected, Set.of(), target).size();
    }

    private static InspectedWheel inspect(Wheel wheel) {
        try {
            return new InspectedWheel(wheel.fileName(), wheel.path(), wheel.declaredTags(), WheelInspection.of(wheel));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        for (Wheel wheel : wheels) {
            wheel.close();
        }
    }
}
