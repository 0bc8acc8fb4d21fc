package io.github.pythonlambda.describe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonlambda.app.Handler;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.target.LambdaCatalog;
import io.github.pythonlambda.target.LambdaRuntime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionEnvironmentTest {

    private static LambdaRuntime runtime(String id) throws ProblemException {
        return LambdaCatalog.load().target(id, "arm64", null).runtime();
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
        assertThat(FunctionEnvironment.of(new Handler.Program("run.sh"), runtime(runtime)))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("AWS_LAMBDA_EXEC_WRAPPER", "/opt/bootstrap", "PORT", "8000", "PYTHONPATH", pythonPath));
    }

    @Test
    void aFunctionNeedsNothing() throws ProblemException {
        assertThat(FunctionEnvironment.of(Handler.parse("main.handler"), runtime("python3.10")))
                .isEmpty();
    }
}
