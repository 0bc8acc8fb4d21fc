package io.github.pythonlambda.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pythonlambda.problem.ProblemException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAdapterTableTest {

    private static final WebAdapterTable TABLE = WebAdapterTable.load();
    private static final List<Architecture> BOTH = List.of(Architecture.ARM64, Architecture.X86_64);

    private static WebAdapter find(String version, String region, Architecture... architectures)
            throws ProblemException {
        return TABLE.find(new WebAdapterChoice(version, null, region), List.of(architectures));
    }

    private static String problem(WebAdapterChoice choice, List<Architecture> architectures) {
        return assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> TABLE.find(choice, architectures))
                .actual()
                .getMessage();
    }

    @Test
    void theNewestVersionIsTheDefaultAndLeavesTheRegionOpen() throws Exception {
        WebAdapter adapter = TABLE.find(WebAdapterChoice.DEFAULT, BOTH);

        assertThat(adapter.version()).contains("1.1.0");
        assertThat(adapter.layerArns())
                .containsOnlyKeys(Architecture.ARM64, Architecture.X86_64)
                .containsEntry(
                        Architecture.ARM64,
                        "arn:aws:lambda:${AWS::Region}:753240598075:layer:LambdaAdapterLayerArm64:30")
                .containsEntry(
                        Architecture.X86_64,
                        "arn:aws:lambda:${AWS::Region}:753240598075:layer:LambdaAdapterLayerX86:30");
    }

    @ParameterizedTest
    @CsvSource({
        "eu-central-1, arn:aws:lambda:eu-central-1:753240598075:layer:LambdaAdapterLayerX86:30",
        "cn-north-1, arn:aws-cn:lambda:cn-north-1:041581134020:layer:LambdaAdapterLayerX86:30",
        "cn-northwest-1, arn:aws-cn:lambda:cn-northwest-1:069767869989:layer:LambdaAdapterLayerX86:30"
    })
    void aRegionGivesTheArnOfItsPartitionAndPublisher(String region, String arn) throws Exception {
        assertThat(find(null, region, Architecture.X86_64).layerArns()).containsEntry(Architecture.X86_64, arn);
    }

    @ParameterizedTest
    @CsvSource({"1.0.0, 27, 1.0.0", "0.8.4, 22, 0.8.4", "28, 28, 1.0.1", "31, 31,", "29, 29,"})
    void aVersionIsTheAdaptersOrTheLayers(String wanted, String layerVersion, String version) throws Exception {
        WebAdapter adapter = find(wanted, null, Architecture.ARM64);

        assertThat(adapter.layerArns().get(Architecture.ARM64)).endsWith("LambdaAdapterLayerArm64:" + layerVersion);
        assertThat(adapter.version()).isEqualTo(Optional.ofNullable(version));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.0", "latest", "0", "1.1", "030"})
    void aVersionThatIsNotInTheTableIsRefusedWithThoseThatAre(String version) {
        assertThat(problem(new WebAdapterChoice(version, null, null), BOTH))
                .contains("version '%s'".formatted(version))
                .contains("as of 2026-09-18, one of 0.7.0")
                .contains("1.0.1, 1.1.0")
                .contains("the number of its layer version, such as 30")
                .contains("<webAdapterVersion> or -Dpython-lambda.webAdapterVersion");
    }

    @ParameterizedTest
    @ValueSource(strings = {"me-south-1", "me-central-1", "eu-middle-1", "EU-WEST-1"})
    void anUnknownRegionIsToldWithThoseThatAreKnown(String region) {
        assertThat(problem(new WebAdapterChoice(null, null, region), BOTH))
                .contains("no layer of the web adapter is known in the region '%s'".formatted(region))
                .contains("as of 2026-09-18, one of af-south-1")
                .contains("cn-northwest-1")
                .doesNotContain("us-gov")
                .contains("<region> or -Dpython-lambda.region")
                .contains("<webAdapterLayer> or -Dpython-lambda.webAdapterLayer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"us-gov-east-1", "us-gov-west-1"})
    void aPartitionWithoutTheLayerIsToldAsSuch(String region) {
        assertThat(problem(new WebAdapterChoice(null, null, region), List.of(Architecture.X86_64)))
                .contains("no published layer for x86_64 in " + region)
                .contains("none in the partition aws-us-gov")
                .contains("publish a copy of the layer in an account of yours")
                .doesNotContain("other architecture");
    }

    @Test
    void anArchitectureThatARegionLacksIsTold() {
        assertThat(problem(new WebAdapterChoice(null, null, "cn-north-1"), BOTH))
                .contains("no published layer for arm64 in cn-north-1")
                .contains("one for x86_64")
                .contains("build for the other architecture");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws-us-gov:lambda:us-gov-west-1:123456789012:layer:web-adapter:1",
                "arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:layer:LambdaAdapterLayerArm64:12"
            })
    void aLayerOfOnesOwnIsTakenAsItIs(String arn) throws Exception {
        WebAdapter adapter = TABLE.find(new WebAdapterChoice(null, arn, "us-gov-west-1"), List.of(Architecture.ARM64));

        assertThat(adapter.version()).isEmpty();
        assertThat(adapter.layerArns()).containsExactly(Map.entry(Architecture.ARM64, arn));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "web-adapter",
                "arn:aws:lambda:eu-west-1:123456789012:layer:web-adapter",
                "arn:aws:lambda:eu-west-1:123456789012:function:web-adapter:1",
                "arn:aws:lambda:eu-west-1:123456789012:layer:web-adapter:1 "
                        + "arn:aws:lambda:eu-west-1:123456789012:layer:web-adapter:2"
            })
    void aLayerOfOnesOwnHasToBeALayerVersion(String arn) {
        assertThat(problem(new WebAdapterChoice(null, arn, null), List.of(Architecture.ARM64)))
                .contains("not the ARN of a layer version")
                .contains(arn);
    }

    @Test
    void aLayerOfOnesOwnIsForOneArchitectureAndHasNoOtherVersion() {
        String arn = "arn:aws:lambda:eu-west-1:123456789012:layer:web-adapter:1";

        assertThat(problem(new WebAdapterChoice(null, arn, null), BOTH)).contains("for arm64 and x86_64");
        assertThat(problem(new WebAdapterChoice("1.1.0", arn, null), List.of(Architecture.ARM64)))
                .contains("both a version and a layer")
                .contains("<webAdapterVersion> and <webAdapterLayer>");
    }

    @Test
    void blankMeansNothing() throws Exception {
        assertThat(TABLE.find(new WebAdapterChoice(" ", "", "\n"), BOTH))
                .isEqualTo(TABLE.find(WebAdapterChoice.DEFAULT, BOTH));
    }

    @Test
    void theTableHasADay() {
        assertThat(TABLE.asOf()).isEqualTo(LocalDate.of(2026, 9, 18));
    }
}
