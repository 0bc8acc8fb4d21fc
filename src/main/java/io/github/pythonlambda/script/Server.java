package io.github.pythonlambda.script;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A web server for Python: how it is started, and which of its options say where it listens. */
public enum Server {
    UVICORN("uvicorn", "uvicorn", "uvicorn", 8000, List.of("--port"), List.of("--host"), List.of()),
    GUNICORN("gunicorn", "gunicorn", "gunicorn", 8000, List.of(), List.of(), List.of("-b", "--bind")),
    HYPERCORN("hypercorn", "hypercorn", "hypercorn", 8000, List.of(), List.of(), List.of("-b", "--bind")),
    FLASK("flask", "flask", "flask", 5000, List.of("-p", "--port"), List.of("-h", "--host"), List.of()),
    FASTAPI("fastapi", "fastapi", "fastapi[standard]", 8000, List.of("--port"), List.of("--host"), List.of()),
    DAPHNE("daphne", "daphne", "daphne", 8000, List.of("-p", "--port"), List.of("-b", "--bind"), List.of()),
    WAITRESS("waitress-serve", "waitress", "waitress", 8080, List.of("--port"), List.of("--host"), List.of("--listen")),
    GRANIAN("granian", "granian", "granian", 8000, List.of("--port"), List.of("--host"), List.of()),
    STREAMLIT(
            "streamlit",
            "streamlit",
            "streamlit",
            8501,
            List.of("--server.port"),
            List.of("--server.address"),
            List.of());

    private final String command;
    private final String module;
    private final String requirement;
    private final int defaultPort;
    private final List<String> portOptions;
    private final List<String> hostOptions;
    private final List<String> addressOptions;

    Server(
            String command,
            String module,
            String requirement,
            int defaultPort,
            List<String> portOptions,
            List<String> hostOptions,
            List<String> addressOptions) {
        this.command = command;
        this.module = module;
        this.requirement = requirement;
        this.defaultPort = defaultPort;
        this.portOptions = portOptions;
        this.hostOptions = hostOptions;
        this.addressOptions = addressOptions;
    }

    /** The name of its launcher. */
    public String command() {
        return command;
    }

    /** What {@code python -m} starts it by. */
    public String module() {
        return module;
    }

    /** The package to require, as a requirements file names it. */
    public String requirement() {
        return requirement;
    }

    /** Where it listens if nothing is said. */
    public int defaultPort() {
        return defaultPort;
    }

    /** Options whose value is a port. */
    public List<String> portOptions() {
        return portOptions;
    }

    /** Options whose value is a host. */
    public List<String> hostOptions() {
        return hostOptions;
    }

    /** Options whose value is a host and a port. */
    public List<String> addressOptions() {
        return addressOptions;
    }

    /** Whether it takes the port from {@code PORT} if nothing is said. */
    public boolean readsPortVariable() {
        return this == GUNICORN;
    }

    static Optional<Server> byCommand(String command) {
        return Arrays.stream(values())
                .filter(server -> server.command.equals(command))
                .findFirst();
    }

    /** The server that a program is, if it is one. */
    public static Optional<Server> of(Program program) {
        if (program instanceof Program.Module module) {
            return Arrays.stream(values())
                    .filter(server -> server.module.equals(module.name()))
                    .findFirst();
        }
        return program instanceof Program.Executable executable
                ? byCommand(executable.name().substring(executable.name().lastIndexOf('/') + 1))
                : Optional.empty();
    }
}
