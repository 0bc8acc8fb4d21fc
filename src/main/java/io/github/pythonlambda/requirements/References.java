package io.github.pythonlambda.requirements;

import io.github.pythonlambda.packaging.PythonText;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds what lines refer to by a path or a URL. Paths of requirements count from the folder of the file they stand in if
 * there is such a file, as they do in this plugin's use of pip, else from pip's working directory.
 */
final class References {

    private static final Pattern NAMED_URL = Pattern.compile(
            "\\s*[A-Za-z0-9][A-Za-z0-9._-]*\\s*(?:\\[[^\\]]*])?\\s*@\\s*(?<url>\\S+).*", Pattern.DOTALL);
    private static final Pattern SCHEME = Pattern.compile("(?<scheme>[A-Za-z][A-Za-z0-9+.-]*):.*", Pattern.DOTALL);
    private static final Pattern VCS = Pattern.compile("(?:git|hg|svn|bzr)(?<plus>\\+.*)?");
    private static final List<String> DOWNLOADS = List.of("http", "https", "ftp");
    private static final List<String> ARCHIVES = List.of(
            ".whl",
            ".zip",
            ".tar",
            ".tar.gz",
            ".tgz",
            ".tar.bz2",
            ".tbz",
            ".tar.xz",
            ".txz",
            ".tlz",
            ".tar.lz",
            ".tar.lzma");

    private final Path directory;

    /**
     * Counts from pip's working directory where pip does.
     *
     * @param directory absolute
     */
    References(Path directory) {
        this.directory = directory;
    }

    /**
     * What a requirement names, if it is no project on an index.
     *
     * @param folder the one of the file it stands in; none if that was read by its URL
     */
    Optional<Reference> ofRequirement(String requirement, boolean editable, @Nullable Path folder, Expanded source) {
        String text = PythonText.strip(requirement);
        Matcher named = NAMED_URL.matcher(text);
        if (text.indexOf('@') >= 0 && named.matches()) {
            return ofNamedUrl(named.group("url"), editable, folder, source);
        }
        // A marker, which pip expects in front of -e only, is set apart from a URL by a space.
        String unmarked = editable ? withoutExtras(text) : before(text, "; ");
        Optional<Reference> url = ofUrl(unmarked, editable, directory, source);
        return url.isPresent() ? url : ofPath(withoutExtras(before(text, ";")), editable, folder);
    }

    /** What {@code --find-links} names: a folder, a file, or a page. */
    Optional<Reference> ofFindLinks(String value, @Nullable Path folder, Expanded source) {
        Optional<Path> beside = folder == null ? Optional.empty() : FileUrls.resolve(folder, value);
        if (beside.isPresent() && Files.exists(beside.get())) {
            return beside.map(Reference.LocalPath::new);
        }
        return ofIndex(value, source);
    }

    /** An index may be a folder too. */
    Optional<Reference> ofIndex(String value, Expanded source) {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Optional<Reference> url = ofUrl(value, false, directory, source);
        return url.isPresent() ? url : FileUrls.resolve(directory, value).map(Reference.LocalPath::new);
    }

    private Optional<Reference> ofNamedUrl(String url, boolean editable, @Nullable Path folder, Expanded source) {
        Path base = folder == null ? directory : folder;
        boolean relative = FileUrls.isFileUrl(url) && !url.startsWith("/", "file:".length());
        Optional<Reference> reference = ofUrl(relative ? before(url, ";") : url, editable, base, source);
        return reference.isPresent() ? reference : Optional.of(new Reference.RemoteUrl(Secrets.remove(url, source)));
    }

    private static Optional<Reference> ofUrl(String text, boolean editable, Path base, Expanded source) {
        Matcher matcher = SCHEME.matcher(text);
        if (text.indexOf(':') < 0 || !matcher.matches()) {
            return Optional.empty();
        }
        // Python leaves these characters out of any URL.
        String url = text.replaceAll("[\\t\\r\\n]", "");
        String scheme = matcher.group("scheme").toLowerCase(Locale.ROOT);
        Matcher vcs = VCS.matcher(scheme);
        if (vcs.matches() && (editable || vcs.group("plus") != null)) {
            String full = vcs.group("plus") == null ? scheme + "+" + url : url;
            return Optional.of(new Reference.VcsUrl(Secrets.remove(full, source)));
        }
        if (scheme.equals("file")) {
            return FileUrls.path(url, base).map(Reference.LocalPath::new);
        }
        return DOWNLOADS.contains(scheme)
                ? Optional.of(new Reference.RemoteUrl(Secrets.remove(url, source)))
                : Optional.empty();
    }

    private Optional<Reference> ofPath(String path, boolean editable, @Nullable Path folder) {
        boolean looksLikePath = path.startsWith(".") || path.contains("/") || path.contains(File.separator);
        if (!looksLikePath && !editable && !isArchive(path)) {
            return Optional.empty();
        }
        boolean mayCountFromFile = looksLikePath && folder != null && path.indexOf('@') < 0;
        Optional<Path> beside = mayCountFromFile && folder != null ? FileUrls.resolve(folder, path) : Optional.empty();
        Optional<Path> inDirectory = FileUrls.resolve(directory, path);
        // Of one that is nowhere, the place where it was looked for first.
        boolean takeBeside = beside.isPresent()
                && (Files.exists(beside.get()) || inDirectory.isEmpty() || !Files.exists(inDirectory.get()));
        return (takeBeside ? beside : inDirectory).map(Reference.LocalPath::new);
    }

    private static boolean isArchive(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return ARCHIVES.stream().anyMatch(lower::endsWith);
    }

    private static String withoutExtras(String path) {
        if (!path.endsWith("]")) {
            return path;
        }
        int start = path.indexOf('[', path.lastIndexOf(']', path.length() - 2) + 1);
        return start < 0 ? path : PythonText.strip(path.substring(0, start));
    }

    private static String before(String text, String separator) {
        int end = text.indexOf(separator);
        return PythonText.strip(end < 0 ? text : text.substring(0, end));
    }
}
