package io.github.pythonlambda.index;

import java.util.ArrayList;
import java.util.List;

/** How Java gets at indexes and the files on them: what pip is told by {@link PipVariables} as well. */
public final class IndexAccess {

    private final List<IndexLocation> indexes;
    private final Logins logins;
    private final ProxyRoutes proxies;
    private final boolean offline;

    private IndexAccess(List<IndexLocation> indexes, Logins logins, ProxyRoutes proxies, boolean offline) {
        this.indexes = List.copyOf(indexes);
        this.logins = logins;
        this.proxies = proxies;
        this.offline = offline;
    }

    /** Reads the user's netrc file, too. */
    public static IndexAccess of(IndexSettings settings, boolean offline) {
        List<IndexLocation> indexes = settings.indexes();
        List<IndexLocation> all = new ArrayList<>(indexes);
        all.addAll(settings.findLinks());
        return new IndexAccess(
                indexes,
                new Logins(all, Netrc.find(settings.environment())),
                new ProxyRoutes(settings.environment(), settings.proxies()),
                offline);
    }

    /** The indexes to ask for a file that is not where it should be, the most important one first. */
    public List<IndexLocation> indexes() {
        return indexes;
    }

    /** Whether nothing may be asked for over the network. */
    public boolean offline() {
        return offline;
    }

    Logins logins() {
        return logins;
    }

    ProxyRoutes proxies() {
        return proxies;
    }
}
