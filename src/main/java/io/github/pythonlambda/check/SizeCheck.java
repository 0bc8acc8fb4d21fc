package io.github.pythonlambda.check;

import io.github.pythonlambda.archive.ByteSize;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.target.Limits;
import io.github.pythonlambda.target.Target;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Rule {@code size}: AWS Lambda's quotas for the number of layers and for sizes. */
public final class SizeCheck {

    private static final String RULE = "size";
    private static final int PACKAGES_SHOWN = 10;

    private final Limits limits;

    public SizeCheck(Limits limits) {
        this.limits = limits;
    }

    /** A function can have only so many layers. A warning, for the same reason as in {@link #unzipped}. */
    public Optional<Finding> layerCount(int layers) {
        if (layers <= limits.layersPerFunction()) {
            return Optional.empty();
        }
        return Optional.of(Finding.warning(
                RULE,
                Problem.of("a function can have %d layers, and these are %d"
                                .formatted(limits.layersPerFunction(), layers))
                        .remedy("merge layers, or build those of different functions in executions of their own")));
    }

    /**
     * Function and layers together must fit when unzipped. A warning only: whether one function gets all of the layers is
     * known to its stack alone.
     *
     * @param target the machine they are for
     * @param unzippedBytes of the app and all layers
     * @param packages unzipped bytes by package
     */
    public Optional<Finding> unzipped(Target target, long unzippedBytes, Map<String, Long> packages) {
        if (unzippedBytes <= limits.unzippedBytes()) {
            return Optional.empty();
        }
        String largest = packages.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(PACKAGES_SHOWN)
                .map(entry -> "%10s  %s".formatted(ByteSize.format(entry.getValue()), entry.getKey()))
                .collect(Collectors.joining(System.lineSeparator()));
        return Optional.of(
                Finding.warning(
                        RULE,
                        Problem.of("app and layers for %s are together too large for one function".formatted(target))
                                .expected(String.format(
                                        Locale.ROOT, "%,d bytes unzipped at most", limits.unzippedBytes()))
                                .found(String.format(
                                        Locale.ROOT, "%,d bytes; the largest packages are%n%s", unzippedBytes, largest))
                                .remedy(
                                        "do without a package, give each function only the layers it needs, or use a container image")));
    }

    /** A large zip cannot be sent with the API call. */
    public Optional<Finding> zipped(String fileName, long zippedBytes) {
        if (zippedBytes <= limits.directUploadBytes()) {
            return Optional.empty();
        }
        return Optional.of(Finding.warning(
                RULE,
                Problem.of("%s is too large for direct upload (%s, the limit is %s)"
                                .formatted(
                                        fileName,
                                        ByteSize.format(zippedBytes),
                                        ByteSize.format(limits.directUploadBytes())))
                        .remedy("deploy it by way of S3, as CDK and 'sam deploy' do")));
    }
}
