package io.github.pythonlambda.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    private static final String RESOURCE = "web-adapter.json";
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

    private WebAdapterTable(JsonNode root) {
        asOf = LocalDate.parse(root.path("asOf").textValue());
        versions = new LinkedHashMap<>();
        root.path("versions")
                .properties()
                .forEach(entry -> versions.put(entry.getKey(), entry.getValue().intValue()));
        layerNames = new EnumMap<>(Architecture.class);
        root.path("layerNames")
                .properties()
                .forEach(entry -> layerNames.put(
                        architecture(entry.getKey()), entry.getValue().textValue()));
        publications = new ArrayList<>();
        root.path("publications").forEach(node -> publications.add(publication(node)));
    }

    /** Reads the data file in the jar. */
    public static WebAdapterTable load() {
        try (InputStream in = Objects.requireNonNull(WebAdapterTable.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new WebAdapterTable(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException("the plugin's jar is damaged: " + RESOURCE, e);
        }
    }

    private static Publication publication(JsonNode node) {
        List<String> regions = new ArrayList<>();
        node.path("regions").forEach(region -> regions.add(region.textValue()));
        List<String> architectures = new ArrayList<>();
        node.path("architectures").forEach(name -> architectures.add(name.textValue()));
        return new Publication(
                node.path("partition").textValue(),
                node.path("account").textValue(),
                architectures.stream().map(WebAdapterTable::architecture).collect(Collectors.toSet()),
                regions);
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
