/**
 * Signing in by the hospital's own identity provider: OpenID Connect's authorization code flow with PKCE.
 *
 * <p><b>The one idea.</b> The browser carries an {@link org.chartwright.people.oidc.Attempt} in a cookie; state, nonce and
 * PKCE's verifier are digests of it. So the server keeps nothing of attempts, and whoever does not hold the cookie can finish none.
 *
 * <p><b>Start reading</b> at {@code OidcProvider}, {@code Attempt}, {@code IdTokens}, {@code LogoutTokens}, {@code Elsewhere}.
 *
 * <p><b>Traps.</b> Somebody is known by issuer and subject alone. Names and addresses of mail change hands: nothing is ever
 * decided by them.
 */
@NullMarked
package org.chartwright.people.oidc;

import org.jspecify.annotations.NullMarked;
