package io.github.pythonlambda.target;

import io.github.pythonlambda.json.JsonValue;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.resource.JarResource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where the layers of the AWS Lambda Web Adapter are published, as of the day that the data file names. Account numbers
 * and layer versions are those of the adapter's README, the regions those of its release.
 */
public final class WebAdapterTable {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,5}");
    /** A part of an ARN may be one of CloudFormation's pseudo parameters. */
    private static final Pattern LAYER_ARN = Pattern.compile(
            "arn:P:lambda:P:P:layer:[a-zA-Z0-9_-]+:[1-9][0-9]*".replace("P", "(?:[\\w-]+|\\$\\{AWS::\\w+\\})"));

    private static final String OWN_COPY = "publish a copy of the layer in an account of yours, and set its ARN by"
            + " <webAdapterLayer> or -Dpython-lambda.webAdapterLayer";

    private final LocalDate asOf;
    private final Map<String, Integer> versions;
    private final Map<Architecture, String> layerNames;
    private final List<Publication> publications;

    /**
     * Regions that have the same layers.
     *
     * @param partition such as {@code aws-cn}
     * @param account of the publisher; {@code null} where nothing is published
     * @param architectures what there is a layer for
     * @param regions such as {@code cn-north-1}
     */
    private record Publication(
            String partition, @Nullable String account, Set<Architecture> architectures, List<String> regions) {}

    private WebAdapterTable(JsonValue root) {
        asOf = LocalDate.parse(root.get("asOf").text());
        versions = new LinkedHashMap<>();
        root.get("versions").members().forEach((version, number) -> versions.put(version, number.intValue()));
        layerNames = new EnumMap<>(Architecture.class);
        root.get("layerNames")
                .members()
                .forEach((architecture, name) -> layerNames.put(architecture(architecture), name.text()));
        publications = root.get("publications").items().stream()
                .map(WebAdapterTable::publication)
                .toList();
    }

    /** Reads the data file in the jar. */
    public static WebAdapterTable load() {
        return new WebAdapterTable(new JarResource(WebAdapterTable.class, "web-adapter.json").json());
    }

    private static Publication publication(JsonValue node) {
        return new Publication(
                node.get("partition").text(),
                node.get("account").textOrNull(),
                node.get("architectures").texts().stream()
                        .map(WebAdapterTable::architecture)
                        .collect(Collectors.toSet()),
                node.get("regions").texts());
    }

    private static Architecture architecture(String name) {
        return Architecture.find(name).orElseThrow();
    }

    /** The day that the data are of. */
    public LocalDate asOf() {
        return asOf;
    }

    /**
     * Finds the layers that the user wants. Without a region they are those of the partition {@code aws}, with the region
     * left open.
     *
     * @param architectures what layers are needed for
     * @throws ProblemException if there is no such version, or no layer for a region and architecture
     */
    public WebAdapter find(WebAdapterChoice choice, Collection<Architecture> architectures) throws ProblemException {
        if (choice.layerArn() != null) {
            return own(choice, choice.layerArn(), architectures);
        }
        Publication publication = publication(choice.region());
        for (Architecture architecture : architectures) {
            if (!publication.architectures().contains(architecture)) {
                throw new ProblemException(unpublished(publication, choice.region(), architecture));
            }
        }
        int number = layerVersion(choice.version());
        Map<Architecture, String> arns = new EnumMap<>(Architecture.class);
        for (Architecture architecture : architectures) {
            arns.put(
                    architecture,
                    "arn:%s:lambda:%s:%s:layer:%s:%d"
                            .formatted(
                                    publication.partition(),
                                    choice.region() == null ? WebAdapter.OPEN_REGION : choice.region(),
                                    publication.account(),
                                    layerNames.get(architecture),
                                    number));
        }
        Optional<String> version = versions.entrySet().stream()
                .filter(entry -> entry.getValue() == number)
                .map(Map.Entry::getKey)
                .findFirst();
        return new WebAdapter(version, arns);
    }

    private static WebAdapter own(WebAdapterChoice choice, String arn, Collection<Architecture> architectures)
            throws ProblemException {
        if (!LAYER_ARN.matcher(arn).matches()) {
            throw new ProblemException(Problem.of("the web adapter's layer is not the ARN of a layer version")
                    .expected("such as arn:aws-us-gov:lambda:us-gov-west-1:123456789012:layer:web-adapter:1")
                    .found(arn)
                    .remedy("correct <webAdapterLayer> or -Dpython-lambda.webAdapterLayer"));
        }
        if (choice.version() != null) {
            throw new ProblemException(Problem.of("both a version and a layer of the web adapter are set")
                    .found(choice.version() + " and " + arn)
                    .remedy("keep one of <webAdapterVersion> and <webAdapterLayer>"
                            + " (-Dpython-lambda.webAdapterVersion and -Dpython-lambda.webAdapterLayer likewise)"));
        }
        if (architectures.size() > 1) {
            throw new ProblemException(Problem.of("one layer of the web adapter cannot be for several architectures")
                    .found("%s for %s"
                            .formatted(
                                    arn,
                                    architectures.stream().map(Architecture::id).collect(Collectors.joining(" and "))))
                    .remedy("build each architecture by an execution of its own, with its own <webAdapterLayer>"));
        }
        return new WebAdapter(
                Optional.empty(), architectures.stream().collect(Collectors.toMap(own -> own, own -> arn)));
    }

    private Publication publication(@Nullable String region) throws ProblemException {
        if (region == null) {
            return publications.get(0);
        }
        return publications.stream()
                .filter(publication -> publication.regions().contains(region))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        Problem.of("no layer of the web adapter is known in the region '%s'".formatted(region))
                                .expected("as of %s, one of %s".formatted(asOf, publishedRegions()))
                                .found(region)
                                .remedy("correct <region> or -Dpython-lambda.region; or " + OWN_COPY)));
    }

    private String publishedRegions() {
        return publications.stream()
                .filter(publication -> publication.account() != null)
                .flatMap(publication -> publication.regions().stream())
                .collect(Collectors.joining(", "));
    }

    private Problem unpublished(Publication publication, @Nullable String region, Architecture architecture) {
        String there = publication.architectures().isEmpty()
                ? "none in the partition " + publication.partition()
                : "one for "
                        + publication.architectures().stream()
                                .map(Architecture::id)
                                .collect(Collectors.joining(" and "));
        return Problem.of("the web adapter has no published layer for %s in %s".formatted(architecture, region))
                .found("as of %s, %s".formatted(asOf, there))
                .remedy(OWN_COPY
                        + (publication.architectures().isEmpty() ? "" : "; or build for the other architecture"));
    }

    private int layerVersion(@Nullable String version) throws ProblemException {
        if (version == null) {
            return newest();
        }
        if (versions.containsKey(version)) {
            return versions.get(version);
        }
        if (NUMBER.matcher(version).matches()) {
            return Integer.parseInt(version);
        }
        throw new ProblemException(Problem.of("no layer of version '%s' of the web adapter is known".formatted(version))
                .expected("as of %s, one of %s; for any other version, the number of its layer version, such as %d"
                        .formatted(asOf, String.join(", ", versions.keySet()), newest()))
                .found(version)
                .remedy("correct <webAdapterVersion> or -Dpython-lambda.webAdapterVersion"));
    }

    private int newest() {
        return versions.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
    }
}
