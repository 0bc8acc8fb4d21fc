package io.github.pythonlambda.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.packaging.WheelFileName;
import io.github.pythonlambda.testing.TestWheel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WheelStoreTest {

    private static final TestWheel DEMO = TestWheel.of("demo", "1.0");

    @TempDir
    Path folder;

    private WheelStore store;
    private WheelFileName name;

    @BeforeEach
    void create() throws Exception {
        store = new WheelStore(folder.resolve("wheels"));
        name = WheelFileName.parse(DEMO.fileName());
    }

    private Path temporaryFileWith(byte[] content) throws Exception {
        return Files.write(store.newTemporaryFile(), content);
    }

    private List<Path> files() throws Exception {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void isEmptyBeforeItsFolderIsMade() throws Exception {
        assertThat(store.find(DEMO.sha256(), name)).isEmpty();
        assertThat(store.wheels()).isEmpty();
    }

    @Test
    void keepsAWheelByTheHashOfItsContent() throws Exception {
        Path temporary = temporaryFileWith(DEMO.bytes());

        Path stored = store.add(temporary, DEMO.sha256(), name);

        String hex = DEMO.sha256().hex();
        assertThat(stored)
                .isEqualTo(
                        store.root().resolve(hex.substring(0, 2)).resolve(hex).resolve(DEMO.fileName()))
                .hasBinaryContent(DEMO.bytes());
        assertThat(temporary).doesNotExist();
        assertThat(store.find(DEMO.sha256(), name)).contains(stored);
        assertThat(store.wheels()).containsExactly(stored);
    }

    @Test
    void findsNoWheelOfAnotherNameOrContent() throws Exception {
        store.add(temporaryFileWith(DEMO.bytes()), DEMO.sha256(), name);

        assertThat(store.find(DEMO.sha256(), WheelFileName.parse("other-1.0-py3-none-any.whl")))
                .isEmpty();
        assertThat(store.find(new Sha256("0".repeat(64)), name)).isEmpty();
    }

    @Test
    void keepsNothingOfAFileWithAnotherHash() throws Exception {
        Path temporary = temporaryFileWith("something else".getBytes(StandardCharsets.US_ASCII));

        assertThatExceptionOfType(HashMismatchException.class)
                .isThrownBy(() -> store.add(temporary, DEMO.sha256(), name))
                .withMessageContaining("its sha256 should be " + DEMO.sha256());
        assertThat(files()).isEmpty();
    }

    @Test
    void takesTheSameWheelFromManyThreads() throws Exception {
        int threads = 8;
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Path>> results = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                results.add(executor.submit(() -> {
                    Path temporary = temporaryFileWith(DEMO.bytes());
                    start.await();
                    return store.add(temporary, DEMO.sha256(), name);
                }));
            }
            for (Future<Path> result : results) {
                assertThat(result.get()).hasBinaryContent(DEMO.bytes());
            }
        } finally {
            executor.shutdownNow();
        }
        assertThat(files()).hasSize(1);
    }

    @Test
    void removesWhatKilledBuildsLeftADayAgo() throws Exception {
        Path stored = store.add(temporaryFileWith(DEMO.bytes()), DEMO.sha256(), name);
        Path old = temporaryFileWith(new byte[1]);
        Path young = temporaryFileWith(new byte[1]);
        FileTime longAgo = FileTime.from(Instant.now().minus(Duration.ofDays(2)));
        Files.setLastModifiedTime(old, longAgo);
        Files.setLastModifiedTime(stored, longAgo);

        store.removeAbandoned();

        assertThat(files()).containsExactlyInAnyOrder(stored, young);
    }

    @Test
    void listsWheelsOnly() throws Exception {
        Path stored = store.add(temporaryFileWith(DEMO.bytes()), DEMO.sha256(), name);
        temporaryFileWith(DEMO.bytes());
        Files.write(stored.resolveSibling(DEMO.fileName() + ".17.tmp"), DEMO.bytes());

        assertThat(store.wheels()).containsExactly(stored);
    }
}
