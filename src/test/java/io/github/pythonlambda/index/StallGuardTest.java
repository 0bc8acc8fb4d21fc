package io.github.pythonlambda.index;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StallGuardTest {

    @Test
    void endsATransferThatStandsStill() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write(new byte[50]);
            exchange.getResponseBody().flush();
            try {
                end.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        server.start();
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        try (IndexClient client = new IndexClient(IndexAccess.of(IndexSettings.NONE, false), Duration.ofMillis(200));
                IndexClient.Answer answer = client.get(url, Map.of())) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> answer.body().readAllBytes())
                    .withMessage("nothing came for too long");
        } finally {
            end.countDown();
            server.stop(0);
        }
    }
}
