package io.github.pythonlambda.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Sha256Test {

    private static final String OF_NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    /** FIPS 180-2, the digest of one million letters "a". */
    private static final String OF_A_MILLION = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0";

    @Test
    void base64IsTheFormThatLambdaShows() {
        assertThat(new Sha256(OF_NOTHING).base64()).isEqualTo("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    @Test
    void digestsAWholeFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "a".repeat(1_000_000));

        assertThat(Sha256.ofFile(file)).hasToString(OF_A_MILLION);
    }

    @Test
    void digestsBytes() {
        assertThat(Sha256.of("a".repeat(1_000_000).getBytes(StandardCharsets.US_ASCII)))
                .hasToString(OF_A_MILLION);
    }

    @Test
    void digestsWhatTheCallerFeeds() {
        MessageDigest digest = Sha256.newDigest();

        assertThat(Sha256.of(digest)).isEqualTo(new Sha256(OF_NOTHING));
    }

    @Test
    void theCaseOfDigitsDoesNotCount() {
        assertThat(new Sha256(OF_NOTHING.toUpperCase(Locale.ROOT))).isEqualTo(new Sha256(OF_NOTHING));
    }

    @Test
    void sortsByItsDigits() {
        assertThat(new Sha256(OF_A_MILLION)).isLessThan(new Sha256(OF_NOTHING));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "e3b0", "sha256:e3b0", "g3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"})
    void refusesOtherTexts(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sha256(text))
                .withMessage("not a SHA-256 digest: " + text);
    }
}
