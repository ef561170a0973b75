package org.chartwright.live;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.chartwright.access.TenantId;
import org.chartwright.keys.Kind;
import org.chartwright.keys.Label;
import org.chartwright.keys.SealException;
import org.chartwright.keys.Seals;
import org.chartwright.live.log.Seal;

/**
 * Seals the records of one session with a key of its own, which lies sealed beside them: opening it asks the key room once,
 * and each record costs no more than its cipher. A record is bound to its number in its session.
 */
final class RecordSeal implements Seal {

    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final String CIPHER = "AES/GCM/NoPadding";

    private final SecretKeySpec key;
    private final SecureRandom luck;

    private RecordSeal(byte[] key, SecureRandom luck) {
        this.key = new SecretKeySpec(key, "AES");
        this.luck = luck;
    }

    /** The seal of a session whose log lies below that folder. */
    static synchronized RecordSeal open(
            Path folder, TenantId tenant, UUID session, Seals seals, SecureRandom luck) throws IOException {
        Label label = new Label(tenant.value(), session, Kind.LIVE_AUDIO, "record-key");
        Path file = SessionFolder.log(folder, tenant, session).resolveSibling("key");
        try {
            return new RecordSeal(seals.open(label, Files.readAllBytes(file)), luck);
        } catch (NoSuchFileException _) {
            byte[] key = new byte[KEY];
            luck.nextBytes(key);
            write(file, sealed(seals, label, key));
            return new RecordSeal(key, luck);
        } catch (SealException e) {
            throw new IOException("The key of a session cannot be opened: " + e.trouble(), e);
        }
    }

    private static byte[] sealed(Seals seals, Label label, byte[] key) throws IOException {
        try {
            return seals.seal(label, key);
        } catch (SealException e) {
            throw new IOException("The key of a session cannot be sealed: " + e.trouble(), e);
        }
    }

    /** Whole or not at all, and on the disk before anything is sealed with it. */
    private static void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        Path half = file.resolveSibling("key.new");
        try (FileChannel channel = FileChannel.open(half, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            channel.write(ByteBuffer.wrap(content));
            channel.force(true);
        }
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel names = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    @Override
    public byte[] seal(byte[] plain, long number) throws IOException {
        byte[] nonce = new byte[NONCE];
        luck.nextBytes(nonce);
        try {
            byte[] sealed = Arrays.copyOf(nonce, NONCE + plain.length + TAG_BITS / Byte.SIZE);
            cipher(Cipher.ENCRYPT_MODE, nonce, number).doFinal(plain, 0, plain.length, sealed, NONCE);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IOException("A record cannot be sealed", e);
        }
    }

    @Override
    public byte[] open(byte[] sealed, long number) throws IOException {
        try {
            return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE), number)
                    .doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException("A record is not what was sealed there", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, long number) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
        return cipher;
    }
}
