package io.github.pythonlambda.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.pythonlambda.packaging.WheelFileName;
import io.github.pythonlambda.testing.TestWheel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WheelFetcherTest {

    private static final TestWheel DEMO = TestWheel.of("demo", "1.0");

    /** What the server does with a request. */
    @FunctionalInterface
    private interface Answer {
        void give(HttpExchange exchange) throws Exception;
    }

    @TempDir
    Path folder;

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> fetched = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private WheelStore store;
    private WheelFetcher fetcher;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            requests.add(path);
            try {
                answers.getOrDefault(path, status(404)).give(exchange);
            } catch (Exception e) {
                throw new IOException(e);
            } finally {
                exchange.close();
            }
        });
        server.start();
        store = new WheelStore(folder.resolve("wheels"));
        fetcher = new WheelFetcher(store, (name, bytes) -> fetched.add(name + " " + bytes));
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static Answer status(int status) {
        return exchange -> exchange.sendResponseHeaders(status, -1);
    }

    private static Answer content(TestWheel wheel) {
        return exchange -> {
            exchange.sendResponseHeaders(200, wheel.bytes().length);
            exchange.getResponseBody().write(wheel.bytes());
        };
    }

    private WheelFetcher.Item item(TestWheel wheel) throws Exception {
        URI source = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + wheel.fileName());
        return new WheelFetcher.Item(WheelFileName.parse(wheel.fileName()), wheel.sha256(), source);
    }

    private void serve(TestWheel wheel, Answer answer) {
        answers.put("/" + wheel.fileName(), answer);
    }

    private List<String> reasons(List<WheelFetcher.Item> items) throws IOException {
        return fetcher.fetch(items).stream()
                .map(failure -> failure.item().name() + ": " + failure.reason())
                .toList();
    }

    private void assertThatNothingIsLeft() throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            assertThat(tree.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void storesAndTellsWhatItFetches() throws Exception {
        serve(DEMO, content(DEMO));

        assertThat(fetcher.fetch(List.of(item(DEMO)))).isEmpty();
        assertThat(store.find(DEMO.sha256(), item(DEMO).name()).orElseThrow()).hasBinaryContent(DEMO.bytes());
        assertThat(fetched).containsExactly(DEMO.fileName() + " " + DEMO.bytes().length);
    }

    @Test
    void copiesFromFileUrls() throws Exception {
        URI source = DEMO.writeTo(folder.resolve("a b")).toUri();
        WheelFetcher.Item item = new WheelFetcher.Item(WheelFileName.parse(DEMO.fileName()), DEMO.sha256(), source);

        assertThat(fetcher.fetch(List.of(item))).isEmpty();
        assertThat(store.find(item.digest(), item.name())).isPresent();
    }

    @Test
    void followsRedirects() throws Exception {
        serve(DEMO, exchange -> {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(302, -1);
        });
        answers.put("/elsewhere", content(DEMO));

        assertThat(fetcher.fetch(List.of(item(DEMO)))).isEmpty();
    }

    @Test
    void fetchesSeveralAtTheSameTime() throws Exception {
        CountDownLatch bothHere = new CountDownLatch(2);
        List<WheelFetcher.Item> items = new ArrayList<>();
        for (TestWheel wheel : List.of(DEMO, TestWheel.of("other", "1.0"))) {
            serve(wheel, exchange -> {
                bothHere.countDown();
                // Neither is answered before both are asked for.
                boolean together = bothHere.await(20, TimeUnit.SECONDS);
                (together ? content(wheel) : status(400)).give(exchange);
            });
            items.add(item(wheel));
        }

        assertThat(fetcher.fetch(items)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void triesAgainWhenTheServerIsBusy(int status) throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        serve(DEMO, exchange -> (attempts.incrementAndGet() == 1 ? status(status) : content(DEMO)).give(exchange));

        assertThat(fetcher.fetch(List.of(item(DEMO)))).isEmpty();
        assertThat(attempts).hasValue(2);
    }

    @Test
    void triesAgainWhenTheTransferBreaksOff() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        serve(DEMO, exchange -> {
            if (attempts.incrementAndGet() == 1) {
                exchange.sendResponseHeaders(200, DEMO.bytes().length);
                exchange.getResponseBody().write(DEMO.bytes(), 0, 10);
                exchange.getResponseBody().flush();
            } else {
                content(DEMO).give(exchange);
            }
        });

        assertThat(fetcher.fetch(List.of(item(DEMO)))).isEmpty();
        assertThat(attempts).hasValue(2);
    }

    @Test
    void givesUpOnAServerThatStaysBusy() throws Exception {
        serve(DEMO, status(503));

        assertThat(reasons(List.of(item(DEMO)))).containsExactly(DEMO.fileName() + ": HTTP status 503");
        assertThat(requests).hasSize(3);
        assertThatNothingIsLeft();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404})
    void doesNotTryAgainWhatTheServerRefuses(int status) throws Exception {
        serve(DEMO, status(status));

        assertThat(reasons(List.of(item(DEMO)))).containsExactly(DEMO.fileName() + ": HTTP status " + status);
        assertThat(requests).hasSize(1);
        assertThatNothingIsLeft();
    }

    @Test
    void keepsNothingThatHasAnotherHash() throws Exception {
        serve(DEMO, content(TestWheel.of("demo", "2.0")));

        assertThat(reasons(List.of(item(DEMO))))
                .containsExactly(DEMO.fileName() + ": its sha256 should be " + DEMO.sha256() + " and is "
                        + TestWheel.of("demo", "2.0").sha256());
        assertThat(fetched).isEmpty();
        assertThatNothingIsLeft();
    }

    @Test
    void aFailureKeepsNoOtherWheelFromTheStore() throws Exception {
        TestWheel missing = TestWheel.of("missing", "1.0");
        TestWheel last = TestWheel.of("last", "1.0");
        serve(DEMO, content(DEMO));
        serve(last, content(last));

        assertThat(reasons(List.of(item(DEMO), item(missing), item(last))))
                .containsExactly(missing.fileName() + ": HTTP status 404");
        assertThat(store.wheels())
                .extracting(file -> file.getFileName().toString())
                .containsExactlyInAnyOrder(DEMO.fileName(), last.fileName());
    }

    @Test
    void aServerThatIsNotThereIsAFailureWithAReason() throws Exception {
        WheelFetcher.Item item = item(DEMO);
        server.stop(0);

        assertThat(fetcher.fetch(List.of(item)))
                .singleElement()
                .satisfies(failure -> assertThat(failure.reason()).isNotBlank());
        assertThatNothingIsLeft();
    }

    @Test
    void nothingToFetchIsNoFailure() throws Exception {
        assertThat(fetcher.fetch(List.of())).isEmpty();
    }

    @Test
    void aTransferThatStallsIsGivenUpAndTriedAgain() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        CountDownLatch end = new CountDownLatch(1);
        serve(DEMO, exchange -> {
            if (attempts.incrementAndGet() > 1) {
                content(DEMO).give(exchange);
                return;
            }
            exchange.sendResponseHeaders(200, DEMO.bytes().length);
            exchange.getResponseBody().write(DEMO.bytes(), 0, 50);
            exchange.getResponseBody().flush();
            end.await(20, TimeUnit.SECONDS);
        });

        List<WheelFetcher.Failure> failures = new WheelFetcher(
                        store, (name, bytes) -> fetched.add(name), Duration.ofMillis(200))
                .fetch(List.of(item(DEMO)));
        end.countDown();

        assertThat(failures).isEmpty();
        assertThat(attempts).hasValue(2);
        assertThat(fetched).containsExactly(DEMO.fileName());
    }
}
