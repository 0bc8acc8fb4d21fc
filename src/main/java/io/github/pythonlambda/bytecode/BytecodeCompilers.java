package io.github.pythonlambda.bytecode;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.python.CommandRunner;
import io.github.pythonlambda.python.Interpreter;
import io.github.pythonlambda.python.RuntimeInterpreters;
import io.github.pythonlambda.sharing.Uses;
import io.github.pythonlambda.target.LambdaRuntime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds what compiles for a runtime: a CPython of its minor version, which writes the same format as the runtime's own. */
public final class BytecodeCompilers {

    /** To be raised when the same sources give other files, or files are kept or compressed in another way. */
    private static final String FORMAT = "1";

    private final RuntimeInterpreters interpreters;
    private final CommandRunner runner;
    private final Path folder;
    private final @Nullable String python;
    private final int cores;
    private final Uses uses;

    /**
     * @param folder where compiled modules are kept
     * @param python the interpreter that the user names, which is taken if it has the version
     * @param cores how many processes may run at a time
     * @param uses is told which kept modules are used
     */
    public BytecodeCompilers(
            RuntimeInterpreters interpreters,
            CommandRunner runner,
            Path folder,
            @Nullable String python,
            int cores,
            Uses uses) {
        this.interpreters = interpreters;
        this.runner = runner;
        this.folder = folder;
        this.python = python;
        this.cores = cores;
        this.uses = uses;
    }

    /**
     * Finds the compiler.
     *
     * @throws ProblemException if the runtime's format is not known, or there is no CPython of its version
     */
    public BytecodeCompiler find(LambdaRuntime runtime) throws ProblemException, IOException {
        int minor = runtime.pythonMinor();
        if (MagicNumbers.of(minor).isEmpty()) {
            throw new ProblemException(Problem.of("there is no bytecode for " + runtime)
                    .expected(
                            "a runtime whose Python is released: until then, what one build compiles, another may not load")
                    .remedy("do without <bytecode> or -Dpython-lambda.bytecode for this runtime"));
        }
        Interpreter interpreter = interpreters.find(RuntimeInterpreters.Purpose.COMPILE, minor, python);
        Sha256 method = Sha256.of((FORMAT + " " + CompilerProgram.digest()).getBytes(StandardCharsets.UTF_8));
        return new BytecodeCompiler(
                new ModuleCompiler(interpreter, minor, runner, folder),
                new BytecodeStore(folder, interpreter.version(), method, uses),
                interpreter.version(),
                method,
                cores);
    }
}
