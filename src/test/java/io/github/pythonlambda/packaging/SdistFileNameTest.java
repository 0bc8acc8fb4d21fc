package io.github.pythonlambda.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pythonlambda.testing.TestTable;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SdistFileNameTest {

    private static final JsonNode TABLES = TestTable.read(SdistFileNameTest.class, "sdist-file-names.json");

    static Stream<JsonNode> valid() {
        return TestTable.members(TABLES.get("valid"));
    }

    static Stream<String> invalid() {
        return TestTable.texts(TABLES.get("invalid")).stream();
    }

    @ParameterizedTest
    @MethodSource("valid")
    void saysNameAndVersion(JsonNode row) throws PackagingSyntaxException {
        SdistFileName sdist = SdistFileName.parse(row.get("file").textValue());

        assertThat(sdist).hasToString(row.get("file").textValue());
        assertThat(sdist.name()).hasToString(row.get("name").textValue());
        assertThat(sdist.version()).hasToString(row.get("version").textValue());
    }

    @ParameterizedTest
    @MethodSource("invalid")
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
