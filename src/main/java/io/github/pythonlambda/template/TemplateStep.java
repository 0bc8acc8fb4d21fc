package io.github.pythonlambda.template;

import io.github.pythonlambda.archive.StagedFile;
import io.github.pythonlambda.describe.BuiltPackage;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.target.Architecture;
import io.github.pythonlambda.target.LambdaCatalog;
import io.github.pythonlambda.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a template for all that the manifests of a folder describe. */
public final class TemplateStep {

    /** By this line a template is known as one that nobody has changed. */
    private static final String FIRST_LINE =
            "# Written by the goal python-lambda:template, and anew each time it runs. To keep changes, remove this line.";

    private final LambdaCatalog catalog;

    public TemplateStep(LambdaCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Writes the template.
     *
     * @return whether it is new, or another one than before
     * @throws ProblemException if nothing was built, or it cannot be deployed as it is asked for, or there is a template
     *     that somebody has changed
     */
    public boolean run(TemplateRequest request) throws ProblemException, IOException {
        List<Path> manifests = BuiltPackage.manifests(request.outputDirectory());
        if (manifests.isEmpty()) {
            throw new ProblemException(Problem.of("there is nothing to write a template for")
                    .at(request.outputDirectory())
                    .expected("manifest.json and the zips that it describes")
                    .remedy("run the goal package (or layer) before template, such as 'mvn python-lambda:package"
                            + " python-lambda:template', or correct <outputDirectory> or"
                            + " -Dpython-lambda.outputDirectory"));
        }
        List<TemplateFunction> functions = new ArrayList<>();
        Map<BuiltPackage.Layer, Target> layers = new LinkedHashMap<>();
        for (Path manifest : manifests) {
            BuiltPackage built = BuiltPackage.read(manifest, catalog);
            Target target = target(built, request);
            if (built.app().isPresent()) {
                functions.add(TemplateFunction.of(built, built.app().get(), target, request));
            } else {
                built.layers().stream()
                        .filter(layer -> layer.architecture() == target.architecture())
                        .forEach(layer -> layers.put(layer, target));
            }
        }
        Path folder = request.templateFile().toAbsolutePath().getParent();
        return write(request.templateFile(), FIRST_LINE + "\n" + new SamTemplate(folder).write(functions, layers));
    }

    private static Target target(BuiltPackage built, TemplateRequest request) throws ProblemException {
        if (request.architecture().isEmpty()) {
            return built.targets().get(0);
        }
        Architecture wanted = request.architecture().get();
        return built.targets().stream()
                .filter(target -> target.architecture() == wanted)
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.of("nothing was built for " + wanted)
                        .at(built.manifest())
                        .found(built.targets().stream()
                                .map(target -> target.architecture().id())
                                .collect(Collectors.joining(", ")))
                        .remedy("build for it, or correct <architecture> or -Dpython-lambda.architecture")));
    }

    private static boolean write(Path file, String text) throws ProblemException, IOException {
        if (Files.isRegularFile(file) && !isUnchanged(file)) {
            throw new ProblemException(Problem.of(
                            "the template is there already, and is yours: this goal does not" + " write over it")
                    .at(file)
                    .expected("no file, or one whose first line is the one that this goal writes")
                    .remedy("name another file by <templateFile> or -Dpython-lambda.templateFile, or remove this one"));
        }
        try (StagedFile staged = StagedFile.of(file)) {
            Files.writeString(staged.temporary(), text);
            return staged.commit();
        }
    }

    private static boolean isUnchanged(Path file) throws IOException {
        return Files.readString(file).lines().findFirst().orElse("").equals(FIRST_LINE);
    }
}
