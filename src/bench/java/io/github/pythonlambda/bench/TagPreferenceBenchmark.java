package io.github.pythonlambda.bench;

import io.github.pythonlambda.packaging.PackagingSyntaxException;
import io.github.pythonlambda.packaging.Tag;
import io.github.pythonlambda.packaging.TagPreference;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.target.LambdaCatalog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

/** Chooses among the wheels of one release, which may be a hundred, and prepares for it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TagPreferenceBenchmark {

    private static final List<String> PLATFORMS = List.of(
            "manylinux_2_17_x86_64.manylinux2014_x86_64",
            "manylinux_2_17_aarch64.manylinux2014_aarch64",
            "manylinux_2_28_x86_64",
            "musllinux_1_2_x86_64",
            "macosx_11_0_arm64",
            "win_amd64");

    private List<Tag> accepted = List.of();
    private TagPreference preference = new TagPreference(List.of());
    private final List<List<Tag>> wheels = new ArrayList<>();

    @Setup
    public void offer() throws ProblemException, PackagingSyntaxException {
        accepted = LambdaCatalog.load().target("python3.13", "x86_64", null).tags();
        preference = new TagPreference(accepted);
        for (int minor = 9; minor <= 14; minor++) {
            for (String platform : PLATFORMS) {
                wheels.add(Tag.parseSet("cp3" + minor + "-cp3" + minor + "-" + platform));
            }
        }
    }

    @Benchmark
    public TagPreference prepare() {
        return new TagPreference(accepted);
    }

    @Benchmark
    public Optional<List<Tag>> choose() {
        Comparator<? super List<Tag>> best = preference.bestFirst();
        return wheels.stream().min(best);
    }
}
