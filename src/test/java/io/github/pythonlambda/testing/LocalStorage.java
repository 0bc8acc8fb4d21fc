package io.github.pythonlambda.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A server on the loopback interface that gives back what was put there, and keeps a list of its requests. */
public final class LocalStorage implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    public LocalStorage() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Method, path and status of each request, in order: {@code PUT /a/b.zip 201}. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        switch (exchange.getRequestMethod()) {
            case "PUT" -> {
                files.put(path, exchange.getRequestBody().readAllBytes());
                send(exchange, 201, new byte[0]);
            }
            case "GET", "HEAD" -> {
                byte[] content = files.get(path);
                send(exchange, content == null ? 404 : 200, content == null ? new byte[0] : content);
            }
            default -> send(exchange, 405, new byte[0]);
        }
    }

    private void send(HttpExchange exchange, int status, byte[] content) throws IOException {
        requests.add(
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath() + " " + status);
        boolean body = content.length > 0 && exchange.getRequestMethod().equals("GET");
        exchange.sendResponseHeaders(status, body ? content.length : -1);
        if (body) {
            exchange.getResponseBody().write(content);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
