package io.github.pythonlambda.bench;

import io.github.pythonlambda.archive.ArchiveEntry;
import io.github.pythonlambda.archive.EntryTime;
import io.github.pythonlambda.archive.ReproducibleZip;
import io.github.pythonlambda.archive.WrittenZip;
import io.github.pythonlambda.packaging.PackagingSyntaxException;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.target.LambdaCatalog;
import io.github.pythonlambda.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Times checking and writing a layer, and {@code cat} of its wheels to one file, in rounds.
 *
 * <p>Arguments: the number of rounds; numbers of wheels, with commas, each to be timed in every round; a folder to write
 * to; the wheels. Prints a line of JSON for each layer, times in seconds. Opening ends with the laid-out layer; writing
 * ends with the closed zip, its digest included.
 */
public final class LayerTiming {

    private static final double NANOS_PER_SECOND = 1e9;

    private final Target target;
    private final ReproducibleZip writer;
    private final Path zip;
    private final Path joined;

    private LayerTiming(Target target, ReproducibleZip writer, Path folder) {
        this.target = target;
        this.writer = writer;
        this.zip = folder.resolve("layer.zip");
        this.joined = folder.resolve("joined");
    }

    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[0]);
        List<Integer> counts =
                Arrays.stream(arguments[1].split(",")).map(Integer::valueOf).toList();
        LayerTiming timing = new LayerTiming(
                LambdaCatalog.load().target("python3.13", "x86_64", null),
                new ReproducibleZip(EntryTime.choose(null, null)),
                Path.of(arguments[2]));
        List<Path> wheels = Stream.of(arguments).skip(3).map(Path::of).toList();
        for (int round = 0; round < rounds; round++) {
            for (int count : counts) {
                timing.time(wheels.subList(0, count));
            }
        }
    }

    private void time(List<Path> wheels)
            throws ProblemException, PackagingSyntaxException, IOException, InterruptedException {
        Files.deleteIfExists(joined);
        double cat = cat(wheels);
        Files.deleteIfExists(zip);
        long start = System.nanoTime();
        double open;
        double write;
        WrittenZip written;
        try (OpenLayer layer = OpenLayer.open(wheels, target)) {
            List<ArchiveEntry> entries = layer.entries();
            open = secondsSince(start);
            start = System.nanoTime();
            written = writer.write(entries, zip);
            write = secondsSince(start);
        }
        double check;
        try (OpenLayer layer = OpenLayer.open(wheels, target)) {
            start = System.nanoTime();
            layer.countFindings();
            check = secondsSince(start);
        }
        System.out.printf(
                Locale.ROOT,
                "{\"wheels\": %d, \"bytes\": %d, \"files\": %d, \"open\": %.6f, \"check\": %.6f, \"write\": %.6f, \"cat\": %.6f}%n",
                wheels.size(),
                written.unzippedBytes(),
                written.files(),
                open,
                check,
                write,
                cat);
    }

    private double cat(List<Path> wheels) throws IOException, InterruptedException {
        List<String> command = Stream.concat(Stream.of("cat"), wheels.stream().map(Path::toString))
                .toList();
        long start = System.nanoTime();
        int exit = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(joined.toFile())
                .start()
                .waitFor();
        double seconds = secondsSince(start);
        if (exit != 0) {
            throw new IOException("cat ended with " + exit);
        }
        return seconds;
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / NANOS_PER_SECOND;
    }
}
