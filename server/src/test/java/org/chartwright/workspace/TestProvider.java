package org.chartwright.workspace;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;

/** A small provider of OpenID Connect: it signs with real keys, keeps PKCE and secrets, and lies where a test tells it to. */
final class TestProvider implements AutoCloseable {

    static final String CLIENT = "chartwright";
    static final String SECRET = "s3cret & more";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    final Clock clock;
    final String issuer;
    private final HttpServer server;
    /** Its keys; the first signs. */
    List<RSAKey> keys = List.of(key("one"));
    /** What it says of itself, and what it puts into tokens, before either leaves it. */
    UnaryOperator<Map<String, Object>> metadata = told -> told;
    UnaryOperator<JWTClaimsSet.Builder> claims = made -> made;
    /** Makes the token, if not as usual. */
    Signing signing = claims -> signed(claims, keys.getFirst());
    /** What it tells on being asked about somebody. */
    Map<String, Object> userInfo = Map.of();
    /** Whoever sits before its page. */
    String subject = "subject-1";
    /** What it calls their session with it; null for nothing. */
    String session = "session-1";
    /** How often it was asked for its keys. */
    final AtomicInteger askedForKeys = new AtomicInteger();
    Instant authenticatedAt;
    /** What it gives with the tokens, and what it was asked last. */
    Map<String, Object> launched = Map.of();
    volatile Map<String, String> asked = Map.of();
    /** Where its client's keys stand, if it proves itself by one instead of a secret. */
    URI clientKeys;
    private final Set<String> assertions = ConcurrentHashMap.newKeySet();
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();

    @FunctionalInterface
    interface Signing {
        String token(JWTClaimsSet claims) throws Exception;
    }

    TestProvider(Clock clock) throws IOException {
        this.clock = clock;
        this.authenticatedAt = clock.instant();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer = "http://127.0.0.1:" + server.getAddress().getPort();
        server.createContext("/", this::answer);
        server.start();
    }

    static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String signed(JWTClaimsSet claims, RSAKey key) throws JOSEException {
        SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case "/.well-known/openid-configuration" -> send(exchange, 200, metadata.apply(new HashMap<>(Map.of(
                        "issuer", issuer,
                        "authorization_endpoint", issuer + "/authorize",
                        "token_endpoint", issuer + "/token",
                        "jwks_uri", issuer + "/keys",
                        "userinfo_endpoint", issuer + "/me",
                        "end_session_endpoint", issuer + "/leave"))));
                case "/keys" -> {
                    askedForKeys.incrementAndGet();
                    send(exchange, 200, new JWKSet(List.copyOf(keys)).toJSONObject(true));
                }
                case "/authorize" -> authorize(exchange);
                case "/token" -> token(exchange);
                case "/me" -> send(exchange, 200, userInfo);
                default -> send(exchange, 404, Map.of());
            }
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = form(exchange.getRequestURI().getRawQuery());
        if (!"code".equals(asked.get("response_type")) || !"S256".equals(asked.get("code_challenge_method"))
                || !CLIENT.equals(asked.get("client_id"))) {
            send(exchange, 400, Map.of());
            return;
        }
        if ("0".equals(asked.get("max_age"))) {
            authenticatedAt = clock.instant();
        }
        String code = UUID.randomUUID().toString();
        codes.put(code, asked);
        this.asked = asked;
        exchange.getResponseHeaders().set("Location", URI.create(asked.get("redirect_uri")) + "?code=" + code + "&state="
                + asked.get("state") + "&iss=" + java.net.URLEncoder.encode(issuer, StandardCharsets.UTF_8));
        exchange.sendResponseHeaders(302, -1);
    }

    private void token(HttpExchange exchange) throws Exception {
        Map<String, String> given = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> asked = codes.remove(String.valueOf(given.get("code")));
        if (asked == null || !isOurClient(exchange, given) || !asked.get("redirect_uri").equals(given.get("redirect_uri"))
                || !asked.get("code_challenge").equals(challenge(given.get("code_verifier")))) {
            send(exchange, 400, Map.of("error", "invalid_grant"));
            return;
        }
        Instant now = clock.instant();
        JWTClaimsSet made = claims.apply(new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .audience(CLIENT)
                        .subject(subject)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(300)))
                        .claim("nonce", asked.get("nonce"))
                        .claim("sid", session)
                        .claim("auth_time", authenticatedAt.getEpochSecond())
                        .claim("preferred_username", "Grace@hospital.example")
                        .claim("name", "Grace Hopper")
                        .claim("roles", List.of("staff", "doctors")))
                .build();
        Map<String, Object> tokens = new HashMap<>(launched);
        tokens.putAll(Map.of("access_token", "opaque", "token_type", "Bearer", "id_token", signing.token(made)));
        send(exchange, 200, tokens);
    }

    /** What it says when whoever sits before its page signs out, altered so. */
    String logoutToken(UnaryOperator<JWTClaimsSet.Builder> altered) throws JOSEException {
        return signed(logout(altered), keys.getFirst());
    }

    JWTClaimsSet logout(UnaryOperator<JWTClaimsSet.Builder> altered) {
        Instant now = clock.instant();
        return altered.apply(new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .audience(CLIENT)
                        .subject(subject)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(120)))
                        .jwtID(UUID.randomUUID().toString())
                        .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()))
                        .claim("sid", session))
                .build();
    }

    private boolean isOurClient(HttpExchange exchange, Map<String, String> given) throws Exception {
        if (clientKeys != null) {
            return given.keySet().stream().noneMatch("client_secret"::equals)
                    && "urn:ietf:params:oauth:client-assertion-type:jwt-bearer".equals(given.get("client_assertion_type"))
                    && isAsserted(SignedJWT.parse(given.get("client_assertion")));
        }
        String expected = "Basic " + Base64.getEncoder().encodeToString(
                (CLIENT + ":s3cret+%26+more").getBytes(StandardCharsets.UTF_8));
        return expected.equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    /** As SMART has servers check it, with the keys that stand where the client said. */
    private boolean isAsserted(SignedJWT assertion) throws Exception {
        JWTClaimsSet said = assertion.getJWTClaimsSet();
        JWK key = JWKSet.load(clientKeys.toURL()).getKeyByKeyId(assertion.getHeader().getKeyID());
        Instant until = said.getExpirationTime().toInstant();
        return key != null && !key.isPrivate()
                && assertion.verify(new ECDSAVerifier(key.toECKey()))
                && assertion.getHeader().getAlgorithm().equals(JWSAlgorithm.ES384)
                && CLIENT.equals(said.getIssuer()) && CLIENT.equals(said.getSubject())
                && said.getAudience().equals(List.of(issuer + "/token"))
                && until.isAfter(clock.instant()) && !until.isAfter(clock.instant().plusSeconds(300))
                && assertions.add(said.getJWTID());
    }

    private static String challenge(String verifier) throws Exception {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(
                MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    }

    static Map<String, String> form(String text) {
        Map<String, String> form = new HashMap<>();
        for (String pair : text.split("&")) {
            String[] both = pair.split("=", 2);
            form.put(both[0], URLDecoder.decode(both[1], StandardCharsets.UTF_8));
        }
        return form;
    }

    private static void send(HttpExchange exchange, int status, Map<String, Object> body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
