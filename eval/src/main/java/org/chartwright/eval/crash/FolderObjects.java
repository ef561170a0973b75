package org.chartwright.eval.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.chartwright.access.TenantId;
import org.chartwright.audio.MediaSource;
import org.chartwright.scribing.JobObjects;

/** A small object store: one file an object, put in place by renaming, and a journal of what was ever put. */
final class FolderObjects implements JobObjects {

    private final Path folder;

    FolderObjects(Path folder) {
        this.folder = folder;
    }

    Path place(String bucket, String key) {
        return folder.resolve(bucket).resolve(key);
    }

    Path journal() {
        return folder.resolve("journal");
    }

    @Override
    public MediaSource open(TenantId tenant, String bucket, String key) throws IOException, ObjectRefusedException {
        if (Files.notExists(place(bucket, key))) {
            throw new ObjectRefusedException("There is no such object");
        }
        return PacedEngine.recording(Files.readAllBytes(place(bucket, key)));
    }

    @Override
    public void put(TenantId tenant, String bucket, String key, byte[] content, String type) throws IOException {
        Files.createDirectories(place(bucket, key).getParent());
        Path unfinished = Files.createTempFile(folder, "put", null);
        Files.write(unfinished, content);
        Files.writeString(
                journal(), key + " " + digest(content) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        Files.move(unfinished, place(bucket, key), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void delete(TenantId tenant, String bucket, String key) throws IOException {
        Path place = place(bucket, key);
        Files.deleteIfExists(place);
        Path around = place.getParent();
        String[] others = around == null ? null : around.toFile().list();
        if (around != null && others != null && others.length == 0) {
            Files.delete(around);
        }
    }

    static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
