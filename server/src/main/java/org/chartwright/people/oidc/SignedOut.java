package org.chartwright.people.oidc;

import java.time.Instant;
import java.util.Optional;

/**
 * What a provider says of somebody who signed out there. It names the person, or the session there, or both.
 *
 * @param issuer which provider
 * @param subject what it calls them for ever
 * @param session what it calls their session there
 * @param token the digest of the token that said so
 * @param until how long that token could be told again
 */
public record SignedOut(String issuer, Optional<String> subject, Optional<String> session, String token, Instant until) {

    /** Says nothing. */
    @Override
    public String toString() {
        return "SignedOut[]";
    }
}
