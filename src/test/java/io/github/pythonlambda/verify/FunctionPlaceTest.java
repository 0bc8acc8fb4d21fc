package io.github.pythonlambda.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionPlaceTest {

    private static final FunctionTree TREE = new FunctionTree(Path.of("/scratch"));

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "/opt/python,                       /scratch/opt/python",
        "/opt/python:/var/runtime,          /scratch/opt/python:/scratch/runtime",
        "/var/task/lib:/opt,                /scratch/task/lib:/scratch/opt",
        "/optional:/usr/opt:/var/tasks,     /optional:/usr/opt:/var/tasks",
        "8000,                              8000",
    })
    void pathsLeadToTheFoldersThatStandForLambdas(String value, String translated) {
        assertThat(FunctionPlace.elsewhere(TREE).translate(value)).isEqualTo(translated);
        assertThat(FunctionPlace.real(TREE, Path.of("/scratch/program")).translate(value))
                .isEqualTo(value);
    }

    @Test
    void programsAreStartedInsideTheirRoot() {
        assertThat(FunctionPlace.real(TREE, Path.of("/scratch/program")).command(List.of("/var/task/run.sh")))
                .endsWith("/scratch/program", "/scratch", "/var/task/run.sh");
        assertThat(FunctionPlace.elsewhere(TREE).command(List.of("/scratch/task/run.sh")))
                .containsExactly("/scratch/task/run.sh");
    }
}
