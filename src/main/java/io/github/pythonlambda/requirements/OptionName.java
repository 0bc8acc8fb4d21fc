package io.github.pythonlambda.requirements;

/** The options that pip takes in a requirements file ({@code req_file.py} and {@code cmdoptions.py} of pip 23.0 to 26.3). */
public enum OptionName {
    INDEX_URL("--index-url"),
    EXTRA_INDEX_URL("--extra-index-url"),
    NO_INDEX("--no-index"),
    FIND_LINKS("--find-links"),
    TRUSTED_HOST("--trusted-host"),
    CONSTRAINT("--constraint"),
    REQUIREMENT("--requirement"),
    EDITABLE("--editable"),
    NO_BINARY("--no-binary"),
    ONLY_BINARY("--only-binary"),
    PREFER_BINARY("--prefer-binary"),
    PRE("--pre"),
    ALL_RELEASES("--all-releases"),
    ONLY_FINAL("--only-final"),
    REQUIRE_HASHES("--require-hashes"),
    NO_REQUIRE_HASHES("--no-require-hashes"),
    USE_FEATURE("--use-feature"),
    HASH("--hash"),
    CONFIG_SETTINGS("--config-settings"),
    GLOBAL_OPTION("--global-option");

    private final String flag;

    OptionName(String flag) {
        this.flag = flag;
    }

    /** How it is spelled in full. */
    public String flag() {
        return flag;
    }

    boolean takesValue() {
        return switch (this) {
            case NO_INDEX, PREFER_BINARY, PRE, REQUIRE_HASHES, NO_REQUIRE_HASHES -> false;
            default -> true;
        };
    }

    /** Those of which pips of some versions know nothing. */
    boolean isNotInEveryPip() {
        return switch (this) {
            case ALL_RELEASES, ONLY_FINAL, NO_REQUIRE_HASHES, GLOBAL_OPTION -> true;
            default -> false;
        };
    }

    /** Whether it belongs to the requirement in front of it; pip ignores all others that follow a requirement. */
    boolean isOfRequirement() {
        return switch (this) {
            case HASH, CONFIG_SETTINGS, GLOBAL_OPTION -> true;
            default -> false;
        };
    }
}
