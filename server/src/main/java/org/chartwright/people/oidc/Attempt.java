package org.chartwright.people.oidc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartwright.people.Digest;

/**
 * One attempt to sign in elsewhere, as the browser carries it. It is a secret of that browser's: everything that the provider
 * hears of it is a digest.
 *
 * @param text all of it, as it stands in the cookie
 * @param begun when
 * @param session the digest of the session whose person proves themselves again; empty for signing in
 * @param back the page to go on with, below {@code /app/}
 */
public record Attempt(String text, Instant begun, String session, String back) {

    /** How long one may take. */
    public static final Duration LIFE = Duration.ofMinutes(10);

    private static final int SECRET_BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[\\w-]{43}\\.(\\d{1,12})\\.([\\w-]{43}|)\\.([A-Za-z0-9/-]{0,200})");
    private static final Pattern PAGE = Pattern.compile("[A-Za-z0-9/-]{0,200}");

    /** Begins one. */
    public static Attempt begin(SecureRandom luck, Instant now, String session, String back) {
        byte[] secret = new byte[SECRET_BYTES];
        luck.nextBytes(secret);
        String page = PAGE.matcher(back).matches() ? back : "";
        return new Attempt(
                Digest.base64(secret) + "." + now.getEpochSecond() + "." + session + "." + page,
                Instant.ofEpochSecond(now.getEpochSecond()), session, page);
    }

    /** The one of a cookie, while it lives. */
    public static Optional<Attempt> read(String text, Instant now) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        Instant begun = Instant.ofEpochSecond(Long.parseLong(form.group(1)));
        return begun.isAfter(now.plusSeconds(60)) || begun.plus(LIFE).isBefore(now)
                ? Optional.empty()
                : Optional.of(new Attempt(text, begun, form.group(2), form.group(3)));
    }

    /** What comes back with the answer. */
    public String state() {
        return digest("state");
    }

    /** Whether that came back. */
    public boolean isState(String given) {
        return MessageDigest.isEqual(
                state().getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.US_ASCII));
    }

    /** What must stand in the token. */
    public String nonce() {
        return digest("nonce");
    }

    /** What proves to the provider that whoever redeems the code is who asked for it (RFC 7636). */
    public String verifier() {
        return digest("verifier");
    }

    /** The digest of the verifier, method S256. */
    public String challenge() {
        return Digest.base64(Digest.of(verifier()));
    }

    /** Whether somebody who is signed in proves themselves again. */
    public boolean isProof() {
        return !session.isEmpty();
    }

    /** Says nothing. */
    @Override
    public String toString() {
        return "Attempt[]";
    }

    private String digest(String what) {
        return Digest.base64(Digest.of(what + "/" + text));
    }
}
