package org.chartwright.people.oidc;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Asks for codes and redeems them, as that client.
 *
 * @param client what we are called there
 * @param secret ours there; empty for a client without one
 * @param http calls
 */
record CodeExchange(String client, String secret, OAuthHttp http) {

    /** What a page for signing in is asked with; more may be put beside it. */
    Map<String, String> question(Attempt attempt, String scope, URI back) {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("response_type", "code");
        asked.put("client_id", client);
        asked.put("redirect_uri", back.toString());
        asked.put("scope", scope);
        asked.put("state", attempt.state());
        asked.put("nonce", attempt.nonce());
        asked.put("code_challenge", attempt.challenge());
        asked.put("code_challenge_method", "S256");
        return asked;
    }

    /**
     * The tokens for a code.
     *
     * @param back the address that the code came back to
     * @throws OidcException if the code is not taken or nobody answers
     */
    JsonNode redeem(ProviderMetadata metadata, Attempt attempt, String code, URI back) throws OidcException {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", back.toString());
        form.put("code_verifier", attempt.verifier());
        Map<String, String> headers = Map.of();
        if (secret.isEmpty()) {
            form.put("client_id", client);
        } else if (metadata.takesBasic()) {
            String pair = OAuthHttp.encoded(client) + ":" + OAuthHttp.encoded(secret);
            headers = Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        } else {
            form.put("client_id", client);
            form.put("client_secret", secret);
        }
        try {
            return http.post(metadata.token(), form, headers);
        } catch (IOException _) {
            throw new OidcException(OidcException.Reason.UNREACHABLE);
        }
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "CodeExchange[]";
    }
}
