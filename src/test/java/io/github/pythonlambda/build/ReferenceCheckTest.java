package io.github.pythonlambda.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import io.github.pythonlambda.requirements.RequirementsFile;
import io.github.pythonlambda.requirements.RequirementsReader;
import io.github.pythonlambda.target.LambdaCatalog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** References that lead nowhere are told before pip looks for them. */
class ReferenceCheckTest {

    @TempDir
    Path folder;

    private final Map<String, String> variables = new HashMap<>();
    private ReferenceCheck check;

    @BeforeEach
    void start() throws Exception {
        check = new ReferenceCheck(LambdaCatalog.load().target("python3.13", "x86_64", null));
        Files.createDirectories(folder.resolve("layer/there"));
    }

    private RequirementsFile read(String... lines) throws Exception {
        Path file = Files.write(folder.resolve("layer/requirements.txt"), List.of(lines));
        return new RequirementsReader(folder, variables::get).read(file);
    }

    private List<Problem> problems(String... lines) throws Exception {
        RequirementsFile file = read(lines);
        ProblemException failure = catchThrowableOfType(ProblemException.class, () -> check.check(List.of(file)));
        assertThat(failure).isNotNull();
        return failure.problems();
    }

    @Test
    void variablesOfIndexesThatAreNotSetAreToldWithoutThePassword() throws Exception {
        variables.put("EMPTY", "");

        assertThat(problems(
                        "--index-url https://user:secret@index.example/${TEAM}/simple",
                        "--extra-index-url https://${EMPTY}@index.example/simple"))
                .satisfiesExactly(
                        team -> assertThat(team.text())
                                .startsWith("the variable TEAM is not set")
                                .contains("requirements.txt, line 1", "set the environment variable TEAM")
                                .doesNotContain("secret"),
                        empty -> assertThat(empty.what()).startsWith("the variable EMPTY is not set"));
    }

    @Test
    void aVariableThatIsSetIsNoProblem() throws Exception {
        variables.put("TEAM", "ours");
        RequirementsFile file = read("--index-url https://index.example/${TEAM}/simple", "demo");

        assertThatCode(() -> check.check(List.of(file))).doesNotThrowAnyException();
    }

    @Test
    void pathsThatDoNotExistAreToldAsTheyCountFromTheirFile() throws Exception {
        assertThat(problems("demo", "./wheels/own-1.0-py3-none-any.whl", "-e ./gone"))
                .extracting(Problem::expected)
                .containsExactly(
                        folder.resolve("layer/wheels/own-1.0-py3-none-any.whl").toString(),
                        folder.resolve("layer/gone").toString());
    }

    @Test
    void aPathOfCondasIsToldWithTheWayToFreezeWithoutPaths() throws Exception {
        assertThat(problems("certifi @ file:///croot/certifi_1700501669400/work/certifi"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.remedy())
                        .startsWith("require a release, such as certifi==1.0")
                        .contains("pip list --format=freeze"));
    }

    @Test
    void whatExistsOrIsNotForTheTargetIsNoProblem() throws Exception {
        RequirementsFile file = read(
                "./there",
                "./gone-1.0-py3-none-any.whl ; sys_platform == 'win32'",
                "own @ file:///nowhere/own-1.0-py3-none-any.whl ; sys_platform == 'win32'");

        assertThatCode(() -> check.check(List.of(file))).doesNotThrowAnyException();
    }
}
