package io.github.pythonlambda.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginsTest {

    private final Logins logins = new Logins(
            List.of(
                    IndexLocation.parse("https://a:1@index.example/team-a/simple"),
                    IndexLocation.parse("https://b:1@index.example/team-b/simple"),
                    IndexLocation.parse("https://open.example/simple")),
            new Netrc(Map.of("open.example", new Login("n", "1"), "index.example", new Login("m", "1"))));

    @ParameterizedTest
    @CsvSource({
        "https://index.example/team-a/simple/demo/, a",
        "https://index.example/team-b/files/demo.whl, b",
        "https://index.example/files/demo.whl, a",
        "https://open.example/simple/demo/, n",
        "http://index.example/team-a/simple/demo/, m",
        "https://index.example:444/team-a/simple/demo/, m",
        "https://files.example/demo.whl, ''"
    })
    void belongToSchemeHostAndPortAndThenToThePath(URI url, String user) {
        assertThat(logins.of(url).map(Login::user).orElse("")).isEqualTo(user);
    }
}
