package org.chartwright.eval;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.chartwright.aws.eventstream.EventMessage;
import org.chartwright.aws.eventstream.FrameWriter;
import org.chartwright.aws.eventstream.SignedEvents;
import org.chartwright.aws.signing.EventChain;
import org.chartwright.aws.signing.SignatureCheck;

/**
 * Signs streams as a client of HealthScribe does. Any number of threads.
 *
 * @param endpoint of the server
 * @param key of the caller
 * @param secret of that key
 */
public record StreamSigning(URI endpoint, String key, String secret) {

    /** Where streams go. */
    public static final String PATH = "/medical-scribe-stream";

    private static final String EVENTS = "STREAMING-AWS4-HMAC-SHA256-EVENTS";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /**
     * The head of a stream.
     *
     * @param headers all of them, with small letters, the host among them
     * @param envelopes for the events that follow, in their order
     */
    public record Head(Map<String, String> headers, SignedEvents envelopes) {

        /** An event, wrapped and signed. */
        public byte[] event(String type, byte[] payload) {
            return envelopes.seal(
                    FrameWriter.encode(EventMessage.ofTexts(Map.of(":message-type", "event", ":event-type", type), payload)),
                    Instant.now());
        }

        /** What ends the input. */
        public byte[] last() {
            return envelopes.seal(new byte[0], Instant.now());
        }
    }

    /** Signs the head of a stream of pcm at 16 kHz that adds to that session. */
    public Head head(String session) {
        Instant now = Instant.now();
        Map<String, String> headers = new TreeMap<>(Map.of(
                "host", endpoint.getAuthority(),
                "x-amz-content-sha256", EVENTS,
                "x-amz-date", STAMP.format(now),
                "x-amzn-transcribe-language-code", "en-US",
                "x-amzn-transcribe-media-encoding", "pcm",
                "x-amzn-transcribe-sample-rate", "16000",
                "x-amzn-transcribe-session-id", session));
        String names = String.join(";", headers.keySet());
        String scope = STAMP.format(now).substring(0, 8) + "/us-east-1/transcribe/aws4_request";
        String canonical = "POST\n" + PATH + "\n\n"
                + headers.entrySet().stream().map(e -> e.getKey() + ":" + e.getValue() + "\n").collect(Collectors.joining())
                + "\n" + names + "\n" + EVENTS;
        String toSign = "AWS4-HMAC-SHA256\n" + STAMP.format(now) + "\n" + scope + "\n" + sha256(canonical);
        byte[] signing = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
        for (String part : scope.split("/")) {
            signing = mac(signing, part);
        }
        String signature = HexFormat.of().formatHex(mac(signing, toSign));
        headers.put("authorization", "AWS4-HMAC-SHA256 Credential=" + key + "/" + scope + ", SignedHeaders=" + names
                + ", Signature=" + signature);
        return new Head(headers, new SignedEvents(new EventChain(
                secret, new SignatureCheck.Verified(key, "us-east-1", signature, now), Clock.systemUTC())));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HMAC-SHA256", e);
        }
    }

    @Override
    public String toString() {
        return "StreamSigning[" + endpoint + "]";
    }
}
