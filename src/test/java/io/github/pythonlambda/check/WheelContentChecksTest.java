package io.github.pythonlambda.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonlambda.wheel.ContentFault.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link WheelArchiveCheck}, {@link WheelRecordCheck} and {@link WheelNameCheck}. */
class WheelContentChecksTest {

    private static final Inspected SOUND = Inspected.of(Inspected.ANY).declaring("py3-none-any");

    @Test
    void aSoundWheelPasses() {
        assertThat(WheelArchiveCheck.check(SOUND.wheel())).isEmpty();
        assertThat(WheelRecordCheck.check(SOUND.wheel())).isEmpty();
        assertThat(WheelNameCheck.check(SOUND.wheel())).isEmpty();
    }

    @Test
    void damageIsAnErrorThatNamesTheEntries() {
        Inspected wheel = SOUND.fault(Kind.DAMAGED, "a", "", "entry a is damaged: ...")
                .fault(Kind.DAMAGED, "b", "", "entry b is damaged: ...");

        assertThat(WheelArchiveCheck.check(wheel.wheel())).singleElement().satisfies(finding -> {
            assertThat(finding.isError()).isTrue();
            assertThat(finding.rule()).hasToString("wheel-archive");
            assertThat(finding.problem().text())
                    .isEqualToNormalizingNewlines("""
                    the wheel demo-1.0-py3-none-any.whl cannot be installed: it is damaged
                      where:    %s
                      found:    entry a is damaged: ..., entry b is damaged: ...
                      to do:    get the wheel again from where it was built, or another version of demo""".formatted(wheel.wheel().path()));
        });
        assertThat(WheelRecordCheck.check(wheel.wheel())).isEmpty();
    }

    @Test
    void anArchiveThatCanBeReadInTwoWaysIsAnError() {
        Inspected wheel = SOUND.fault(Kind.AMBIGUOUS, "other bytes come after its end", "", "");

        assertThat(WheelArchiveCheck.check(wheel.wheel())).singleElement().satisfies(finding -> {
            assertThat(finding.isError()).isTrue();
            assertThat(finding.problem().what())
                    .isEqualTo("the wheel demo-1.0-py3-none-any.whl can be read in two ways, as archives are that hide"
                            + " something");
            assertThat(finding.problem().found()).isEqualTo("other bytes come after its end");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    NO_RECORD     | d/RECORD | ''        | ''        | has no RECORD                                                           | d/RECORD
                    RECORD_SYNTAX | what?    | ''        | ''        | has lines in its RECORD that are not of the form path,hash,size         | what?
                    NOT_LISTED    | a.py     | ''        | ''        | holds files that its RECORD does not list                               | a.py
                    NO_HASH       | a.py     | sha256=x  | md5=y     | has files in its RECORD without a hash of SHA-256 or better             | a.py (md5=y)
                    NO_HASH       | a.py     | sha256=x  | ''        | has files in its RECORD without a hash of SHA-256 or better             | a.py (none)
                    WRONG_HASH    | a.py     | sha256=x  | sha256=y  | holds files that are not those of its RECORD: their hashes differ       | a.py (sha256=y, RECORD says sha256=x)
                    WRONG_SIZE    | a.py     | 10        | 9         | holds files that are not those of its RECORD: their sizes differ        | a.py (9, RECORD says 10)
                    MISSING       | a.py     | ''        | ''        | lacks files that its RECORD lists                                       | a.py
                    """)
    void whatDiffersFromRecordIsAnError(
            Kind kind, String path, String expected, String found, String what, String shown) {
        assertThat(WheelRecordCheck.check(
                        SOUND.fault(kind, path, expected, found).wheel()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.isError()).isTrue();
                    assertThat(finding.rule()).hasToString("wheel-record");
                    assertThat(finding.problem().what()).isEqualTo("the wheel demo-1.0-py3-none-any.whl " + what);
                    assertThat(finding.problem().found()).isEqualTo(shown);
                });
        assertThat(WheelArchiveCheck.check(
                        SOUND.fault(kind, path, expected, found).wheel()))
                .isEmpty();
    }

    @Test
    void eachKindIsToldOnceAndHostileNamesAreMadeVisible() {
        Inspected wheel = SOUND.fault(Kind.MISSING, "\u001b[2J", "", "");
        for (int i = 1; i <= 8; i++) {
            wheel = wheel.fault(Kind.NOT_LISTED, i + ".py", "", "");
        }

        assertThat(WheelRecordCheck.check(wheel.wheel()))
                .extracting(finding -> finding.problem().found())
                .containsExactly("1.py, 2.py, 3.py, 4.py, 5.py and 3 more", "\\x1b[2J");
    }

    @ParameterizedTest
    @CsvSource({
        "demo-1.0-py2.py3-none-any.whl, py3-none-any, py2-none-any",
        "demo-1.0-py2.py3-none-any.whl, py2.py3-none-any, py2-none-any",
        "demo-1.0-py3-none-any.whl, PY3-None-ANY, py3-none-any",
        "demo-1.0-cp313-cp313-manylinux_2_17_x86_64.manylinux2014_x86_64.whl, cp313-cp313-manylinux2014_x86_64, cp313-cp313-manylinux_2_17_x86_64"
    })
    void theSameTagsInAnotherOrderOrFormAreNotTold(String fileName, String first, String second) {
        assertThat(WheelNameCheck.check(
                        Inspected.of(fileName).declaring(first, second).wheel()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "demo-1.0-py3-none-any.whl, py2-none-any, py2-none-any",
        "demo-1.0-py3-none-any.whl, cp313-cp313-linux_x86_64, cp313-cp313-linux_x86_64",
        "demo-1.0-py2.py3-none-any.whl, py3-none-any, py3-none-any",
        "demo-1.0-py3-none-any.whl, nonsense, nonsense"
    })
    void otherTagsAreAWarning(String fileName, String declared, String found) {
        assertThat(WheelNameCheck.check(
                        Inspected.of(fileName).declaring(declared).wheel()))
                .hasValueSatisfying(finding -> {
                    assertThat(finding.isError()).isFalse();
                    assertThat(finding.rule()).hasToString("wheel-name");
                    assertThat(finding.problem().found()).isEqualTo(found);
                });
    }

    @Test
    void noTagAtAllIsAWarning() {
        assertThat(WheelNameCheck.check(Inspected.of(Inspected.ANY).wheel()))
                .hasValueSatisfying(
                        finding -> assertThat(finding.problem().found()).isEqualTo("no tag"));
    }
}
