package io.github.pythonlambda.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndexLocationTest {

    @ParameterizedTest
    @CsvSource({
        "https://user:pass@index.example/simple, user, pass, https://user:pass@index.example/simple",
        "https://us%40er:p%2Fa%25ss+@index.example/simple, us@er, p/a%ss+, https://us%40er:p%2Fa%25ss%2B@index.example/simple",
        "https://user:p@ss@index.example/simple, user, p@ss, https://user:p%40ss@index.example/simple",
        "https://token@index.example/simple, token, '', https://token@index.example/simple",
        "https://user:100%@index.example/simple, user, 100%, https://user:100%25@index.example/simple"
    })
    void takesTheLoginOutOfAUrlAndPutsItBackForPip(String text, String user, String password, String forPip) {
        IndexLocation location = IndexLocation.parse(text);

        assertThat(location.url()).isEqualTo(URI.create("https://index.example/simple"));
        assertThat(location.login()).contains(new Login(user, password));
        assertThat(location.urlWithLogin()).isEqualTo(forPip);
        assertThat(location.toString()).isEqualTo("https://index.example/simple");
    }

    @Test
    void itsTextHasNoSecretInIt() {
        IndexLocation location = IndexLocation.parse("https://user:s3cr3t@index.example/simple?token=s3cr3t");

        assertThat(location.toString()).doesNotContain("s3cr3t").contains("index.example/simple");
        assertThat(location.login().toString()).doesNotContain("s3cr3t", "user");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "index",
                "ftp://index.example/simple",
                "https:///simple",
                "https:index.example",
                "http://a b/"
            })
    void isAnHttpsHttpOrFileUrl(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> IndexLocation.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "https://index.example/simple, https://INDEX.example:443/files, true",
        "https://index.example/simple, http://index.example/simple, false",
        "https://index.example/simple, https://index.example:8443/simple, false",
        "https://index.example/simple, https://files.index.example/simple, false",
        "http://index.example:80, http://index.example/x, true"
    })
    void theOriginIsSchemeHostAndPort(String index, String other, boolean same) {
        assertThat(IndexLocation.parse(index).hasOriginOf(URI.create(other))).isEqualTo(same);
    }
}
