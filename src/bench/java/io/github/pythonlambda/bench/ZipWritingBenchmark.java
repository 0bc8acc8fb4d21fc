package io.github.pythonlambda.bench;

import io.github.pythonlambda.archive.ArchiveEntry;
import io.github.pythonlambda.archive.EntryTime;
import io.github.pythonlambda.archive.ReproducibleZip;
import io.github.pythonlambda.archive.SourceArchive;
import io.github.pythonlambda.archive.WrittenZip;
import io.github.pythonlambda.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Copies all entries of an archive to a new one: 10 MB, in few files and in many. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ZipWritingBenchmark {

    private static final int BYTES = 10_000_000;

    @Param({"12", "1200"})
    public int files;

    private Path source = Path.of("");
    private Path written = Path.of("");

    @Setup
    public void makeSource() throws IOException {
        source = Files.createTempFile("benchmark", ".zip");
        written = Files.createTempFile("benchmark", ".zip");
        Random random = new Random(1);
        byte[] content = new byte[BYTES / files];
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(source))) {
            for (int i = 0; i < files; i++) {
                random.nextBytes(content);
                zip.putNextEntry(new ZipEntry("package/module" + i + ".py"));
                zip.write(content);
                zip.closeEntry();
            }
        }
    }

    @TearDown
    public void remove() throws IOException {
        Files.delete(source);
        Files.delete(written);
    }

    @Benchmark
    public WrittenZip copy() throws IOException, ProblemException {
        try (SourceArchive archive = SourceArchive.open(source)) {
            List<ArchiveEntry> entries = archive.entries().stream()
                    .map(entry -> new ArchiveEntry(entry.name(), false, new ArchiveEntry.Content.Copied(entry)))
                    .toList();
            return new ReproducibleZip(EntryTime.choose(null, null)).write(entries, written);
        }
    }
}
