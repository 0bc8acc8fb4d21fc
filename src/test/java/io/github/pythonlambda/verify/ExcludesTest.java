package io.github.pythonlambda.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonlambda.packaging.ProjectName;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExcludesTest {

    @ParameterizedTest(name = "{0} leaves out {1}: {2}")
    @CsvSource({
        "google.cloud,       google.cloud.storage, true",
        "google.cloud,       google.clouds,        false",
        "google.*.storage,   google.cloud.storage, true",
        "*,                  google.cloud.storage, true",
        "Google_Cloud.Storage, google.cloud.storage, true",
        "google-cloud-*,     google.cloud.storage, true",
        "storage,            google.cloud.storage, false",
        "google.cloudX,      google.cloud.storage, false",
        "'',                 google.cloud.storage, false",
    })
    void modulesAndPackagesAreNamed(String pattern, String module, boolean isExcluded) {
        assertThat(new Excludes(List.of(pattern)).match(new ProjectName("google-cloud-storage"), module))
                .isEqualTo(isExcluded);
    }
}
