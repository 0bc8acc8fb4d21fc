package io.github.pythonlambda.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialsTest {

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
}
