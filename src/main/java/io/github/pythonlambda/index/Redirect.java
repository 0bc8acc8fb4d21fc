package io.github.pythonlambda.index;

import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** Where an answer sends the client on to. */
final class Redirect {

    private Redirect() {}

    static boolean isOne(int status) {
        return switch (status) {
            case 301, 302, 303, 307, 308 -> true;
            default -> false;
        };
    }

    /**
     * The next URL to ask for. Credentials in it are left out.
     *
     * @param location the header of that name
     * @throws IOException if there is none, or it is not one to follow
     */
    static URI target(URI from, Optional<String> location) throws IOException {
        String text = location.orElseThrow(() -> new IOException("a redirect that does not say where to"));
        URI target = UrlText.resolve(from, text)
                .orElseThrow(() -> new IOException("a redirect to what is no URL: " + Credentials.hide(text)));
        String scheme = String.valueOf(target.getScheme()).toLowerCase(Locale.ROOT);
        if (scheme.equals("http") && "https".equalsIgnoreCase(from.getScheme())) {
            throw new IOException("a redirect from https to http is not followed: " + Credentials.hide(text));
        }
        if (!scheme.equals("http") && !scheme.equals("https") || target.getHost() == null) {
            throw new IOException("a redirect to neither https nor http: " + Credentials.hide(text));
        }
        return target;
    }
}
