package org.chartwright.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** The Ed25519 key that signs checkpoints: a file of its own, which its owner alone can read and the database never sees. */
public final class SigningKey {

    private static final String ALGORITHM = "Ed25519";
    private static final String OWNER_ONLY = "rw-------";

    private final PrivateKey key;

    private SigningKey(PrivateKey key) {
        this.key = key;
    }

    /**
     * The key in that folder, made at the first start together with {@code public.pem}, which is for verifiers.
     *
     * @throws IOException if it cannot be read or made, or if others than its owner can read it
     */
    public static SigningKey open(Path folder) throws IOException {
        Path file = folder.resolve("signing.pem");
        if (Files.notExists(file)) {
            make(folder, file);
        }
        if (Files.getPosixFilePermissions(file).size()
                > PosixFilePermissions.fromString(OWNER_ONLY).size()) {
            throw new IOException("Others can read the key " + file + ". Run: chmod 600 " + file);
        }
        try {
            return new SigningKey(KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(unwrap(Files.readString(file)))));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            throw new IOException("The file " + file + " holds no Ed25519 key; bring it back from its backup.");
        }
    }

    /**
     * The public key in that file.
     *
     * @throws IOException if there is none
     */
    public static PublicKey publicKey(Path file) throws IOException {
        try {
            return KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(unwrap(Files.readString(file))));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            throw new IOException("The file " + file + " holds no Ed25519 public key.");
        }
    }

    byte[] sign(String text) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK signs with Ed25519", e);
        }
    }

    static boolean verifies(PublicKey key, String text, byte[] signed) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.verify(signed);
        } catch (GeneralSecurityException _) {
            return false; // not even the form of a signature
        }
    }

    private static void make(Path folder, Path file) throws IOException {
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        KeyPair pair;
        try {
            pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK makes Ed25519 keys", e);
        }
        Files.writeString(folder.resolve("public.pem"), wrap("PUBLIC KEY", pair.getPublic().getEncoded()));
        Path unfinished = folder.resolve("signing.pem.new");
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
        Files.writeString(unfinished, wrap("PRIVATE KEY", pair.getPrivate().getEncoded()));
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String wrap(String kind, byte[] key) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getEncoder().encodeToString(key) + "\n-----END " + kind + "-----\n";
    }

    private static byte[] unwrap(String pem) {
        return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
    }
}
