package io.github.pythonlambda.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.python.Interpreter;
import io.github.pythonlambda.testing.LocalIndex;
import io.github.pythonlambda.testing.OnEachPython;
import io.github.pythonlambda.testing.TestWheel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialsTest {

    private static final String SECRET = "s3cr3t";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "https://user:s3cr3t@index.example/simple, https://****@index.example/simple",
        "see https://token@index.example/x (from https://a:b@index.example/y), see https://****@index.example/x (from https://****@index.example/y)",
        "https://index.example/@scope/x, https://index.example/@scope/x",
        "https://index.example/x.whl?sig=s3cr3t#sha256=0 (from y), https://index.example/x.whl?****#sha256=0 (from y)",
        "is it? yes, is it? yes",
        "name @ file:///x.whl, name @ file:///x.whl",
        "mail@index.example, mail@index.example"
    })
    void areTakenOutOfUrls(String text, String expected) {
        assertThat(Credentials.hide(text)).isEqualTo(expected);
    }

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
