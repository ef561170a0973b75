package org.chartwright.aws.signing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.chartwright.aws.wire.WireRequest;
import org.chartwright.aws.wire.WireRequest.Header;

/** Signs requests for tests; that its signatures are right is shown by the vectors and by the real clients. */
public final class TestSigner {

    private static final AtomicLong COUNT = new AtomicLong();

    private final String accessKey;
    private final String secret;

    public TestSigner(String accessKey, String secret) {
        this.accessKey = accessKey;
        this.secret = secret;
    }

    /** A signed request; no two are alike, as with a client that sends an invocation id. */
    public WireRequest sign(Instant at, String method, String target, Map<String, String> headers, byte[] body) {
        return sign(at, method, target, headers, body, Hmac.sha256(body));
    }

    /** The head of a stream of signed events. */
    public WireRequest signEvents(Instant at, String target, Map<String, String> headers) {
        Map<String, String> all = new TreeMap<>(headers);
        all.put("x-amz-content-sha256", "STREAMING-AWS4-HMAC-SHA256-EVENTS");
        return sign(at, "POST", target, all, new byte[0], "STREAMING-AWS4-HMAC-SHA256-EVENTS");
    }

    private WireRequest sign(
            Instant at, String method, String target, Map<String, String> headers, byte[] body, String hash) {
        Map<String, String> all = new TreeMap<>(headers);
        all.put("host", "127.0.0.1:8080");
        all.put("amz-sdk-invocation-id", "i-" + COUNT.incrementAndGet());
        SignatureClaim blank = claim(at, List.of(), "");
        all.put("x-amz-date", blank.stamp());
        List<String> names = List.copyOf(all.keySet());
        List<Header> lines = new ArrayList<>();
        all.forEach((name, value) -> lines.add(new Header(name, value)));
        WireRequest unsigned = new WireRequest(method, target, lines, body);
        String canonical = CanonicalRequest.of(
                unsigned, names, hash, SignatureRules.transcribe(null), List.of());
        String signature = Hmac.signature(secret, blank, canonical);
        lines.add(new Header("Authorization", SignatureClaim.ALGORITHM + " Credential=" + accessKey + "/"
                + blank.scope() + ", SignedHeaders=" + String.join(";", names) + ", Signature=" + signature));
        return new WireRequest(method, target, lines, body);
    }

    private SignatureClaim claim(Instant at, List<String> names, String signature) {
        return new SignatureClaim(accessKey, "us-east-1", "transcribe", at.truncatedTo(ChronoUnit.SECONDS), names,
                signature, null, null);
    }
}
