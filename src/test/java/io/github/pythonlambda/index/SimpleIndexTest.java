package io.github.pythonlambda.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.testing.LocalIndex;
import io.github.pythonlambda.testing.TestWheel;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimpleIndexTest {

    private static final TestWheel DEMO = TestWheel.of("Demo.Name", "1.0");

    private LocalIndex server;

    @BeforeEach
    void start() throws Exception {
        server = new LocalIndex().add(DEMO);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static Optional<URI> find(String index, Sha256 digest) throws Exception {
        IndexLocation location = IndexLocation.parse(index);
        IndexSettings settings =
                new IndexSettings(Optional.of(location), List.of(), List.of(), List.of(), UserEnvironment.EMPTY);
        try (IndexClient client = new IndexClient(IndexAccess.of(settings, false))) {
            return new SimpleIndex(location, client, new RetryPolicy(3, Duration.ZERO, Duration.ZERO))
                    .find(new ProjectName(DEMO.name()), DEMO.fileName(), digest);
        }
    }

    private URI file() {
        return URI.create(server.url().replace("/simple", "/files/" + DEMO.fileName()));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void findsAFileOnAPageInHtmlOrJson(boolean json) throws Exception {
        if (json) {
            server.withJson();
        }

        assertThat(find(server.url() + "/", DEMO.sha256())).contains(file());
        assertThat(server.requests()).containsExactly("/simple/demo-name/");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void refusesAFileWithAnotherHash(boolean json) {
        if (json) {
            server.withJson();
        }
        Sha256 other = new Sha256("0".repeat(64));

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> find(server.url(), other))
                .withMessage("it has a file of that name whose sha256 is " + DEMO.sha256() + " instead of " + other);
    }

    @Test
    void aProjectThatItDoesNotHaveIsNoFailure() throws Exception {
        try (LocalIndex empty = new LocalIndex()) {
            assertThat(find(empty.url(), DEMO.sha256())).isEmpty();
        }
    }

    @Test
    void logsIn() throws Exception {
        server.withLogin("user", "s3cr3t");

        assertThat(find(server.url("user", "s3cr3t"), DEMO.sha256())).contains(file());
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> find(server.url("user", "other"), DEMO.sha256()))
                .withMessage("HTTP status 401");
    }

    @Test
    void aBusyServerIsAskedAgain() {
        server.answering(503);

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> find(server.url(), DEMO.sha256()))
                .withMessage("HTTP status 503");
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void mayBeAFolder(@TempDir Path folder) throws Exception {
        Path page = Files.createDirectories(folder.resolve("a b/demo-name"));
        Files.writeString(page.resolve("index.html"), "<a href='../" + DEMO.fileName() + "'>x</a>");

        assertThat(find(folder.resolve("a b").toUri().toString(), DEMO.sha256()))
                .contains(folder.resolve("a b").toUri().resolve(DEMO.fileName()));
        assertThat(find(folder.resolve("none").toUri().toString(), DEMO.sha256()))
                .isEmpty();
    }
}
