package io.github.pythonlambda.template;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/** As much of S3 as an upload needs: there is no object, and each that is put is kept. */
final class LocalBucket implements AutoCloseable {

    private final HttpServer server;
    private final List<byte[]> objects = new ArrayList<>();

    LocalBucket() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        boolean isUpload = exchange.getRequestMethod().equals("PUT");
        if (isUpload) {
            synchronized (objects) {
                objects.add(body);
            }
        }
        exchange.sendResponseHeaders(isUpload ? 200 : 404, -1);
        exchange.close();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<byte[]> objects() {
        synchronized (objects) {
            return List.copyOf(objects);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
