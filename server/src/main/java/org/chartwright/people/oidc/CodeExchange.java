package org.chartwright.people.oidc;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Asks for codes and redeems them, as that client.
 *
 * @param client what we are called there
 * @param proof how we show that we are it
 * @param http calls
 * @param clock when
 */
record CodeExchange(String client, ClientProof proof, OAuthHttp http, Clock clock) {

    private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

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
        switch (proof) {
            case ClientProof.None _ -> form.put("client_id", client);
            case ClientProof.Secret(String secret) when metadata.takesBasic() -> headers = basic(secret);
            case ClientProof.Secret(String secret) -> {
                form.put("client_id", client);
                form.put("client_secret", secret);
            }
            case ClientProof.Key(ClientKeys keys) -> {
                form.put("client_assertion_type", ASSERTION);
                form.put("client_assertion", keys.assertion(client, metadata.token(), clock.instant()));
            }
        }
        try {
            return http.post(metadata.token(), form, headers);
        } catch (IOException _) {
            throw new OidcException(OidcException.Reason.UNREACHABLE);
        }
    }

    private Map<String, String> basic(String secret) {
        String pair = OAuthHttp.encoded(client) + ":" + OAuthHttp.encoded(secret);
        return Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "CodeExchange[]";
    }
}
