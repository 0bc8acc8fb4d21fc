package io.github.pythonlambda.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pythonlambda.app.Handler;
import io.github.pythonlambda.app.InvokeMode;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.target.Architecture;
import io.github.pythonlambda.target.LambdaCatalog;
import io.github.pythonlambda.target.LambdaRuntime;
import io.github.pythonlambda.target.WebAdapterChoice;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionSettingsTest {

    private static LambdaRuntime runtime(String id) throws ProblemException {
        return LambdaCatalog.load().target(id, "arm64", null).runtime();
    }

    private static FunctionSettings settings(String handler, InvokeMode mode) throws ProblemException {
        return FunctionSettings.of(
                Handler.parse(handler),
                mode,
                WebAdapterChoice.DEFAULT,
                List.of(Architecture.ARM64, Architecture.X86_64));
    }

    @ParameterizedTest
    @CsvSource({
        "python3.8, /opt/python:/var/runtime",
        "python3.10, /opt/python:/var/runtime",
        "python3.11, /opt/python",
        "python3.13, /opt/python",
        "python3.15, /opt/python"
    })
    void aProgramNeedsTheAdapterAndThePathToLayersAndSdk(String runtime, String pythonPath) throws ProblemException {
        assertThat(settings("run.sh", InvokeMode.BUFFERED).environment(runtime(runtime)))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("AWS_LAMBDA_EXEC_WRAPPER", "/opt/bootstrap", "PORT", "8000", "PYTHONPATH", pythonPath));
    }

    @Test
    void aFunctionNeedsNothing() throws ProblemException {
        FunctionSettings settings = settings("main.handler", InvokeMode.BUFFERED);

        assertThat(settings.environment(runtime("python3.10"))).isEmpty();
        assertThat(settings.webAdapter()).isEmpty();
    }

    @Test
    void aProgramThatStreamsTellsTheAdapter() throws ProblemException {
        assertThat(settings("run.sh", InvokeMode.RESPONSE_STREAM).environment(runtime("python3.13")))
                .containsEntry("AWS_LWA_INVOKE_MODE", "response_stream")
                .hasSize(4);
    }

    @Test
    void aProgramNeedsTheAdaptersLayerForEachArchitecture() throws ProblemException {
        FunctionSettings settings = FunctionSettings.of(
                Handler.parse("run.sh"),
                InvokeMode.BUFFERED,
                new WebAdapterChoice("1.0.1", null, "eu-west-1"),
                List.of(Architecture.ARM64));

        assertThat(settings.webAdapter().orElseThrow().layerArns())
                .containsExactly(Map.entry(
                        Architecture.ARM64, "arn:aws:lambda:eu-west-1:753240598075:layer:LambdaAdapterLayerArm64:28"));
    }

    @Test
    void aFunctionCannotStream() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> settings("main.handler", InvokeMode.RESPONSE_STREAM))
                .withMessageContaining("a plain Python handler cannot stream")
                .withMessageContaining("handler main.handler and invoke mode response_stream")
                .withMessageContaining("<invokeMode> or -Dpython-lambda.invokeMode");
    }

    @Test
    void aFunctionIsNotAskedForTheAdaptersRegion() throws ProblemException {
        WebAdapterChoice nowhere = new WebAdapterChoice(null, null, "us-gov-west-1");

        assertThat(FunctionSettings.of(
                                Handler.parse("main.handler"),
                                InvokeMode.BUFFERED,
                                nowhere,
                                List.of(Architecture.ARM64))
                        .webAdapter())
                .isEmpty();
    }
}
