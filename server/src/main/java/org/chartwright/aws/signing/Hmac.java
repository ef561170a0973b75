package org.chartwright.aws.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The hashes of Signature Version 4. */
final class Hmac {

    private static final String MAC = "HmacSHA256";

    private Hmac() {}

    /** Hex SHA-256. */
    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** The signature of a canonical request. */
    static String signature(String secret, SignatureClaim claim, String canonicalRequest) {
        byte[] key = key(secret, claim.scope());
        String toSign = SignatureClaim.ALGORITHM + "\n" + claim.stamp() + "\n" + claim.scope() + "\n"
                + sha256(canonicalRequest.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(mac(key, toSign));
    }

    /** The key of a day, region and service. */
    static byte[] key(String secret, String scope) {
        byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
        for (String part : scope.split("/", -1)) {
            key = mac(key, part);
        }
        return key;
    }

    /** Compares in a time that tells nothing about where they differ. */
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + MAC, e);
        }
    }
}
