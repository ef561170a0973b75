package org.chartwright.people.oidc;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chartwright.people.Digest;
import org.jspecify.annotations.Nullable;

/**
 * Checks the tokens with which a provider says that somebody signed out there (OpenID Connect Back-Channel Logout 1.0, section
 * 2.6). Any thread.
 */
final class LogoutTokens {

    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final Duration SKEW = Duration.ofMinutes(1);

    /** So long each is remembered at most. The standard advises two minutes. */
    private static final Duration LONGEST_LIFE = Duration.ofDays(1);

    private static final DefaultJOSEObjectTypeVerifier<SecurityContext> TYPES =
            new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("logout+jwt"), JOSEObjectType.JWT, null);

    private final SignedTokens tokens;
    private final String issuer;
    private final Clock clock;

    LogoutTokens(OAuthHttp http, String issuer, String client, URI keys, Clock clock) {
        this.tokens = new SignedTokens(http, issuer, client, keys, clock, SignedTokens.Bearer.ANYBODY);
        this.issuer = issuer;
        this.clock = clock;
    }

    /**
     * Who signed out there, once all was checked but whether the token was used before.
     *
     * @throws OidcException if something is wrong with it
     */
    SignedOut check(String token) throws OidcException {
        JWTClaimsSet claims = tokens.check(token, TYPES, Set.of("iat", "exp", "jti", "events"));
        try {
            Map<String, Object> events = claims.getJSONObjectClaim("events");
            Optional<String> subject = said(claims.getSubject());
            Optional<String> session = said(claims.getStringClaim("sid"));
            Instant issued = claims.getIssueTime().toInstant();
            Instant ends = claims.getExpirationTime().toInstant();
            if (events == null
                    || !(events.get(EVENT) instanceof Map)
                    || claims.getClaims().containsKey("nonce") // else a token about signing in could be told as one
                    || subject.isEmpty() && session.isEmpty()
                    || issued.isAfter(clock.instant().plus(SKEW))
                    || ends.isAfter(issued.plus(LONGEST_LIFE))) {
                throw new OidcException(OidcException.Reason.TOKEN);
            }
            String id = Digest.base64(Digest.of(issuer + "\n" + claims.getJWTID()));
            return new SignedOut(issuer, subject, session, id, ends.plus(SKEW));
        } catch (ParseException _) {
            throw new OidcException(OidcException.Reason.TOKEN);
        }
    }

    private static Optional<String> said(@Nullable String text) {
        return Optional.ofNullable(text).filter(one -> !one.isBlank());
    }
}
