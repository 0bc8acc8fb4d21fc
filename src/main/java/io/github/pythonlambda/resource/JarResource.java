package io.github.pythonlambda.resource;

import io.github.pythonlambda.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A file of the plugin's jar. That it can be read is taken for granted, as for a class.
 *
 * @param owner the class in whose folder it is
 * @param path its name, or its path from there
 */
public record JarResource(Class<?> owner, String path) {

    public byte[] bytes() {
        try (InputStream in = owner.getResourceAsStream(path)) {
            if (in == null) {
                throw damaged(null);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    public JsonValue json() {
        try {
            return JsonValue.read(text());
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    /** What to throw if the content is not as it was made. */
    public IllegalStateException damaged(@Nullable Exception cause) {
        return new IllegalStateException("the plugin's jar is damaged: " + path, cause);
    }
}
