package io.github.pythonlambda.describe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonlambda.check.Finding;
import io.github.pythonlambda.check.Rule;
import io.github.pythonlambda.check.RulePolicy;
import io.github.pythonlambda.packaging.ProjectName;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.target.Architecture;
import io.github.pythonlambda.target.LambdaCatalog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    @TempDir
    private Path folder;

    @Test
    void tellsFindingsInFullButForThePlaceOnThisMachine() throws Exception {
        Finding finding = new Finding(
                Rule.CLASH,
                Finding.Severity.ERROR,
                Problem.of("they differ")
                        .at(folder)
                        .expected("one")
                        .found("a\r\nb")
                        .remedy("require one"),
                new ProjectName("demo"),
                null,
                "python/x.py");
        RulePolicy rules = new RulePolicy(Map.of(
                Rule.SIZE, new RulePolicy.Setting(RulePolicy.Level.WARN, null),
                Rule.ELF_LIBRARY, new RulePolicy.Setting(RulePolicy.Level.OFF, "never loaded")));
        Path file = folder.resolve("report.json");

        new Report(
                        LambdaCatalog.load().target("python3.13", "arm64", null).runtime(),
                        List.of(Architecture.ARM64),
                        rules,
                        List.of(finding))
                .write(file);

        assertThat(Files.readString(file)).isEqualTo("""
                {
                  "schemaVersion" : 1,
                  "runtime" : "python3.13",
                  "architectures" : [
                    "arm64"
                  ],
                  "counts" : {
                    "error" : 1,
                    "warning" : 0,
                    "note" : 0
                  },
                  "rules" : [
                    {
                      "rule" : "elf-library",
                      "severity" : "off",
                      "reason" : "never loaded"
                    },
                    {
                      "rule" : "size",
                      "severity" : "warn"
                    }
                  ],
                  "findings" : [
                    {
                      "rule" : "clash",
                      "severity" : "error",
                      "package" : "demo",
                      "file" : "python/x.py",
                      "message" : "they differ",
                      "expected" : "one",
                      "found" : "a\\nb",
                      "remedy" : "require one"
                    }
                  ]
                }
                """);
    }
}
