package io.github.pythonlambda.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The parameters of {@code verify}, and how a wrong one is told. */
@MojoTest
class VerifyParametersTest {

    private static final String POM = "src/test/resources/io/github/pythonlambda/mojo/pom.xml";

    @Test
    @InjectMojo(goal = "verify", pom = POM)
    @MojoParameter(name = "readinessPath", value = "health")
    void theReadinessPathIsAPath(VerifyMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("the readiness path is no path")
                .hasMessageContaining("'health'");
    }

    @Test
    @InjectMojo(goal = "verify", pom = POM)
    @MojoParameter(name = "startTimeout", value = "0")
    void theTimeoutIsLongerThanNothing(VerifyMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("<startTimeout> or -Dpython-lambda.startTimeout");
    }

    @Test
    @InjectMojo(goal = "verify", pom = POM)
    @MojoParameter(name = "event", value = "no-such-event.json")
    void theEventIsJsonOrAFileWithIt(VerifyMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("the event is neither JSON nor a file with JSON")
                .hasMessageContaining("no-such-event.json");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"/, true", "/a/b?c=d, true", "a, false", "'/a b', false", "/a#b, false", "'', false"})
    void pathsAreAskedForAsTheyAre(String text, boolean isPath) {
        assertThat(VerifyMojo.isPath(text)).isEqualTo(isPath);
    }
}
