package io.github.pythonlambda.index;

import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.packaging.ProjectName;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An index by its "simple" interface (PEP 503; as JSON PEP 691): where on it is a file of which name and hash are known? */
public final class SimpleIndex {

    private static final Map<String, String> HEADERS =
            Map.of("Accept", SimplePage.JSON + ", application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.01");
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int LARGEST_PAGE = 64 << 20;

    private final IndexLocation location;
    private final IndexClient client;
    private final RetryPolicy retries;

    public SimpleIndex(IndexLocation location, IndexClient client, RetryPolicy retries) {
        this.location = location;
        this.client = client;
        this.retries = retries;
    }

    /**
     * Finds a file.
     *
     * @return its URL, without credentials; empty if the index does not have it
     * @throws IOException if the index cannot be read, or has a file of that name with another hash
     */
    public Optional<URI> find(ProjectName project, String fileName, Sha256 digest)
            throws IOException, InterruptedException {
        List<SimplePage.File> named = files(project).stream()
                .filter(file -> file.name().equals(fileName))
                .toList();
        Optional<SimplePage.File> fitting = named.stream()
                .filter(file -> file.digest().map(digest::equals).orElse(true))
                .findFirst();
        if (fitting.isEmpty() && !named.isEmpty()) {
            throw new IOException("it has a file of that name whose sha256 is "
                    + named.get(0).digest().orElseThrow() + " instead of " + digest);
        }
        return fitting.map(SimplePage.File::url);
    }

    private List<SimplePage.File> files(ProjectName project) throws IOException, InterruptedException {
        URI page = UrlText.resolve(
                        URI.create(location.url().toString().replaceFirst("/*$", "/")), project.canonical() + "/")
                .orElseThrow();
        if (location.isFile()) {
            Path file = Path.of(page).resolve("index.html");
            return Files.exists(file) ? SimplePage.html(file.toUri(), Files.readString(file)) : List.of();
        }
        return retries.run(() -> files(page));
    }

    private List<SimplePage.File> files(URI page) throws IOException, InterruptedException {
        try (IndexClient.Answer answer = client.get(page, HEADERS)) {
            if (answer.status() == NOT_FOUND) {
                return List.of();
            }
            if (answer.status() != OK) {
                throw new IOException("HTTP status " + answer.status());
            }
            String text = new String(read(answer.body()), StandardCharsets.UTF_8);
            String type = answer.headers().firstValue("Content-Type").orElse("");
            return type.startsWith(SimplePage.JSON) || type.startsWith("application/json")
                    ? SimplePage.json(answer.url(), text)
                    : SimplePage.html(answer.url(), text);
        }
    }

    private static byte[] read(InputStream body) throws IOException {
        byte[] content;
        try {
            content = body.readNBytes(LARGEST_PAGE);
        } catch (IOException e) {
            throw new RetryableException("the transfer broke off: " + e.getMessage());
        }
        if (content.length == LARGEST_PAGE) {
            throw new IOException("its page is larger than any index's");
        }
        return content;
    }
}
