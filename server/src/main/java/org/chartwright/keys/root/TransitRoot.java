package org.chartwright.keys.root;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.chartwright.keys.SealException;
import org.chartwright.keys.SealException.Trouble;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A root key in the Transit engine of HashiCorp Vault or OpenBao: a key of type aes256-gcm96, bound to its context. */
final class TransitRoot implements RootKey {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).followRedirects(HttpClient.Redirect.NEVER).build();
    private final RootConfig.Transit config;

    TransitRoot(RootConfig.Transit config) {
        this.config = config;
    }

    @Override
    public String name() {
        return "vault:" + config.mount() + "/" + config.key();
    }

    @Override
    public byte[] wrap(byte[] key, Map<String, String> context) {
        JsonNode data = call("encrypt", Map.of("plaintext", base64(key), "associated_data", bound(context)));
        return data.path("ciphertext").asString("").getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public byte[] unwrap(byte[] wrapped, Map<String, String> context) {
        String ciphertext = new String(wrapped, StandardCharsets.US_ASCII);
        JsonNode data = call("decrypt", Map.of("ciphertext", ciphertext, "associated_data", bound(context)));
        try {
            return Base64.getDecoder().decode(data.path("plaintext").asString(""));
        } catch (IllegalArgumentException e) {
            throw new SealException(Trouble.BROKEN, e);
        }
    }

    private static String bound(Map<String, String> context) {
        return base64(new TreeMap<>(context).toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private JsonNode call(String action, Map<String, String> body) {
        URI uri = config.address().resolve("/v1/" + config.mount() + "/" + action + "/" + config.key());
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(PATIENCE)
                .header("X-Vault-Token", token())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        config.namespace().ifPresent(namespace -> request.header("X-Vault-Namespace", namespace));
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return switch (answer.statusCode()) {
                case OK -> JSON.readTree(answer.body()).path("data");
                case BAD_REQUEST -> throw refusal(answer.body(), action);
                case FORBIDDEN -> throw new SealException(Trouble.KEY_DENIED);
                case NOT_FOUND -> throw new SealException(Trouble.KEY_UNKNOWN);
                default -> throw new SealException(Trouble.UNAVAILABLE); // 429, 473, 503: sealed, standing by, too busy
            };
        } catch (IOException | JacksonException e) {
            throw new SealException(Trouble.UNAVAILABLE, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SealException(Trouble.UNAVAILABLE, e);
        }
    }

    /** Vault says 400 for a key that is not there and for a ciphertext that is not its own. */
    private static SealException refusal(byte[] body, String action) {
        boolean noKey = new String(body, StandardCharsets.UTF_8).contains("key not found");
        return new SealException(noKey ? Trouble.KEY_UNKNOWN : action.equals("decrypt") ? Trouble.BROKEN : Trouble.KEY_DENIED);
    }

    /** Read at each call: an agent beside us renews it. */
    private String token() {
        Path file = config.token();
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new SealException(Trouble.KEY_DENIED, e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
