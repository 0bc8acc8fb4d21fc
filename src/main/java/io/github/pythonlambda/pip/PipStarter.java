package io.github.pythonlambda.pip;

import io.github.pythonlambda.python.CommandRunner;
import io.github.pythonlambda.python.Interpreter;
import io.github.pythonlambda.python.RunningProgram;
import io.github.pythonlambda.store.WheelStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Starts Python with {@link PipProgram}, a process for each question. One may be started before it is known what to ask:
 * Python imports pip while the build reads the project.
 */
public final class PipStarter implements AutoCloseable {

    private final Interpreter interpreter;
    private final PipProgram program;
    private final CommandRunner runner;
    private final WheelStore store;
    private @Nullable RunningProgram ahead;
    private @Nullable Path directoryAhead;

    /** @param store the program is kept beside it */
    public PipStarter(Interpreter interpreter, PipProgram program, CommandRunner runner, WheelStore store) {
        this.interpreter = interpreter;
        this.program = program;
        this.runner = runner;
        this.store = store;
    }

    /** What runs pip. */
    Interpreter interpreter() {
        return interpreter;
    }

    WheelStore store() {
        return store;
    }

    /**
     * Starts a process for the first question to come.
     *
     * @param directory its working directory, if that is the question's, too
     */
    public synchronized void startAhead(Path directory) throws IOException {
        if (ahead == null) {
            ahead = startNow(directory);
            directoryAhead = directory;
        }
    }

    /** A process that waits for its order. */
    synchronized RunningProgram start(Path directory) throws IOException {
        RunningProgram ready = ahead;
        if (ready == null || !directory.equals(directoryAhead)) {
            return startNow(directory);
        }
        ahead = null;
        return ready;
    }

    private RunningProgram startNow(Path directory) throws IOException {
        List<String> command = List.of(
                interpreter.executable(),
                "-I", // no PYTHON* variables, no user site
                "-u", // so that pip's two streams keep their order
                "-X",
                "utf8",
                program.install(PipPrograms.beside(store).folder()).toString());
        return runner.start(new CommandRunner.Command(command, directory, Map.of(), interpreter.hiddenVariables()));
    }

    /** Ends the process that was started ahead, if nothing was asked. */
    @Override
    public synchronized void close() {
        if (ahead != null) {
            ahead.close();
            ahead = null;
        }
    }
}
