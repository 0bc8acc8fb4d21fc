package io.github.pythonlambda.build;

import io.github.pythonlambda.app.AppLayout;
import io.github.pythonlambda.app.Handler;
import io.github.pythonlambda.archive.ArchiveEntry;
import io.github.pythonlambda.check.StartScript;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.script.AppSources;
import io.github.pythonlambda.script.ShellScript;
import io.github.pythonlambda.script.StartCommand;
import io.github.pythonlambda.target.LambdaRuntime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The script that starts a web app: the app's own, or the one that is written from the start command. */
final class RunScripts {

    private static final String PARAMETER = "<startCommand> or -Dpython-lambda.startCommand";

    private RunScripts() {}

    /**
     * Adds the script to an app's layout, if there is a start command.
     *
     * @throws ProblemException if there is no place for it, or the command does not say what to start
     */
    static AppLayout write(AppLayout layout, BuildRequest.App app, LambdaRuntime runtime)
            throws ProblemException, IOException {
        if (app.startCommand().isEmpty()) {
            return layout;
        }
        StartCommand command = app.startCommand().get();
        if (!(app.handler() instanceof Handler.Program program)) {
            throw new ProblemException(Problem.of("both a start command and a plain handler are set")
                    .found("start command '%s' and handler %s"
                            .formatted(command.text(), app.handler().value()))
                    .remedy("remove <startCommand>, or <handler> to start a web app behind the Lambda Web Adapter"));
        }
        if (layout.find(program.value()).isPresent()) {
            throw new ProblemException(
                    Problem.of("both a start command is set and the app has the script that would be written from it")
                            .at(layout.locate(program.value()))
                            .found("start command '%s'".formatted(command.text()))
                            .remedy("remove the script, or " + PARAMETER));
        }
        String script = command.script(runtime, new LayoutSources(layout));
        return layout.with(new ArchiveEntry(
                program.value(), true, new ArchiveEntry.Content.Generated(script.getBytes(StandardCharsets.UTF_8))));
    }

    /** @param layout whose files are looked at */
    private record LayoutSources(AppLayout layout) implements AppSources {
        @Override
        public List<String> paths() {
            return layout.entries().stream().map(ArchiveEntry::path).toList();
        }

        @Override
        public String text(String path) throws IOException {
            byte[] content = layout.find(path).orElseThrow().content().read();
            return new String(content, StandardCharsets.ISO_8859_1);
        }
    }

    /** The script in an app's layout, if the app is started by one. */
    static Optional<StartScript> find(AppLayout layout, BuildRequest.App app) {
        if (!(app.handler() instanceof Handler.Program program)) {
            return Optional.empty();
        }
        boolean written = app.startCommand().isPresent();
        return layout.find(program.value())
                .map(ArchiveEntry::content)
                .filter(ArchiveEntry.Content.Generated.class::isInstance)
                .map(ArchiveEntry.Content.Generated.class::cast)
                .map(content -> new StartScript(
                        program.value(),
                        written
                                ? "the script written from " + PARAMETER
                                : layout.locate(program.value()).toString(),
                        new ShellScript(new String(content.bytes(), StandardCharsets.UTF_8))));
    }
}
