package io.github.pythonlambda.mojo;

import io.github.pythonlambda.index.Credentials;
import org.jspecify.annotations.Nullable;

/**
 * An index, or a folder or page of links, as the pom or a property names it: {@code <index>URL</index>}, or with the
 * elements {@code <url>} and {@code <serverId>} in it.
 */
public final class IndexParameter {

    /** Where it is. */
    private @Nullable String url;

    /** The {@code <server>} of settings.xml that has its login. */
    private @Nullable String serverId;

    /** Maven calls this where the element has only text. */
    public void set(String text) {
        url = text;
    }

    String url() {
        return url == null ? "" : url.strip();
    }

    String serverId() {
        return serverId == null ? "" : serverId.strip();
    }

    /** Maven shows it with {@code -X}. */
    @Override
    public String toString() {
        String place = Credentials.hide(url());
        return serverId().isEmpty() ? place : place + " (server " + serverId() + ")";
    }
}
