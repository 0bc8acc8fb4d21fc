package io.github.pythonlambda.requirements;

import io.github.pythonlambda.index.Credentials;

/**
 * An option in a line.
 *
 * @param value as pip gets it, credentials and values of variables included; empty for an option without one
 */
public record LineOption(OptionName name, String value) {

    @Override
    public String toString() {
        String shown = Credentials.hide(value);
        return shown.isEmpty() ? name.flag() : name.flag() + " " + shown;
    }
}
