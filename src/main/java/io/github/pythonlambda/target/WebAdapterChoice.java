package io.github.pythonlambda.target;

import org.jspecify.annotations.Nullable;

/**
 * Which layer of the AWS Lambda Web Adapter the user wants, in the words of the parameters; {@code null} or blank where
 * nothing is said.
 *
 * @param version a version of the adapter, or the number of a layer version
 * @param layerArn a layer version of the user's own
 * @param region where the function will be
 */
public record WebAdapterChoice(
        @Nullable String version,
        @Nullable String layerArn,
        @Nullable String region) {

    /** The newest version of the table, in whichever region the stack will be. */
    public static final WebAdapterChoice DEFAULT = new WebAdapterChoice(null, null, null);

    public WebAdapterChoice {
        version = orNull(version);
        layerArn = orNull(layerArn);
        region = orNull(region);
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
