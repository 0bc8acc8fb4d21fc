package io.github.pythonlambda.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.pythonlambda.index.IndexLocation;
import io.github.pythonlambda.index.IndexSettings;
import io.github.pythonlambda.index.Login;
import io.github.pythonlambda.index.UserEnvironment;
import io.github.pythonlambda.testing.LocalIndex;
import io.github.pythonlambda.testing.TestWheel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A whole build behind an index that asks for a login tells the password nobody but the index. */
class IndexSecretsTest {

    private static final String USER = "us3r";
    private static final String PASSWORD = "s3cr3t/+@";
    private static final String BASIC =
            Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    private static final List<String> FORMS = List.of("s3cr3t", BASIC);

    @TempDir
    Path folder;

    private BuildProject project(LocalIndex index) {
        IndexLocation location = IndexLocation.parse(index.url()).with(new Login(USER, PASSWORD));
        return new BuildProject(folder, index)
                .app()
                .file("src/layers/deps/requirements.txt", "demo\n")
                .indexes(new IndexSettings(
                        Optional.of(location), List.of(), List.of(), List.of(), UserEnvironment.EMPTY));
    }

    private static LocalIndex index() throws IOException {
        return new LocalIndex()
                .withLogin(USER, PASSWORD)
                .add(TestWheel.of("demo", "1.0").requires("dependency"), TestWheel.of("dependency", "1.0"));
    }

    private static void assertThatNoneTells(Stream<String> texts) {
        assertThat(texts).isNotEmpty().allSatisfy(text -> assertThat(text).doesNotContain(FORMS));
    }

    @Test
    void pipAndJavaLogInAndNothingTellsHow() throws Exception {
        try (LocalIndex index = index().withMetadata()) {
            BuildProject project = project(index);

            project.build();

            // pip reads the metadata, Java fetches the wheels.
            assertThat(index.wheelRequests()).hasSize(2);
            assertThat(project.log().details()).noneMatch(line -> line.contains("pip is asked to fetch it"));
            assertThatNoneTells(Stream.of(
                            project.log().infos(),
                            project.log().warnings(),
                            project.log().details())
                    .flatMap(List::stream));
            assertThatNoneTells(files(folder));
        }
    }

    @Test
    void aLockIsWrittenAndBuiltFromWithTheLoginAndDoesNotTellIt() throws Exception {
        try (LocalIndex index = index()) {
            BuildProject project = project(index).reuse(Duration.ofDays(1), false);

            Path lock = project.lock(null).file();
            assertThat(lock).content().contains("index = \"" + index.url() + "\"");
            project.build();
            Files.delete(lock);
            project.build();

            assertThatNoneTells(Stream.concat(project.log().infos().stream(), project.log().details().stream()));
            assertThatNoneTells(files(folder));
        }
    }

    @Test
    void anIndexThatRefusesTheLoginIsAnErrorWithoutIt() throws Exception {
        try (LocalIndex index = index().withLogin(USER, "another")) {
            BuildProject project = project(index);

            Throwable failure = catchThrowable(project::build);

            assertThat(failure)
                    .hasMessageContaining("the package index does not let pip in")
                    .hasMessageContaining("<serverId>");
            assertThatNoneTells(Stream.concat(Stream.of(failure.toString()), project.log().details().stream()));
            assertThatNoneTells(files(folder));
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the program that starts pip is a shell script")
    void noArgumentOfAProcessTellsIt() throws Exception {
        try (LocalIndex index = index()) {
            Path arguments = folder.resolve("arguments");

            project(index).recordingArguments(arguments).build();

            assertThat(arguments).content().contains("/cache/program/");
            assertThatNoneTells(Stream.of(Files.readString(arguments)));
        }
    }

    /** All files, as text. */
    private static Stream<String> files(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            List<Path> files = tree.filter(Files::isRegularFile).toList();
            assertThat(files).isNotEmpty();
            return files.stream().map(IndexSecretsTest::read);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
