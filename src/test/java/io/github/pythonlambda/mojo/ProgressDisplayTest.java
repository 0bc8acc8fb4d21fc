package io.github.pythonlambda.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressDisplayTest {

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 10);
    private final StringWriter terminal = new StringWriter();
    private final ProgressOnTerminal line = new ProgressOnTerminal(new PrintWriter(terminal), clock::get);
    private final List<String> lines = new ArrayList<>();
    private final ProgressInLog log = new ProgressInLog(lines::add, clock::get);

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    @Test
    void theLineIsWrittenOverToItsEnd() {
        line.show("1.25 MB");
        pass(Duration.ofSeconds(1));
        line.show("2 MB");
        pass(Duration.ofSeconds(1));
        line.show("3 MB");

        assertThat(terminal).hasToString("\r1.25 MB\r2 MB   \r3 MB");
    }

    @Test
    void theLineIsGoneBeforeAnythingElseIsWritten() {
        line.show("12");
        line.clear();
        line.clear();

        assertThat(terminal).hasToString("\r12\r  \r");
    }

    @Test
    void nothingIsClearedWhereNothingIsShown() {
        line.clear();
        assertThat(terminal).hasToString("");
    }

    @Test
    void theLineIsNotWrittenMoreOftenThanAnybodySees() {
        line.show("1");
        pass(Duration.ofMillis(99));
        line.show("2");
        pass(Duration.ofMillis(1));
        line.show("3");

        assertThat(terminal).hasToString("\r1\r3");
    }

    @Test
    void aSearchIsShownOnTheTerminalAlone() {
        pass(Duration.ofMinutes(1));
        line.showSearch("1");
        log.showSearch("1");

        assertThat(terminal).hasToString("\r1");
        assertThat(lines).isEmpty();
    }

    @Test
    void theLogHasALineNowAndThen() {
        log.show("1");
        pass(Duration.ofSeconds(5));
        log.show("2");
        pass(Duration.ofMillis(4999));
        log.show("3");
        pass(Duration.ofMillis(1));
        log.show("4");
        log.clear();

        assertThat(lines).containsExactly("2", "4");
    }
}
