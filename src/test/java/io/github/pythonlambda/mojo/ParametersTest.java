package io.github.pythonlambda.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

/** The goals as Maven sets them up: names of parameters, their defaults, and how a wrong one is told. */
@MojoTest(realRepositorySession = true)
class ParametersTest {

    private static final String POM = "src/test/resources/io/github/pythonlambda/mojo/pom.xml";

    @Test
    @InjectMojo(goal = "package", pom = POM)
    void runtimeAndArchitectureHaveNoDefault(PackageMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("the function's runtime is not set")
                .hasMessageContaining("python3.8, python3.9,")
                .hasMessageContaining("-Dpython-lambda.runtime")
                .hasMessageContaining("the function's architecture is not set")
                .hasMessageContaining("one of arm64, x86_64");
    }

    @Test
    @InjectMojo(goal = "package", pom = POM)
    @MojoParameter(name = "skip", value = "true")
    void skipDoesNothingEvenWhereAllElseIsWrong(PackageMojo mojo) {
        assertThatCode(mojo::execute).doesNotThrowAnyException();
    }

    @Test
    @InjectMojo(goal = "layer", pom = POM)
    @MojoParameter(name = "runtime", value = "python3.13")
    @MojoParameter(name = "architecture", value = "arm64")
    @MojoParameter(name = "architectures", value = "arm64,x86_64")
    void architectureAndArchitecturesExcludeEachOther(LayerMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("both <architecture> and <architectures> are set")
                .hasMessageContaining("arm64 and arm64, x86_64");
    }

    @Test
    @InjectMojo(goal = "package", pom = POM)
    @MojoParameter(name = "runtime", value = "python3.13")
    @MojoParameter(name = "architecture", value = "arm64")
    @MojoParameter(name = "handler", value = "no handler")
    void aHandlerIsAFunctionOrAProgram(PackageMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("the handler is neither a function nor a program")
                .hasMessageContaining("<handler> or -Dpython-lambda.handler");
    }

    @Test
    @InjectMojo(goal = "package", pom = POM)
    @MojoParameter(name = "runtime", value = "python3.13")
    @MojoParameter(name = "architecture", value = "arm64")
    @MojoParameter(name = "startCommand", value = "cd src; uvicorn main:app")
    void aStartCommandIsOneCommand(PackageMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("the start command is not one simple command")
                .hasMessageContaining("<startCommand> or -Dpython-lambda.startCommand");
    }

    @Test
    @InjectMojo(goal = "package", pom = POM)
    @MojoParameter(name = "runtime", value = "python3.13")
    @MojoParameter(name = "architecture", value = "arm64")
    @MojoParameter(name = "finalName", value = "../app")
    void theFinalNameIsAFileName(PackageMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("the app zip's name is not a file name");
    }

    @Test
    @InjectMojo(goal = "layer", pom = POM)
    @MojoParameter(name = "runtime", value = "python3.13")
    @MojoParameter(name = "architecture", value = "arm64")
    @MojoParameter(name = "outputTimestamp", value = "yesterday")
    @MojoParameter(name = "requirementsFile", value = "src/it/fastapi/src/layer/requirements.txt")
    void theTimestampIsATime(LayerMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("project.build.outputTimestamp is not a time")
                .hasMessageContaining("yesterday");
    }

    @Test
    @InjectMojo(goal = "check", pom = POM)
    @MojoParameter(name = "runtime", value = "python3.13")
    @MojoParameter(name = "architecture", value = "amd64")
    void aGoalForLayersSaysWhereItLooked(CheckMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .satisfies(failure -> assertThat(failure.getMessage().replace('\\', '/'))
                        .contains("there is no layer to make")
                        .contains("src/layer/requirements.txt")
                        .contains("src/layers/<name>/requirements.txt")
                        .contains("-Dpython-lambda.requirementsFile"));
    }
}
