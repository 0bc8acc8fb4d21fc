package io.github.pythonlambda.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ImportTimesTest {

    @Test
    void modulesOfAPackageAreAddedUpWithoutWhatTheyImport() {
        ImportTimes times = new ImportTimes();

        assertThat(times.isOther("import time: self [us] | cumulative | imported package"))
                .isFalse();
        assertThat(times.isOther("import time:      2500 |       9999 |   web.core"))
                .isFalse();
        assertThat(times.isOther("import time:      1500 |       9999 | web")).isFalse();
        assertThat(times.isOther("import time:      7000 |       7000 |     data"))
                .isFalse();
        assertThat(times.isOther("import time:       100 |        100 |     small"))
                .isFalse();
        assertThat(times.isOther("import time:     90000 |      90000 |   json"))
                .isFalse();
        assertThat(times.isOther("hello")).isTrue();

        assertThat(times.slowest(Set.of("web", "data", "small"), 10))
                .containsExactly("     7 ms  data", "     4 ms  web");
        assertThat(times.slowest(Set.of("web", "data", "small"), 1)).containsExactly("     7 ms  data");
    }

    @Test
    void timesOfTwoRunsStandSideBySide() {
        ImportTimes without = new ImportTimes();
        without.isOther("import time:      7000 |       7000 | data");
        without.isOther("import time:      4500 |       4500 | web");
        without.isOther("import time:     90000 |      90000 | json");
        ImportTimes with = new ImportTimes();
        with.isOther("import time:      2000 |       2000 | data");
        with.isOther("import time:       900 |        900 | web");

        assertThat(without.beside(with, Set.of("web", "data"), 10))
                .containsExactly(
                        "     7 ms      2 ms  data", "     4 ms      0 ms  web", "    11 ms      2 ms  all packages");
        assertThat(without.beside(with, Set.of("other"), 10)).isEmpty();
    }
}
