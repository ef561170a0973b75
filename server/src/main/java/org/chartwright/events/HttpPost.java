package org.chartwright.events;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** Events over HTTPS. Of the answer its status is all that is wanted, and what comes after the head is not waited for. */
public final class HttpPost implements Post {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final JudgedHttp http;

    /** To where those rules allow, by the names that this machine knows. */
    public HttpPost(TargetRules rules) {
        this(rules, InetAddress::getAllByName);
    }

    HttpPost(TargetRules rules, JudgedHttp.Names names) {
        this.http = new JudgedHttp(rules, names, PATIENCE, null);
    }

    @Override
    public Outcome send(String url, UUID event, long seconds, String signature, String body) {
        JudgedHttp.Answer answer = http.post(
                url,
                Map.of(
                        "webhook-id", event.toString(),
                        "webhook-timestamp", String.valueOf(seconds),
                        "webhook-signature", signature),
                "application/json",
                body.getBytes(StandardCharsets.UTF_8),
                0);
        return new Outcome(answer.isGood(), answer.summary());
    }

    @Override
    public void close() {
        http.close();
    }
}
