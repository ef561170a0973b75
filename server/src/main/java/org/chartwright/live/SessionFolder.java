package org.chartwright.live;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.chartwright.access.TenantId;

/**
 * The folder in which a server's sessions lie. Used by one server at a time.
 *
 * @param path where it is
 * @param home names it for ever
 * @param lock shows that it is used
 */
record SessionFolder(Path path, UUID home, FileChannel lock) implements AutoCloseable {

    /**
     * Opens it, or makes it.
     *
     * @throws IOException also when another server uses it
     */
    static SessionFolder open(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectories(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        FileChannel lock = FileChannel.open(
                path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isFree(lock)) {
            lock.close();
            throw new IOException("Another server uses the folder " + path);
        }
        Path name = path.resolve("home");
        if (!Files.exists(name)) {
            Path half = Files.writeString(path.resolve("home.new"), UUID.randomUUID().toString());
            Files.move(half, name);
        }
        return new SessionFolder(path, UUID.fromString(Files.readString(name)), lock);
    }

    private static boolean isFree(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    /** The log of a session. */
    static Path log(Path folder, TenantId tenant, UUID session) {
        return of(folder, tenant, session).resolve("log");
    }

    private static Path of(Path folder, TenantId tenant, UUID session) {
        return folder.resolve(tenant.toString()).resolve(session.toString());
    }

    /** Deletes a session's sound. */
    void forget(TenantId tenant, UUID session) throws IOException {
        Path folder = of(path, tenant, session);
        if (Files.isDirectory(folder)) {
            List<Path> all;
            try (Stream<Path> files = Files.walk(folder)) {
                all = files.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path file : all) {
                Files.delete(file);
            }
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
