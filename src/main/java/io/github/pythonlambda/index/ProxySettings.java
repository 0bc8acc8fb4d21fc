package io.github.pythonlambda.index;

import java.net.URI;
import java.util.Optional;

/**
 * A proxy.
 *
 * @param protocol {@code http} or {@code https}: what is asked for through it; it is spoken to in HTTP
 * @param host its name
 * @param port its port
 * @param login how to log in, if it asks for that
 * @param nonProxyHosts what is not asked for through it
 */
public record ProxySettings(
        String protocol, String host, int port, Optional<Login> login, NonProxyHosts nonProxyHosts) {

    private static final int USUAL_PORT = 80;

    /**
     * Reads a variable's value, {@code http://user:password@host:port} or {@code host:port}.
     *
     * @return empty for what is no HTTP proxy
     */
    static Optional<ProxySettings> ofVariable(String value, String protocol, NonProxyHosts nonProxyHosts) {
        try {
            IndexLocation place = IndexLocation.parse(value.contains("://") ? value : "http://" + value);
            URI url = place.url();
            return "http".equalsIgnoreCase(url.getScheme())
                    ? Optional.of(new ProxySettings(
                            protocol,
                            url.getHost(),
                            url.getPort() < 0 ? USUAL_PORT : url.getPort(),
                            place.login(),
                            nonProxyHosts))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            // pip, which reads the same variable, says what is wrong with it.
            return Optional.empty();
        }
    }

    /** The form of a variable. Not to be shown. */
    String urlWithLogin() {
        String place = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        return "http://" + login.map(known -> known.userInfo() + "@").orElse("") + place + ":" + port;
    }
}
