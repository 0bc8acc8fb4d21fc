package io.github.pythonlambda.mojo;

import org.jspecify.annotations.Nullable;

/** What the pom or a property sets a rule to: {@code id=severity}, or with the elements in it. */
public final class RuleParameter {

    /** The rule. */
    private @Nullable String id;

    /** {@code off}, {@code warn} or {@code error}. */
    private @Nullable String severity;

    /** Why. */
    private @Nullable String reason;

    private boolean isShort;

    /** Maven calls this where the element has only text. */
    public void set(String text) {
        String[] parts = text.split("=", 2);
        id = parts[0];
        severity = parts.length == 2 ? parts[1] : "";
        isShort = true;
    }

    String id() {
        return id == null ? "" : id.strip();
    }

    String severity() {
        return severity == null ? "" : severity.strip();
    }

    @Nullable String reason() {
        return reason == null || reason.isBlank() ? null : reason.strip();
    }

    /** Whether it is of the form that has no place for a reason. */
    boolean isShort() {
        return isShort;
    }

    /** Maven shows it with {@code -X}. */
    @Override
    public String toString() {
        return id() + "=" + severity() + (reason() == null ? "" : " (" + reason() + ")");
    }
}
