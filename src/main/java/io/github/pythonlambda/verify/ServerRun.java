package io.github.pythonlambda.verify;

import io.github.pythonlambda.problem.Problem;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Starts a web app's program as the Lambda Web Adapter does and asks it until it answers: by {@code GET}, and any status
 * from 100 to 499 will do, as in the adapter.
 */
final class ServerRun {

    private static final Duration BETWEEN_REQUESTS = Duration.ofMillis(20);

    /** Looking for all processes of a host and their ports takes much longer than a request; most apps start before it. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private static final Duration TO_ANSWER = Duration.ofSeconds(30);

    private static final int HEALTHY_BELOW = 500;
    private static final int LINES_TOLD = 20;
    private static final int TEXT_TOLD = 300;
    private static final double NANOS_PER_SECOND = 1e9;

    private final FunctionPlace place;
    private final String script;
    private final VerifyRequest request;
    private final Leftovers leftovers;
    private final ListeningPorts listening = new ListeningPorts(Path.of("/proc"));

    ServerRun(FunctionPlace place, String script, VerifyRequest request, Leftovers leftovers) {
        this.place = place;
        this.script = script;
        this.request = request;
        this.leftovers = leftovers;
    }

    /** @param environment of the function; its {@code PORT} is replaced by one that is free on this host */
    ServerReport run(Map<String, String> environment) throws IOException {
        int port = freePort();
        Map<String, String> variables = new TreeMap<>(environment);
        variables.put("PORT", Integer.toString(port));
        long start = System.nanoTime();
        FunctionProcess process;
        try {
            process = leftovers.add(FunctionProcess.start(
                    place.command(List.of(place.task() + "/" + script)), place.directory(), variables, line -> true));
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            return ServerReport.failed(
                    Problem.of(script + " cannot be started").found(String.valueOf(e.getMessage())), Optional.empty());
        }
        try {
            return await(process, port, configuredPort(environment), start);
        } finally {
            // How it ends is no part of what is verified, and a server takes up to a fifth of a second for that.
            process.kill();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static int configuredPort(Map<String, String> environment) {
        try {
            return Integer.parseInt(environment.getOrDefault("PORT", "8080"));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private ServerReport await(FunctionProcess process, int port, int configured, long start) throws IOException {
        long end = start + request.startTimeout().toNanos();
        long nextLook = start + BETWEEN_LOOKS.toNanos();
        boolean wasOnConfigured = false;
        Optional<HttpAnswer> last = Optional.empty();
        while (System.nanoTime() < end) {
            if (process.waitFor(BETWEEN_REQUESTS)) {
                return ended(process, System.nanoTime() - start);
            }
            last = ask(port, end - System.nanoTime());
            if (last.isPresent() && last.get().status() < HEALTHY_BELOW) {
                return answered(process, port, seconds(start), last.get(), List.of());
            }
            if (last.isEmpty() && System.nanoTime() > nextLook) {
                nextLook = System.nanoTime() + BETWEEN_LOOKS.toNanos();
                boolean isOnConfigured = listening.of(process.processes()).equals(Set.of(configured));
                // Twice in a row: a program may well take a port for a moment.
                if (isOnConfigured && wasOnConfigured) {
                    return onConfiguredPort(process, configured, start, end);
                }
                wasOnConfigured = isOnConfigured;
            }
        }
        return notReady(process, port, last);
    }

    /** A program that listens on the port of the function's configuration without asking for it works on Lambda. */
    private ServerReport onConfiguredPort(FunctionProcess process, int port, long start, long end) throws IOException {
        Optional<HttpAnswer> last = ask(port, end - System.nanoTime());
        if (last.isPresent() && last.get().status() < HEALTHY_BELOW) {
            String warning = "%s listens on %d, which is the function's PORT, without asking for it; use ${PORT}"
                    .formatted(script, port);
            return answered(process, port, seconds(start), last.get(), List.of(warning));
        }
        return notReady(process, port, last);
    }

    private Optional<HttpAnswer> ask(int port, long nanos) {
        try {
            return Optional.of(HttpAnswer.get(port, request.readinessPath(), Duration.ofNanos(nanos)));
        } catch (IOException e) {
            // Nobody listens yet.
            return Optional.empty();
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / NANOS_PER_SECOND;
    }

    private ServerReport ended(FunctionProcess process, long nanos) throws IOException {
        List<String> output = process.output();
        Problem problem = Problem.of(String.format(
                        Locale.ROOT,
                        "%s ends by itself, with status %d after %.1f s",
                        script,
                        process.exitStatus(),
                        nanos / NANOS_PER_SECOND))
                .expected("a server that keeps running")
                .found(end(output));
        return ServerReport.failed(problem, Optional.of(Fault.ofOutput(output)));
    }

    private ServerReport notReady(FunctionProcess process, int port, Optional<HttpAnswer> last) throws IOException {
        long seconds = request.startTimeout().toSeconds();
        if (last.isPresent()) {
            return ServerReport.failed(
                    Problem.of("%s is not ready after %d s: GET %s gets status %d"
                                    .formatted(
                                            script,
                                            seconds,
                                            request.readinessPath(),
                                            last.get().status()))
                            .expected("a status from 100 to 499, as the Lambda Web Adapter wants it")
                            .found(
                                    last.get().body().isBlank()
                                            ? end(process.output())
                                            : shortened(last.get().body()))
                            .remedy("let the path answer, or name another one by <readinessPath> or"
                                    + " -Dpython-lambda.readinessPath"),
                    Optional.empty());
        }
        Set<Integer> ports = listening.of(process.processes());
        String where = ports.isEmpty()
                ? "it listens on no port"
                : "it listens on " + ports.stream().map(Object::toString).collect(Collectors.joining(", "));
        boolean right = ports.contains(port);
        return ServerReport.failed(
                Problem.of("%s does not answer on port %d within %d s".formatted(script, port, seconds))
                        .expected("HTTP on the port that the environment variable PORT has, here %d".formatted(port))
                        .found((right ? "it listens on it, and does not answer" : where)
                                + System.lineSeparator()
                                + end(process.output()))
                        .remedy(
                                right || ports.isEmpty()
                                        ? "see what it prints; if it is only slow, set <startTimeout> or"
                                                + " -Dpython-lambda.startTimeout"
                                        : "listen on ${PORT} in " + script),
                Optional.empty());
    }

    private ServerReport answered(
            FunctionProcess process, int port, double seconds, HttpAnswer first, List<String> warnings)
            throws IOException {
        List<String> answers = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        answers.add("GET %s %d".formatted(request.readinessPath(), first.status()));
        for (HttpCheck check : request.checks()) {
            try {
                HttpAnswer answer = HttpAnswer.get(port, check.path(), TO_ANSWER);
                answers.add("GET %s %d".formatted(check.path(), answer.status()));
                problem(check, answer, process).ifPresent(problems::add);
            } catch (IOException e) {
                problems.add(Problem.of("GET %s gets no answer".formatted(check.path()))
                        .expected("status " + check.status())
                        .found(e.getMessage() + System.lineSeparator() + end(process.output())));
            }
        }
        return new ServerReport(seconds, answers, problems, warnings, Optional.empty());
    }

    private static Optional<Problem> problem(HttpCheck check, HttpAnswer answer, FunctionProcess process)
            throws IOException {
        if (answer.status() != check.status()) {
            String found = "status " + answer.status() + System.lineSeparator() + shortened(answer.body());
            return Optional.of(Problem.of("GET %s gets another status than wanted".formatted(check.path()))
                    .expected("status " + check.status())
                    .found(
                            answer.status() < HEALTHY_BELOW
                                    ? found
                                    : found + System.lineSeparator() + end(process.output())));
        }
        return check.text()
                .filter(text -> !answer.body().contains(text))
                .map(text -> Problem.of("GET %s gets another text than wanted".formatted(check.path()))
                        .expected("a body that contains '" + text + "'")
                        .found(shortened(answer.body())));
    }

    private static String shortened(String body) {
        return body.length() <= TEXT_TOLD ? body : body.substring(0, TEXT_TOLD) + "...";
    }

    private static String end(List<String> output) {
        List<String> last = output.subList(Math.max(0, output.size() - LINES_TOLD), output.size());
        return last.isEmpty() ? "it printed nothing" : String.join(System.lineSeparator(), last);
    }
}
