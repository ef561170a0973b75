package org.chartwright.aws;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * The ids of one visit's documents, all derived from the visit's own id: the same visit gets the same bytes whenever and
 * wherever its documents are written, so a repeated write after a crash changes nothing. For one thread.
 */
final class DerivedIds {

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());
    private static final int CONVERSATION_LENGTH = 22;
    private static final int ATTRIBUTE_LENGTH = 6;

    private final UUID visit;
    private final Set<String> attributesGiven = new HashSet<>();

    DerivedIds(UUID visit) {
        this.visit = visit;
    }

    /** 22 base-62 characters. */
    String conversation() {
        return base62(hash("conversation"), CONVERSATION_LENGTH);
    }

    /** A UUID, version 4 in form. */
    UUID insight(int index) {
        ByteBuffer bytes = ByteBuffer.wrap(hash("insight-" + index));
        long high = (bytes.getLong() & ~0xF000L) | 0x4000L;
        long low = (bytes.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    /** 6 base-62 characters, given once: six characters are few enough that a long visit could meet one twice. */
    String attribute(int insight, int index) {
        for (int attempt = 0; ; attempt++) {
            String id = base62(hash("attribute-" + insight + "-" + index + "-" + attempt), ATTRIBUTE_LENGTH);
            if (attributesGiven.add(id)) {
                return id;
            }
        }
    }

    private byte[] hash(String purpose) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((visit + "/" + purpose).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static String base62(byte[] hash, int length) {
        BigInteger rest = new BigInteger(1, hash);
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            BigInteger[] parts = rest.divideAndRemainder(BASE);
            text.append(DIGITS.charAt(parts[1].intValue()));
            rest = parts[0];
        }
        return text.toString();
    }
}
