package io.github.pythonlambda.pip;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.packaging.PackagingSyntaxException;
import io.github.pythonlambda.packaging.SdistFileName;
import io.github.pythonlambda.resolve.SourceTree;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Reads where a source comes from (PyPA's specification "Direct URL Data Structure"). */
final class DownloadInfo {

    private DownloadInfo() {}

    /**
     * The source that a wheel was built from.
     *
     * @param info the data structure
     * @param direct whether a requirement names the source, and no index offers it
     * @throws IllegalArgumentException if it is none that is known
     */
    static SourceTree source(JsonNode info, boolean direct) {
        String url = info.path("url").asText();
        Optional<String> subdirectory = text(info, "subdirectory");
        if (info.has("vcs_info")) {
            JsonNode vcs = info.path("vcs_info");
            return new SourceTree.Vcs(
                    vcs.path("vcs").asText(),
                    url,
                    text(vcs, "requested_revision"),
                    vcs.path("commit_id").asText(),
                    subdirectory);
        }
        if (info.has("dir_info")) {
            return new SourceTree.Directory(
                    Path.of(URI.create(url)),
                    info.path("dir_info").path("editable").asBoolean());
        }
        Sha256 digest = sha256(info);
        URI source = URI.create(url);
        return direct
                ? new SourceTree.Archive(source, digest, subdirectory)
                : new SourceTree.Sdist(sdistName(source), source, digest);
    }

    private static SdistFileName sdistName(URI source) {
        String path = source.getPath();
        try {
            return SdistFileName.parse(path.substring(path.lastIndexOf('/') + 1));
        } catch (PackagingSyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /**
     * The hash of an archive.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Sha256 sha256(JsonNode info) {
        JsonNode archive = info.path("archive_info");
        // pip 23.0 knows only the older field, of the form sha256=..., for some files.
        String older = archive.path("hash").asText().replaceFirst("^sha256=", "");
        return new Sha256(archive.path("hashes").path("sha256").asText(older));
    }

    private static Optional<String> text(JsonNode node, String field) {
        return node.hasNonNull(field) ? Optional.of(node.path(field).asText()) : Optional.empty();
    }
}
