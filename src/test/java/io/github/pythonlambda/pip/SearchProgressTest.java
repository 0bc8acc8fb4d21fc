package io.github.pythonlambda.pip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A long search tells how far it is. */
class SearchProgressTest {

    private final AtomicLong clock = new AtomicLong(-5);
    private final List<String> told = new ArrayList<>();
    private final SearchProgress progress = new SearchProgress(clock::get, told::add);

    private void after(int seconds, String line) {
        clock.addAndGet(Duration.ofSeconds(seconds).toNanos());
        progress.hear(line);
    }

    @Test
    void aMinuteIsToldWithTheProjectThatTakesIt() {
        after(59, "@looked-at boto3");
        assertThat(told).isEmpty();
        after(1, "@looked-at awscli");
        after(30, "@looked-at awscli");
        after(29, "@looked-at awscli");
        after(1, "@looked-at awscli");

        assertThat(told)
                .containsExactly(
                        "pip has looked at 2 releases so far, 1 of them of awscli",
                        "pip has looked at 5 releases so far, 4 of them of awscli");
    }

    @Test
    void whatPipPrintsOtherwiseIsNotTaken() {
        assertThat(progress.hear("Collecting awscli")).isFalse();
        assertThat(progress.hear("  | @looked-at awscli")).isFalse();
        assertThat(progress.hear("@looked-at awscli")).isTrue();
    }
}
