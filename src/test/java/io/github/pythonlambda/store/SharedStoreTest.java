package io.github.pythonlambda.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.index.IndexAccess;
import io.github.pythonlambda.index.IndexSettings;
import io.github.pythonlambda.packaging.PackagingSyntaxException;
import io.github.pythonlambda.packaging.WheelFileName;
import io.github.pythonlambda.testing.TestWheel;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several builds that fill one empty store at the same moment. */
class SharedStoreTest {

    private static final List<TestWheel> WHEELS = IntStream.range(0, 10)
            .mapToObj(i -> TestWheel.of("demo" + i, "1.0").file("demo/data.bin", random(i)))
            .toList();

    @TempDir
    Path folder;

    private final Map<String, TestWheel> wheels = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Process> processes = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    /** To be waited for in the middle of the first answer. */
    private volatile CountDownLatch firstAnswer = new CountDownLatch(0);

    private final CountDownLatch firstRequest = new CountDownLatch(1);
    private HttpServer server;
    private WheelStore store;

    private static byte[] random(int seed) {
        byte[] bytes = new byte[100_000];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    @BeforeEach
    void start() throws IOException {
        WHEELS.forEach(wheel -> wheels.put("/" + wheel.fileName(), wheel));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
        store = new WheelStore(folder.resolve("wheels"));
    }

    @AfterEach
    void stop() {
        processes.forEach(Process::destroyForcibly);
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        boolean first = requests.isEmpty();
        requests.add(path);
        byte[] content = wheels.get(path).bytes();
        exchange.sendResponseHeaders(200, content.length);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(content, 0, content.length / 2);
            body.flush();
            firstRequest.countDown();
            if (first) {
                firstAnswer.await(1, TimeUnit.MINUTES);
            }
            // Long enough for others to want the same wheel.
            Thread.sleep(50);
            body.write(content, content.length / 2, content.length - content.length / 2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private WheelFetcher.Item item(TestWheel wheel) throws PackagingSyntaxException {
        return StoreProcess.item(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + wheel.fileName()),
                wheel.sha256());
    }

    private List<WheelFetcher.Item> items(List<TestWheel> some) throws PackagingSyntaxException {
        List<WheelFetcher.Item> items = new ArrayList<>();
        for (TestWheel wheel : some) {
            items.add(item(wheel));
        }
        return items;
    }

    private Future<List<WheelFetcher.Failure>> fetchInAThread(List<String> fetched, List<WheelFetcher.Item> items) {
        WheelFetcher fetcher =
                new WheelFetcher(store, (name, bytes) -> fetched.add(name), IndexAccess.of(IndexSettings.NONE, false));
        return threads.submit(() -> fetcher.fetch(items));
    }

    private Process fetchInAProcess(List<WheelFetcher.Item> items) throws IOException {
        Path output = folder.resolve("process-" + processes.size() + ".txt");
        Process process = StoreProcess.start(store.root(), items, output);
        processes.add(process);
        return process;
    }

    private void assertThatTheStoreHas(List<TestWheel> expected) throws Exception {
        for (TestWheel wheel : expected) {
            assertThat(store.find(wheel.sha256(), WheelFileName.parse(wheel.fileName()))
                            .orElseThrow())
                    .hasBinaryContent(wheel.bytes());
        }
        try (Stream<Path> tree = Files.walk(store.root())) {
            assertThat(tree.filter(Files::isRegularFile))
                    .as("nothing is left over")
                    .hasSameSizeAs(expected);
        }
    }

    private List<String> paths(List<TestWheel> some) {
        return some.stream().map(wheel -> "/" + wheel.fileName()).toList();
    }

    @Test
    void threadsFetchEachWheelOnce() throws Exception {
        List<String> fetched = new CopyOnWriteArrayList<>();
        List<Future<List<WheelFetcher.Failure>>> builds = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            builds.add(fetchInAThread(fetched, items(WHEELS)));
        }

        for (Future<List<WheelFetcher.Failure>> build : builds) {
            assertThat(build.get(1, TimeUnit.MINUTES)).isEmpty();
        }
        assertThat(requests).containsExactlyInAnyOrderElementsOf(paths(WHEELS));
        assertThat(fetched)
                .as("each is told by the build that fetched it")
                .containsExactlyInAnyOrderElementsOf(
                        WHEELS.stream().map(TestWheel::fileName).toList());
        assertThatTheStoreHas(WHEELS);
    }

    @Test
    void processesFetchEachWheelOnce() throws Exception {
        for (int i = 0; i < 4; i++) {
            fetchInAProcess(items(WHEELS));
        }

        for (Process process : processes) {
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).isZero();
        }
        assertThat(requests).containsExactlyInAnyOrderElementsOf(paths(WHEELS));
        assertThatTheStoreHas(WHEELS);
    }

