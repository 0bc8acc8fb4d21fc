package io.github.pythonlambda.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PipVariablesTest {

    private static final Login LOGIN = new Login("us er", "p@ss/w:rd%");
    private static final IndexLocation INDEX =
            IndexLocation.parse("https://index.example/simple").with(LOGIN);

    private static IndexSettings proxies(Map<String, String> environment, ProxySettings... proxies) {
        return new IndexSettings(
                Optional.of(INDEX), List.of(), List.of(), List.of(proxies), new UserEnvironment(environment));
    }

    private static ProxySettings proxy(String protocol, int port, String nonProxyHosts) {
        return new ProxySettings(
                protocol, "proxy.example", port, Optional.of(LOGIN), NonProxyHosts.ofSettings(nonProxyHosts));
    }

    private static Map<String, String> variables(IndexSettings settings) {
        return new PipVariables(settings).online();
    }

    @Test
    void whereNoParameterIsSetAllIsLeftToPip() {
        IndexSettings settings = new IndexSettings(
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                new UserEnvironment(Map.of("PIP_INDEX_URL", "https://mine.example/simple")));

        assertThat(variables(settings)).isEmpty();
    }

    @Test
    void credentialsAreEscapedInUrls() {
        IndexSettings settings = new IndexSettings(
                Optional.of(INDEX),
                List.of(
                        IndexLocation.parse("https://a.example/simple"),
                        IndexLocation.parse("https://b.example/simple")),
                List.of(new IndexLocation(URI.create("file:///some%20where/"), Optional.empty())),
                List.of(),
                UserEnvironment.EMPTY);

        assertThat(variables(settings))
                .containsOnly(
                        Map.entry("PIP_INDEX_URL", "https://us%20er:p%40ss%2Fw%3Ard%25@index.example/simple"),
                        Map.entry("PIP_EXTRA_INDEX_URL", "https://a.example/simple https://b.example/simple"),
                        Map.entry("PIP_FIND_LINKS", "file:///some%20where/"));
    }

    @Test
    void offlineOnlyFoldersAreLeft() {
        IndexSettings settings = new IndexSettings(
                Optional.of(INDEX),
                List.of(),
                List.of(INDEX, new IndexLocation(URI.create("file:///wheels/"), Optional.empty())),
                List.of(proxy("http", 1, "")),
                UserEnvironment.EMPTY);

        assertThat(new PipVariables(settings).offline()).containsOnly(Map.entry("PIP_FIND_LINKS", "file:///wheels/"));
    }

    @Test
    void aProxyForHttpServesHttpsTooIfThatHasNone() {
        String url = "http://us%20er:p%40ss%2Fw%3Ard%25@proxy.example:";

        assertThat(variables(proxies(Map.of(), proxy("http", 1, ""))))
                .containsEntry("HTTP_PROXY", url + "1")
                .containsEntry("HTTPS_PROXY", url + "1")
                .doesNotContainKey("NO_PROXY");
        assertThat(variables(proxies(Map.of(), proxy("http", 1, ""), proxy("https", 2, ""))))
                .containsEntry("HTTP_PROXY", url + "1")
                .containsEntry("HTTPS_PROXY", url + "2");
        assertThat(variables(proxies(Map.of(), proxy("https", 2, ""))))
                .containsEntry("HTTPS_PROXY", url + "2")
                .doesNotContainKey("HTTP_PROXY");
    }

    @Test
    void theUsersOwnProxiesStay() {
        ProxySettings maven = proxy("http", 1, "localhost");

        assertThat(variables(proxies(Map.of("https_proxy", "http://mine.example:1"), maven)))
                .containsKey("HTTP_PROXY")
                .doesNotContainKey("HTTPS_PROXY");
        assertThat(variables(proxies(Map.of("PIP_PROXY", "http://mine.example:1"), maven)))
                .containsOnlyKeys("PIP_INDEX_URL");
        assertThat(variables(proxies(Map.of("no_proxy", "mine.example"), maven)))
                .containsEntry("no_proxy", "localhost,mine.example")
                .doesNotContainKey("NO_PROXY");
    }

    @Test
    void exceptionsAreTranslated() {
        assertThat(variables(
                        proxies(Map.of(), proxy("http", 1, "localhost|*.corp.example|10.*|192.168.*|i*.example|x*y"))))
                .containsEntry("NO_PROXY", "localhost,.corp.example,10.0.0.0/8,192.168.0.0/16,index.example");
    }

    @Test
    void settingsShowNoSecret() {
        IndexSettings settings = proxies(Map.of("PIP_INDEX_URL", "https://u:s3cr3t@x.example"), proxy("http", 1, ""));

        assertThat(settings.toString())
                .contains("https://index.example/simple", "proxy.example")
                .doesNotContain("s3cr3t", "p@ss", "us er");
    }
}
