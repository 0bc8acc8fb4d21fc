package io.github.pythonlambda.pylock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LockedFileTest {

    private static final Map<String, String> HASHES = Map.of("md5", "1");

    @ParameterizedTest
    @CsvSource({
        "https://files.example/a/b.zip, b.zip",
        "https://files.example/a/b.zip?c=d/e, b.zip",
        "https://files.example/a/b.zip#sha256=1/2, b.zip",
        "https://files.example/a/b%2Bc%20d+e.zip, b+c d+e.zip",
        "https://files.example/100%.zip, 100%.zip",
        "https://files.example/, ''",
        "b.zip, b.zip"
    })
    void knowsItsNameByItsUrl(String url, String name) {
        LockedFile file = new LockedFile(url, null, null, null, HASHES);

        assertThat(new ArchiveSource(file, null).fileName()).isEqualTo(name);
    }

    @Test
    void hasASha256OnlyIfTheLockNamesOne() {
        assertThat(new LockedFile(null, "a", null, null, HASHES).sha256()).isEmpty();
        assertThat(new LockedFile(null, "a", null, null, Map.of("sha256", "AB".repeat(32))).sha256())
                .hasValueSatisfying(hash -> assertThat(hash).hasToString("ab".repeat(32)));
    }

    @Test
    void cannotBeWithoutAPlaceOrAHash() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LockedFile(null, null, null, null, HASHES));
        assertThatIllegalArgumentException().isThrownBy(() -> new LockedFile(null, "a", null, null, Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LockedFile(null, "a", null, null, Map.of("sha256", "abc")));
        assertThatIllegalArgumentException().isThrownBy(() -> new Distributions(null, List.of()));
    }
}
