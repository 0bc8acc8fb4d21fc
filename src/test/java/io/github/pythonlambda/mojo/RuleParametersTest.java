package io.github.pythonlambda.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonlambda.check.Rule;
import io.github.pythonlambda.check.RulePolicy;
import io.github.pythonlambda.check.RulePolicy.Level;
import io.github.pythonlambda.check.RulePolicy.Setting;
import io.github.pythonlambda.problem.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@MojoTest
class RuleParametersTest {

    private static final String POM = "src/test/resources/io/github/pythonlambda/mojo/pom.xml";

    private final List<String> warnings = new ArrayList<>();

    private RulePolicy policy(String... settings) throws ProblemException {
        List<RuleParameter> parameters = new ArrayList<>();
        for (String setting : settings) {
            RuleParameter parameter = new RuleParameter();
            parameter.set(setting);
            parameters.add(parameter);
        }
        return new RuleParameters(warnings::add).policy(parameters);
    }

    @Test
    void theShortFormSetsRulesAndNeedsNoReason() throws Exception {
        assertThat(policy("elf-library=off", " size = error ", "clash=warn", "").settings())
                .containsOnlyKeys(Rule.CLASH, Rule.ELF_LIBRARY, Rule.SIZE)
                .containsEntry(Rule.ELF_LIBRARY, new Setting(Level.OFF, null))
                .containsEntry(Rule.SIZE, new Setting(Level.ERROR, null));
        assertThat(warnings).isEmpty();
        assertThat(new RuleParameters(warnings::add).policy(null)).isEqualTo(RulePolicy.DEFAULT);
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        assertThatThrownBy(() -> policy(
                        "elf-libary=off", "size=never", "clash", "wheel-archive=off", "handler=off", "handler=warn"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failure -> assertThat(failure.problems())
                                .extracting(problem -> problem.what())
                                .containsExactly(
                                        "there is no rule 'elf-libary'",
                                        "the rule size is set to nothing that a rule can be set to",
                                        "the rule clash is set to nothing that a rule can be set to",
                                        "the rule wheel-archive cannot be set to off: what it finds cannot be installed, packed or unpacked",
                                        "the rule handler is set twice"))
                .hasMessageContaining(String.join(
                        ", ", Arrays.stream(Rule.values()).map(Rule::id).toList()));
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void everyRuleCanBeSetButThoseWithoutWhichThereIsNoZip(Rule rule) throws Exception {
        if (rule.isFixed()) {
            assertThatThrownBy(() -> policy(rule.id() + "=warn")).hasMessageContaining("one of the rules that can: ");
        } else {
            assertThat(policy(rule.id() + "=off").settings()).containsOnlyKeys(rule);
        }
        assertThat(policy(rule.id() + "=error").settings()).containsOnlyKeys(rule);
    }

    @Test
    void idsAreUniqueAndOfOneForm() {
        assertThat(Stream.of(Rule.values()).map(Rule::id))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z]+(-[a-z]+)*"));
    }

    @Test
    @InjectMojo(goal = "check", pom = POM)
    @MojoParameter(name = "runtime", value = "python3.13")
    @MojoParameter(name = "architecture", value = "arm64")
    @MojoParameter(name = "rules", value = "elf-library=off,no-such=warn")
    @MojoParameter(name = "requirementsFile", value = "src/it/fastapi/src/layer/requirements.txt")
    void thePropertyIsRead(CheckMojo mojo) {
        assertThatThrownBy(mojo::execute).hasMessageContaining("there is no rule 'no-such'");
    }

    @Test
    @InjectMojo(goal = "check", pom = POM)
    @MojoParameter(name = "runtime", value = "python3.13")
    @MojoParameter(name = "architecture", value = "arm64")
    @MojoParameter(name = "maxSize", value = "many")
    @MojoParameter(name = "requirementsFile", value = "src/it/fastapi/src/layer/requirements.txt")
    void aSizeIsOne(CheckMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .hasMessageContaining("<maxSize> or -Dpython-lambda.maxSize is no size")
                .hasMessageContaining("'many'");
    }
}
