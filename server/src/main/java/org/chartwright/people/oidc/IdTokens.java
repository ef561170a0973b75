package org.chartwright.people.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
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
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks a provider's tokens: signature, issuer, audience, time and nonce. Keys are fetched when they are needed. Any thread. */
final class IdTokens {

    /** With a key that only the provider has. One that it shares with us, or none at all, proves nothing. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.RS512, JWSAlgorithm.PS256, JWSAlgorithm.PS384,
            JWSAlgorithm.PS512, JWSAlgorithm.ES256, JWSAlgorithm.ES384, JWSAlgorithm.ES512);

    private static final long KEYS_FOR_MILLIS = 300_000;
    private static final long KEYS_PATIENCE_MILLIS = 15_000;

    private final String issuer;
    private final String client;
    private final JWKSource<SecurityContext> keys;
    private final Clock clock;

    IdTokens(OAuthHttp http, String issuer, String client, URI keys, Clock clock) {
        this.issuer = issuer;
        this.client = client;
        this.clock = clock;
        try {
            this.keys = JWKSourceBuilder.<SecurityContext>create(
                            keys.toURL(), url -> new Resource(http.get(URI.create(url.toString()), Map.of()), "application/json"))
                    .cache(KEYS_FOR_MILLIS, KEYS_PATIENCE_MILLIS)
                    .refreshAheadCache(false)
                    .rateLimited(false) // whoever has no token of the provider's never gets so far
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("The keys have no address", e);
        }
    }

    /**
     * What a token claims, once all of it was checked.
     *
     * @throws OidcException if something is wrong with it
     */
    JWTClaimsSet check(String token, String nonce) throws OidcException {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        processor.setJWTClaimsSetVerifier(new Claims());
        try {
            JWTClaimsSet claims = processor.process(token, null);
            List<String> audience = claims.getAudience();
            String authorized = claims.getStringClaim("azp");
            if (authorized == null ? audience.size() > 1 : !authorized.equals(client)) {
                throw new OidcException(OidcException.Reason.TOKEN);
            }
            if (!nonce.equals(claims.getStringClaim("nonce"))) {
                throw new OidcException(OidcException.Reason.NONCE);
            }
            return claims;
        } catch (com.nimbusds.jose.RemoteKeySourceException _) {
            throw new OidcException(OidcException.Reason.UNREACHABLE);
        } catch (ParseException | BadJOSEException | JOSEException _) {
            throw new OidcException(OidcException.Reason.TOKEN);
        }
    }

    /** Times by our clock. */
    private final class Claims extends DefaultJWTClaimsVerifier<SecurityContext> {

        Claims() {
            super(Set.of(client), new JWTClaimsSet.Builder().issuer(issuer).build(), Set.of("sub", "exp", "iat"), Set.of());
        }

        @Override
        protected Date currentTime() {
            return Date.from(clock.instant());
        }
    }
}
