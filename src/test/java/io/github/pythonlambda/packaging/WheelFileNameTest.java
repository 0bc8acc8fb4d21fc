package io.github.pythonlambda.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pythonlambda.testing.TableSource;
import io.github.pythonlambda.testing.TestTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WheelFileNameTest {

    @ParameterizedTest
    @TableSource(file = "wheel-file-names.json")
    void saysNameVersionBuildAndTags(JsonNode row) throws PackagingSyntaxException {
        WheelFileName wheel = WheelFileName.parse(row.get("file").textValue());

        assertThat(wheel).hasToString(row.get("file").textValue());
        assertThat(wheel.name()).hasToString(row.get("name").textValue());
        assertThat(wheel.version()).hasToString(row.get("version").textValue());
        assertThat(wheel.build()).isEqualTo(row.get("build").textValue());
        assertThat(wheel.tags())
                .extracting(Tag::toString)
                .containsExactlyInAnyOrderElementsOf(TestTable.texts(row.get("tags")));
    }

    @ParameterizedTest
    @TableSource(file = "invalid-wheel-file-names.json")
    void refusesWhatIsNoWheelsName(JsonNode row) {
        assertThatExceptionOfType(PackagingSyntaxException.class)
                .as(row.get("why").textValue())
                .isThrownBy(() -> WheelFileName.parse(row.get("file").textValue()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            foo-1.0.tar.gz               | a wheel's file name ends in .whl: 'foo-1.0.tar.gz'
            foo-1.0.whl                  | a wheel's file name has the form name-version(-build)?-python-abi-platform.whl: 'foo-1.0.whl'
            foo__bar-1.0-py3-none-any.whl | not a project name: 'foo__bar' in 'foo__bar-1.0-py3-none-any.whl'
            foo-1.0-abc-py3-none-any.whl | a build tag starts with a digit: 'abc' in 'foo-1.0-abc-py3-none-any.whl'
            foo-1.x-py3-none-any.whl     | not a version (PEP 440): '1.x'
            """)
    void saysWhyANameIsRefused(String fileName, String message) {
        assertThatExceptionOfType(PackagingSyntaxException.class)
                .isThrownBy(() -> WheelFileName.parse(fileName))
                .withMessage(message);
    }

    @Test
    void keepsTheCompressedTagSetAsItIs() throws PackagingSyntaxException {
        assertThat(WheelFileName.parse("foo-1.0-7-Py2.py3-none-any.whl").tagSet())
                .isEqualTo("Py2.py3-none-any");
    }
}
