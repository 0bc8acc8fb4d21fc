package io.github.pythonlambda.index;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Through which proxy a URL is asked for: the one of the user's variables, as with pip, and else Maven's. */
final class ProxyRoutes extends ProxySelector {

    private static final String HTTPS = "https";
    private static final String HTTP = "http";

    private final UserEnvironment environment;
    private final List<ProxySettings> proxies;

    /** @param proxies Maven's, the most important one first */
    ProxyRoutes(UserEnvironment environment, List<ProxySettings> proxies) {
        this.environment = environment;
        this.proxies = List.copyOf(proxies);
    }

    /** Whether there is any proxy at all. */
    boolean isEmpty() {
        return proxies.isEmpty()
                && userChoice(HTTPS).isEmpty()
                && userChoice(HTTP).isEmpty();
    }

    /** What the user's variables say on a protocol; then Maven's settings do not count for it. */
    Optional<String> userChoice(String protocol) {
        return environment.first(
                "PIP_PROXY",
                protocol + "_proxy",
                protocol.toUpperCase(Locale.ROOT) + "_PROXY",
                "all_proxy",
                "ALL_PROXY");
    }

    /** The user's own exceptions. */
    NonProxyHosts userExceptions() {
        return environment
                .first("no_proxy", "NO_PROXY")
                .map(NonProxyHosts::ofVariable)
                .orElse(NonProxyHosts.NONE);
    }

    /** Maven's proxies for a protocol. For https it takes one for http too, if there is none of its own. */
    List<ProxySettings> ofMaven(String protocol) {
        List<ProxySettings> own = withProtocol(protocol);
        return own.isEmpty() && protocol.equals(HTTPS) ? withProtocol(HTTP) : own;
    }

    private List<ProxySettings> withProtocol(String protocol) {
        return proxies.stream()
                .filter(proxy -> proxy.protocol().equalsIgnoreCase(protocol))
                .toList();
    }

    /** The proxy for a URL; empty if its host is to be asked directly. */
    Optional<ProxySettings> route(URI url) {
        String protocol = Objects.toString(url.getScheme(), "").toLowerCase(Locale.ROOT);
        String host = Objects.toString(url.getHost(), "");
        NonProxyHosts exceptions = userExceptions();
        if (exceptions.contains(host)) {
            return Optional.empty();
        }
        Optional<String> chosen = userChoice(protocol);
        if (chosen.isPresent()) {
            return ProxySettings.ofVariable(chosen.get(), protocol, exceptions);
        }
        return ofMaven(protocol).stream()
                .filter(proxy -> !proxy.nonProxyHosts().contains(host))
                .findFirst();
    }

    @Override
    public List<Proxy> select(URI url) {
        return List.of(route(url)
                .map(proxy -> new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxy.host(), proxy.port())))
                .orElse(Proxy.NO_PROXY));
    }

    @Override
    public void connectFailed(URI url, SocketAddress address, IOException failure) {
        // Whoever asked is told.
    }
}
