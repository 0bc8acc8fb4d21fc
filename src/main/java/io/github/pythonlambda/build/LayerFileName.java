package io.github.pythonlambda.build;

import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.target.Architecture;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the zips of layers are named.
 *
 * @param pattern the name without its ending, with {@value #LAYER} and {@value #ARCHITECTURE} for the layer's name and
 *     architecture
 */
public record LayerFileName(String pattern) {

    private static final String LAYER = "{layer}";
    private static final String ARCHITECTURE = "{architecture}";

    /** Such as {@code layer-arm64}. */
    public static final String DEFAULT_PATTERN = LAYER + "-" + ARCHITECTURE;

    private static final Pattern FILE_NAME = Pattern.compile("[^/\\\\{}]+");

    /**
     * Reads the parameter.
     *
     * @param text {@code null} or blank for the default
     * @param layers how many layers are to be named
     * @param architectures for how many architectures
     * @throws ProblemException if it is no file name, or two zips would have the same one
     */
    public static LayerFileName parse(@Nullable String text, int layers, int architectures) throws ProblemException {
        String pattern = text == null || text.isBlank() ? DEFAULT_PATTERN : text.strip();
        String sample = pattern.replace(LAYER, "x").replace(ARCHITECTURE, "x");
        if (!FILE_NAME.matcher(sample).matches()) {
            throw new ProblemException(problem("the name for the zips of layers is no file name", pattern));
        }
        if (layers > 1 && !pattern.contains(LAYER)) {
            throw new ProblemException(
                    problem("the zips of %d layers would have the same name".formatted(layers), pattern));
        }
        if (architectures > 1 && !pattern.contains(ARCHITECTURE)) {
            throw new ProblemException(problem(
                    "a layer's zips for %d architectures would have the same name".formatted(architectures), pattern));
        }
        return new LayerFileName(pattern);
    }

    private static Problem problem(String what, String pattern) {
        return Problem.of(what)
                .expected(
                        "a name without folders and ending, in which %s and %s stand for a layer's name and architecture"
                                .formatted(LAYER, ARCHITECTURE))
                .found(pattern)
                .remedy("correct <layerFinalName> or -Dpython-lambda.layerFinalName");
    }

    /** The name of a layer's zip. */
    String of(String layer, Architecture architecture) {
        return pattern.replace(LAYER, layer).replace(ARCHITECTURE, architecture.id()) + ".zip";
    }
}
