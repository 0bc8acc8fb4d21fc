package io.github.pythonlambda.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressStyleTest {

    /** As Maven's own are called. */
    private static final class QuietMavenTransferListener extends AbstractTransferListener {}

    private static final class Slf4jMavenTransferListener extends AbstractTransferListener {}

    private static final class ConsoleMavenTransferListener extends AbstractTransferListener {}

    private final DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
    private final Map<String, String> variables = new HashMap<>(Map.of("TERM", "xterm"));
    private boolean isTerminal = true;

    @BeforeEach
    void runOnATerminal() {
        request.setTransferListener(new ConsoleMavenTransferListener());
        request.setInteractiveMode(true);
    }

    private ProgressStyle style() {
        return ProgressStyle.of(new SystemStreamLog(), request, isTerminal, variables);
    }

    @Test
    void aLineChangesOnATerminal() {
        assertThat(style()).isEqualTo(ProgressStyle.LIVE);
    }

    /** Windows has no TERM, and an IDE may have no listener. */
    @Test
    void whatIsNotSaidIsNoObstacle() {
        variables.clear();
        request.setTransferListener(null);
        assertThat(style()).isEqualTo(ProgressStyle.LIVE);
    }

    @Test
    void elsewhereTheLogHasIt() {
        isTerminal = false;
        assertThat(style()).isEqualTo(ProgressStyle.LINES);
    }

    @Test
    void batchModeIsForLogs() {
        request.setInteractiveMode(false);
        request.setTransferListener(new Slf4jMavenTransferListener());
        assertThat(style()).isEqualTo(ProgressStyle.LINES);
    }

    @Test
    void aLogFileHasNoLineThatChanges() {
        request.setTransferListener(new Slf4jMavenTransferListener());
        assertThat(style()).isEqualTo(ProgressStyle.LINES);
    }

    @Test
    void otherModulesDoNotKnowOfTheLine() {
        request.setDegreeOfConcurrency(2);
        assertThat(style()).isEqualTo(ProgressStyle.LINES);
    }

    @ParameterizedTest
    @CsvSource({"TERM, dumb, LINES", "CI, true, LINES", "CI, 1, LINES", "CI, false, LIVE", "TERM, screen, LIVE"})
    void variablesTellOfTerminals(String name, String value, ProgressStyle expected) {
        variables.put(name, value);
        assertThat(style()).isEqualTo(expected);
    }

    @Test
    void whoWantsNoTransfersInTheLogHasNone() {
        request.setTransferListener(new QuietMavenTransferListener());
        assertThat(style()).isEqualTo(ProgressStyle.NONE);
    }

    @Test
    void aQuietLogStaysQuiet() {
        SystemStreamLog quiet = new SystemStreamLog() {
            @Override
            public boolean isInfoEnabled() {
                return false;
            }
        };
        assertThat(ProgressStyle.of(quiet, request, isTerminal, variables)).isEqualTo(ProgressStyle.NONE);
    }
}
