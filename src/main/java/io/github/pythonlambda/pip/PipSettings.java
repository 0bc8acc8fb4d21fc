package io.github.pythonlambda.pip;

import io.github.pythonlambda.index.Credentials;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * pip's own settings, in the places where pip looks for them (pip's documentation, "Configuration Files"), without
 * credentials: a token that is renewed every hour changes nothing.
 */
public final class PipSettings {

    private static final String PREFIX = "PIP_";
    private static final String CONFIG_FILE = "PIP_CONFIG_FILE";
    private static final Pattern CONSTRAINT = Pattern.compile("(?m)^\\s*constraint\\s*[=:]");

    /** The variables that say where {@link #files()} are. */
    private static final Set<String> PLACES =
            Set.of("HOME", "USERPROFILE", "XDG_CONFIG_HOME", "XDG_CONFIG_DIRS", "ProgramData", "APPDATA");

    private final Map<String, String> environment;
    private final List<String> texts = new ArrayList<>();
    private boolean constrained;

    private PipSettings(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * Reads the settings.
     *
     * @param environment the variables of pip's process
     */
    public static PipSettings read(Map<String, String> environment) throws IOException {
        PipSettings settings = new PipSettings(environment);
        for (Map.Entry<String, String> variable : new TreeMap<>(environment).entrySet()) {
            if (variable.getKey().startsWith(PREFIX)) {
                settings.texts.add(variable.getKey() + "=" + Credentials.hide(variable.getValue()));
                settings.constrained |= variable.getKey().equals("PIP_CONSTRAINT");
            }
        }
        for (Path file : settings.files()) {
            if (Files.isRegularFile(file)) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                settings.texts.add(file + "\n" + Credentials.hide(text));
                settings.constrained |= CONSTRAINT.matcher(text).find();
            }
        }
        return settings;
    }

    /** The environment variables that the settings depend on, as texts without credentials. */
    public static List<String> variables(Map<String, String> environment) {
        List<String> texts = new ArrayList<>();
        for (Map.Entry<String, String> variable : new TreeMap<>(environment).entrySet()) {
            if (variable.getKey().startsWith(PREFIX) || PLACES.contains(variable.getKey())) {
                texts.add(variable.getKey() + "=" + Credentials.hide(variable.getValue()));
            }
        }
        return texts;
    }

    /** Where configuration files are looked for, whether or not they exist. */
    public List<Path> files() {
        String named = variable(CONFIG_FILE, "");
        if (named.equals("/dev/null") || named.equalsIgnoreCase("nul")) {
            return List.of();
        }
        List<Path> files = new ArrayList<>();
        for (String folder : variable("XDG_CONFIG_DIRS", "/etc/xdg").split(":")) {
            files.add(Path.of(folder, "pip", "pip.conf"));
        }
        files.add(Path.of("/etc/pip.conf"));
        String home = variable("HOME", variable("USERPROFILE", ""));
        files.add(Path.of(home, ".pip", "pip.conf"));
        files.add(Path.of(variable("XDG_CONFIG_HOME", home + "/.config"), "pip", "pip.conf"));
        for (String library : List.of("/Library", home + "/Library")) {
            files.add(Path.of(library, "Application Support", "pip", "pip.conf"));
        }
        for (String folder : List.of(variable("ProgramData", ""), variable("APPDATA", ""), home)) {
            files.add(Path.of(folder, "pip", "pip.ini"));
        }
        if (!named.isEmpty()) {
            files.add(Path.of(named));
        }
        return files;
    }

    private String variable(String name, String otherwise) {
        String value = environment.get(name);
        return value == null || value.isEmpty() ? otherwise : value;
    }

    /** The settings as texts, in a fixed order, without credentials. */
    public List<String> texts() {
        return List.copyOf(texts);
    }

    /** Whether they name files of constraints, whose content is not among the texts. */
    public boolean hasConstraints() {
        return constrained;
    }
}
