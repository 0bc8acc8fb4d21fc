package io.github.pythonlambda.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.target.LambdaCatalog;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MarkerEnvironmentTest {

    @Test
    void namesAreNormalised() throws ProblemException {
        MarkerEnvironment environment = new MarkerEnvironment(values(), Set.of("A_b", "a.B"), Set.of("Dev"));

        assertThat(environment.extras()).containsExactly("a-b");
        assertThat(environment.dependencyGroups()).containsExactly("dev");
    }

    @Test
    void wantsAllElevenVariables() throws ProblemException {
        Map<String, String> values = values();
        values.remove("os_name");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> MarkerEnvironment.of(values))
                .withMessageContaining("os_name");
    }

    @Test
    void theVersionOfAnUntaggedInterpreterIsMended() throws ProblemException {
        Map<String, String> values = values();
        values.put("python_full_version", "3.13.0+");

        assertThat(MarkerEnvironment.of(values).values()).containsEntry("python_full_version", "3.13.0+local");
    }

    private static Map<String, String> values() throws ProblemException {
        return new HashMap<>(
                LambdaCatalog.load().target("python3.13", "arm64", null).markerEnvironment());
    }
}
