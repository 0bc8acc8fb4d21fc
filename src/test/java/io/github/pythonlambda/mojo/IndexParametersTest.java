package io.github.pythonlambda.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pythonlambda.index.IndexLocation;
import io.github.pythonlambda.index.IndexSettings;
import io.github.pythonlambda.index.Login;
import io.github.pythonlambda.index.NonProxyHosts;
import io.github.pythonlambda.index.ProxySettings;
import io.github.pythonlambda.index.UserEnvironment;
import io.github.pythonlambda.problem.ProblemException;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsProblem;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parameters on indexes and what settings.xml has for them. (An integration test has passwords that are really encrypted.) */
class IndexParametersTest {

    private static final String SECRET = "s3cr3t";

    @TempDir
    Path project;

    private final Settings settings = new Settings();
    private final List<String> warnings = new ArrayList<>();

    /** Takes {@code {x}} for the encrypted form of {@code x}, and cannot decrypt {@code {}}. */
    private static final SettingsDecrypter DECRYPTER = request -> {
        List<Server> servers = request.getServers().stream()
                .map(Server::clone)
                .peek(server -> server.setPassword(decrypt(server.getPassword())))
                .toList();
        List<Proxy> proxies = request.getProxies().stream()
                .map(Proxy::clone)
                .peek(proxy -> proxy.setPassword(decrypt(proxy.getPassword())))
                .toList();
        boolean failed = servers.stream().anyMatch(server -> "".equals(server.getPassword()))
                || proxies.stream().anyMatch(proxy -> "".equals(proxy.getPassword()));
        SettingsProblem problem = new DefaultSettingsProblem(
                "cannot decrypt " + SECRET, SettingsProblem.Severity.ERROR, "", -1, -1, null);
        return new Decrypted(servers, proxies, failed ? List.of(problem) : List.of());
    };

    private static String decrypt(String password) {
        return password == null ? null : password.replaceAll("^\\{(.*)}$", "$1");
    }

    private record Decrypted(List<Server> servers, List<Proxy> proxies, List<SettingsProblem> problems)
            implements SettingsDecryptionResult {
        @Override
        public Server getServer() {
            return servers.get(0);
        }

        @Override
        public List<Server> getServers() {
            return servers;
        }

        @Override
        public Proxy getProxy() {
            return proxies.get(0);
        }

        @Override
        public List<Proxy> getProxies() {
            return proxies;
        }

        @Override
        public List<SettingsProblem> getProblems() {
            return problems;
        }
    }

    @BeforeEach
    void addServer() {
        server("our-index", "team", "{" + SECRET + "}");
    }

    private void server(String id, String user, String password) {
        Server server = new Server();
        server.setId(id);
        server.setUsername(user);
        server.setPassword(password);
        settings.addServer(server);
    }

    private Proxy proxy(String protocol, String password) {
        Proxy proxy = new Proxy();
        proxy.setId("office");
        proxy.setProtocol(protocol);
        proxy.setHost("proxy.example");
        proxy.setPort(3128);
        proxy.setUsername("me");
        proxy.setPassword(password);
        proxy.setNonProxyHosts("localhost|*.example");
        settings.addProxy(proxy);
        return proxy;
    }

    private static IndexParameter parameter(String url) {
        IndexParameter parameter = new IndexParameter();
        parameter.set(url);
        return parameter;
    }

    /** As Maven fills it from the elements of the same name. */
    private static IndexParameter parameter(String url, String serverId) throws ReflectiveOperationException {
        IndexParameter parameter = parameter(url);
        var field = IndexParameter.class.getDeclaredField("serverId");
        field.setAccessible(true);
        field.set(parameter, serverId);
        return parameter;
    }

    private IndexSettings read(IndexParameter index, List<IndexParameter> extraIndexes, List<IndexParameter> findLinks)
            throws ProblemException {
        return new IndexParameters(
                        new SettingsSecrets(settings, DECRYPTER),
                        (File file) -> project.resolve(file.toPath()),
                        warnings::add)
                .settings(index, extraIndexes, findLinks, UserEnvironment.EMPTY);
    }

