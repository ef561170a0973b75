package org.chartwright.people.oidc;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a provider says of itself (OpenID Connect Discovery 1.0).
 *
 * @param authorize its page for signing in
 * @param token where codes are redeemed
 * @param keys where its public keys are
 * @param userInfo where it tells more of somebody, if it does
 * @param end its page for signing out, if it has one
 * @param takesBasic whether a secret is shown as HTTP's basic credentials
 */
record ProviderMetadata(
        URI authorize, URI token, URI keys, @Nullable URI userInfo, @Nullable URI end, boolean takesBasic) {

    private static final String WELL_KNOWN = "/.well-known/openid-configuration";
    private static final String SMART = "/.well-known/smart-configuration";

    /**
     * Asks it.
     *
     * @throws IOException if it does not answer, calls itself otherwise, or names addresses without TLS
     */
    static ProviderMetadata of(URI issuer, OAuthHttp http) throws IOException {
        JsonNode told = http.json(URI.create(issuer.toString().replaceAll("/$", "") + WELL_KNOWN), Map.of());
        if (!told.path("issuer").asString("").equals(issuer.toString())) {
            throw new IOException("a provider that calls itself otherwise");
        }
        return read(told);
    }

    /** What an EHR's FHIR server says of who lets people in there (SMART App Launch 2). */
    record OfSmart(ProviderMetadata metadata, String issuer, boolean finerScopes) {}

    /**
     * Asks a FHIR server.
     *
     * @throws IOException if it does not answer, lacks what the launch of an app needs, or names addresses without TLS
     */
    static OfSmart ofSmart(URI fhir, OAuthHttp http) throws IOException {
        JsonNode told = http.json(URI.create(fhir + SMART), Map.of());
        String issuer = told.path("issuer").asString("");
        if (issuer.isEmpty() || !holds(told, "code_challenge_methods_supported", "S256")) {
            throw new IOException("a server without SMART's launch, PKCE or tokens of identity");
        }
        return new OfSmart(read(told), issuer, holds(told, "capabilities", "permission-v2"));
    }

    private static boolean holds(JsonNode told, String list, String wanted) {
        return told.path(list).valueStream().anyMatch(one -> wanted.equals(one.asString("")));
    }

    private static ProviderMetadata read(JsonNode told) throws IOException {
        JsonNode methods = told.path("token_endpoint_auth_methods_supported");
        boolean basic = methods.isMissingNode();
        for (JsonNode method : methods) {
            basic |= "client_secret_basic".equals(method.asString(""));
        }
        return new ProviderMetadata(
                needed(told, "authorization_endpoint"), needed(told, "token_endpoint"), needed(told, "jwks_uri"),
                address(told, "userinfo_endpoint"), address(told, "end_session_endpoint"), basic);
    }

    /** The page for signing in, asked so. */
    URI authorization(Map<String, String> asked) {
        return with(authorize, asked);
    }

    /** The page for signing out, asked so. */
    Optional<URI> endOfSession(Map<String, String> asked) {
        return Optional.ofNullable(end).map(page -> with(page, asked));
    }

    private static URI with(URI page, Map<String, String> asked) {
        return URI.create(page + (page.getRawQuery() == null ? "?" : "&") + OAuthHttp.form(asked));
    }

    private static URI needed(JsonNode told, String name) throws IOException {
        URI found = address(told, name);
        if (found == null) {
            throw new IOException("a provider without " + name);
        }
        return found;
    }

    private static @Nullable URI address(JsonNode told, String name) throws IOException {
        String text = told.path(name).asString("");
        if (text.isEmpty()) {
            return null;
        }
        try {
            URI address = URI.create(text);
            if (OAuthHttp.isSafe(address)) {
                return address;
            }
        } catch (IllegalArgumentException _) {
            // Told below.
        }
        throw new IOException("an unsafe " + name);
    }
}