    @Test
    void aBuildThatIsKilledWhileItFetchesKeepsNobodyWaiting() throws Exception {
        TestWheel wheel = WHEELS.get(0);
        firstAnswer = new CountDownLatch(1);
        Process killed = fetchInAProcess(List.of(item(wheel)));
        assertThat(firstRequest.await(1, TimeUnit.MINUTES)).isTrue();
        Process process = fetchInAProcess(List.of(item(wheel)));
        Future<List<WheelFetcher.Failure>> thread = fetchInAThread(new ArrayList<>(), List.of(item(wheel)));
        Thread.sleep(1000);
        assertThat(requests).as("the others wait").hasSize(1);

        killed.destroyForcibly().waitFor();

        assertThat(thread.get(1, TimeUnit.MINUTES)).isEmpty();
        assertThat(process.waitFor()).isZero();
        firstAnswer.countDown();
        assertThat(requests).as("one of them fetches").hasSize(2);
        assertThat(store.find(wheel.sha256(), WheelFileName.parse(wheel.fileName()))
                        .orElseThrow())
                .hasBinaryContent(wheel.bytes());
    }

    @Test
    void whereOneFailsTheNextOneTries() throws Exception {
        TestWheel announced = WHEELS.get(0);
        wheels.put("/" + announced.fileName(), WHEELS.get(1));
        List<Future<List<WheelFetcher.Failure>>> builds = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            builds.add(fetchInAThread(new ArrayList<>(), items(List.of(announced))));
        }

        for (Future<List<WheelFetcher.Failure>> build : builds) {
            assertThat(build.get(1, TimeUnit.MINUTES))
                    .singleElement()
                    .satisfies(failure -> assertThat(failure.reason()).contains("its sha256 should be"));
        }
        assertThat(requests).hasSize(3);
    }

    @Test
    void whereNothingCanBeLockedEachBuildFetches() throws Exception {
        Files.createDirectories(store.root());
        Files.createFile(store.root().resolve(".locks"));
        List<TestWheel> one = WHEELS.subList(0, 1);
        Future<List<WheelFetcher.Failure>> first = fetchInAThread(new ArrayList<>(), items(one));
        Future<List<WheelFetcher.Failure>> second = fetchInAThread(new ArrayList<>(), items(one));

        assertThat(first.get(1, TimeUnit.MINUTES)).isEmpty();
        assertThat(second.get(1, TimeUnit.MINUTES)).isEmpty();
        assertThat(store.find(one.get(0).sha256(), item(one.get(0)).name())).isPresent();
    }

    /** Fetches wheels into a store, in a JVM of its own: {@code StoreProcess <store> (<url> <sha256>)...}. */
    static final class StoreProcess {

        private StoreProcess() {}

        static Process start(Path store, List<WheelFetcher.Item> items, Path output) throws IOException {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                    StoreProcess.class.getName(),
                    store.toString()));
            for (WheelFetcher.Item item : items) {
                command.add(item.source().toString());
                command.add(item.digest().hex());
            }
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
        }

        public static void main(String[] arguments) throws Exception {
            List<WheelFetcher.Item> items = new ArrayList<>();
            for (int i = 1; i < arguments.length; i += 2) {
                items.add(item(URI.create(arguments[i]), new Sha256(arguments[i + 1])));
            }
            List<WheelFetcher.Failure> failures = new WheelFetcher(
                            new WheelStore(Path.of(arguments[0])),
                            (name, bytes) -> {},
                            IndexAccess.of(IndexSettings.NONE, false))
                    .fetch(items);
            failures.forEach(System.out::println);
            System.exit(failures.isEmpty() ? 0 : 1);
        }

        static WheelFetcher.Item item(URI source, Sha256 digest) throws PackagingSyntaxException {
            String path = source.getPath();
            WheelFileName name = WheelFileName.parse(path.substring(path.lastIndexOf('/') + 1));
            return new WheelFetcher.Item(name, digest, source, Optional.empty());
        }
    }
}