    private void assertThatItFails(IndexParameter index, String... words) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(index, null, null))
                .satisfies(failure -> assertThat(failure.getMessage())
                        .contains(words)
                        .contains("to do:")
                        .doesNotContain(SECRET));
    }

    @Test
    void nothingSetIsNothingTold() throws Exception {
        assertThat(read(null, null, null)).isEqualTo(IndexSettings.NONE);
        assertThat(read(parameter(""), List.of(parameter(" ")), List.of())).isEqualTo(IndexSettings.NONE);
    }

    @Test
    void aServerOfSettingsXmlHasTheLogin() throws Exception {
        IndexSettings read = read(
                parameter(" https://index.example/simple ", "our-index"),
                List.of(parameter("https://other.example/simple")),
                null);

        assertThat(read.index())
                .contains(new IndexLocation(
                        URI.create("https://index.example/simple"), Optional.of(new Login("team", SECRET))));
        assertThat(read.extraIndexes())
                .containsExactly(new IndexLocation(URI.create("https://other.example/simple"), Optional.empty()));
        assertThat(warnings).isEmpty();
    }

    @Test
    void findLinksMayBeFoldersOfTheProject() throws Exception {
        Path folder = Files.createDirectory(project.resolve("a b"));

        assertThat(read(null, null, List.of(parameter("a b"), parameter("https://index.example/links")))
                        .findLinks())
                .extracting(IndexLocation::url)
                .containsExactly(folder.toUri(), URI.create("https://index.example/links"));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(null, null, List.of(parameter("none"))))
                .withMessageContaining("there is no folder or page of links " + project.resolve("none"))
                .withMessageContaining("<findLinks> or -Dpython-lambda.findLinks");
    }

    @Test
    void aPasswordInAUrlWorksAndIsWarnedOf() throws Exception {
        IndexParameter parameter = parameter("https://team:" + SECRET + "@index.example/simple");

        assertThat(read(parameter, null, null).index().orElseThrow().login()).contains(new Login("team", SECRET));
        assertThat(warnings)
                .singleElement()
                .asString()
                .contains("<index>", "<serverId>")
                .doesNotContain(SECRET);
        assertThat(parameter.toString()).doesNotContain(SECRET);
    }

    @Test
    void anUnknownServerIsAnError() throws Exception {
        assertThatItFails(
                parameter("https://index.example/simple", "unknown"),
                "settings.xml has no server 'unknown'",
                "<index> or -Dpython-lambda.index",
                "our-index");
    }

    @Test
    void aServerWithoutANameIsAnError() throws Exception {
        server("nameless", null, SECRET);

        assertThatItFails(
                parameter("https://index.example/simple", "nameless"),
                "server 'nameless' of settings.xml has no <username>");
    }

    @Test
    void aPasswordThatCannotBeDecryptedIsAnError() throws Exception {
        server("lost", "team", "{}");

        assertThatItFails(
                parameter("https://index.example/simple", "lost"),
                "Maven cannot decrypt the password of server 'lost'",
                "<index> or -Dpython-lambda.index");
    }

    @Test
    void twoLoginsAreAnError() throws Exception {
        assertThatItFails(
                parameter("https://team:" + SECRET + "@index.example/simple", "our-index"),
                "an index has two logins",
                "https://****@index.example/simple (server our-index)");
    }

    @Test
    void whatIsNoUrlIsAnError() throws Exception {
        assertThatItFails(parameter("index.example/simple"), "the URL of an index is none", "'index.example/simple'");
        assertThatItFails(parameter("ftp://a:" + SECRET + "@index.example"), "'ftp://****@index.example'");
        assertThatItFails(parameter("", "our-index"), "the URL of an index is none", "''");
    }

    @Test
    void activeProxiesAreReadInTheirOrder() throws Exception {
        proxy("https", "{" + SECRET + "}");
        proxy("http", null).setActive(false);

        assertThat(read(null, null, null).proxies())
                .containsExactly(new ProxySettings(
                        "https",
                        "proxy.example",
                        3128,
                        Optional.of(new Login("me", SECRET)),
                        new NonProxyHosts(List.of("localhost", "*.example"))));
    }

    @Test
    void aProxysPasswordThatCannotBeDecryptedIsAnError() {
        proxy("http", "{}");

        assertThatItFails(null, "Maven cannot decrypt the password of proxy 'office'");
    }
}
