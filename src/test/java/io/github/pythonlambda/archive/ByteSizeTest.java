package io.github.pythonlambda.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteSizeTest {

    private final Locale before = Locale.getDefault();

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "999, 999 B",
        "1000, 1.0 kB",
        "14900, 14.9 kB",
        "999949, 999.9 kB",
        "1000000, 1.0 MB",
        "2100000, 2.1 MB",
        "262144000, 262.1 MB"
    })
    void isShownInDecimalUnits(long bytes, String text) {
        assertThat(ByteSize.format(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva"})
    void readsTheSameInEveryLocale(String locale) {
        Locale.setDefault(Locale.forLanguageTag(locale));

        assertThat(ByteSize.format(14_900)).isEqualTo("14.9 kB");
        assertThat(ByteSize.format(812)).isEqualTo("812 B");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "262144000, 262144000",
        "12MB, 12000000",
        "12 mb, 12000000",
        "250MiB, 262144000",
        "1.5kB, 1500",
        "0.5 GiB, 536870912",
        "3b, 3",
        "2GB, 2000000000"
    })
    void isReadInBytesOrWithAUnit(String text, long bytes) {
        assertThat(ByteSize.parse(text)).contains(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "MB", "-1", "12 M", "12 megabytes", "1e6", "1,5MB", "999999999999999GiB", "\u0661\u0662"})
    void anythingElseIsNoSize(String text) {
        assertThat(ByteSize.parse(text)).isEmpty();
    }
}
