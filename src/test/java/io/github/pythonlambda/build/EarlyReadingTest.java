package io.github.pythonlambda.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.packaging.WheelFileName;
import io.github.pythonlambda.testing.TestElf;
import io.github.pythonlambda.testing.TestWheel;
import io.github.pythonlambda.wheel.Wheel;
import io.github.pythonlambda.wheel.WheelFactsStore;
import io.github.pythonlambda.wheel.WheelInspection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlyReadingTest {

    private static final TestWheel NATIVE = TestWheel.of("native", "1.0")
            .tag("cp313-cp313-manylinux_2_17_x86_64")
            .file("native/core.so", TestElf.of(TestElf.X86_64).bytes());

    @TempDir
    Path folder;

    private WheelFactsStore known;
    private WheelShelf shelf;

    @BeforeEach
    void open() {
        known = new WheelFactsStore(folder.resolve("checks"));
        shelf = new WheelShelf(known);
    }

    @AfterEach
    void close() throws Exception {
        shelf.close();
    }

    @Test
    void whatItHasReadIsTheSameAsWhatIsReadLater() throws Exception {
        Path file = NATIVE.writeTo(folder);
        try (EarlyReading early = new EarlyReading(shelf)) {
            early.begin(file, NATIVE.sha256());
            awaitWheels(1);
        }

        try (Wheel wheel = Wheel.open(file, WheelFileName.parse(NATIVE.fileName()))) {
            assertThat(known.find(NATIVE.sha256())).contains(WheelInspection.of(wheel));
        }
        assertThat(known.find(NATIVE.sha256()).orElseThrow().nativeFiles()).hasSize(1);
    }

    private void awaitWheels(int count) throws Exception {
        for (int i = 0; i < 3000 && shelf.size() < count; i++) {
            Thread.sleep(10);
        }
    }

    @Test
    void whatItHasOpenedIsNotOpenedAgain() throws Exception {
        Path file = NATIVE.writeTo(folder);
        try (EarlyReading early = new EarlyReading(shelf)) {
            early.begin(file, NATIVE.sha256());
            awaitWheels(1);
        }
        Files.delete(file);

        OpenWheel opened = shelf.open(NATIVE.sha256(), WheelFileName.parse(NATIVE.fileName()), file);
        assertThat(opened.wheel().path()).isEqualTo(file);
        assertThat(shelf.wheelsRead()).isEqualTo(1);
    }

    @Test
    void whatIsNotWantedIsClosed() throws Exception {
        Path file = NATIVE.writeTo(folder);
        OpenWheel opened = shelf.open(NATIVE.sha256(), WheelFileName.parse(NATIVE.fileName()), file);

        shelf.keep(Set.of(NATIVE.sha256()));
        assertThat(shelf.size()).isEqualTo(1);
        shelf.keep(Set.of());

        assertThat(shelf.size()).isZero();
        assertThatIOException()
                .isThrownBy(() -> opened.wheel().entries().get(0).source().readAll());
    }

    @Test
    void aLongSearchDoesNotHoldAnyNumberOfFilesOpen() throws Exception {
        try (EarlyReading early = new EarlyReading(shelf)) {
            for (int i = 0; i < 300; i++) {
                TestWheel wheel = TestWheel.of("demo", "1." + i);
                early.begin(wheel.writeTo(folder), wheel.sha256());
            }
            awaitWheels(200);
        }

        assertThat(shelf.size()).isBetween(200, 200 + Runtime.getRuntime().availableProcessors());
    }

    @Test
    void whatCannotBeReadIsLeftToThoseWhoNeedIt() throws Exception {
        byte[] content = "no wheel".getBytes(StandardCharsets.UTF_8);
        Path file = Files.write(folder.resolve(NATIVE.fileName()), content);
        EarlyReading early = new EarlyReading(shelf);
        early.begin(file, Sha256.of(content));
        early.begin(folder.resolve("gone-1.0-py3-none-any.whl"), NATIVE.sha256());
        early.close();

        assertThat(known.find(Sha256.of(content))).isEmpty();
        assertThat(known.find(NATIVE.sha256())).isEmpty();
    }

    @Test
    void whatIsToldTooLateIsNotRead() throws Exception {
        EarlyReading early = new EarlyReading(shelf);
        early.close();

        assertThatNoException().isThrownBy(() -> early.begin(NATIVE.writeTo(folder), NATIVE.sha256()));
        assertThat(known.find(NATIVE.sha256())).isEmpty();
    }
}
