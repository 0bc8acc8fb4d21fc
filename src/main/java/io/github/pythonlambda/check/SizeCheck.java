package io.github.pythonlambda.check;

import io.github.pythonlambda.archive.ByteSize;
import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.target.Limits;
import io.github.pythonlambda.target.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rules {@code size}, {@code max-size}, {@code layer-count} and {@code direct-upload}: AWS Lambda's quotas for the number
 * of layers and for sizes, and the user's own.
 */
public final class SizeCheck {

    private static final int PACKAGES_SHOWN = 10;
    private static final Set<ProjectName> SDK =
            Stream.of("boto3", "botocore", "s3transfer").map(ProjectName::new).collect(Collectors.toSet());

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
                Rule.LAYER_COUNT,
                Problem.of("a function can have %d layers, and these are %d"
                                .formatted(limits.layersPerFunction(), layers))
                        .remedy("merge layers, or build those of different functions in executions of their own")));
    }

    /**
     * What a function takes unzipped must fit. It is an error for what cannot be deployed at all: a zip that is too large
     * by itself, an app with the one layer there is. Where there are several layers it is a warning: whether one function
     * gets all of them is known to its stack alone.
     *
     * @param target the machine they are for
     * @param budget what the user allows, if he does
     */
    public List<Finding> unzipped(Target target, FunctionSize size, OptionalLong budget) {
        List<Finding> findings = new ArrayList<>();
        if (size.app() > limits.unzippedBytes()) {
            findings.add(Finding.error(Rule.SIZE, tooLarge("the app is too large", size, size.app())));
        }
        size.layers().forEach((layer, bytes) -> {
            if (bytes > limits.unzippedBytes()) {
                findings.add(Finding.error(
                                Rule.SIZE,
                                tooLarge("layer %s for %s is too large".formatted(layer, target), size, bytes))
                        .inLayer(layer));
            }
        });
        if (findings.isEmpty() && size.total() > limits.unzippedBytes()) {
            Problem problem = tooLarge(
                    "app and layers for %s are together too large for one function".formatted(target),
                    size,
                    size.total());
            findings.add(
                    size.layers().size() > 1 ? Finding.warning(Rule.SIZE, problem) : Finding.error(Rule.SIZE, problem));
        }
        if (budget.isPresent() && size.total() > budget.getAsLong()) {
            findings.add(Finding.error(
                    Rule.MAX_SIZE,
                    problem(
                            "app and layers for %s are larger than <maxSize> allows".formatted(target),
                            size,
                            size.total(),
                            budget.getAsLong(),
                            "do without a package, or raise <maxSize> or -Dpython-lambda.maxSize")));
        }
        return findings;
    }

    private Problem tooLarge(String what, FunctionSize size, long bytes) {
        return problem(
                what,
                size,
                bytes,
                limits.unzippedBytes(),
                "do without a package, give each function only the layers it needs, or use a container image");
    }

    private static Problem problem(String what, FunctionSize size, long bytes, long limit, String remedy) {
        List<String> found = new ArrayList<>();
        found.add(String.format(Locale.ROOT, "%,d bytes", bytes)
                + (bytes == size.total() ? parts(size) : "")
                + "; the largest packages are");
        size.packages().entrySet().stream()
                .sorted(Map.Entry.<ProjectName, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(PACKAGES_SHOWN)
                .map(entry -> "%10s  %s".formatted(ByteSize.format(entry.getValue()), entry.getKey()))
                .forEach(found::add);
        List<String> remedies = new ArrayList<>(List.of(remedy));
        remedies.addAll(savings(size));
        return Problem.of(what)
                .expected(String.format(Locale.ROOT, "%,d bytes unzipped at most", limit))
                .found(String.join(System.lineSeparator(), found))
                .remedy(String.join(System.lineSeparator(), remedies));
    }

    private static String parts(FunctionSize size) {
        List<String> parts = new ArrayList<>();
        if (size.app() > 0) {
            parts.add("app " + ByteSize.format(size.app()));
        }
        size.layers().forEach((layer, bytes) -> parts.add("%s %s".formatted(layer, ByteSize.format(bytes))));
        if (size.others() > 0) {
            parts.add("layers from elsewhere " + ByteSize.format(size.others()));
        }
        return parts.size() > 1 ? " (%s)".formatted(String.join(", ", parts)) : "";
    }

    /** What people commonly do without. Metadata in {@code .dist-info} are none of it: programs read them. */
    private static List<String> savings(FunctionSize size) {
        List<String> savings = new ArrayList<>();
        long sdk = SDK.stream()
                .mapToLong(project -> size.packages().getOrDefault(project, 0L))
                .sum();
        if (sdk > 0) {
            savings.add("boto3 is in the runtime already, and takes %s in the layer".formatted(ByteSize.format(sdk)));
        }
        if (size.bytecode() > 0) {
            savings.add("without <bytecode>, modules start slower, and %s less are needed"
                    .formatted(ByteSize.format(size.bytecode())));
        }
        if (size.tests() > 0) {
            savings.add("tests in packages take %s".formatted(ByteSize.format(size.tests())));
        }
        return savings;
    }

    /** A large zip cannot be sent with the API call. */
    public Optional<Finding> zipped(String fileName, long zippedBytes) {
        if (zippedBytes <= limits.directUploadBytes()) {
            return Optional.empty();
        }
        return Optional.of(Finding.warning(
                        Rule.DIRECT_UPLOAD,
                        Problem.of("%s is too large for direct upload (%s, the limit is %s)"
                                        .formatted(
                                                fileName,
                                                ByteSize.format(zippedBytes),
                                                ByteSize.format(limits.directUploadBytes())))
                                .remedy("deploy it by way of S3, as CDK and 'sam deploy' do"))
                .inFile(fileName));
    }
}
