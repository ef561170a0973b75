package org.chartwright.people.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import java.util.Set;

/** Checks what holds for each token of a provider: signature, issuer, audience and time. Keys are fetched when needed. Any thread. */
final class SignedTokens {

    /** With a key that only the provider has. One that it shares with us, or none at all, proves nothing. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.RS512, JWSAlgorithm.PS256, JWSAlgorithm.PS384,
            JWSAlgorithm.PS512, JWSAlgorithm.ES256, JWSAlgorithm.ES384, JWSAlgorithm.ES512);

    private static final long KEYS_FOR_MILLIS = 300_000;
    private static final long KEYS_PATIENCE_MILLIS = 15_000;
    private static final long KEYS_APART_MILLIS = 30_000;

    private final String issuer;
    private final String client;
    private final JWKSource<SecurityContext> keys;
    private final Clock clock;

    /** Who brings the tokens. */
    enum Bearer {
        /** The provider itself, which we called: nobody else gets so far. */
        PROVIDER,
        /** Anybody who calls us: whatever key they name, the provider is asked for its keys twice in half a minute at most. */
        ANYBODY
    }

    SignedTokens(OAuthHttp http, String issuer, String client, URI keys, Clock clock, Bearer bearer) {
        this.issuer = issuer;
        this.client = client;
        this.clock = clock;
        try {
            JWKSourceBuilder<SecurityContext> source = JWKSourceBuilder.<SecurityContext>create(
                            keys.toURL(), url -> new Resource(http.get(URI.create(url.toString()), Map.of()), "application/json"))
                    .cache(KEYS_FOR_MILLIS, KEYS_PATIENCE_MILLIS)
                    .refreshAheadCache(false);
            this.keys = switch (bearer) {
                case PROVIDER -> source.rateLimited(false).build();
                case ANYBODY -> source.rateLimited(KEYS_APART_MILLIS).build();
            };
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("The keys have no address", e);
        }
    }

    /**
     * What a token claims, once all of that was checked.
     *
     * @param types what it may call itself; null for nothing
     * @param required claims that must be there
     * @throws OidcException if something is wrong with it
     */
    JWTClaimsSet check(String token, DefaultJOSEObjectTypeVerifier<SecurityContext> types, Set<String> required) throws OidcException {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(types);
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        processor.setJWTClaimsSetVerifier(new Claims(required));
        try {
            return processor.process(token, null);
        } catch (com.nimbusds.jose.RemoteKeySourceException _) {
            throw new OidcException(OidcException.Reason.UNREACHABLE);
        } catch (ParseException | BadJOSEException | JOSEException _) {
            throw new OidcException(OidcException.Reason.TOKEN);
        }
    }

    /** Times by our clock. */
    private final class Claims extends DefaultJWTClaimsVerifier<SecurityContext> {

        Claims(Set<String> required) {
            super(Set.of(client), new JWTClaimsSet.Builder().issuer(issuer).build(), required, Set.of());
        }

        @Override
        protected Date currentTime() {
            return Date.from(clock.instant());
        }
    }
}
