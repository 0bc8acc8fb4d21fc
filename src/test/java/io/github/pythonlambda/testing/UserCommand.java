package io.github.pythonlambda.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs commands in a project's folder as its user does in a shell.
 *
 * @param folder the project's folder
 * @param environment variables on top of those of this process
 */
public record UserCommand(Path folder, Map<String, String> environment) {

    private static final long MINUTES = 5;

    public UserCommand {
        environment = Map.copyOf(environment);
    }

    /** With {@code mvn} being the running Maven, which finds what the integration tests fetched and installed. */
    public static UserCommand withMaven(Path folder, Path mavenHome, Path localRepository) {
        return new UserCommand(
                folder,
                Map.of(
                        "PATH",
                        mavenHome.resolve("bin") + ":" + System.getenv("PATH"),
                        // A local repository that does not care where its artifacts came from.
                        "MAVEN_OPTS",
                        "-XX:TieredStopAtLevel=1 -Dmaven.repo.local=%s -Dmaven.legacyLocalRepo=true"
                                .formatted(localRepository)));
    }

    /** This with one more variable. */
    public UserCommand with(String name, String value) {
        Map<String, String> all = new HashMap<>(environment);
        all.put(name, value);
        return new UserCommand(folder, all);
    }

    /**
     * Runs a command line of the shell.
     *
     * @return what it prints, without the colours that Debian's {@code mvn} resets
     * @throws AssertionError if it fails or takes too long
     */
    public List<String> run(String commandLine) throws IOException, InterruptedException {
        Path log = Files.createTempFile("command", ".log");
        try {
            ProcessBuilder builder = new ProcessBuilder("sh", "-c", commandLine)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
            if (!ended) {
                process.destroyForcibly();
            }
            String output = Files.readString(log, StandardCharsets.UTF_8).replaceAll("\u001B\\[[0-9;]*m", "");
            if (!ended || process.exitValue() != 0) {
                throw new AssertionError(
                        "'%s' %s:%n%s".formatted(commandLine, ended ? "fails" : "does not end", output));
            }
            return output.lines().toList();
        } finally {
            Files.delete(log);
        }
    }
}
