/**
 * Passkeys: proving oneself by a key pair whose private half never leaves an authenticator (WebAuthn).
 *
 * <p><b>The one idea.</b> A question ({@link org.chartwright.people.passkeys.Questions}) is asked once and answered once; the answer is
 * checked by webauthn4j for our origin, with the person verified by the authenticator, so that a passkey is both factors.
 *
 * <p><b>Start reading</b> at {@code Passkeys}, {@code PasskeyBook}, {@code Questions}.
 *
 * <p><b>Traps.</b> A passkey is made for the host of {@code workspace.address}: at another name of this server it does nothing.
 */
@NullMarked
package org.chartwright.people.passkeys;

import org.jspecify.annotations.NullMarked;
