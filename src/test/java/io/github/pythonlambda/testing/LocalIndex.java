package io.github.pythonlambda.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.pythonlambda.archive.Sha256;
import io.github.pythonlambda.packaging.ProjectName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A package index (PEP 503, and PEP 658 or 691 if asked for) on the loopback interface, which keeps a list of its requests. */
public final class LocalIndex implements AutoCloseable {

    private record Entry(byte[] content, @Nullable TestWheel wheel) {}

    private final HttpServer server;
    private final Map<String, Map<String, Entry>> projects = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Map<String, String> announcedHashes = new ConcurrentHashMap<>();
    private final Set<String> yanked = ConcurrentHashMap.newKeySet();
    private final List<String> logins = new CopyOnWriteArrayList<>();
    private volatile boolean metadata;
    private volatile boolean json;
    private volatile @Nullable LocalIndex fileServer;
    private volatile @Nullable String login;
    private volatile int status = 200;
    private volatile Duration pause = Duration.ZERO;

    public LocalIndex() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
    }

    public LocalIndex add(TestWheel... wheels) {
        for (TestWheel wheel : wheels) {
            project(wheel.name()).put(wheel.fileName(), new Entry(wheel.bytes(), wheel));
        }
        return this;
    }

    /** Adds a file that is no wheel of ours, such as {@code demo-1.0.tar.gz}. */
    public LocalIndex addFile(String project, String fileName, byte[] content) {
        project(project).put(fileName, new Entry(content, null));
        return this;
    }

    /** Serves the metadata of wheels apart (PEP 658). */
    public LocalIndex withMetadata() {
        metadata = true;
        return this;
    }

    /** Answers with JSON (PEP 691) who understands it. */
    public LocalIndex withJson() {
        json = true;
        return this;
    }

    /** Sends who asks for a file on to another server. */
    public LocalIndex redirectingFilesTo(LocalIndex other) {
        fileServer = other;
        return this;
    }

    /** Lets only this user in, by HTTP basic authentication. */
    public LocalIndex withLogin(String user, String password) {
        login = "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Answers every request with a status from now on. */
    public LocalIndex answering(int newStatus) {
        status = newStatus;
        return this;
    }

    /** Takes its time for each file, so that others may ask for the same one meanwhile. */
    public LocalIndex pausingForFiles(Duration newPause) {
        pause = newPause;
        return this;
    }

    /** Announces a hash for a file that it does not have. */
    public LocalIndex announcing(String fileName, String sha256) {
        announcedHashes.put(fileName, sha256);
        return this;
    }

    /** Marks a file as yanked (PEP 592). */
    public LocalIndex yanking(String fileName) {
        yanked.add(fileName);
        return this;
    }

    /** The URL to give to pip as {@code --index-url}. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/simple";
    }

    /** The URL with a user's name and password in it. */
    public String url(String user, String password) {
        return url().replace("http://", "http://" + user + ":" + password + "@");
    }

    /** The paths asked for, in order. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** The path and the user of each request that came with a login, in order: {@code /simple/demo/ user}. */
    public List<String> logins() {
        return List.copyOf(logins);
    }

    /** The file names of the wheels asked for, in order. */
    public List<String> wheelRequests() {
        return requests.stream()
                .filter(path -> path.endsWith(".whl"))
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .toList();
    }

    public void forgetRequests() {
        requests.clear();
        logins.clear();
    }

    private Map<String, Entry> project(String name) {
        return projects.computeIfAbsent(new ProjectName(name).canonical(), key -> new TreeMap<>());
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        requests.add(path);
        String given = exchange.getRequestHeaders().getFirst("Authorization");
        if (given != null) {
            logins.add(path + " " + user(given));
        }
        String expectedLogin = login;
        LocalIndex files = fileServer;
        if (expectedLogin != null && !expectedLogin.equals(given)) {
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"index\"");
            send(exchange, 401, "text/plain", new byte[0]);
        } else if (status != 200) {
            send(exchange, status, "text/plain", new byte[0]);
        } else if (path.startsWith("/simple/")) {
            page(exchange, path.substring("/simple/".length()).replace("/", ""));
        } else if (files != null) {
            exchange.getResponseHeaders().add("Location", files.url().replace("/simple", path));
            send(exchange, 302, "text/plain", new byte[0]);
        } else {
            file(exchange, path.substring(path.lastIndexOf('/') + 1));
        }
    }

    private static String user(String authorization) {
        byte[] pair = Base64.getDecoder().decode(authorization.replaceFirst("^Basic ", ""));
        return new String(pair, StandardCharsets.UTF_8).split(":")[0];
    }

    private void page(HttpExchange exchange, String project) throws IOException {
        Map<String, Entry> files = projects.get(project);
        if (files == null) {
            send(exchange, 404, "text/plain", new byte[0]);
            return;
        }
        String accepted = String.valueOf(exchange.getRequestHeaders().getFirst("Accept"));
        if (json && accepted.contains("+json")) {
            send(exchange, 200, "application/vnd.pypi.simple.v1+json", json(project, files));
            return;
        }
        StringBuilder html = new StringBuilder("<!DOCTYPE html><html><body>\n");
        files.forEach((name, entry) -> html.append(link(name, entry)));
        html.append("</body></html>\n");
        send(exchange, 200, "text/html", html.toString().getBytes(StandardCharsets.UTF_8));
    }

    private byte[] json(String project, Map<String, Entry> files) throws IOException {
        List<Map<String, Object>> entries = files.entrySet().stream()
                .<Map<String, Object>>map(file -> Map.of(
                        "filename", file.getKey(),
                        "url", "../../files/" + file.getKey(),
                        "hashes", Map.of("sha256", hash(file.getKey(), file.getValue()))))
                .toList();
        return new ObjectMapper()
                .writeValueAsBytes(Map.of("meta", Map.of("api-version", "1.0"), "name", project, "files", entries));
    }

    private String hash(String name, Entry entry) {
        return announcedHashes.getOrDefault(name, Sha256.of(entry.content()).hex());
    }

    private String link(String name, Entry entry) {
        StringBuilder link = new StringBuilder("<a href=\"/files/" + name + "#sha256=" + hash(name, entry) + "\"");
        if (yanked.contains(name)) {
            link.append(" data-yanked=\"broken\"");
        }
        TestWheel wheel = entry.wheel();
        if (wheel != null && !wheel.requiresPython().isEmpty()) {
            link.append(" data-requires-python=\"")
                    .append(wheel.requiresPython().replace("<", "&lt;").replace(">", "&gt;"))
                    .append('"');
        }
        if (wheel != null && metadata) {
            String hash =
                    Sha256.of(wheel.metadata().getBytes(StandardCharsets.UTF_8)).hex();
            link.append(" data-dist-info-metadata=\"sha256=").append(hash).append('"');
        }
        return link.append('>').append(name).append("</a>\n").toString();
    }

    private void file(HttpExchange exchange, String name) throws IOException {
        boolean ofMetadata = name.endsWith(".metadata");
        String file = ofMetadata ? name.substring(0, name.length() - ".metadata".length()) : name;
        for (Map<String, Entry> files : projects.values()) {
            Entry entry = files.get(file);
            if (entry != null) {
                TestWheel wheel = entry.wheel();
                byte[] content = ofMetadata && wheel != null
                        ? wheel.metadata().getBytes(StandardCharsets.UTF_8)
                        : entry.content();
                pause();
                send(exchange, 200, "application/octet-stream", content);
                return;
            }
        }
        send(exchange, 404, "text/plain", new byte[0]);
    }

    private void pause() {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
