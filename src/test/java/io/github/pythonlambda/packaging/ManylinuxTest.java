package io.github.pythonlambda.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pythonlambda.testing.TableSource;
import io.github.pythonlambda.testing.TestTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManylinuxTest {

    @ParameterizedTest
    @TableSource(file = "manylinux-platforms.json")
    void allOlderGlibcsRunToo(JsonNode row) {
        assertThat(Manylinux.platforms(
                        GlibcVersion.parse(row.get("glibc").textValue()),
                        row.get("architecture").textValue()))
                .containsExactlyElementsOf(TestTable.texts(row.get("platforms")));
    }

    @ParameterizedTest
    @CsvSource({
        "manylinux_2_28_x86_64, 2.28",
        "manylinux_2_5_i686, 2.5",
        "manylinux_3_0_aarch64, 3.0",
        "manylinux1_x86_64, 2.5",
        "manylinux2010_x86_64, 2.12",
        "manylinux2014_aarch64, 2.17"
    })
    void bothKindsOfNamesSayTheGlibc(String platform, String glibc) {
        assertThat(Manylinux.glibcOf(platform)).contains(GlibcVersion.parse(glibc));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "any",
                "linux_x86_64",
                "musllinux_1_2_x86_64",
                "macosx_11_0_arm64",
                "manylinux2013_x86_64",
                "manylinux_2_x86_64",
                "manylinux_2_28",
                "manylinux_2_99999999999_x86_64"
            })
    void otherPlatformsSayNothingOfGlibc(String platform) {
        assertThat(Manylinux.glibcOf(platform)).isEmpty();
    }
}
