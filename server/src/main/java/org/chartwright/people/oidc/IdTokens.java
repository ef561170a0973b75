package org.chartwright.people.oidc;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** Checks that a provider's token says who somebody is, to us, and now: for the nonce of one attempt. Any thread. */
final class IdTokens {

    private static final DefaultJOSEObjectTypeVerifier<SecurityContext> TYPES =
            new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, null);

    private final String client;
    private final SignedTokens tokens;

    IdTokens(OAuthHttp http, String issuer, String client, URI keys, Clock clock) {
        this.client = client;
        this.tokens = new SignedTokens(http, issuer, client, keys, clock, SignedTokens.Bearer.PROVIDER);
    }

    /**
     * What a token claims, once all of it was checked.
     *
     * @throws OidcException if something is wrong with it
     */
    JWTClaimsSet check(String token, String nonce) throws OidcException {
        JWTClaimsSet claims = tokens.check(token, TYPES, Set.of("sub", "exp", "iat"));
        try {
            List<String> audience = claims.getAudience();
            String authorized = claims.getStringClaim("azp");
            if (authorized == null ? audience.size() > 1 : !authorized.equals(client)) {
                throw new OidcException(OidcException.Reason.TOKEN);
            }
            if (!nonce.equals(claims.getStringClaim("nonce"))) {
                throw new OidcException(OidcException.Reason.NONCE);
            }
            return claims;
        } catch (ParseException _) {
            throw new OidcException(OidcException.Reason.TOKEN);
        }
    }
}
