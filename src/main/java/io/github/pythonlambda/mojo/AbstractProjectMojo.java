package io.github.pythonlambda.mojo;

import java.io.File;
import java.nio.file.Path;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals share that make something of a project, or go on from what was made of it. */
abstract class AbstractProjectMojo extends AbstractPythonLambdaMojo {

    /**
     * A Python interpreter of this machine to run pip with, a path or a command name, instead of the embedded one. It
     * needs CPython 3.8 or newer with pip 23.0 or newer; its version has no influence on what is resolved.
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.python")
    private @Nullable String python;

    /**
     * Where the zips and {@code manifest.json} are.
     *
     * @since 0.1.0
     */
    @Parameter(property = "python-lambda.outputDirectory", defaultValue = "${project.build.directory}/python-lambda")
    private File outputDirectory = new File("target/python-lambda");

    /** The interpreter that the user names. */
    final @Nullable String interpreter() {
        return interpreter(python);
    }

    /** A command name as it is, a path from the project's folder. */
    final @Nullable String interpreter(@Nullable String command) {
        boolean isPath = command != null && (command.contains("/") || command.contains(File.separator));
        return isPath ? resolve(new File(command.strip())).toString() : command;
    }

    /** Where the zips and the manifest are. */
    final Path outputDirectory() {
        return resolve(outputDirectory);
    }
}
