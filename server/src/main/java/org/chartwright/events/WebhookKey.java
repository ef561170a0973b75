package org.chartwright.events;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key that every webhook's secret is derived from, in a file that its owner alone can read. Signatures are those of the
 * Standard Webhooks specification: HMAC-SHA256 over id, time and body. Any thread.
 */
public final class WebhookKey {

    private static final int BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";
    private static final String OWNER_ONLY = "rw-------";

    private final byte[] master;

    private WebhookKey(byte[] master) {
        this.master = master;
    }

    /**
     * The key in that file, made if it is not there.
     *
     * @throws IOException if it cannot be read or made, or if others than its owner can read it
     */
    public static WebhookKey open(Path file, SecureRandom luck) throws IOException {
        if (Files.notExists(file)) {
            byte[] made = new byte[BYTES];
            luck.nextBytes(made);
            Path unfinished = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(unfinished);
            Files.createFile(unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
            Files.write(unfinished, made);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        }
        if (!PosixFilePermissions.fromString(OWNER_ONLY).containsAll(Files.getPosixFilePermissions(file))) {
            throw new IOException("Others can read the key " + file + ". Run: chmod 600 " + file);
        }
        byte[] master = Files.readAllBytes(file);
        if (master.length != BYTES) {
            throw new IOException("The file " + file + " holds no key; bring it back from its backup.");
        }
        return new WebhookKey(master);
    }

    /** The secret that the receiver of a webhook checks signatures with. */
    public String secret(UUID webhook) {
        return "whsec_" + Base64.getEncoder().encodeToString(derived(webhook));
    }

    /** The value of the signature's header. */
    String signature(UUID webhook, UUID event, long seconds, String body) {
        byte[] signed = hmac(derived(webhook), event + "." + seconds + "." + body);
        return "v1," + Base64.getEncoder().encodeToString(signed);
    }

    private byte[] derived(UUID webhook) {
        return hmac(master, "webhook/" + webhook);
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }
}
