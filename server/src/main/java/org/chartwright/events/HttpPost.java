package org.chartwright.events;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.StringRequestContent;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;

/**
 * Events over HTTPS, with Jetty's client: there the addresses that a name resolves to are ours to judge before one of them is
 * connected to, and no other is looked up in between. Follows no redirect, keeps no cookie, reads no body.
 */
public final class HttpPost implements Post {

    private static final int PATIENCE_SECONDS = 15;
    private static final int STATUS_OK = 200;
    private static final int STATUS_REDIRECTS = 300;

    private final TargetRules rules;
    private final Names names;
    private final HttpClient client = new HttpClient();

    /** Finds the addresses of a name. */
    interface Names {
        InetAddress[] find(String host) throws UnknownHostException;
    }

    /** To where those rules allow, by the names that this machine knows. */
    public HttpPost(TargetRules rules) {
        this(rules, InetAddress::getAllByName);
    }

    HttpPost(TargetRules rules, Names names) {
        this.rules = rules;
        this.names = names;
        client.setFollowRedirects(false);
        client.setHttpCookieStore(new org.eclipse.jetty.http.HttpCookieStore.Empty());
        client.setSocketAddressResolver(new Judge());
        client.setConnectTimeout(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        client.setMaxConnectionsPerDestination(4);
        client.setUserAgentField(null);
        try {
            client.start();
        } catch (Exception e) {
            throw new IllegalStateException("The client for webhooks cannot be started", e);
        }
    }

    @Override
    public Outcome send(String url, UUID event, long seconds, String signature, String body) {
        if (rules.objection(url).isPresent()) {
            return new Outcome(false, "not allowed");
        }
        Request request = client.POST(url)
                .headers(headers -> headers.put("webhook-id", event.toString())
                        .put("webhook-timestamp", String.valueOf(seconds))
                        .put("webhook-signature", signature))
                .body(new StringRequestContent("application/json", body))
                .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
        java.util.concurrent.CompletableFuture<Outcome> outcome = new java.util.concurrent.CompletableFuture<>();
        // Its status is all that is wanted of the answer, and what comes after the head is not waited for.
        request.onResponseHeaders(response -> {
                    outcome.complete(judged(response));
                    response.abort(new java.util.concurrent.CancellationException());
                })
                .send(result -> {
                    Throwable failure = result.getFailure();
                    outcome.complete(failure == null
                            ? judged(result.getResponse())
                            : new Outcome(false, failure.getClass().getSimpleName()));
                });
        try {
            return outcome.get(2L * PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome(false, "interrupted");
        } catch (ExecutionException | TimeoutException e) {
            return new Outcome(false, e.getClass().getSimpleName());
        }
    }

    private static Outcome judged(Response response) {
        int status = response.getStatus();
        return new Outcome(status >= STATUS_OK && status < STATUS_REDIRECTS, "status " + status);
    }

    @Override
    public void close() {
        try {
            client.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The client for webhooks cannot be stopped", e);
        }
    }

    /** Resolves a name and gives out none of its addresses if one of them is not allowed. */
    private final class Judge implements SocketAddressResolver {

        @Override
        public void resolve(
                String host, int port, Map<String, Object> context, Promise<List<InetSocketAddress>> promise) {
            try {
                InetAddress[] found = names.find(host);
                for (InetAddress address : found) {
                    if (!rules.allows(host, address)) {
                        promise.failed(new ForbiddenAddress());
                        return;
                    }
                }
                promise.succeeded(Stream.of(found)
                        .map(address -> new InetSocketAddress(address, port))
                        .toList());
            } catch (UnknownHostException e) {
                promise.failed(e);
            }
        }
    }

    /** The name leads to an address that webhooks must not reach. */
    private static final class ForbiddenAddress extends Exception {

        @java.io.Serial
        private static final long serialVersionUID = 1;
    }
}
