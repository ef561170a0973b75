package org.chartwright.people.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.chartwright.people.oidc.OidcException.Reason;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The hospital's identity provider. It is asked for the first time when somebody signs in: a server starts without it. Any
 * thread.
 */
public final class OidcProvider {

    private static final Duration SKEW = Duration.ofMinutes(1);

    private final OidcSettings settings;
    private final OAuthHttp http;
    private final CodeExchange exchange;
    private final Discovered<Known> known;

    /** That one. */
    public OidcProvider(OidcSettings settings, OAuthHttp http, Clock clock) {
        this.settings = settings;
        this.http = http;
        this.exchange = new CodeExchange(settings.client(), ClientProof.ofSecret(settings.secret()), http, clock);
        this.known = new Discovered<>(clock, () -> {
            ProviderMetadata metadata = ProviderMetadata.of(settings.issuer(), http);
            String issuer = settings.issuer().toString();
            return new Known(
                    metadata,
                    new IdTokens(http, issuer, settings.client(), metadata.keys(), clock),
                    new LogoutTokens(http, issuer, settings.client(), metadata.keys(), clock));
        });
    }

    /** What it said of itself. */
    private record Known(ProviderMetadata metadata, IdTokens tokens, LogoutTokens logouts) {}

    /** What its answer must hold. */
    public record Answer(@Nullable String state, @Nullable String code, @Nullable String issuer, @Nullable String error) {

        /** Says nothing. */
        @Override
        public String toString() {
            return "Answer[]";
        }
    }

    /** Which provider, and what its claims mean here. */
    public OidcSettings settings() {
        return settings;
    }

    /**
     * The page of the provider that somebody is sent to. For a proof they must show there again who they are.
     *
     * @param back where the answer goes
     * @throws OidcException if the provider does not say where that is
     */
    public URI page(Attempt attempt, URI back) throws OidcException {
        Map<String, String> asked = exchange.question(attempt, settings.scopes(), back);
        if (attempt.isProof()) {
            asked.put("max_age", "0");
            asked.put("prompt", "login");
        }
        return known.get().metadata.authorization(asked);
    }

    /**
     * Redeems an answer.
     *
     * @throws OidcException if anything in it or in the token is not as it must be
     */
    public Identity finish(Attempt attempt, Answer answer, URI back) throws OidcException {
        String state = answer.state;
        if (state == null || !attempt.isState(state)) {
            throw new OidcException(Reason.STATE);
        }
        if (answer.issuer != null && !answer.issuer.equals(settings.issuer().toString())) {
            throw new OidcException(Reason.ISSUER);
        }
        String code = answer.code;
        if (answer.error != null || code == null) {
            throw new OidcException(Reason.DENIED);
        }
        Known there = known.get();
        JsonNode tokens = exchange.redeem(there.metadata, attempt, code, back);
        JWTClaimsSet claims = there.tokens.check(tokens.path("id_token").asString(""), attempt.nonce());
        if (attempt.isProof()) {
            requireAnew(claims, attempt);
        }
        return Identity.of(settings, claims, more(there.metadata, claims, tokens.path("access_token").asString("")));
    }

    /**
     * Who signed out there, by the token with which the provider says so.
     *
     * @throws OidcException if the provider does not say so; whether the token was used before is not looked at
     */
    public SignedOut signedOut(String token) throws OidcException {
        try {
            // What does not even claim to be the provider's makes us ask nobody.
            if (!settings.issuer().toString().equals(SignedJWT.parse(token).getJWTClaimsSet().getIssuer())) {
                throw new OidcException(Reason.TOKEN);
            }
        } catch (ParseException _) {
            throw new OidcException(Reason.TOKEN);
        }
        return known.get().logouts.check(token);
    }

    /** Where somebody goes to sign out there as well, if the provider has such a page. */
    public Optional<URI> leave(URI back) {
        Optional<Known> before = known.last();
        try {
            return (before.isPresent() ? before.get() : known.get()).metadata.endOfSession(Map.of(
                    "client_id", settings.client(), "post_logout_redirect_uri", back.toString()));
        } catch (OidcException _) {
            return Optional.empty();
        }
    }

    /** What the token leaves out and the provider tells on being asked; of the same subject, or it does not count. */
    private @Nullable JsonNode more(ProviderMetadata metadata, JWTClaimsSet claims, String token) throws OidcException {
        URI address = metadata.userInfo();
        if (address == null || token.isEmpty() || Identity.isComplete(settings, claims)) {
            return null;
        }
        try {
            JsonNode told = http.json(address, Map.of("Authorization", "Bearer " + token));
            return told.path("sub").asString("").equals(claims.getSubject()) ? told : null;
        } catch (IOException _) {
            throw new OidcException(Reason.UNREACHABLE);
        }
    }

    private static void requireAnew(JWTClaimsSet claims, Attempt attempt) throws OidcException {
        try {
            Date shown = claims.getDateClaim("auth_time");
            if (shown == null || shown.toInstant().isBefore(attempt.begun().minus(SKEW))) {
                throw new OidcException(Reason.PROOF);
            }
        } catch (ParseException _) {
            throw new OidcException(Reason.TOKEN);
        }
    }
}
