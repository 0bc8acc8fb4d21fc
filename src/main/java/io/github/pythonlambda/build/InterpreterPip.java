package io.github.pythonlambda.build;

import io.github.pythonlambda.pip.PipProgram;
import io.github.pythonlambda.pip.PipResolver;
import io.github.pythonlambda.pip.PipStarter;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.python.CommandRunner;
import io.github.pythonlambda.python.Interpreter;
import io.github.pythonlambda.python.InterpreterFinder;
import io.github.pythonlambda.store.WheelStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pip of the interpreter that the user names, or of the embedded one, found when it is first needed. */
final class InterpreterPip implements PipSource {

    private final InterpreterFinder interpreters;
    private final @Nullable String configured;
    private final CommandRunner runner;
    private final WheelStore store;
    private final BuildLog log;
    private @Nullable PipStarter found;
    private @Nullable PipProgram program;

    /** @param configured the interpreter that the user names; {@code null} for the embedded one */
    InterpreterPip(
            InterpreterFinder interpreters,
            @Nullable String configured,
            CommandRunner runner,
            WheelStore store,
            BuildLog log) {
        this.interpreters = interpreters;
        this.configured = configured;
        this.runner = runner;
        this.store = store;
        this.log = log;
    }

    @Override
    public synchronized void startAhead(Path directory) {
        try {
            Optional<Interpreter> interpreter = interpreters.findUnpacked(configured);
            if (interpreter.isPresent()) {
                starter(interpreter.get()).startAhead(directory);
            }
        } catch (IOException e) {
            // The one who asks pip is told.
            log.debug("Python cannot be started ahead: " + e.getMessage());
        }
    }

    /** One at a time: the first to ask unpacks the embedded interpreter for all. */
    @Override
    public synchronized PipResolver resolver(PipResolver.Listener listener) throws ProblemException, IOException {
        PipStarter starter = found;
        if (starter == null) {
            starter = starter(interpreters.find(configured));
        }
        return new PipResolver(starter, listener);
    }

    private PipStarter starter(Interpreter interpreter) {
        log.debug("Python " + interpreter.version() + " (" + interpreter.origin() + ")");
        PipStarter starter = new PipStarter(interpreter, program(), runner, store);
        found = starter;
        return starter;
    }

    private synchronized PipProgram program() {
        PipProgram read = program;
        if (read == null) {
            read = PipProgram.load();
            program = read;
        }
        return read;
    }

    @Override
    public synchronized String identity() throws ProblemException, IOException {
        return interpreters.identify(configured) + " " + program().digest();
    }

    @Override
    public synchronized void close() {
        if (found != null) {
            found.close();
        }
    }
}
