package io.github.pythonlambda.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxyRoutesTest {

    private static final ProxySettings MAVEN = new ProxySettings(
            "http", "maven.example", 1, Optional.empty(), NonProxyHosts.ofSettings("*.corp.example|10.*"));

    private static String route(Map<String, String> environment, String url) {
        return new ProxyRoutes(new UserEnvironment(environment), List.of(MAVEN))
                .route(URI.create(url))
                .map(proxy -> proxy.host() + ":" + proxy.port())
                .orElse("direct");
    }

    @ParameterizedTest
    @CsvSource({
        "https://index.example/, maven.example:1",
        "http://index.example/, maven.example:1",
        "https://index.corp.example/, direct",
        "http://10.1.2.3/, direct",
        "http://110.1.2.3/, maven.example:1"
    })
    void goThroughMavensProxy(String url, String expected) {
        assertThat(route(Map.of(), url)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "https://index.example/, mine.example:2",
        "http://index.example/, maven.example:1",
        "https://index.corp.example/, mine.example:2",
        "https://open.example/, direct",
        "https://files.open.example/, direct",
        "http://172.16.3.4/, direct",
        "http://172.17.3.4/, maven.example:1"
    })
    void theUsersVariablesComeFirst(String url, String expected) {
        Map<String, String> environment =
                Map.of("HTTPS_PROXY", "http://u:p@mine.example:2", "NO_PROXY", "open.example, 172.16.0.0/16");

        assertThat(route(environment, url)).isEqualTo(expected);
    }

    @Test
    void aLoginIsReadFromTheVariable() {
        assertThat(new ProxyRoutes(new UserEnvironment(Map.of("ALL_PROXY", "u:p%40@mine.example:3")), List.of())
                        .route(URI.create("https://index.example/"))
                        .orElseThrow()
                        .login())
                .contains(new Login("u", "p@"));
    }

    @Test
    void withoutAnyProxyTheJdkDecides() {
        assertThat(new ProxyRoutes(UserEnvironment.EMPTY, List.of()).isEmpty()).isTrue();
        assertThat(new ProxyRoutes(UserEnvironment.EMPTY, List.of(MAVEN)).isEmpty())
                .isFalse();
    }
}
