package io.github.pythonlambda.verify;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * An answer of the app.
 *
 * @param status its status
 * @param body the start of its body
 */
record HttpAnswer(int status, String body) {

    private static final int BODY_KEPT = 1_000_000;

    /**
     * Asks the app on this host, following no redirection.
     *
     * @throws IOException if nobody answers in time
     */
    static HttpAnswer get(int port, String path, Duration timeout) throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create("http://127.0.0.1:" + port + path).toURL().openConnection(Proxy.NO_PROXY);
        int milliseconds = (int) Math.max(timeout.toMillis(), 1);
        connection.setConnectTimeout(milliseconds);
        connection.setReadTimeout(milliseconds);
        connection.setInstanceFollowRedirects(false);
        connection.setRequestProperty("Connection", "close");
        try {
            int status = connection.getResponseCode();
            InputStream body = status >= HttpURLConnection.HTTP_BAD_REQUEST
                    ? connection.getErrorStream()
                    : connection.getInputStream();
            if (body == null) {
                return new HttpAnswer(status, "");
            }
            try (body) {
                return new HttpAnswer(status, new String(body.readNBytes(BODY_KEPT), StandardCharsets.UTF_8));
            }
        } finally {
            connection.disconnect();
        }
    }
}
