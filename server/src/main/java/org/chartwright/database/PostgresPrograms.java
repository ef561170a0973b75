package org.chartwright.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks PostgreSQL's programs from the class path, once for a version. */
final class PostgresPrograms {

    /** The version on the class path; its first part must be that of a cluster that is opened. */
    static final String VERSION = "18.6.0";

    private static final Map<String, String> ARCHIVES =
            Map.of("amd64", "x86_64", "x86_64", "x86_64", "aarch64", "arm_64", "arm64", "arm_64");

    private PostgresPrograms() {}

    /** The folder with {@code bin/postgres}, unpacked whole or not at all, below the given one. */
    static Path unpackBelow(Path folder) {
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        Path home = folder.resolve("postgresql-" + VERSION + "-" + machine);
        if (Files.isExecutable(home.resolve("bin/postgres"))) {
            return home;
        }
        String archive = "/postgres-linux-" + ARCHIVES.get(machine) + ".txz";
        try (InputStream packed = PostgresPrograms.class.getResourceAsStream(archive)) {
            if (packed == null || !System.getProperty("os.name").equals("Linux")) {
                throw new DatabaseException("There is no embedded PostgreSQL for this kind of machine ("
                        + System.getProperty("os.name") + " " + machine + "). Configure the address of a PostgreSQL.");
            }
            Files.createDirectories(folder);
            Path unfinished = Files.createTempDirectory(folder, ".unpacking-");
            unpack(packed, unfinished);
            putInPlace(unfinished, home);
            return home;
        } catch (IOException e) {
            throw new DatabaseException("PostgreSQL's programs cannot be unpacked below " + folder + ": " + e.getMessage(), e);
        }
    }

    private static void putInPlace(Path unfinished, Path home) throws IOException {
        try {
            Files.move(unfinished, home);
        } catch (AtomicMoveNotSupportedException e) {
            throw e;
        } catch (IOException e) {
            // Another process was faster; its result is as good as ours.
            delete(unfinished);
            if (!Files.isExecutable(home.resolve("bin/postgres"))) {
                throw e;
            }
        }
    }

    private static void unpack(InputStream packed, Path folder) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path place = folder.resolve(entry.getName()).normalize();
                if (!place.startsWith(folder)) {
                    throw new IOException("The archive reaches outside its folder");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(place);
                    continue;
                }
                Files.createDirectories(place.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(place, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, place);
                    Files.setPosixFilePermissions(place, permissions(entry.getMode()));
                }
            }
        }
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        Set<PosixFilePermission> permissions =
                EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_READ,
                        PosixFilePermission.OTHERS_READ);
        if ((mode & 0100) != 0) {
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            permissions.add(PosixFilePermission.GROUP_EXECUTE);
            permissions.add(PosixFilePermission.OTHERS_EXECUTE);
        }
        return permissions;
    }

    /** Deletes a folder and all below it; links are not followed. */
    static void delete(Path folder) {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
