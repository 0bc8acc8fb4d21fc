package io.github.pythonlambda.build;

import java.time.Duration;

/** How old something is, as roughly as people say it. */
final class Age {

    private Age() {}

    /** For example {@code 3 hours}. */
    static String format(Duration age) {
        if (age.toDays() > 0) {
            return Counted.of((int) age.toDays(), "day");
        }
        if (age.toHours() > 0) {
            return Counted.of((int) age.toHours(), "hour");
        }
        return Counted.of((int) age.toMinutes(), "minute");
    }
}
