package org.chartwright.keys.root;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.chartwright.keys.SealException;
import org.chartwright.keys.SealException.Trouble;

/**
 * The root key in a file of this machine: a Tink keyset that only its owner may read. Whoever has a copy of this file and of
 * the data can read everything; whoever has lost it can read nothing.
 */
public final class LocalRoot implements RootKey {

    /** The name of every local root. */
    public static final String NAME = "local";

    private static final Set<PosixFilePermission> OWNER =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Aead aead;

    private LocalRoot(Aead aead) {
        this.aead = aead;
    }

    /**
     * The key of that file.
     *
     * @throws RootException if it is not there, not a keyset, or readable by others
     */
    public static LocalRoot open(Path file) {
        return new LocalRoot(aead(read(file)));
    }

    /** Makes a key in a new file, readable by its owner alone and on the disk when this returns. */
    public static LocalRoot make(Path file) {
        try {
            AeadConfig.register();
            KeysetHandle keys = withNewest(KeysetHandle.newBuilder());
            write(file, keys, false);
            return new LocalRoot(aead(keys));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES-GCM", e);
        }
    }

    /** Adds a key, with which is wrapped from now on; what older ones wrapped still opens. */
    public static LocalRoot rotate(Path file) {
        try {
            KeysetHandle more = withNewest(KeysetHandle.newBuilder(read(file)));
            write(file, more, true);
            return new LocalRoot(aead(more));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES-GCM", e);
        }
    }

    /** Drops all keys but the newest; only when nothing is wrapped under them any more. */
    public static void dropOlder(Path file) {
        try {
            KeysetHandle keys = read(file);
            KeysetHandle newest = KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.importKey(keys.getPrimary().getKey())
                            .withFixedId(keys.getPrimary().getId())
                            .makePrimary())
                    .build();
            write(file, newest, true);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key that was read can be written", e);
        }
    }

    private static KeysetHandle withNewest(KeysetHandle.Builder keys) throws GeneralSecurityException {
        return keys.addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary())
                .build();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public byte[] wrap(byte[] key, Map<String, String> context) {
        try {
            return aead.encrypt(key, bound(context));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES-GCM", e);
        }
    }

    @Override
    public byte[] unwrap(byte[] wrapped, Map<String, String> context) {
        try {
            return aead.decrypt(wrapped, bound(context));
        } catch (GeneralSecurityException e) {
            throw new SealException(Trouble.BROKEN, e);
        }
    }

    private static byte[] bound(Map<String, String> context) {
        return new TreeMap<>(context).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static KeysetHandle read(Path file) {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            if (!OWNER.containsAll(permissions)) {
                throw new RootException("The root key " + file + " may be read by others than its owner; say chmod 600 " + file
                        + " and consider it known to them.");
            }
            AeadConfig.register();
            return TinkJsonProtoKeysetFormat.parseKeyset(
                    Files.readString(file), RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
        } catch (IOException e) {
            throw new RootException("The root key " + file + " cannot be read. Put your copy of it there: without it nothing"
                    + " that was kept can be read.");
        } catch (GeneralSecurityException e) {
            throw new RootException("The root key " + file + " is not a keyset. Put your copy of it there: without it nothing"
                    + " that was kept can be read.");
        }
    }

    private static Aead aead(KeysetHandle keys) {
        try {
            return keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new RootException("The root key's file holds keys of a kind this version does not use.");
        }
    }

    private static void write(Path file, KeysetHandle keys, boolean replace) {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        try {
            String text = TinkJsonProtoKeysetFormat.serializeKeyset(
                    keys, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
            Files.deleteIfExists(unfinished);
            Files.createFile(unfinished, PosixFilePermissions.asFileAttribute(OWNER));
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            if (!replace && Files.exists(file)) {
                throw new RootException("There is a root key at " + file + " already.");
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        } catch (AtomicMoveNotSupportedException e) {
            throw new RootException("The file system of " + file + " cannot rename a file in one step.");
        } catch (IOException e) {
            throw new RootException("The root key cannot be written to " + file + ".");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key that was made can be written", e);
        }
    }
}
