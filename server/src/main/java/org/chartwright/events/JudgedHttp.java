package org.chartwright.events;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;

/**
 * Posts over HTTPS with Jetty's client: there the addresses that a name resolves to are ours to judge before one of them is
 * connected to, and no other is looked up in between. Follows no redirect, keeps no cookie. Any thread.
 */
public final class JudgedHttp implements AutoCloseable {

    private static final int CONNECTIONS = 4;

    private final TargetRules rules;
    private final Names names;
    private final Duration patience;
    private final HttpClient client;

    /** Finds the addresses of a name. */
    @FunctionalInterface
    public interface Names {

        /** All of them. */
        InetAddress[] find(String host) throws UnknownHostException;
    }

    /**
     * A client.
     *
     * @param rules where it may post to
     * @param names who knows the addresses of names
     * @param patience how long it waits for a connection, and again for an answer
     * @param trust whom it trusts over TLS; null for whom the JDK does
     */
    public JudgedHttp(TargetRules rules, Names names, Duration patience, @Nullable SSLContext trust) {
        this.rules = rules;
        this.names = names;
        this.patience = patience;
        ClientConnector connector = new ClientConnector();
        if (trust != null) {
            SslContextFactory.Client tls = new SslContextFactory.Client();
            tls.setSslContext(trust);
            tls.setEndpointIdentificationAlgorithm("HTTPS");
            connector.setSslContextFactory(tls);
        }
        client = new HttpClient(new HttpClientTransportOverHTTP(connector));
        client.setFollowRedirects(false);
        client.setHttpCookieStore(new HttpCookieStore.Empty());
        client.setSocketAddressResolver(new Judge());
        client.setConnectTimeout(patience.toMillis());
        client.setMaxConnectionsPerDestination(CONNECTIONS);
        client.setUserAgentField(null);
        try {
            client.start();
        } catch (Exception e) {
            throw new IllegalStateException("The client cannot be started", e);
        }
    }

    /**
     * What came of it.
     *
     * @param status of the answer; 0 when there was none
     * @param body the first bytes of the answer
     * @param failure the kind of what went wrong; empty when there was an answer
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Answer(int status, byte[] body, String failure) {

        static Answer none(String failure) {
            return new Answer(0, new byte[0], failure);
        }

        /** Whether the other side says that all is well. */
        public boolean isGood() {
            return status >= 200 && status < 300;
        }

        /** In two words, nothing that the other side wrote. */
        public String summary() {
            return failure.isEmpty() ? "status " + status : failure;
        }
    }

    /**
     * Posts once. Never throws: whatever goes wrong is an answer.
     *
     * @param most how many bytes of the answer's body are wanted; with 0 only its head is waited for
     */
    public Answer post(String url, Map<String, String> headers, String type, byte[] body, int most) {
        if (rules.objection(url).isPresent()) {
            return Answer.none("not allowed");
        }
        Request request = client.POST(url)
                .headers(fields -> headers.forEach(fields::put))
                .body(new BytesRequestContent(type, body))
                .timeout(patience.toMillis(), TimeUnit.MILLISECONDS);
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        request.onResponseHeaders(response -> {
                    if (most == 0) {
                        answer.complete(new Answer(response.getStatus(), new byte[0], ""));
                        response.abort(new CancellationException());
                    }
                })
                .onResponseContent((response, content) -> {
                    if (!take(content, most, read)) {
                        answer.complete(new Answer(response.getStatus(), read.toByteArray(), ""));
                        response.abort(new CancellationException());
                    }
                })
                .send(result -> {
                    Throwable failure = result.getFailure();
                    answer.complete(failure == null
                            ? new Answer(result.getResponse().getStatus(), read.toByteArray(), "")
                            : Answer.none(failure.getClass().getSimpleName()));
                });
        try {
            return answer.get(2 * patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.none("interrupted");
        } catch (ExecutionException | TimeoutException e) {
            return Answer.none(e.getClass().getSimpleName());
        }
    }

    /** Whether all of it is wanted still. */
    private static boolean take(ByteBuffer content, int most, ByteArrayOutputStream read) {
        byte[] bytes = new byte[Math.min(content.remaining(), most - read.size())];
        content.get(bytes);
        read.writeBytes(bytes);
        return !content.hasRemaining();
    }

    @Override
    public void close() {
        try {
            client.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The client cannot be stopped", e);
        }
    }

    /** Resolves a name and gives out none of its addresses if one of them is not allowed. */
    private final class Judge implements SocketAddressResolver {

        @Override
        public void resolve(
                String host, int port, Map<String, Object> context, Promise<List<InetSocketAddress>> promise) {
            try {
                promise.succeeded(Stream.of(rules.judged(host, names.find(host)))
                        .map(address -> new InetSocketAddress(address, port))
                        .toList());
            } catch (UnknownHostException | ForbiddenAddressException e) {
                promise.failed(e);
            }
        }
    }
}
