package io.github.pythonlambda.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pythonlambda.testing.TableSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SdistFileNameTest {

    @ParameterizedTest
    @TableSource(file = "sdist-file-names.json", table = "valid")
    void saysNameAndVersion(JsonNode row) throws PackagingSyntaxException {
        SdistFileName sdist = SdistFileName.parse(row.get("file").textValue());

        assertThat(sdist).hasToString(row.get("file").textValue());
        assertThat(sdist.name()).hasToString(row.get("name").textValue());
        assertThat(sdist.version()).hasToString(row.get("version").textValue());
    }

    @ParameterizedTest
    @TableSource(file = "sdist-file-names.json", table = "invalid")
    void refusesWhatIsNoSourceDistributionsName(String fileName) {
        assertThatExceptionOfType(PackagingSyntaxException.class).isThrownBy(() -> SdistFileName.parse(fileName));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            foo-1.0.xz    | a source distribution's file name ends in .tar.gz or .zip: 'foo-1.0.xz'
            foo1.0.tar.gz | a source distribution's file name has the form name-version.tar.gz: 'foo1.0.tar.gz'
            -1.0.zip      | a source distribution's file name has the form name-version.zip: '-1.0.zip'
            foo-1.x.zip   | not a version (PEP 440): '1.x'
            """)
    void saysWhyANameIsRefused(String fileName, String message) {
        assertThatExceptionOfType(PackagingSyntaxException.class)
                .isThrownBy(() -> SdistFileName.parse(fileName))
                .withMessage(message);
    }
}
