package io.github.pythonlambda.build;

import io.github.pythonlambda.pip.PipProgram;
import io.github.pythonlambda.pip.PipResolver;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.python.CommandRunner;
import io.github.pythonlambda.python.Interpreter;
import io.github.pythonlambda.python.InterpreterFinder;
import io.github.pythonlambda.store.WheelStore;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The pip of the interpreter that the user names, or of the embedded one, found when it is first needed. */
final class InterpreterPip implements PipSource {

    private final InterpreterFinder interpreters;
    private final @Nullable String configured;
    private final CommandRunner runner;
    private final WheelStore store;
    private final BuildLog log;
    private @Nullable Interpreter found;

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

    /** One at a time: the first to ask unpacks the embedded interpreter for all. */
    @Override
    public synchronized PipResolver resolver(PipResolver.Listener listener) throws ProblemException, IOException {
        Interpreter interpreter = found;
        if (interpreter == null) {
            interpreter = interpreters.find(configured);
            log.debug("Python " + interpreter.version() + " (" + interpreter.origin() + ")");
            found = interpreter;
        }
        return new PipResolver(interpreter, runner, store, listener);
    }

    @Override
    public String identity() throws ProblemException, IOException {
        return interpreters.identify(configured) + " " + PipProgram.digest();
    }
}
