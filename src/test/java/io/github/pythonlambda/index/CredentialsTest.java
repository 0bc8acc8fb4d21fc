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
        "https://user:p@ss:w@rd@index.example/x@y, https://****@index.example/x@y",
        "https://user:it's@index.example/x, https://****@index.example/x",
        "https://user:<\"@index.example/x, https://****@index.example/x",
        "https://index.example/x.whl?sig=a)b'c&d=e, https://index.example/x.whl?****",
        "(from https://index.example/x.whl?sig=a), (from https://index.example/x.whl?****)",
        "<a href=\"https://index.example/x.whl?sig=a\">, <a href=\"https://index.example/x.whl?****\">",
        "https://index.example/it's.whl?sig=a, https://index.example/it's.whl?****",
        "https://index.example/x.whl?, https://index.example/x.whl?****",
        "https://a.example and https://user:pw@b.example, https://a.example and https://****@b.example",
        "is it? yes, is it? yes",
        "name @ file:///x.whl, name @ file:///x.whl",
        "mail@index.example, mail@index.example"
    })
    void areTakenOutOfUrls(String text, String expected) {
        assertThat(Credentials.hide(text)).isEqualTo(expected);
    }
}
