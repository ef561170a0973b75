package org.chartwright.keys.root;

import com.google.crypto.tink.subtle.AesGcmJce;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A small key management service and a small Vault on a free port: both really encrypt, check the context and their caller,
 * and can be disabled, silent or broken.
 */
public final class KeeperStandIn implements AutoCloseable {

    /** How it behaves. */
    public enum Mood { WELL, DISABLED, DENYING, BROKEN, ANOTHER_KEY }

    /** The key's ARN in KMS; {@code alias/root} names it too. */
    public static final String ARN = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final byte[] material = random();
    private final byte[] other = random();

    /** How often it was called. */
    public final AtomicInteger calls = new AtomicInteger();

    /** How it behaves now. */
    public volatile Mood mood = Mood.WELL;

    /** Starts. */
    public KeeperStandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            calls.incrementAndGet();
            String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
            try {
                if (mood == Mood.BROKEN) {
                    send(exchange, 500, Map.of("__type", "KMSInternalException"));
                } else if (target != null) {
                    kms(exchange, target, body);
                } else {
                    vault(exchange, body);
                }
            } catch (GeneralSecurityException e) {
                boolean aws = target != null;
                send(exchange, 400, aws
                        ? Map.of("__type", "InvalidCiphertextException")
                        : Map.of("errors", new String[] {"invalid ciphertext: cipher: message authentication failed"}));
            }
        });
        server.start();
    }

    /** Where it is. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void kms(HttpExchange exchange, String target, JsonNode body) throws IOException, GeneralSecurityException {
        boolean signed = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")).contains("AKIAKMS");
        boolean known = body.path("KeyId").asString("").equals(ARN) || body.path("KeyId").asString("").equals("alias/root");
        Map<String, String> context = new TreeMap<>();
        body.path("EncryptionContext").properties().forEach(pair -> context.put(pair.getKey(), pair.getValue().asString()));
        byte[] bound = context.toString().getBytes(StandardCharsets.UTF_8);
        if (!signed || mood == Mood.DENYING) {
            send(exchange, 400, Map.of("__type", "AccessDeniedException"));
        } else if (!known) {
            send(exchange, 400, Map.of("__type", "NotFoundException"));
        } else if (target.endsWith("DescribeKey")) {
            send(exchange, 200, Map.of("KeyMetadata", Map.of(
                    "KeyId", ARN.substring(ARN.lastIndexOf('/') + 1), "Arn", ARN, "KeySpec", "SYMMETRIC_DEFAULT",
                    "KeyState", mood == Mood.DISABLED ? "Disabled" : "Enabled")));
        } else if (mood == Mood.DISABLED) {
            send(exchange, 400, Map.of("__type", "DisabledException"));
        } else if (target.endsWith("Encrypt")) {
            byte[] sealed = cipher().encrypt(Base64.getDecoder().decode(body.path("Plaintext").asString()), bound);
            send(exchange, 200, Map.of("KeyId", ARN, "CiphertextBlob", Base64.getEncoder().encodeToString(sealed)));
        } else {
            byte[] opened = cipher().decrypt(Base64.getDecoder().decode(body.path("CiphertextBlob").asString()), bound);
            send(exchange, 200, Map.of("KeyId", ARN, "Plaintext", Base64.getEncoder().encodeToString(opened)));
        }
    }

    private void vault(HttpExchange exchange, JsonNode body) throws IOException, GeneralSecurityException {
        String path = exchange.getRequestURI().getPath();
        byte[] bound = Base64.getDecoder().decode(body.path("associated_data").asString(""));
        if (!"s.token".equals(exchange.getRequestHeaders().getFirst("X-Vault-Token")) || mood == Mood.DENYING) {
            send(exchange, 403, Map.of("errors", new String[] {"permission denied"}));
        } else if (!path.endsWith("/root") || mood == Mood.DISABLED) {
            send(exchange, 400, Map.of("errors", new String[] {"encryption key not found"}));
        } else if (path.startsWith("/v1/transit/encrypt/")) {
            byte[] sealed = cipher().encrypt(Base64.getDecoder().decode(body.path("plaintext").asString()), bound);
            send(exchange, 200, Map.of("data", Map.of("ciphertext", "vault:v1:" + Base64.getEncoder().encodeToString(sealed))));
        } else {
            String ciphertext = body.path("ciphertext").asString().substring("vault:v1:".length());
            byte[] opened = cipher().decrypt(Base64.getDecoder().decode(ciphertext), bound);
            send(exchange, 200, Map.of("data", Map.of("plaintext", Base64.getEncoder().encodeToString(opened))));
        }
    }

    private AesGcmJce cipher() throws GeneralSecurityException {
        return new AesGcmJce(mood == Mood.ANOTHER_KEY ? other : material);
    }

    private static byte[] random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static void send(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
