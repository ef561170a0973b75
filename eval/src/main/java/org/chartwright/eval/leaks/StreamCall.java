package org.chartwright.eval.leaks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
 * A whole stream over HTTP/1.1: everything is sent, and then what came is read. For one thread.
 *
 * @param endpoint of the server
 * @param key of the caller
 * @param secret of that key
 */
record StreamCall(URI endpoint, String key, String secret) {

    private static final String PATH = "/medical-scribe-stream";
    private static final String EVENTS = "STREAMING-AWS4-HMAC-SHA256-EVENTS";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int CHUNK = 6400;

    /** Streams that sound as one session; gives all that came, still framed. */
    byte[] stream(String session, String configuration, byte[] pcm) throws IOException, InterruptedException {
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
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint.resolve(PATH))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "AWS4-HMAC-SHA256 Credential=" + key + "/" + scope + ", SignedHeaders=" + names
                        + ", Signature=" + signature)
                .POST(HttpRequest.BodyPublishers.ofByteArray(events(now, signature, configuration, pcm)));
        headers.forEach((name, value) -> {
            if (!name.equals("host")) {
                request.header(name, value);
            }
        });
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()).body();
        }
    }

    private byte[] events(Instant now, String signature, String configuration, byte[] pcm) throws IOException {
        SignedEvents envelopes = new SignedEvents(new EventChain(
                secret, new SignatureCheck.Verified(key, "us-east-1", signature, now), Clock.systemUTC()));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(event(envelopes, now, "ConfigurationEvent", configuration.getBytes(StandardCharsets.UTF_8)));
        for (int at = 0; at < pcm.length; at += CHUNK) {
            all.write(event(
                    envelopes, now, "AudioEvent", java.util.Arrays.copyOfRange(pcm, at, Math.min(pcm.length, at + CHUNK))));
        }
        all.write(event(envelopes, now, "SessionControlEvent", "{\"Type\":\"END_OF_SESSION\"}".getBytes(StandardCharsets.UTF_8)));
        all.write(envelopes.seal(new byte[0], now));
        return all.toByteArray();
    }

    private static byte[] event(SignedEvents envelopes, Instant now, String type, byte[] payload) {
        return envelopes.seal(
                FrameWriter.encode(EventMessage.ofTexts(Map.of(":message-type", "event", ":event-type", type), payload)), now);
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
        return "StreamCall[" + endpoint + "]";
    }
}
