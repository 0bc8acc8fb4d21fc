package io.github.pythonlambda.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.packaging.Version;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpgradeTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "none,          'flask web-part'",
                "'',            'flask web-part'",
                "all,           ''",
                "flask,         web-part",
                "'Web_Part, x', flask",
                "'flask,web.part', ''",
            })
    void pinsStayUnlessTheyMayMove(String text, String kept) throws Exception {
        Map<ProjectName, Version> pins = Map.of(
                new ProjectName("flask"), Version.parse("1.0"), new ProjectName("web-part"), Version.parse("2.0"));

        assertThat(new TreeMap<>(Upgrade.parse(text).keep(pins))
                        .keySet().stream().map(ProjectName::canonical).collect(Collectors.joining(" ")))
                .isEqualTo(kept);
    }
}
