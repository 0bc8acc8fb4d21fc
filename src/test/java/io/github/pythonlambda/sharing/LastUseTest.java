package io.github.pythonlambda.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastUseTest {

    private static final Instant NOW = Instant.now();

    @TempDir
    Path folder;

    private Path item;

    @BeforeEach
    void make() throws IOException {
        item = Files.createDirectory(folder.resolve("item"));
    }

    private void lastUsed(Duration ago) throws IOException {
        Files.setLastModifiedTime(item, FileTime.from(NOW.minus(ago)));
    }

    private Duration noted() throws IOException {
        return Duration.between(Files.getLastModifiedTime(item).toInstant(), NOW)
                .abs();
    }

    @Test
    void aUseIsNoted() throws Exception {
        lastUsed(Duration.ofDays(25));

        LastUse.note(item);

        assertThat(noted()).isLessThan(Duration.ofMinutes(5));
    }

    @Test
    void onceADayIsEnough() throws Exception {
        lastUsed(Duration.ofHours(23));

        LastUse.note(item);

        assertThat(noted()).isEqualTo(Duration.ofHours(23));
    }

    @Test
    void aTimeInTheFutureIsPutRight() throws Exception {
        lastUsed(Duration.ofDays(-400));

        LastUse.note(item);

        assertThat(noted()).isLessThan(Duration.ofMinutes(5));
    }

    @Test
    void whatIsGoneIsNoMatter() {
        assertThatCode(() -> LastUse.note(folder.resolve("gone"))).doesNotThrowAnyException();
        assertThat(folder.resolve("gone")).doesNotExist();
    }

    /** Between two notes of one day it may have been used. */
    @Test
    void whatMayHaveBeenUsedLaterCountsAsUsed() throws Exception {
        Duration month = Duration.ofDays(30);

        lastUsed(Duration.ofDays(31).minusMinutes(1));
        assertThat(LastUse.isLongerAgo(item, month, NOW)).isFalse();

        lastUsed(Duration.ofDays(31));
        assertThat(LastUse.isLongerAgo(item, month, NOW)).isTrue();
    }

    @Test
    void everythingIsLongerAgoThanNothing() throws Exception {
        lastUsed(Duration.ZERO);

        assertThat(LastUse.isLongerAgo(item, Duration.ZERO, NOW)).isTrue();
    }
}
