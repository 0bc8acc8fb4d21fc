package io.github.pythonlambda.index;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Which login belongs to a URL. */
final class Logins {

    private final List<IndexLocation> locations;
    private final Netrc netrc;

    /** @param locations those without a login are of no use here */
    Logins(List<IndexLocation> locations, Netrc netrc) {
        this.locations = locations.stream()
                .filter(location -> location.login().isPresent())
                .toList();
        this.netrc = netrc;
    }

    /**
     * The login for a URL: of a location with the same scheme, host and port, and of several such the one whose path has
     * most in common with the URL's; else that of the netrc file.
     */
    Optional<Login> of(URI url) {
        return locations.stream()
                .filter(location -> location.hasOriginOf(url))
                .max(Comparator.comparingInt(location -> common(path(location.url()), path(url))))
                .flatMap(IndexLocation::login)
                .or(() -> netrc.of(Objects.toString(url.getHost(), "")));
    }

    private static String path(URI url) {
        return Objects.toString(url.getPath(), "");
    }

    private static int common(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }
}
