package io.github.pythonlambda.build;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.index.IndexSettings;
import io.github.pythonlambda.pip.PipSettings;
import io.github.pythonlambda.requirements.OptionLine;
import io.github.pythonlambda.requirements.OptionName;
import io.github.pythonlambda.requirements.Reference;
import io.github.pythonlambda.requirements.RequirementsFile;
import io.github.pythonlambda.resolve.LayerSource;
import io.github.pythonlambda.resolve.LocalWheel;
import io.github.pythonlambda.resolve.ResolveOptions;
import io.github.pythonlambda.resolve.ResolveRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A digest of all that the answer of a resolution depends on, but for what the indexes offer. There is none where an input
 * cannot be seen without the network, such as a file that is included by its URL: then the answer is never used again.
 */
final class ResolutionFingerprint {

    /** To be raised when the kept form, or what is taken into account, changes. */
    private static final String FORMAT = "1";

    private static final Pattern WITH_HASH = Pattern.compile(".*#(?:.*&)?sha256=[0-9a-fA-F]{64}(?:&.*)?");
    private static final Pattern WITH_COMMIT = Pattern.compile(".*@[0-9a-f]{40}(?:#.*)?");

    private final MessageDigest digest = Sha256.newDigest();
    private boolean known = true;

    private ResolutionFingerprint() {}

    /**
     * Computes the fingerprint.
     *
     * @param request what is asked
     * @param files the requirements files by layer
     * @param pip what runs: interpreter and version of pip
     * @return empty if an input is not known
     */
    static Optional<Sha256> of(ResolveRequest request, Map<String, RequirementsFile> files, String pip)
            throws IOException {
        ResolutionFingerprint fingerprint = new ResolutionFingerprint();
        fingerprint.addSurroundings(request, pip);
        fingerprint.add("constraints", request.constraints().toString());
        for (LayerSource layer : request.layers()) {
            fingerprint.add(layer, files.get(layer.name()));
        }
        return fingerprint.result();
    }

    /**
     * The same without what is required: a digest of all that the choice among an index's files of one release depends on.
     *
     * @return empty if an input is not known
     */
    static Optional<Sha256> ofIndexes(ResolveRequest request, Map<String, RequirementsFile> files, String pip)
            throws IOException {
        ResolutionFingerprint fingerprint = new ResolutionFingerprint();
        fingerprint.addSurroundings(request, pip);
        String before = "";
        for (LayerSource layer : request.layers()) {
            RequirementsFile file = files.get(layer.name());
            if (file == null) {
                continue;
            }
            fingerprint.known &= file.remoteFiles().isEmpty();
            for (OptionLine line : file.options()) {
                // Each layer may name the same index.
                if (!line.canonical().equals(before)) {
                    fingerprint.add(line, file);
                    before = line.canonical();
                }
            }
        }
        return fingerprint.result();
    }

    private Optional<Sha256> result() {
        return known ? Optional.of(Sha256.of(digest)) : Optional.empty();
    }

    private void addSurroundings(ResolveRequest request, String pip) throws IOException {
        PipSettings settings =
                PipSettings.read(request.options().indexes().environment().variables());
        known &= !settings.hasConstraints();
        add("format", FORMAT);
        add("pip", pip);
        add("target", request.target() + " " + new TreeMap<>(request.target().markerEnvironment()));
        add("tags", request.target().tags().toString());
        add(request.options());
        if (request.options().wheelhouse().isPresent()) {
            add(request.options().wheelhouse().get());
        }
        add("directory", request.directory().toString());
        for (String text : settings.texts()) {
            add("settings", text);
        }
    }

    private void add(OptionLine line, RequirementsFile file) throws IOException {
        add("line", line.canonical());
        for (Reference reference : line.references()) {
            add(reference, file);
        }
    }

    private void add(ResolveOptions options) {
        IndexSettings indexes = options.indexes();
        add("index", indexes.index().toString());
        add("extraIndexes", indexes.extraIndexes().toString());
        add("findLinks", indexes.findLinks().toString());
        add(
                "sdists",
                options.sdists().all() + " " + new TreeSet<>(options.sdists().projects()));
    }

    private void add(Path wheelhouse) throws IOException {
        try (Stream<Path> wheels = Files.list(wheelhouse)) {
            for (Path wheel : wheels.sorted().toList()) {
                add("wheelhouse", wheel + " " + Files.size(wheel));
            }
        }
    }

    private void add(LayerSource layer, RequirementsFile file) throws IOException {
        add("layer", layer.name());
        for (LocalWheel wheel : layer.wheels()) {
            add("wheel", wheel.path() + " " + wheel.digest());
        }
        if (file == null) {
            return;
        }
        file.files().forEach(read -> add("file", read.path() + " " + read.sha256()));
        // Expanded, so that variables count, and without credentials, so that a new token does not.
        file.lines().forEach(line -> add("line", line.canonical()));
        known &= file.remoteFiles().isEmpty();
        for (Reference reference : file.references()) {
            add(reference, file);
        }
    }

    private void add(Reference reference, RequirementsFile file) throws IOException {
        if (reference instanceof Reference.LocalPath local) {
            add("path", local.path() + " " + contentOf(local.path()));
        } else if (reference instanceof Reference.RemoteUrl remote) {
            known &= isIndex(remote, file) || WITH_HASH.matcher(remote.url()).matches();
        } else if (reference instanceof Reference.VcsUrl vcs) {
            known &= WITH_COMMIT.matcher(vcs.url()).matches();
        }
    }

    /** What indexes and pages of links offer is the one input that only age limits. */
    private static boolean isIndex(Reference.RemoteUrl url, RequirementsFile file) {
        return file.lines().stream()
                .filter(OptionLine.class::isInstance)
                .map(OptionLine.class::cast)
                .filter(line -> line.options().stream()
                        .anyMatch(option -> option.name() == OptionName.INDEX_URL
                                || option.name() == OptionName.EXTRA_INDEX_URL
                                || option.name() == OptionName.FIND_LINKS))
                .anyMatch(line -> line.references().contains(url));
    }

    private static String contentOf(Path path) throws IOException {
        if (Files.isRegularFile(path)) {
            return Sha256.ofFile(path).hex();
        }
        return Files.isDirectory(path) ? SourceFolder.read(path).digest().hex() : "missing";
    }

    private void add(String kind, String text) {
        digest.update((kind + "\0" + text + "\0").getBytes(StandardCharsets.UTF_8));
    }
}
