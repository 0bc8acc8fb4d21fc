package io.github.pythonlambda.index;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.json.JsonSyntaxException;
import io.github.pythonlambda.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The page of a project on an index, as HTML (PEP 503) or JSON (PEP 691). */
final class SimplePage {

    static final String JSON = "application/vnd.pypi.simple.v1+json";

    private static final String ATTRIBUTES = "((?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+)";
    private static final Pattern TAG = Pattern.compile("(?i)<(a|base)\\b" + ATTRIBUTES + ">");
    private static final Pattern HREF =
            Pattern.compile("(?i)(?:^|\\s)href\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+))");
    private static final Pattern REFERENCE = Pattern.compile("&(?:#([0-9]{1,7})|#[xX]([0-9A-Fa-f]{1,6})|(\\w{2,4}));");
    private static final Pattern HASH = Pattern.compile("(?:^|&)sha256=([0-9A-Fa-f]{64})(?:&|$)");

    private static final Map<String, String> NAMED =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'");

    /**
     * A file that the index offers.
     *
     * @param name its file name
     * @param url where it is, without fragment and credentials
     * @param digest what its content has, if the index says so
     */
    record File(String name, URI url, Optional<Sha256> digest) {}

    private SimplePage() {}

    /** @param page the page's URL after all redirects */
    static List<File> html(URI page, String text) {
        List<File> files = new ArrayList<>();
        URI base = page;
        Matcher tag = TAG.matcher(text);
        while (tag.find()) {
            URI target = resolve(base, href(tag.group(2)));
            if (tag.group(1).equalsIgnoreCase("base")) {
                base = target;
            } else {
                file(target).ifPresent(files::add);
            }
        }
        return files;
    }

    private static String href(String attributes) {
        Matcher href = HREF.matcher(attributes);
        if (!href.find()) {
            return "";
        }
        String value = Stream.of(1, 2, 3)
                .map(href::group)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
        return REFERENCE.matcher(value).replaceAll(match -> Matcher.quoteReplacement(character(match)));
    }

    private static String character(MatchResult reference) {
        if (reference.group(1) != null) {
            return character(Integer.parseInt(reference.group(1)));
        }
        if (reference.group(2) != null) {
            return character(Integer.parseInt(reference.group(2), 16));
        }
        return NAMED.getOrDefault(reference.group(3), reference.group());
    }

    private static String character(int codePoint) {
        return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : "";
    }

    /** The page itself if the reference is none. */
    private static URI resolve(URI base, String reference) {
        return UrlText.resolve(base, reference).orElse(base);
    }

    /** The hash is in the fragment. */
    private static Optional<File> file(URI target) {
        Matcher hash = HASH.matcher(Objects.toString(target.getRawFragment(), ""));
        Optional<Sha256> digest = hash.find() ? Optional.of(new Sha256(hash.group(1))) : Optional.empty();
        return file(target, digest);
    }

    private static Optional<File> file(URI target, Optional<Sha256> digest) {
        String path = Objects.toString(target.getPath(), "");
        String name = path.substring(path.lastIndexOf('/') + 1);
        URI url = URI.create(target.toString().replaceFirst("#.*$", ""));
        return name.isEmpty() ? Optional.empty() : Optional.of(new File(name, url, digest));
    }

    /**
     * @param page the page's URL after all redirects
     * @throws IOException if it is no JSON
     */
    static List<File> json(URI page, String text) throws IOException {
        List<File> files = new ArrayList<>();
        for (JsonValue entry : value(text).get("files").items()) {
            String hash = entry.get("hashes").get("sha256").text();
            Optional<Sha256> digest =
                    hash.matches("[0-9A-Fa-f]{64}") ? Optional.of(new Sha256(hash)) : Optional.empty();
            file(resolve(page, entry.get("url").text()), digest)
                    .map(file -> new File(entry.get("filename").text(file.name()), file.url(), digest))
                    .ifPresent(files::add);
        }
        return files;
    }

    private static JsonValue value(String text) throws IOException {
        try {
            return JsonValue.read(text);
        } catch (JsonSyntaxException e) {
            throw new IOException("its page is no JSON, though it says so", e);
        }
    }
}
