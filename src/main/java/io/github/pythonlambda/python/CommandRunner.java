package io.github.pythonlambda.python;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Starts programs, hands on what they print while they run, and ends them when the build is ended. */
public final class CommandRunner {

    /**
     * What to run.
     *
     * @param arguments the program and its arguments; no shell is involved
     * @param directory its working directory
     * @param environment variables to set on top of the build's own
     * @param withoutVariables variables of the build's environment that it must not see
     */
    public record Command(
            List<String> arguments, Path directory, Map<String, String> environment, List<String> withoutVariables) {
        public Command {
            arguments = List.copyOf(arguments);
            environment = Map.copyOf(environment);
            withoutVariables = List.copyOf(withoutVariables);
        }
    }

    /**
     * How it ended.
     *
     * @param exitCode 0 for success
     * @param output the lines it printed, errors among them
     */
    public record Result(int exitCode, List<String> output) {
        public Result {
            output = List.copyOf(output);
        }
    }

    /**
     * Runs a command, which has nothing to read, to its end. If the thread is interrupted, the program is ended.
     *
     * @param onLine is told each line as it is printed, by a thread of its own
     * @throws IOException if the program cannot be started, or the thread is interrupted
     */
    public Result run(Command command, Consumer<String> onLine) throws IOException {
        return start(command).finish("", onLine);
    }

    /**
     * Starts a command.
     *
     * @return the program, which has to be finished or closed
     * @throws IOException if it cannot be started
     */
    public RunningProgram start(Command command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command.arguments())
                .directory(command.directory().toFile())
                .redirectErrorStream(true);
        command.withoutVariables().forEach(builder.environment()::remove);
        builder.environment().putAll(command.environment());
        return new RunningProgram(builder.start(), command.arguments().get(0));
    }
}
