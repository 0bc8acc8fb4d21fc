package io.github.pythonlambda.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.problem.ProblemException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The parameter that says what may be built. */
class SdistPolicyTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"refuse", " Refuse ", "", ","})
    void nothingIsBuiltByDefault(String text) throws Exception {
        assertThat(SdistPolicy.parse(text)).isEqualTo(SdistPolicy.REFUSE);
        assertThat(SdistPolicy.parse(text).refusesAll()).isTrue();
    }

    @Test
    void namesAreThoseOfProjects() throws Exception {
        SdistPolicy policy = SdistPolicy.parse("PyYAML, my_lib");

        assertThat(policy)
                .isEqualTo(new SdistPolicy(false, Set.of(new ProjectName("pyyaml"), new ProjectName("my-lib"))));
        assertThat(policy.refusesAll()).isFalse();
    }

    @Test
    void pureMayHaveNamesBesideIt() throws Exception {
        assertThat(SdistPolicy.parse("pure, pyyaml"))
                .isEqualTo(new SdistPolicy(true, Set.of(new ProjectName("pyyaml"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"./libs", "a b", "refuse, pure", "name==1.0"})
    void everythingElseIsRefused(String text) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> SdistPolicy.parse(text))
                .withMessageContaining("-Dpython-lambda.sdists")
                .withMessageContaining(text);
    }
}
