package io.github.pythonlambda.bench;

import io.github.pythonlambda.elf.ElfBytes;
import io.github.pythonlambda.elf.ElfImage;
import io.github.pythonlambda.elf.ElfReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Reads what a loader needs of a native library: the JVM's own, which every Linux with a JDK has. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ElfReadingBenchmark {

    private byte[] library = {};

    @Setup
    public void load() throws IOException {
        library = Files.readAllBytes(Path.of(System.getProperty("java.home"), "lib", "server", "libjvm.so"));
    }

    @Benchmark
    public ElfImage read() throws IOException {
        return ElfReader.read(ElfBytes.of(library, library.length));
    }
}
