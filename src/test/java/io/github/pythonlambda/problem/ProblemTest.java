package io.github.pythonlambda.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void partsAreShownInTheOrderOfTheReaderWhateverTheOrderOfTheCalls() {
        Problem problem = Problem.of("the wheel does not fit")
                .remedy("get another one")
                .found("cp312")
                .expected("cp311")
                .at("libs/demo.whl");

        assertThat(problem.text()).isEqualToNormalizingNewlines("""
                the wheel does not fit
                  where:    libs/demo.whl
                  expected: cp311
                  found:    cp312
                  to do:    get another one""");
    }

    @Test
    void unknownPartsTakeNoLine() {
        assertThat(Problem.of("nothing else is known").text()).isEqualTo("nothing else is known");
        assertThat(Problem.of("too many layers").remedy("merge some").text()).isEqualToNormalizingNewlines("""
                too many layers
                  to do:    merge some""");
    }

    @Test
    void furtherLinesOfAPartStandUnderItsFirst() {
        assertThat(Problem.of("no run.sh")
                        .expected("#!/bin/bash\r\nexec python\n")
                        .text())
                .isEqualToNormalizingNewlines("""
                        no run.sh
                          expected: #!/bin/bash
                                    exec python""");
    }

    @Test
    void anExceptionTellsAllProblemsAtOnce() {
        Problem first = Problem.of("first").found("a");
        Problem second = Problem.of("second");

        ProblemException exception = new ProblemException(List.of(first, second));

        assertThat(exception.problems()).containsExactly(first, second);
        assertThat(exception).message().isEqualToNormalizingNewlines("""
                first
                  found:    a
                second""");
    }

    @Test
    void anExceptionKeepsItsCause() {
        IOException cause = new IOException("disk");

        assertThat(new ProblemException(Problem.of("cannot read"), cause))
                .hasMessage("cannot read")
                .hasCause(cause);
    }
}
