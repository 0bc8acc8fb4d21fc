package io.github.pythonlambda.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A text is not JSON. The message says where and why. */
public final class JsonSyntaxException extends IOException {

    private static final long serialVersionUID = 1L;
    /** Jackson's words for the place where an object or array begins that does not end. */
    private static final Pattern WHERE_IT_BEGINS = Pattern.compile(" \\(start marker at .*\\)$");

    JsonSyntaxException(JsonProcessingException cause) {
        super(
                place(cause.getLocation())
                        + WHERE_IT_BEGINS.matcher(cause.getOriginalMessage()).replaceFirst(""),
                cause);
    }

    private static String place(@Nullable JsonLocation location) {
        return location == null ? "" : "line %d, column %d: ".formatted(location.getLineNr(), location.getColumnNr());
    }
}
