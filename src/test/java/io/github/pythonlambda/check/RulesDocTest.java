package io.github.pythonlambda.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/rules.md has what the code has. */
class RulesDocTest {

    private static final Pattern SECTION = Pattern.compile("(?m)^## ([a-z]+(?:-[a-z]+)*)\\n((?s:.*?))(?=^## |\\z)");

    private static Map<String, String> sections() throws Exception {
        Map<String, String> sections = new LinkedHashMap<>();
        for (MatchResult section : SECTION.matcher(
                        Files.readString(Path.of("docs", "rules.md")).replace("\r", ""))
                .results()
                .toList()) {
            sections.put(section.group(1), section.group(2));
        }
        return sections;
    }

    @Test
    void everyRuleHasASectionAndEverySectionARule() throws Exception {
        List<String> ids = Arrays.stream(Rule.values()).map(Rule::id).toList();

        assertThat(sections()).containsOnlyKeys(ids.toArray(String[]::new));
    }

    @Test
    void eachSaysHowBadItIsAndWhyAndShowsAnExampleAndAWayOut() throws Exception {
        Map<String, String> sections = sections();
        for (Rule rule : Rule.values()) {
            String severity =
                    rule.severity().name().charAt(0) + rule.severity().id().substring(1);
            assertThat(sections.get(rule.id()))
                    .as(rule.id())
                    .startsWith("\n*" + severity)
                    .contains("\n*Fix:* ")
                    .containsPattern("\\n {4}\\S");
        }
    }

    @Test
    void rulesThatCannotBeWeakenedAreSaidToBe() throws Exception {
        sections()
                .forEach((id, text) -> assertThat(text.contains("cannot be weakened"))
                        .as(id)
                        .isEqualTo(Rule.of(id).orElseThrow().isFixed()));
    }
}
