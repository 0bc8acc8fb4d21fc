package io.github.pythonlambda.pip;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.json.JsonValue;
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
    static SourceTree source(JsonValue info, boolean direct) {
        String url = info.get("url").text();
        Optional<String> subdirectory = text(info, "subdirectory");
        JsonValue vcs = info.get("vcs_info");
        if (vcs.isObject()) {
            return new SourceTree.Vcs(
                    vcs.get("vcs").text(),
                    url,
                    text(vcs, "requested_revision"),
                    vcs.get("commit_id").text(),
                    subdirectory);
        }
        JsonValue directory = info.get("dir_info");
        if (directory.isObject()) {
            return new SourceTree.Directory(
                    Path.of(URI.create(url)), directory.get("editable").booleanValue());
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
    static Sha256 sha256(JsonValue info) {
        JsonValue archive = info.get("archive_info");
        // pip 23.0 knows only the older field, of the form sha256=..., for some files.
        String older = archive.get("hash").text().replaceFirst("^sha256=", "");
        return new Sha256(archive.get("hashes").get("sha256").text(older));
    }

    private static Optional<String> text(JsonValue object, String name) {
        return Optional.ofNullable(object.get(name).textOrNull());
    }
}
