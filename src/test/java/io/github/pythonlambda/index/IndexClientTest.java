package io.github.pythonlambda.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import io.github.pythonlambda.testing.LocalIndex;
import io.github.pythonlambda.testing.TestWheel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexClientTest {

    private static final TestWheel DEMO = TestWheel.of("demo", "1.0");

    private LocalIndex index;
    private LocalIndex files;

    @BeforeEach
    void start() throws Exception {
        index = new LocalIndex().withLogin("user", "s3cr3t").add(DEMO);
        files = new LocalIndex().add(DEMO);
    }

    @AfterEach
    void stop() {
        index.close();
        files.close();
    }

    private URI file() {
        return URI.create(index.url().replace("/simple", "/files/" + DEMO.fileName()));
    }

    private static IndexSettings settings(String url, Map<String, String> environment, ProxySettings... proxies) {
        return new IndexSettings(
                Optional.of(IndexLocation.parse(url)),
                List.of(),
                List.of(),
                List.of(proxies),
                new UserEnvironment(environment));
    }

    private static int status(IndexSettings settings, URI url) throws Exception {
        try (IndexClient client = new IndexClient(IndexAccess.of(settings, false));
                IndexClient.Answer answer = client.get(url, Map.of())) {
            return answer.status();
        }
    }

    @Test
    void logsInWhereTheIndexIs() throws Exception {
        assertThat(status(settings(index.url("user", "s3cr3t"), Map.of()), file()))
                .isEqualTo(200);
        assertThat(status(settings(index.url(), Map.of()), file())).isEqualTo(401);
    }

    @Test
    void logsInWithTheUsersNetrc(@TempDir Path home) throws Exception {
        Files.writeString(home.resolve(".netrc"), "machine 127.0.0.1 login user password s3cr3t");

        assertThat(status(settings(index.url(), Map.of("HOME", home.toString())), file()))
                .isEqualTo(200);
    }

    @Test
    void keepsTheLoginFromAnotherServer() throws Exception {
        index.redirectingFilesTo(files);

        assertThat(status(settings(index.url("user", "s3cr3t"), Map.of()), file()))
                .isEqualTo(200);
        assertThat(index.logins()).containsExactly("/files/" + DEMO.fileName() + " user");
        assertThat(files.requests()).containsExactly("/files/" + DEMO.fileName());
        assertThat(files.logins()).isEmpty();
    }

    @Test
    void givesAnotherServerTheLoginThatIsItsOwn() throws Exception {
        index.redirectingFilesTo(files);
        IndexSettings both = new IndexSettings(
                Optional.of(IndexLocation.parse(index.url("user", "s3cr3t"))),
                List.of(IndexLocation.parse(files.url("other", "0ther"))),
                List.of(),
                List.of(),
                UserEnvironment.EMPTY);

        assertThat(status(both, file())).isEqualTo(200);
        assertThat(files.logins()).containsExactly("/files/" + DEMO.fileName() + " other");
    }

    @Test
    void doesNotFollowACircle() {
        index.redirectingFilesTo(index);

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> status(settings(index.url("user", "s3cr3t"), Map.of()), file()))
                .withMessage("more than 10 redirects");
        assertThat(index.requests()).hasSize(11);
    }

    @Test
    void asksForNothingWhenTheBuildIsOffline() throws Exception {
        IndexAccess offline = IndexAccess.of(settings(index.url("user", "s3cr3t"), Map.of()), true);
        try (IndexClient client = new IndexClient(offline)) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> client.get(file(), Map.of()))
                    .withMessage("the build is offline");
        }
        assertThat(index.requests()).isEmpty();
    }

    @Test
    void goesThroughAProxyAndLogsInThere() throws Exception {
        List<String> asked = new CopyOnWriteArrayList<>();
        HttpServer proxy = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        proxy.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Proxy-Authorization"));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        proxy.start();
        try {
            Login login = new Login("proxy", "s3cr3t");
            ProxySettings maven = new ProxySettings(
                    "http", "127.0.0.1", proxy.getAddress().getPort(), Optional.of(login), NonProxyHosts.NONE);

            assertThat(status(settings(index.url(), Map.of(), maven), URI.create("http://index.example/x")))
                    .isEqualTo(204);
            assertThat(asked).containsExactly("http://index.example/x " + login.basic());
        } finally {
            proxy.stop(0);
        }
    }

    @Test
    void aProxyThatJavaCannotLogInToIsToldAtOnce() throws Exception {
        try (ServerSocket proxy = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"))) {
            AtomicInteger asked = new AtomicInteger();
            Thread thread = new Thread(() -> refuseTunnels(proxy, asked));
            thread.start();
            ProxySettings maven = new ProxySettings(
                    "http",
                    "127.0.0.1",
                    proxy.getLocalPort(),
                    Optional.of(new Login("proxy", "s3cr3t")),
                    NonProxyHosts.NONE);

            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(
                            () -> status(settings(index.url(), Map.of(), maven), URI.create("https://index.example/x")))
                    .withMessage("the proxy answers with HTTP status 407")
                    .isNotInstanceOf(RetryableException.class);
            assertThat(asked).hasValue(1);
        }
    }

    /** Until the socket is closed. */
    private static void refuseTunnels(ServerSocket proxy, AtomicInteger asked) {
        try {
            while (true) {
                try (Socket connection = proxy.accept()) {
                    asked.incrementAndGet();
                    connection.getInputStream().read(new byte[10_000]);
                    connection
                            .getOutputStream()
                            .write(("HTTP/1.1 407 Proxy Authentication Required\r\n"
                                            + "Proxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
                }
            }
        } catch (IOException e) {
            return;
        }
    }

    @Test
    void troubleWithTlsIsNotTriedAgain() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"))) {
            new Thread(() -> refuseTunnels(server, new AtomicInteger())).start();
            URI noTls = URI.create("https://127.0.0.1:" + server.getLocalPort() + "/x");

            assertThatExceptionOfType(SSLException.class)
                    .isThrownBy(() -> status(settings(index.url(), Map.of()), noTls));
        }
    }
}
