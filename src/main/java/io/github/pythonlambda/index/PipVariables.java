package io.github.pythonlambda.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The settings as variables for pip's process: arguments can be read by everybody on the machine, an environment only by
 * its owner. pip prefers its variables to its configuration files, and splits lists at white space.
 */
public final class PipVariables {

    private static final List<String> PROTOCOLS = List.of("https", "http");

    private final IndexSettings settings;
    private final ProxyRoutes routes;

    public PipVariables(IndexSettings settings) {
        this.settings = settings;
        this.routes = new ProxyRoutes(settings.environment(), settings.proxies());
    }

    /** What to set on top of the user's own variables. The values are not to be shown. */
    public Map<String, String> online() {
        Map<String, String> variables = new TreeMap<>();
        settings.index().ifPresent(index -> variables.put("PIP_INDEX_URL", index.urlWithLogin()));
        putLocations(variables, "PIP_EXTRA_INDEX_URL", settings.extraIndexes());
        putLocations(variables, "PIP_FIND_LINKS", settings.findLinks());
        putProxies(variables);
        return variables;
    }

    /** The same where the network may not be used. */
    public Map<String, String> offline() {
        Map<String, String> variables = new TreeMap<>();
        List<IndexLocation> folders =
                settings.findLinks().stream().filter(IndexLocation::isFile).toList();
        putLocations(variables, "PIP_FIND_LINKS", folders);
        return variables;
    }

    private static void putLocations(Map<String, String> variables, String name, List<IndexLocation> locations) {
        if (!locations.isEmpty()) {
            variables.put(
                    name, locations.stream().map(IndexLocation::urlWithLogin).collect(Collectors.joining(" ")));
        }
    }

    private void putProxies(Map<String, String> variables) {
        List<ProxySettings> used = new ArrayList<>();
        for (String protocol : PROTOCOLS) {
            if (routes.userChoice(protocol).isEmpty()) {
                routes.ofMaven(protocol).stream().findFirst().ifPresent(proxy -> {
                    used.add(proxy);
                    variables.put(protocol.toUpperCase(Locale.ROOT) + "_PROXY", proxy.urlWithLogin());
                });
            }
        }
        Set<String> exceptions = exceptions(used);
        if (!exceptions.isEmpty()) {
            settings.environment().first("no_proxy", "NO_PROXY").ifPresent(exceptions::add);
            // Where both names are set, Python looks at the one in lower case.
            boolean lower = settings.environment().first("no_proxy").isPresent();
            variables.put(lower ? "no_proxy" : "NO_PROXY", String.join(",", exceptions));
        }
    }

    /** Not every pattern of settings.xml has a form there; so the indexes that it means are named too. */
    private Set<String> exceptions(Collection<ProxySettings> used) {
        Set<String> entries = new LinkedHashSet<>();
        for (ProxySettings proxy : used) {
            entries.addAll(proxy.nonProxyHosts().variableEntries());
            settings.indexes().stream()
                    .filter(index -> !index.isFile())
                    .map(index -> index.url().getHost())
                    .filter(proxy.nonProxyHosts()::contains)
                    .forEach(entries::add);
        }
        return entries;
    }
}
