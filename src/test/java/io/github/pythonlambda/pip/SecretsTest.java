package io.github.pythonlambda.pip;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.python.Interpreter;
import io.github.pythonlambda.resolve.Resolution;
import io.github.pythonlambda.testing.LocalIndex;
import io.github.pythonlambda.testing.OnEachPython;
import io.github.pythonlambda.testing.TestWheel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.io.TempDir;

/** A password in an index's URL stays between pip and the index. */
class SecretsTest {

    private static final String SECRET = "s3cr3t";

    @TempDir
    private Path folder;

    @OnEachPython
    void areInNoLineOfTheLogAndInNoSource(Interpreter interpreter) throws Exception {
        try (LocalIndex index = new LocalIndex().withLogin("user", SECRET).add(TestWheel.of("demo", "1.0"))) {
            PipProject project = project(index, SECRET, "demo");

            Resolution resolution = project.resolve(interpreter);

            assertThat(resolution.all())
                    .singleElement()
                    .satisfies(wheel -> assertThat(wheel.source().toString()).doesNotContain(SECRET));
            assertThat(project.details()).isNotEmpty().noneMatch(line -> line.contains(SECRET));
            assertThat(project.warnings()).noneMatch(line -> line.contains(SECRET));
        }
    }

    @OnEachPython
    void areInNoErrorMessage(Interpreter interpreter) throws Exception {
        try (LocalIndex index = new LocalIndex()
                .withLogin("user", "another")
                .add(TestWheel.of("demo", "1.0"))
                .addFile("old", "old-1.0.tar.gz", new byte[10])) {
            for (String requirement :
                    new String[] {"demo", "old @ " + index.url("user", SECRET) + "/old-1.0.tar.gz", "demo==="}) {
                ProblemException failure = Assertions.catchThrowableOfType(
                        ProblemException.class,
                        () -> project(index, SECRET, requirement).resolve(interpreter));

                assertThat(failure).isNotNull();
                assertThat(failure.getMessage()).doesNotContain(SECRET);
            }
        }
    }

    private PipProject project(LocalIndex index, String password, String requirement) {
        String text = "--index-url " + index.url("user", password) + "\n" + requirement + "\n";
        return new PipProject(folder, index).layer("deps", text.getBytes(StandardCharsets.UTF_8));
    }
}
