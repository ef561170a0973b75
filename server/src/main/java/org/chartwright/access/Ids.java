package org.chartwright.access;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes names and secrets by luck, in AWS's forms. Thread-safe. */
final class Ids {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final SecureRandom luck;

    Ids(SecureRandom luck) {
        this.luck = luck;
    }

    /** Four letters that say what it is of, and sixteen by luck. */
    String next(String prefix) {
        StringBuilder id = new StringBuilder(prefix);
        luck.ints(16, 0, ALPHABET.length()).mapToObj(ALPHABET::charAt).forEach(id::append);
        return id.toString();
    }

    /** Forty characters. */
    String secret() {
        byte[] secret = new byte[30];
        luck.nextBytes(secret);
        return Base64.getEncoder().encodeToString(secret);
    }

    /** Decimal digits. */
    String digits(int count) {
        StringBuilder digits = new StringBuilder();
        luck.ints(count, 0, 10).forEach(digits::append);
        return digits.toString();
    }
}
