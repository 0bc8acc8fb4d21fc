package io.github.pythonlambda.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The start of a web server.
 *
 * @param server which one
 * @param options what it is handed
 * @param flaskApp the value of {@code FLASK_APP}
 */
public record ServerCall(Server server, Options options, Value flaskApp) {

    private static final Pattern ADDRESS = Pattern.compile("(?:[a-z]+://)?(\\[?[^/]*?]?):(\\d+)");
    /** With these, a server listens on a socket of another kind, or takes its address from a file. */
    private static final List<String> OTHER_SOCKETS = List.of(
            "--uds", "--fd", "-u", "--unix-socket", "-e", "--endpoint", "-c", "--config", "--env-file", "--quic-bind");

    /** The call that a launch makes, if it starts a server that is known here. */
    public static Optional<ServerCall> of(Launch launch) {
        return Program.of(launch)
                .flatMap(program -> Server.of(program)
                        .map(server -> new ServerCall(server, new Options(program.arguments()), launch.flaskApp())));
    }

    /**
     * A port that the server listens on.
     *
     * @param host the address; empty for all or the default
     * @param port the port
     * @param origins the variables of the function's environment that say so
     * @param text the value as the script names it; empty for the server's default
     */
    public record Listening(String host, int port, Set<String> origins, String text) {}

    /** Where the server listens; empty if that cannot be told. */
    public List<Listening> listening() {
        List<Listening> all = new ArrayList<>();
        List<Value> ports = options.values(server.portOptions());
        String host = options.values(server.hostOptions()).stream()
                .reduce((first, second) -> second)
                .flatMap(Value::known)
                .orElse("");
        if (!ports.isEmpty()) {
            Value port = ports.get(ports.size() - 1);
            port.known()
                    .filter(text -> text.matches("\\d{1,5}"))
                    .ifPresent(text -> all.add(new Listening(host, Integer.parseInt(text), port.origins(), text)));
            return all;
        }
        List<Value> addresses = options.values(server.addressOptions());
        if (!addresses.isEmpty()) {
            for (Value address : addresses) {
                Matcher matcher = ADDRESS.matcher(address.known().orElse(""));
                if (!matcher.matches() || matcher.group(2).length() > 5) {
                    // A Unix socket, a file descriptor, or not known.
                    return List.of();
                }
                all.add(new Listening(
                        matcher.group(1), Integer.parseInt(matcher.group(2)), address.origins(), address.text()));
            }
            return all;
        }
        boolean listensByDefault = options.areAllKnown() && !options.has(OTHER_SOCKETS) && !server.readsPortVariable();
        return listensByDefault ? List.of(new Listening(host, server.defaultPort(), Set.of(), "")) : List.of();
    }

    /** The app that it serves, if it is certain which argument names it. */
    public Optional<AppName> app() {
        return AppName.of(server, options, flaskApp);
    }
}
