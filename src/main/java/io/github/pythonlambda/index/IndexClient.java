package io.github.pythonlambda.index;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.SSLException;

/**
 * Asks servers of indexes for pages and files. A login goes to the scheme, host and port that it belongs to, and nowhere
 * else, also when a server redirects; so redirects are not left to the JDK's client.
 */
public final class IndexClient implements Closeable {

    private static final int REDIRECTS = 10;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(15);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration STALL_LIMIT = Duration.ofSeconds(30);
    private static final int PROXY_LOGIN = 407;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int FIRST_SERVER_ERROR = 500;

    /**
     * What a server said.
     *
     * @param status below 500, and not 429
     * @param url what was asked for in the end
     * @param headers of the answer
     * @param body ends with an exception if the server falls silent
     */
    public record Answer(int status, URI url, HttpHeaders headers, InputStream body) implements Closeable {
        @Override
        public void close() throws IOException {
            body.close();
        }
    }

    private final IndexAccess access;
    private final Duration stallLimit;
    private final HttpClient client;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    /** Behind a proxy that only pip knows, each file would else wait for its own timeout. */
    private final Set<String> unreachable = ConcurrentHashMap.newKeySet();

    public IndexClient(IndexAccess access) {
        this(access, STALL_LIMIT);
    }

    /** @param stallLimit how long a transfer may stand still */
    IndexClient(IndexAccess access, Duration stallLimit) {
        this.access = access;
        this.stallLimit = stallLimit;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_TIMEOUT);
        if (!access.proxies().isEmpty()) {
            builder.proxy(access.proxies());
        }
        this.client = builder.build();
    }

    /**
     * Asks for a URL.
     *
     * @param url {@code https:} or {@code http:}
     * @param headers to send beside those for logins
     * @throws RetryableException if the server is busy, or the connection broke off
     * @throws IOException if the server cannot be reached, or the build is offline
     */
    public Answer get(URI url, Map<String, String> headers) throws IOException, InterruptedException {
        if (access.offline()) {
            throw new IOException("the build is offline");
        }
        URI next = url;
        for (int asked = 0; asked <= REDIRECTS; asked++) {
            HttpResponse<InputStream> response = send(next, headers);
            if (!Redirect.isOne(response.statusCode())) {
                return answer(response);
            }
            response.body().close();
            next = Redirect.target(next, response.headers().firstValue("Location"));
        }
        throw new IOException("more than " + REDIRECTS + " redirects");
    }

    private Answer answer(HttpResponse<InputStream> response) throws IOException {
        int status = response.statusCode();
        if (status == TOO_MANY_REQUESTS || status >= FIRST_SERVER_ERROR) {
            response.body().close();
            throw new RetryableException(
                    "HTTP status " + status,
                    response.headers().firstValue("Retry-After").flatMap(IndexClient::pause));
        }
        InputStream body = new StallGuard(response.body(), stallLimit, timer);
        return new Answer(status, response.uri(), response.headers(), body);
    }

    /** Seconds or a date (RFC 9110, 10.2.3). */
    private static Optional<Duration> pause(String retryAfter) {
        try {
            return Optional.of(
                    retryAfter.strip().matches("[0-9]{1,9}")
                            ? Duration.ofSeconds(Long.parseLong(retryAfter.strip()))
                            : Duration.between(
                                    Instant.now(),
                                    Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(retryAfter.strip()))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private HttpResponse<InputStream> send(URI url, Map<String, String> headers)
            throws IOException, InterruptedException {
        String host = IndexLocation.origin(url);
        if (unreachable.contains(host)) {
            throw new ConnectException(url.getHost() + " cannot be reached");
        }
        try {
            HttpResponse<InputStream> response =
                    client.send(request(url, headers), HttpResponse.BodyHandlers.ofInputStream());
            // Of a tunnel that a proxy refuses, the JDK gives the proxy's answer without a body.
            if (response.statusCode() == PROXY_LOGIN || response.body() == null) {
                unreachable.add(host);
                throw new ProxyRefusal("the proxy answers with HTTP status " + response.statusCode());
            }
            return response;
        } catch (ConnectException | HttpConnectTimeoutException e) {
            unreachable.add(host);
            throw e;
        } catch (HttpTimeoutException | SSLException | ProxyRefusal e) {
            throw e;
        } catch (IOException e) {
            throw new RetryableException("the connection broke off: " + e.getMessage());
        }
    }

    private HttpRequest request(URI url, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url).timeout(ANSWER_TIMEOUT);
        headers.forEach(request::setHeader);
        access.logins().of(url).ifPresent(login -> request.setHeader("Authorization", login.basic()));
        // For https the JDK keeps it from the proxy unless a system property allows it; then pip has to fetch.
        access.proxies()
                .route(url)
                .flatMap(ProxySettings::login)
                .ifPresent(login -> request.setHeader("Proxy-Authorization", login.basic()));
        return request.build();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private static final class ProxyRefusal extends IOException {
        private static final long serialVersionUID = 1L;

        ProxyRefusal(String message) {
            super(message);
        }
    }
}
