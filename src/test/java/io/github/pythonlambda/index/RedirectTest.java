package io.github.pythonlambda.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedirectTest {

    private static final URI FROM = URI.create("https://index.example/files/a.whl?x=1");

    @ParameterizedTest
    @CsvSource({
        "b.whl, https://index.example/files/b.whl",
        "/b.whl, https://index.example/b.whl",
        "//files.example/b.whl, https://files.example/b.whl",
        "https://files.example/b c.whl, https://files.example/b%20c.whl",
        "https://user:s3cr3t@files.example/b.whl, https://files.example/b.whl"
    })
    void leadsOn(String location, String expected) throws Exception {
        assertThat(Redirect.target(FROM, Optional.of(location))).isEqualTo(URI.create(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "http://index.example/b.whl?sig=s3cr3t, a redirect from https to http is not followed: http://index.example/b.whl?****",
        "file:///etc/passwd, a redirect to neither https nor http: file:///etc/passwd",
        "https://[, a redirect to what is no URL: https://["
    })
    void isNotFollowedToLessSafePlaces(String location, String message) {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Redirect.target(FROM, Optional.of(location)))
                .withMessage(message);
    }

    @Test
    void hasToSayWhereTo() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Redirect.target(FROM, Optional.empty()))
                .withMessage("a redirect that does not say where to");
    }
}
