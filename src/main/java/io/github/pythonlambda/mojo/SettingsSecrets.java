package io.github.pythonlambda.mojo;

import io.github.pythonlambda.index.Login;
import io.github.pythonlambda.index.NonProxyHosts;
import io.github.pythonlambda.index.ProxySettings;
import io.github.pythonlambda.problem.Problem;
import io.github.pythonlambda.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.jspecify.annotations.Nullable;

/** Logins and proxies of settings.xml, decrypted. */
final class SettingsSecrets {

    private final Settings settings;
    private final SettingsDecrypter decrypter;

    SettingsSecrets(Settings settings, SettingsDecrypter decrypter) {
        this.settings = settings;
        this.decrypter = decrypter;
    }

    /**
     * The login of a server.
     *
     * @param wanted by which parameter, for the error message
     */
    Login login(String serverId, String wanted) throws ProblemException {
        @Nullable Server server = settings.getServer(serverId);
        if (server == null) {
            throw new ProblemException(Problem.of("settings.xml has no server '" + serverId + "'")
                    .at(wanted)
                    .found(
                            settings.getServers().isEmpty()
                                    ? "no server at all"
                                    : settings.getServers().stream()
                                            .map(Server::getId)
                                            .collect(Collectors.joining(", ")))
                    .remedy(
                            "add <server><id>%s</id> with <username> and <password> to settings.xml, or correct <serverId>"
                                    .formatted(serverId)));
        }
        SettingsDecryptionResult decrypted = decrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
        if (isFailed(decrypted)) {
            throw new ProblemException(
                    undecrypted("password of server '" + serverId + "'").at(wanted));
        }
        Server open = decrypted.getServer();
        if (isBlank(open.getUsername())) {
            throw new ProblemException(Problem.of("server '" + serverId + "' of settings.xml has no <username>")
                    .at(wanted)
                    .remedy("add it; for an index that takes a token, its documentation says which name goes with it"));
        }
        return new Login(open.getUsername(), open.getPassword() == null ? "" : open.getPassword());
    }

    /** The active proxies, in their order. */
    List<ProxySettings> proxies() throws ProblemException {
        List<ProxySettings> proxies = new ArrayList<>();
        for (Proxy proxy : settings.getProxies()) {
            if (proxy.isActive() && !isBlank(proxy.getHost())) {
                proxies.add(open(proxy));
            }
        }
        return proxies;
    }

    private ProxySettings open(Proxy proxy) throws ProblemException {
        SettingsDecryptionResult decrypted = decrypter.decrypt(new DefaultSettingsDecryptionRequest(proxy));
        if (isFailed(decrypted)) {
            throw new ProblemException(undecrypted("password of proxy '" + proxy.getId() + "'"));
        }
        Proxy open = decrypted.getProxy();
        Optional<Login> login = isBlank(open.getUsername())
                ? Optional.empty()
                : Optional.of(new Login(open.getUsername(), open.getPassword() == null ? "" : open.getPassword()));
        String nonProxyHosts = open.getNonProxyHosts() == null ? "" : open.getNonProxyHosts();
        return new ProxySettings(
                open.getProtocol() == null ? "http" : open.getProtocol(),
                open.getHost(),
                open.getPort(),
                login,
                NonProxyHosts.ofSettings(nonProxyHosts));
    }

    private static boolean isFailed(SettingsDecryptionResult result) {
        return result.getProblems().stream()
                .anyMatch(problem -> problem.getSeverity() != SettingsProblem.Severity.WARNING);
    }

    /** Maven's own words may have the value in them. */
    private static Problem undecrypted(String what) {
        return Problem.of("Maven cannot decrypt the " + what + " of settings.xml")
                .expected("a password encrypted by 'mvn --encrypt-password' with the master password of"
                        + " settings-security.xml")
                .remedy("encrypt it again, or restore the settings-security.xml that it was encrypted with");
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
