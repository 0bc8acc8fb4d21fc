package io.github.pythonlambda.mojo;

import io.github.pythonlambda.describe.AppZip;
import io.github.pythonlambda.json.JsonSyntaxException;
import io.github.pythonlambda.json.JsonValue;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.python.CommandRunner;
import io.github.pythonlambda.python.CpythonCache;
import io.github.pythonlambda.python.HostPlatform;
import io.github.pythonlambda.python.RuntimeInterpreters;
import io.github.pythonlambda.sharing.FolderUse;
import io.github.pythonlambda.target.LambdaCatalog;
import io.github.pythonlambda.verify.HttpCheck;
import io.github.pythonlambda.verify.Verification;
import io.github.pythonlambda.verify.VerifyRequest;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks what {@code package} or {@code layer} built as Lambda does, imports the modules of all packages with a CPython of
 * the runtime's version, and starts the app: {@code run.sh} until it answers, or a handler, which is called if there is an
 * event.
 *
 * @since 0.1.0
 */
@Mojo(name = "verify", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
public final class VerifyMojo extends AbstractProjectMojo {

    /**
     * The name that the goal {@code package} gave the app zip, without its ending, by which its manifest is found.
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.finalName", defaultValue = AppZip.DEFAULT_NAME)
    private String finalName = AppZip.DEFAULT_NAME;

    /**
     * A CPython of the runtime's minor version to verify with, a path or a command name. The default is {@code python}, if it
     * has that version, then the embedded one.
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.verifyPython")
    private @Nullable String verifyPython;

    /**
     * Modules that are not imported, with all below them, or names of packages; {@code *} stands for anything.
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.verifyExcludes")
    private @Nullable List<String> verifyExcludes;

    /**
     * The path that a web app is asked for until it answers.
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.readinessPath", defaultValue = "/")
    private String readinessPath = "/";

    /**
     * The seconds within which a web app has to answer.
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.startTimeout", defaultValue = "30")
    private int startTimeout = 30;

    /**
     * Requests to a web app: a path, the status of the answer (200 if not given), and perhaps a text that the body contains.
     *
     * <pre>{@code
     * <requests>
     *   <request>
     *     <path>/health</path>
     *     <status>200</status>
     *     <text>ok</text>
     *   </request>
     * </requests>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter
    private @Nullable List<RequestParameter> requests;

    /**
     * The event that a plain handler is called with: JSON, or a file with JSON. Without it the handler is loaded only.
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.event")
    private @Nullable String event;

    @Override
    void run() throws ProblemException, IOException {
        if (!isPath(readinessPath)) {
            throw new ProblemException(Problem.of("the readiness path is no path")
                    .expected("a path, and its query if need be, such as /health")
                    .found("'" + readinessPath + "'")
                    .remedy("correct <readinessPath> or -Dpython-lambda.readinessPath"));
        }
        if (startTimeout < 1) {
            throw new ProblemException(Problem.of("the start timeout is too short")
                    .expected("seconds, at least 1")
                    .found(Integer.toString(startTimeout))
                    .remedy("correct <startTimeout> or -Dpython-lambda.startTimeout"));
        }
        VerifyRequest request = new VerifyRequest(
                outputDirectory(),
                finalName,
                readinessPath,
                Duration.ofSeconds(startTimeout),
                checks(),
                event(),
                verifyExcludes == null ? List.of() : verifyExcludes,
                Optional.ofNullable(interpreter(verifyPython)),
                Optional.ofNullable(interpreter()));
        HostPlatform host = host();
        RuntimeInterpreters interpreters =
                new RuntimeInterpreters(host, new CpythonCache(cache().cpython()), jars(), new CommandRunner());
        FolderUse use = useOfCache();
        try {
            new Verification(host, interpreters, LambdaCatalog.load(), new MavenVerifyLog(getLog())).run(request);
        } finally {
            use.close();
        }
    }

    /** Whether a text is a path, with or without a query, that can be asked for as it is. */
    static boolean isPath(String text) {
        try {
            return text.startsWith("/") && new URI("http://localhost" + text).getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private List<HttpCheck> checks() throws ProblemException {
        List<HttpCheck> checks = new ArrayList<>();
        for (RequestParameter parameter : requests == null ? List.<RequestParameter>of() : requests) {
            checks.add(parameter.check());
        }
        return checks;
    }

    private Optional<String> event() throws ProblemException, IOException {
        if (event == null || event.isBlank()) {
            return Optional.empty();
        }
        if (isJson(event)) {
            return Optional.of(event);
        }
        Path file = resolve(new File(event.strip()));
        if (Files.isRegularFile(file)) {
            String text = Files.readString(file);
            if (isJson(text)) {
                return Optional.of(text);
            }
        }
        throw new ProblemException(Problem.of("the event is neither JSON nor a file with JSON")
                .at(Files.isRegularFile(file) ? file : "<event>")
                .expected("such as {\"name\": \"value\"}, or the path of a file with it")
                .found(event)
                .remedy("correct <event> or -Dpython-lambda.event"));
    }

    private static boolean isJson(String text) throws IOException {
        try {
            JsonValue.read(text);
            return true;
        } catch (JsonSyntaxException e) {
            return false;
        }
    }
}
