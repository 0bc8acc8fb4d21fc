package io.github.pythonlambda.mojo;

import io.github.pythonlambda.app.Handler;
import io.github.pythonlambda.app.InvokeMode;
import io.github.pythonlambda.build.BuildRequest;
import io.github.pythonlambda.describe.FunctionSettings;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.script.StartCommand;
import io.github.pythonlambda.target.Architecture;
import io.github.pythonlambda.target.WebAdapterChoice;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals that know of an app share. */
abstract class AbstractAppMojo extends AbstractLayerMojo {

    /**
     * The folder of the app, whose files go to the app zip.
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.appDirectory", defaultValue = "${basedir}/src/app")
    private File appDirectory = new File("src/app");

    /**
     * Folders whose files go to the app zip, too, as if they were in the app's folder: what several functions share.
     *
     * <pre>{@code
     * <sharedDirectories>
     *   <directory>src/shared</directory>
     * </sharedDirectories>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.sharedDirectories")
    private @Nullable List<File> sharedDirectories;

    /**
     * What Lambda starts: the path of a program in the app's folder that ends in {@code .sh}, for a web app behind the
     * Lambda Web Adapter; or {@code module.function}, for a plain Python handler.
     *
     * <pre>{@code <handler>main.handler</handler>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.handler", defaultValue = Handler.DEFAULT_PROGRAM)
    private @Nullable String handler;

    /**
     * The command that starts the web app, from which its {@code run.sh} is written into the app zip; for an app that has
     * no such file. {@code fastapi}, {@code flask} or {@code django} alone find the app by the framework's conventions. A
     * command that begins with the name of a web server ({@code uvicorn}, {@code gunicorn}, {@code hypercorn} and others)
     * is started by {@code python -m} and gets the option for the port that the Lambda Web Adapter asks.
     *
     * <pre>{@code <startCommand>uvicorn main:app</startCommand>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.startCommand")
    private @Nullable String startCommand;

    /**
     * Patterns of the app's files to package, in Maven's syntax. The default is all files.
     *
     * <pre>{@code
     * <includes>
     *   <include>**&#47;*.py</include>
     *   <include>run.sh</include>
     * </includes>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.includes")
    private @Nullable List<String> includes;

    /**
     * Patterns of the app's files to leave out, in Maven's syntax. What tools leave behind is left out always: {@code
     * __pycache__}, {@code .venv}, {@code .git}, {@code .DS_Store} and the like.
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.excludes")
    private @Nullable List<String> excludes;

    /**
     * How the answers of a web app reach the caller: {@code buffered}, or {@code response_stream} to stream them, for which
     * the function needs a function URL whose {@code InvokeMode} is {@code RESPONSE_STREAM}.
     *
     * <pre>{@code <invokeMode>response_stream</invokeMode>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.invokeMode", defaultValue = "buffered")
    private @Nullable String invokeMode;

    /**
     * The region where the function will be, such as {@code eu-central-1}, for the ARN of the Lambda Web Adapter's layer.
     * Without it the ARN is the one of the partition {@code aws} and leaves the region open, as {@code ${AWS::Region}}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.region")
    private @Nullable String region;

    /**
     * The version of the Lambda Web Adapter, such as {@code 1.1.0}; for one that this plugin does not know yet, the number
     * of its layer version, such as {@code 30}. The default is the newest that it knows.
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.webAdapterVersion")
    private @Nullable String webAdapterVersion;

    /**
     * The ARN of a layer version that has the Lambda Web Adapter, instead of the published one: for a partition or a region
     * where none is published.
     *
     * <pre>{@code
     * <webAdapterLayer>arn:aws-us-gov:lambda:us-gov-west-1:123456789012:layer:web-adapter:1</webAdapterLayer>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.webAdapterLayer")
    private @Nullable String webAdapterLayer;

    /** Whether there is an app, or one is asked for: a folder that the user names has to exist. */
    final boolean hasAppDirectory() {
        Path folder = resolve(appDirectory);
        return Files.isDirectory(folder) || !folder.equals(resolve(new File("src/app")));
    }

    /** The app, whose zip gets the given name. */
    final BuildRequest.App app(String finalName, List<Architecture> architectures) throws ProblemException {
        return new BuildRequest.App(
                resolve(appDirectory),
                sharedDirectories == null
                        ? List.of()
                        : sharedDirectories.stream().map(this::resolve).toList(),
                FunctionSettings.of(
                        Handler.parse(handler),
                        InvokeMode.parse(invokeMode),
                        new WebAdapterChoice(webAdapterVersion, webAdapterLayer, region),
                        architectures),
                StartCommand.parse(startCommand),
                includes == null ? List.of() : includes,
                excludes == null ? List.of() : excludes,
                finalName);
    }
}
