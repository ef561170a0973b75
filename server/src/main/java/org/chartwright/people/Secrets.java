package org.chartwright.people;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Tokens, digests of passwords, and one-time codes. Any thread. */
final class Secrets {

    static final int SECOND_FACTOR_BYTES = 20;
    private static final int TOKEN_BYTES = 32;
    private static final int STEP_SECONDS = 30;

    private final SecureRandom luck;
    private final Argon2PasswordEncoder passwords = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    private final TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();

    Secrets(SecureRandom luck) {
        this.luck = luck;
    }

    String digestPassword(String password) {
        return passwords.encode(password);
    }

    boolean isPassword(String password, String digest) {
        return passwords.matches(password, digest);
    }

    String token() {
        return Digest.base64(random(TOKEN_BYTES));
    }

    byte[] random(int bytes) {
        byte[] made = new byte[bytes];
        luck.nextBytes(made);
        return made;
    }

    /** The time step that a code is of: now, the one before or the one after; none for a wrong code. */
    OptionalLong step(byte[] secondFactor, String code, Instant now) {
        for (int off = -1; off <= 1; off++) {
            Instant then = now.plusSeconds((long) off * STEP_SECONDS);
            if (MessageDigest.isEqual(
                    code(secondFactor, then).getBytes(StandardCharsets.UTF_8), code.strip().getBytes(StandardCharsets.UTF_8))) {
                return OptionalLong.of(then.getEpochSecond() / STEP_SECONDS);
            }
        }
        return OptionalLong.empty();
    }

    String code(byte[] secondFactor, Instant then) {
        try {
            return codes.generateOneTimePasswordString(new SecretKeySpec(secondFactor, codes.getAlgorithm()), then);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("Any bytes are a key for HMAC", e);
        }
    }
}
