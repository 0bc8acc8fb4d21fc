package io.github.pythonlambda.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.index.IndexAccess;
import io.github.pythonlambda.index.IndexLocation;
import io.github.pythonlambda.index.IndexSettings;
import io.github.pythonlambda.index.RetryPolicy;
import io.github.pythonlambda.index.UserEnvironment;
import io.github.pythonlambda.packaging.WheelFileName;
import io.github.pythonlambda.testing.LocalIndex;
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
import java.util.Optional;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WheelFetcherTest {

    private static final TestWheel DEMO = TestWheel.of("demo", "1.0");
    private static final int HALF = DEMO.bytes().length / 2;
    private static final RetryPolicy QUICK = new RetryPolicy(3, Duration.ZERO, Duration.ZERO);

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
        fetcher = new WheelFetcher(
                store, (name, bytes) -> fetched.add(name + " " + bytes), access(IndexSettings.NONE), QUICK);
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static IndexAccess access(IndexSettings settings) {
        return IndexAccess.of(settings, false);
    }

    private static IndexAccess mirror(LocalIndex index) {
        return access(new IndexSettings(
                Optional.of(IndexLocation.parse(index.url())), List.of(), List.of(), List.of(), UserEnvironment.EMPTY));
    }

    private WheelFetcher fetcher(IndexAccess access) {
        return new WheelFetcher(store, (name, bytes) -> fetched.add(name + " " + bytes), access, QUICK);
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
        return new WheelFetcher.Item(WheelFileName.parse(wheel.fileName()), wheel.sha256(), source, Optional.empty());
    }

    private void serve(TestWheel wheel, Answer answer) {
        answers.put("/" + wheel.fileName(), answer);
    }

    private List<String> reasons(List<WheelFetcher.Item> items) throws IOException {
        return fetcher.fetch(items).stream()
                .map(failure -> failure.item().name() + ": " + failure.reason())
                .toList();
    }

    /** But the locks, which the next attempt takes again. */
    private void assertThatNothingIsLeft() throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            assertThat(tree.filter(Files::isRegularFile)
                            .filter(file -> !file.startsWith(store.root().resolve(".locks"))))
                    .isEmpty();
        }
    }

    @Test
    void tellsWhereEachWheelIsOnceItIsThere() throws Exception {
        serve(DEMO, content(DEMO));
        List<String> stored = new CopyOnWriteArrayList<>();
        FetchListener listener = new FetchListener() {
            @Override
            public void fetched(String fileName, long bytes) {}

            @Override
            public void stored(Path wheel, Sha256 digest) {
                stored.add(digest + " " + (Files.exists(wheel) ? wheel.getFileName() : "is not there"));
            }
        };
        new WheelFetcher(store, listener, access(IndexSettings.NONE), QUICK).fetch(List.of(item(DEMO)));

        assertThat(stored).containsExactly(DEMO.sha256() + " " + DEMO.fileName());
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
        WheelFetcher.Item item =
                new WheelFetcher.Item(WheelFileName.parse(DEMO.fileName()), DEMO.sha256(), source, Optional.empty());

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

    /** Gives the first half and breaks off, with what tells the file's version. */
    private static void breakOff(HttpExchange exchange, String header, String version) throws IOException {
        exchange.getResponseHeaders().add(header, version);
        exchange.sendResponseHeaders(200, DEMO.bytes().length);
        exchange.getResponseBody().write(DEMO.bytes(), 0, HALF);
        exchange.getResponseBody().flush();
    }

    private static void rest(HttpExchange exchange, int from) throws IOException {
        exchange.getResponseHeaders()
                .add("Content-Range", "bytes " + from + "-" + (DEMO.bytes().length - 1) + "/" + DEMO.bytes().length);
        exchange.sendResponseHeaders(206, DEMO.bytes().length - from);
        exchange.getResponseBody().write(DEMO.bytes(), from, DEMO.bytes().length - from);
    }

    /** Breaks off once, and does something else when it is asked again. */
    private List<String> ranges(String header, String version, Answer then) {
        List<String> ranges = new CopyOnWriteArrayList<>();
        serve(DEMO, exchange -> {
            ranges.add(exchange.getRequestHeaders().getFirst("Range") + " "
                    + exchange.getRequestHeaders().getFirst("If-Range"));
            if (ranges.size() == 1) {
                breakOff(exchange, header, version);
            } else {
                then.give(exchange);
            }
        });
        return ranges;
    }

    @ParameterizedTest
    @CsvSource({"ETag, '\"v1\"'", "Last-Modified, 'Tue, 01 Sep 2026 10:00:00 GMT'"})
    void goesOnWhereTheTransferBrokeOff(String header, String version) throws Exception {
        List<String> ranges = ranges(header, version, exchange -> rest(exchange, HALF));

        assertThat(fetcher.fetch(List.of(item(DEMO)))).isEmpty();
        assertThat(ranges).containsExactly("null null", "bytes=" + HALF + "- " + version);
        assertThat(store.find(DEMO.sha256(), item(DEMO).name()).orElseThrow()).hasBinaryContent(DEMO.bytes());
    }

    @Test
    void tellsHowMuchOfTheFileIsThere() throws Exception {
        ranges("ETag", "\"v1\"", exchange -> rest(exchange, HALF));
        List<Long> received = new CopyOnWriteArrayList<>();
        FetchListener listener = new FetchListener() {
            @Override
            public void fetched(String fileName, long bytes) {}

            @Override
            public void receiving(String fileName, long soFar) {
                assertThat(fileName).isEqualTo(DEMO.fileName());
                received.add(soFar);
            }
        };
        new WheelFetcher(store, listener, access(IndexSettings.NONE), QUICK).fetch(List.of(item(DEMO)));

        assertThat(received).isSorted().doesNotHaveDuplicates().contains((long) HALF, (long) DEMO.bytes().length);
    }

    @Test
    void startsAnewWhereTheServerGivesAllAgain() throws Exception {
        List<String> ranges = ranges("ETag", "\"v1\"", content(DEMO));

        assertThat(fetcher.fetch(List.of(item(DEMO)))).isEmpty();
        assertThat(ranges).hasSize(2);
    }

    @Test
    void startsAnewWhereTheServerCannotTellTheVersion() throws Exception {
        List<String> ranges = ranges("ETag", "W/\"v1\"", content(DEMO));

        assertThat(fetcher.fetch(List.of(item(DEMO)))).isEmpty();
        assertThat(ranges).containsExactly("null null", "null null");
    }

    @ParameterizedTest
    @ValueSource(ints = {206, 416})
    void startsAnewWhereTheServerGivesAnotherPart(int status) throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        List<String> ranges = ranges("ETag", "\"v1\"", exchange -> {
            if (attempts.incrementAndGet() > 1) {
                content(DEMO).give(exchange);
            } else if (status == 206) {
                rest(exchange, HALF - 1);
            } else {
                status(status).give(exchange);
            }
        });

        assertThat(fetcher.fetch(List.of(item(DEMO)))).isEmpty();
        assertThat(ranges).containsExactly("null null", "bytes=" + HALF + "- \"v1\"", "null null");
    }

    @Test
    void asksTheIndexWhereTheUrlLeadsNowhere() throws Exception {
        try (LocalIndex index = new LocalIndex().add(DEMO)) {
            assertThat(fetcher(mirror(index)).fetch(List.of(item(DEMO)))).isEmpty();
            assertThat(requests).containsExactly("/" + DEMO.fileName());
            assertThat(store.find(DEMO.sha256(), item(DEMO).name())).isPresent();
        }
    }

    @Test
    void asksTheConfiguredIndexFirstWhereALockNamesAnother() throws Exception {
        serve(DEMO, content(DEMO));
        TestWheel other = TestWheel.of("other", "1.0");
        serve(other, content(other));
        Optional<URI> indexOfLock = Optional.of(URI.create("https://index.example/simple"));
        List<WheelFetcher.Item> items = Stream.of(item(DEMO), item(other))
                .map(item -> new WheelFetcher.Item(item.name(), item.digest(), item.source(), indexOfLock))
                .toList();
        try (LocalIndex index = new LocalIndex().add(DEMO)) {
            assertThat(fetcher(mirror(index)).fetch(items)).isEmpty();
            assertThat(index.wheelRequests()).containsExactly(DEMO.fileName());
            assertThat(requests).containsExactly("/" + other.fileName());
        }
    }

    @Test
    void tellsWhatIsWrongAtEachPlace() throws Exception {
        try (LocalIndex index = new LocalIndex().add(TestWheel.of("demo", "1.0").file("x", "y"))) {
            assertThat(fetcher(mirror(index)).fetch(List.of(item(DEMO))))
                    .singleElement()
                    .satisfies(failure -> assertThat(failure.reason())
                            .isEqualTo("HTTP status 404; " + index.url()
                                    + ": it has a file of that name whose sha256 is "
                                    + TestWheel.of("demo", "1.0").file("x", "y").sha256() + " instead of "
                                    + DEMO.sha256()));
            assertThat(index.wheelRequests()).isEmpty();
        }
    }

    @Test
    void offlineNothingIsAskedFor() throws Exception {
        serve(DEMO, content(DEMO));
        IndexAccess offline = IndexAccess.of(IndexSettings.NONE, true);

        assertThat(fetcher(offline).fetch(List.of(item(DEMO))))
                .extracting(WheelFetcher.Failure::reason)
                .containsExactly("the build is offline");
        assertThat(requests).isEmpty();
        assertThatNothingIsLeft();
    }
}
