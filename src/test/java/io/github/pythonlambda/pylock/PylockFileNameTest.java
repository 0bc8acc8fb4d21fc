package io.github.pythonlambda.pylock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PylockFileNameTest {

    @ParameterizedTest
    @CsvSource({"pylock.toml, ''", "pylock.spam.toml, spam", "pylock.a b-1.toml, a b-1"})
    void knowsLockFilesByTheirNames(String fileName, String name) {
        assertThat(PylockFileName.find(fileName)).contains(new PylockFileName(fileName, name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pylock.json",
                "pylock..toml",
                "pylock.a.b.toml",
                "PYLOCK.toml",
                "pylock.toml.bak",
                "my-pylock.toml",
                "pylocktoml",
                "uv.lock"
            })
    void knowsNoOthers(String fileName) {
        assertThat(PylockFileName.find(fileName)).isEmpty();
    }
}
