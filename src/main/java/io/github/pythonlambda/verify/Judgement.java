package io.github.pythonlambda.verify;

import org.jspecify.annotations.Nullable;

/**
 * What a fault shows.
 *
 * @param isError whether it would be there on Lambda too; else nothing is proved either way
 * @param reason a clause
 * @param remedy what to do about an error
 */
record Judgement(boolean isError, String reason, @Nullable String remedy) {

    static Judgement error(String reason, @Nullable String remedy) {
        return new Judgement(true, reason, remedy);
    }

    static Judgement notProved(String reason) {
        return new Judgement(false, reason, null);
    }
}
