package io.github.pythonlambda.check;

import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.script.Server;
import io.github.pythonlambda.script.ServerCall;
import java.util.List;
import java.util.Set;

/**
 * Rule {@code run-script-port}: a web server must listen where the Lambda Web Adapter looks for it, on the port that the
 * function's variables name and on an address that reaches 127.0.0.1.
 */
final class ScriptPortCheck {

    private static final Rule RULE = Rule.RUN_SCRIPT_PORT;
    private static final Set<String> PORT_VARIABLES = Set.of("PORT", "AWS_LWA_PORT");
    private static final Set<String> HOSTS = Set.of("", "127.0.0.1", "0.0.0.0", "localhost", "*", "::", "[::]");
    /** What the adapter takes where no variable names a port. */
    private static final int ADAPTER_DEFAULT = 8080;

    private ScriptPortCheck() {}

    static List<Finding> check(StartedProgram started) {
        if (started.server().isEmpty()) {
            return List.of();
        }
        ServerCall server = started.server().get();
        List<ServerCall.Listening> all = server.listening();
        boolean right = all.stream().anyMatch(listening -> isByVariable(listening) && isReached(listening));
        if (all.isEmpty() || right) {
            return List.of();
        }
        ServerCall.Listening last = all.get(all.size() - 1);
        return List.of(isByVariable(last) ? host(started, last) : port(started, server, last));
    }

    private static boolean isByVariable(ServerCall.Listening listening) {
        return listening.origins().stream().anyMatch(PORT_VARIABLES::contains);
    }

    private static boolean isReached(ServerCall.Listening listening) {
        return HOSTS.contains(listening.host());
    }

    private static Finding host(StartedProgram started, ServerCall.Listening listening) {
        return Finding.warning(
                RULE,
                started.problem("%s listens on an address where the Lambda Web Adapter does not look"
                                .formatted(started.script().name()))
                        .expected("127.0.0.1 or 0.0.0.0")
                        .found(listening.host())
                        .remedy("leave the host out, or set it to 127.0.0.1"));
    }

    private static Finding port(StartedProgram started, ServerCall server, ServerCall.Listening listening) {
        String wanted = started.environment().getOrDefault("PORT", String.valueOf(ADAPTER_DEFAULT));
        boolean equal = String.valueOf(listening.port()).equals(wanted);
        boolean byDefault = listening.text().isEmpty();
        Problem problem = started.problem((equal
                                ? "%s listens on a port of its own, which is right only as long as the function's"
                                        + " PORT is the same"
                                : "%s listens on a port where the Lambda Web Adapter does not look")
                        .formatted(started.script().name()))
                .expected("the port of the function's variable PORT, which is %s in the manifest".formatted(wanted))
                .found("%d%s"
                        .formatted(
                                listening.port(),
                                byDefault
                                        ? ", the default of " + server.server().command()
                                        : ""))
                .remedy("write " + optionFor(server.server()));
        // Functions without a PORT use the adapter's default, and variables or files set defaults of servers.
        boolean sure = !equal && !byDefault && listening.port() != ADAPTER_DEFAULT;
        return sure ? Finding.error(RULE, problem) : Finding.warning(RULE, problem);
    }

    private static String optionFor(Server server) {
        boolean byPort = !server.portOptions().isEmpty();
        List<String> options = byPort ? server.portOptions() : server.addressOptions();
        return options.get(options.size() - 1) + (byPort ? " \"${PORT:-8080}\"" : " \"127.0.0.1:${PORT:-8080}\"");
    }
}
