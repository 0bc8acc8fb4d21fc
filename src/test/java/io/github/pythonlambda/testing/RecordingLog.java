package io.github.pythonlambda.testing;

import io.github.pythonlambda.build.BuildLog;
import java.util.ArrayList;
import java.util.List;

/** Keeps what a build tells. */
public final class RecordingLog implements BuildLog {

    private final List<String> infos = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final List<String> details = new ArrayList<>();
    private final List<String> fetched = new ArrayList<>();

    @Override
    public synchronized void info(String text) {
        infos.add(text);
    }

    @Override
    public synchronized void warn(String text) {
        warnings.add(text);
    }

    @Override
    public synchronized void debug(String text) {
        details.add(text);
    }

    @Override
    public synchronized void fetched(String fileName, long bytes) {
        fetched.add(fileName);
    }

    public synchronized List<String> infos() {
        return List.copyOf(infos);
    }

    public synchronized List<String> warnings() {
        return List.copyOf(warnings);
    }

    public synchronized List<String> details() {
        return List.copyOf(details);
    }

    public synchronized List<String> fetched() {
        return List.copyOf(fetched);
    }
}
