package org.chartwright.people.oidc;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls servers of OAuth that the operator has named: over TLS, or on this machine; no redirect is followed, nothing large is
 * read and nobody waited for long. Any thread.
 */
public final class OAuthHttp {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LARGEST = 1 << 20;

    private final HttpClient http;

    /** Trusts whoever that context trusts. */
    public OAuthHttp(SSLContext trust) {
        this.http = HttpClient.newBuilder()
                .sslContext(trust)
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** Whether something secret may be said to that address. */
    public static boolean isSafe(URI address) {
        String host = address.getHost();
        if (host == null || address.getRawUserInfo() != null || address.getRawFragment() != null) {
            return false;
        }
        return "https".equals(address.getScheme()) || ("http".equals(address.getScheme()) && isHere(host));
    }

    private static boolean isHere(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }

    /**
     * What stands there, as text.
     *
     * @param headers further ones
     * @throws IOException if it cannot be had; says nothing of what was answered
     */
    public String get(URI address, Map<String, String> headers) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(safe(address)).timeout(PATIENCE).header("Accept", "application/json");
        headers.forEach(request::header);
        return send(request.GET().build());
    }

    /** The same, read as a JSON object. */
    public JsonNode json(URI address, Map<String, String> headers) throws IOException {
        return object(get(address, headers));
    }

    /** Sends a form and reads a JSON object. */
    public JsonNode post(URI address, Map<String, String> form, Map<String, String> headers) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(safe(address))
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded");
        headers.forEach(request::header);
        return object(send(request.POST(BodyPublishers.ofString(form(form))).build()));
    }

    /** Names and values as they stand in forms and queries. */
    public static String form(Map<String, String> values) {
        return values.entrySet().stream()
                .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** One value, as it stands there. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static URI safe(URI address) throws IOException {
        if (!isSafe(address)) {
            throw new IOException("an address without TLS");
        }
        return address;
    }

    private String send(HttpRequest request) throws IOException {
        try {
            HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                byte[] read = body.readNBytes(LARGEST + 1);
                if (answer.statusCode() != 200 || read.length > LARGEST) {
                    throw new IOException("an answer of status " + answer.statusCode() + " or without end");
                }
                return new String(read, StandardCharsets.UTF_8);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static JsonNode object(String text) throws IOException {
        try {
            JsonNode read = JSON.readTree(text);
            if (read.isObject()) {
                return read;
            }
        } catch (JacksonException _) {
            // Told below; the text may hold secrets.
        }
        throw new IOException("an answer that is no JSON object");
    }
}
