package org.chartwright.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chartwright.audit.Act;
import org.chartwright.audit.Actor;
import org.chartwright.audit.AuditLog;
import org.chartwright.audit.Outcome;
import org.chartwright.database.Database;
import org.chartwright.database.Dump;

/**
 * Everything a server keeps, in a folder, and back. Data and keys go to two folders, for two places: whoever has one of them
 * can read nothing. A server may run while it is backed up; what it does meanwhile is in the next backup.
 */
public final class Backup {

    private static final String MANIFEST = "manifest.sha256";

    /** Without these, what is in the backup cannot be read, or is not ours any more. */
    private static final Set<String> KEYS = Set.of("root-key", "audit", "webhook.key", "credentials");

    private Backup() {}

    /**
     * Backs a server up.
     *
     * @param data a folder that is not there yet, for rows and objects
     * @param keys a folder that is not there yet, for keys
     * @return how many files that is
     */
    public static int write(ServerConfig config, Path data, Path keys, Clock clock) throws IOException {
        Path rows = make(data).resolve("database");
        Files.createDirectory(rows);
        make(keys);
        try (Database database = Database.openOrJoin(config.database())) {
            record(database, clock, "server:ExportBackup"); // whoever has the backup can tell by it who made it
            // Rows first: what they point at among the objects is there already.
            Dump.write(database, rows);
        }
        try (Stream<Path> all = Files.list(config.data())) {
            for (Path each : all.filter(path -> !isPostgres(path)).toList()) {
                boolean key = KEYS.contains(each.getFileName().toString());
                copy(each, (key ? keys : make(data.resolve("files"))).resolve(each.getFileName().toString()));
            }
        }
        return seal(data) + seal(keys);
    }

    /**
     * Brings a server back into a data folder that is not there yet, or empty.
     *
     * @throws ConfigException if a file of the backup is not what was written, or the folder is not empty
     */
    public static void read(ServerConfig config, Path data, Path keys, Clock clock) throws IOException {
        check(data);
        check(keys);
        if (Files.exists(config.data())) {
            try (Stream<Path> there = Files.list(config.data())) {
                if (there.findAny().isPresent()) {
                    throw new ConfigException("The data folder " + config.data() + " is not empty.");
                }
            }
        }
        make(config.data());
        copyAll(keys, config.data());
        if (Files.exists(data.resolve("files"))) {
            copyAll(data.resolve("files"), config.data());
        }
        try (Database database = Database.open(config.database())) {
            Dump.read(database, data.resolve("database"));
            record(database, clock, "server:RestoreBackup");
        }
    }

    private static void record(Database database, Clock clock, String action) {
        new AuditLog(database.jdbi(), clock).record(Act.of(Act.HOUSE, Actor.operator(), action, ""), Outcome.DONE, "");
    }

    private static boolean isPostgres(Path path) {
        return path.getFileName().toString().startsWith("postgres");
    }

    private static Path make(Path folder) throws IOException {
        return Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    private static void copyAll(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.list(from)) {
            for (Path each : all.filter(path -> !path.endsWith(MANIFEST)).toList()) {
                copy(each, to.resolve(each.getFileName().toString()));
            }
        }
    }

    /** With permissions and extended attributes: the object store keeps what it knows of an object there. */
    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.copy(folder, place(folder), StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile()) {
                    Files.copy(file, place(file), StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) throws IOException {
                if (Files.notExists(file)) {
                    return FileVisitResult.CONTINUE; // deleted while it was backed up
                }
                throw gone;
            }

            private Path place(Path path) {
                return to.resolve(from.relativize(path).toString());
            }
        });
    }

    private static int seal(Path folder) throws IOException {
        Map<String, String> sums = sums(folder);
        Files.writeString(folder.resolve(MANIFEST), sums.entrySet().stream()
                .map(file -> file.getValue() + "  " + file.getKey() + "\n")
                .collect(Collectors.joining()));
        return sums.size();
    }

    private static void check(Path folder) throws IOException {
        if (Files.notExists(folder.resolve(MANIFEST))) {
            throw new ConfigException(folder + " holds no whole backup: it has no " + MANIFEST + ".");
        }
        Map<String, String> written = new TreeMap<>();
        for (String line : Files.readAllLines(folder.resolve(MANIFEST))) {
            written.put(line.substring(66), line.substring(0, 64));
        }
        if (!written.equals(sums(folder))) {
            throw new ConfigException("The backup in " + folder + " is not what was written: a file is missing, added or changed.");
        }
    }

    private static Map<String, String> sums(Path folder) throws IOException {
        Map<String, String> sums = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).filter(path -> !path.equals(folder.resolve(MANIFEST))).toList()) {
                sums.put(folder.relativize(file).toString(), sum(file));
            }
        }
        return sums;
    }

    private static String sum(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
