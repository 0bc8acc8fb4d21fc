package io.github.pythonlambda.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;

class MavenBuildLogTest {

    private final List<String> told = new ArrayList<>();
    private boolean isDebug;
    private final MavenBuildLog log = new MavenBuildLog(
            new SystemStreamLog() {
                @Override
                public void info(CharSequence text) {
                    told.add("info " + text);
                }

                @Override
                public boolean isDebugEnabled() {
                    return isDebug;
                }

                @Override
                public void debug(CharSequence text) {
                    told.add("debug " + text);
                }
            },
            text -> told.add("warn " + text),
            new ProgressDisplay() {
                @Override
                public void show(String text) {
                    told.add(text);
                }

                @Override
                public void showSearch(String text) {
                    told.add("search " + text);
                }

                @Override
                public void clear() {
                    told.add("clear");
                }
            });

    @Test
    void filesOnTheirWayCount() {
        log.receiving("one.whl", 1_000_000);
        log.receiving("two.whl", 500_000);
        log.receiving("one.whl", 2_000_000);
        log.fetched("one.whl", 3_000_000);

        assertThat(told)
                .containsExactly(
                        "So far: 0 wheels fetched (1.0 MB)",
                        "So far: 0 wheels fetched (1.5 MB)",
                        "So far: 0 wheels fetched (2.5 MB)",
                        "So far: 1 wheel fetched (3.5 MB)");
    }

    @Test
    void whatIsLookedAtCounts() {
        log.lookedAt();
        log.lookedAt();
        log.fetched("one.whl", 3_000_000);
        log.lookedAt();

        assertThat(told)
                .containsExactly(
                        "search So far: 1 release looked at",
                        "search So far: 2 releases looked at",
                        "So far: 2 releases looked at, 1 wheel fetched (3.0 MB)",
                        "search So far: 3 releases looked at, 1 wheel fetched (3.0 MB)");
    }

    @Test
    void progressMakesRoomForAllThatIsLogged() {
        log.info("one");
        log.warn("two");
        log.debug("nobody reads it");
        isDebug = true;
        log.debug("three");

        assertThat(told).containsExactly("clear", "info one", "clear", "warn two", "clear", "debug three");
    }

    @Test
    void afterTheEndThereIsNoProgress() {
        log.close();
        log.lookedAt();
        log.receiving("one.whl", 1);
        log.fetched("one.whl", 2);
        log.info("end");

        assertThat(told).containsExactly("clear", "clear", "info end");
    }
}
