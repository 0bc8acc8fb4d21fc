package io.github.pythonlambda.mojo;

import io.github.pythonlambda.index.Credentials;
import io.github.pythonlambda.index.IndexLocation;
import io.github.pythonlambda.index.IndexSettings;
import io.github.pythonlambda.index.UserEnvironment;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes the parameters on indexes, with what settings.xml has for them, one value. */
final class IndexParameters {

    /** A scheme has more than one letter; {@code C:\wheels} is a path. */
    private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");

    private final SettingsSecrets secrets;
    private final Function<File, Path> resolve;
    private final Consumer<String> warnings;

    /** @param resolve counts relative paths from the project's folder */
    IndexParameters(SettingsSecrets secrets, Function<File, Path> resolve, Consumer<String> warnings) {
        this.secrets = secrets;
        this.resolve = resolve;
        this.warnings = warnings;
    }

    IndexSettings settings(
            @Nullable IndexParameter index,
            @Nullable List<IndexParameter> extraIndexes,
            @Nullable List<IndexParameter> findLinks,
            UserEnvironment environment)
            throws ProblemException {
        List<IndexLocation> main = locations("index", index == null ? null : List.of(index));
        return new IndexSettings(
                main.isEmpty() ? Optional.empty() : Optional.of(main.get(0)),
                locations("extraIndexes", extraIndexes),
                locations("findLinks", findLinks),
                secrets.proxies(),
                environment);
    }

    private List<IndexLocation> locations(String name, @Nullable List<IndexParameter> parameters)
            throws ProblemException {
        List<IndexLocation> locations = new ArrayList<>();
        for (IndexParameter parameter : parameters == null ? List.<IndexParameter>of() : parameters) {
            // Maven makes one of an empty element or property, too.
            if (!parameter.url().isEmpty() || !parameter.serverId().isEmpty()) {
                locations.add(location(name, parameter));
            }
        }
        return locations;
    }

    private IndexLocation location(String name, IndexParameter parameter) throws ProblemException {
        String where = "<%s> or -Dpython-lambda.%s".formatted(name, name);
        IndexLocation location = parse(name, where, parameter.url());
        if (location.login().isPresent()) {
            if (!parameter.serverId().isEmpty()) {
                throw new ProblemException(Problem.of("an index has two logins: one in its URL, and that of a server")
                        .at(where)
                        .found(parameter.toString())
                        .remedy("take the user name and the password out of the URL"));
            }
            warnings.accept(
                    where + " has a password in a URL, which Maven shows with -X; better put it into a <server> of"
                            + " settings.xml and name that by <serverId>");
        }
        return parameter.serverId().isEmpty() ? location : location.with(secrets.login(parameter.serverId(), where));
    }

    private IndexLocation parse(String name, String where, String text) throws ProblemException {
        boolean isPath = name.equals("findLinks")
                && !text.isEmpty()
                && !URL.matcher(text).matches();
        if (isPath) {
            Path folder = resolve.apply(new File(text));
            if (!Files.exists(folder)) {
                throw new ProblemException(Problem.of("there is no folder or page of links " + folder)
                        .at(where)
                        .remedy("correct the path, which counts from the project's folder"));
            }
            return new IndexLocation(folder.toUri(), Optional.empty());
        }
        try {
            return IndexLocation.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.of("the URL of an index is none")
                    .at(where)
                    .expected("an https, http or file URL"
                            + (name.equals("findLinks") ? ", or the path of a folder" : ""))
                    .found("'" + Credentials.hide(text) + "'")
                    .remedy("correct it"));
        }
    }
}
