package io.github.pythonlambda.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.resolve.LayerSplit;
import io.github.pythonlambda.testing.TestResolution;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@MojoTest(realRepositorySession = true)
class LayerParametersTest {

    private static final String POM = "src/test/resources/io/github/pythonlambda/mojo/pom.xml";

    private static LayerParameter parameter(String text) {
        LayerParameter parameter = new LayerParameter();
        parameter.set(text);
        return parameter;
    }

    private static LayerSplit split(String... texts) throws ProblemException {
        List<LayerParameter> parameters = new ArrayList<>();
        for (String text : texts) {
            parameters.add(parameter(text));
        }
        return new LayerParameters(List.of("layer", "Extra")).split(parameters);
    }

    @Test
    void theShortFormHasTheNameAndThePatterns() throws Exception {
        assertThat(split("science=numpy: pandas ", " google = google-* ").parts())
                .containsExactly(
                        TestResolution.part("science", "numpy pandas", ""),
                        TestResolution.part("google", "google-*", ""));
    }

    @Test
    void nothingIsNoLayer() throws Exception {
        assertThat(new LayerParameters(List.of()).split(null)).isEqualTo(LayerSplit.NONE);
        assertThat(split("", " ")).isEqualTo(LayerSplit.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "=numpy; a layer has no name",
                "my layer=numpy; a layer cannot have this name",
                "../up=numpy; a layer cannot have this name",
                "science; layer 'science' includes no package",
                "science=; layer 'science' includes no package",
                "science=::; layer 'science' includes no package",
                "science=numpy==2; layer 'science' has an <include> that no package's name can match",
                "science=pandas[excel]; layer 'science' has an <include> that no package's name can match",
                "science=num py; layer 'science' has an <include> that no package's name can match",
                "layer=numpy; the layer 'layer' is there already",
                "EXTRA=numpy; the layer 'EXTRA' is there already",
            })
    void aWrongOneIsToldInOneError(String text, String what) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> split(text))
                .satisfies(failure -> assertThat(failure.problems())
                        .singleElement()
                        .satisfies(problem -> {
                            assertThat(problem.what()).startsWith(what);
                            assertThat(problem.where()).isEqualTo("<layers> or -Dpython-lambda.layers");
                            assertThat(problem.remedy()).isNotNull();
                        }));
    }

    @Test
    void twoLayersHaveTwoNamesOnAnyFileSystem() {
        assertThatThrownBy(() -> split("science=numpy", "Science=pandas"))
                .hasMessageContaining("two layers have the name 'Science'");
    }

    @Test
    void aNameIsAsLongAsThatOfALayerMayBe() throws Exception {
        assertThat(split("x".repeat(100) + "=numpy").names()).hasSize(1);
        assertThatThrownBy(() -> split("x".repeat(101) + "=numpy")).hasMessageContaining("100 at most");
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> split("=numpy", "a", "b=x y:z!"))
                .satisfies(failure -> assertThat(failure.problems()).hasSize(4));
    }

    @Test
    @InjectMojo(goal = "layer", pom = POM)
    @MojoParameter(name = "runtime", value = "python3.13")
    @MojoParameter(name = "architecture", value = "arm64")
    @MojoParameter(name = "layers", value = "one=numpy,two=pandas:num py")
    @MojoParameter(name = "requirementsFile", value = "src/it/fastapi/src/layer/requirements.txt")
    void thePropertyIsRead(LayerMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .hasMessageContaining("layer 'two' has an <include> that no package's name can match")
                .hasMessageContaining("'num py'");
    }

    @Test
    @InjectMojo(goal = "layer", pom = "src/test/resources/io/github/pythonlambda/mojo/layers.xml")
    @MojoParameter(name = "runtime", value = "python3.13")
    @MojoParameter(name = "architecture", value = "arm64")
    @MojoParameter(name = "requirementsFile", value = "src/it/fastapi/src/layer/requirements.txt")
    void soAreTheElements(LayerMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .hasMessageContaining("2 problems")
                .hasMessageContaining("layer 'steady' has an <exclude> that no package's name can match")
                .hasMessageContaining("'acme core'")
                .hasMessageContaining("a layer has no name");
    }

    @Test
    @InjectMojo(goal = "layer", pom = POM)
    @MojoParameter(name = "runtime", value = "python3.13")
    @MojoParameter(name = "architecture", value = "arm64")
    @MojoParameter(name = "layers", value = "one=numpy")
    @MojoParameter(name = "layerFinalName", value = "dependencies")
    @MojoParameter(name = "requirementsFile", value = "src/it/fastapi/src/layer/requirements.txt")
    void theirZipsNeedNamesOfTheirOwn(LayerMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .hasMessageContaining("the zips of 2 layers would have the same name")
                .hasMessageContaining("<layerFinalName>");
    }
}
