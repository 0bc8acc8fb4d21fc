package io.github.pythonlambda.build;

import io.github.pythonlambda.bytecode.BytecodeCompilers;
import io.github.pythonlambda.cache.CacheFolders;
import io.github.pythonlambda.lock.KeptResolutions;
import io.github.pythonlambda.python.CommandRunner;
import io.github.pythonlambda.python.CpythonCache;
import io.github.pythonlambda.python.HostSource;
import io.github.pythonlambda.python.InterpreterFinder;
import io.github.pythonlambda.python.JarSource;
import io.github.pythonlambda.python.RuntimeInterpreters;
import io.github.pythonlambda.sharing.Uses;
import io.github.pythonlambda.store.WheelStore;
import io.github.pythonlambda.wheel.WheelFactsStore;
import org.jspecify.annotations.Nullable;

/**
 * Puts the build's parts together, the one place that knows them all. (Maven before 3.9 cannot do it: its container
 * does not read components compiled for Java 17.)
 *
 * @param host the machine of the build
 * @param cache where wheels, interpreters and the like are kept
 * @param jars gets the embedded interpreter's jar
 * @param python the interpreter that the user names; {@code null} for the embedded one
 * @param log where the build tells what it does
 */
public record LambdaBuildFactory(
        HostSource host,
        CacheFolders cache,
        JarSource jars,
        @Nullable String python,
        BuildLog log) {

    public LambdaBuild create() {
        CommandRunner runner = new CommandRunner();
        Uses uses = new Uses();
        WheelStore store = new WheelStore(cache.wheels(), uses);
        CpythonCache cpython = new CpythonCache(cache.cpython());
        InterpreterFinder interpreters = new InterpreterFinder(host, cpython, jars, runner, "pip", log::info);
        InterpreterPip pip = new InterpreterPip(interpreters, python, runner, store, log);
        PipStep pipStep = new PipStep(pip, new KeptResolutions(cache.resolutions(), uses));
        BytecodeStep bytecodeStep = new BytecodeStep(
                () -> new BytecodeCompilers(
                        new RuntimeInterpreters(host.host(), cpython, jars, runner),
                        runner,
                        cache.bytecode(),
                        python,
                        Runtime.getRuntime().availableProcessors(),
                        uses),
                log);
        WheelStep wheelStep = new WheelStep(new WheelFactsStore(cache.checks(), uses), log);
        return new LambdaBuild(
                pip, new ResolveStep(pipStep, new FetchStep(store, uses), log), wheelStep, bytecodeStep, uses, log);
    }
}
