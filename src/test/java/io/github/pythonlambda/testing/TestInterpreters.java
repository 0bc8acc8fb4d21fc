package io.github.pythonlambda.testing;

import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.python.CpythonCache;
import io.github.pythonlambda.python.CpythonRelease;
import io.github.pythonlambda.python.Interpreter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The embedded interpreters, from the jars that the build copies to {@code target/cpython}. */
public final class TestInterpreters {

    private TestInterpreters() {}

    private static Path folder() {
        return Path.of(System.getProperty("test.cpython.directory", "target/cpython"));
    }

    /** All releases whose jars are there, newest first. */
    public static List<CpythonRelease> releases() {
        String classifier = System.getProperty("test.cpython.classifier", "linux-x86_64");
        try (Stream<Path> jars = Files.list(folder())) {
            return jars.map(jar -> jar.getFileName().toString())
                    .filter(name -> name.startsWith("cpython-") && name.endsWith("-" + classifier + ".jar"))
                    .map(name -> name.substring("cpython-".length(), name.length() - classifier.length() - 5))
                    .sorted(Comparator.reverseOrder())
                    .map(version -> new CpythonRelease(version.split("-")[0], version, classifier))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("run 'mvn process-test-resources' first", e);
        }
    }

    /** Where a release's jar is. */
    public static Path jar(CpythonRelease release) {
        return folder().resolve("cpython-" + release.version() + "-" + release.classifier() + ".jar");
    }

    /** Every embedded interpreter, unpacked once for all tests. */
    public static List<Interpreter> all() {
        return releases().stream().map(TestInterpreters::unpack).toList();
    }

    /** The one that most hosts use. */
    public static Interpreter newest() {
        return unpack(releases().get(0));
    }

    private static Interpreter unpack(CpythonRelease release) {
        try {
            Path executable = new CpythonCache(folder().resolve("unpacked")).executable(release, TestInterpreters::jar);
            return new Interpreter(executable.toAbsolutePath().toString(), release.python(), "test, " + release, true);
        } catch (IOException | ProblemException e) {
            throw new IllegalStateException(e);
        }
    }
}
