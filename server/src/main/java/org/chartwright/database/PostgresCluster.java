package org.chartwright.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of one embedded PostgreSQL: made once, held by one process at a time, cleared of what a killed one left.
 * Whoever opened it closes it.
 */
final class PostgresCluster implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresCluster.class);
    static final String USER = "chartwright";

    private final Path folder;
    private final String password;
    private final FileChannel lock;

    private PostgresCluster(Path folder, String password, FileChannel lock) {
        this.folder = folder;
        this.password = password;
        this.lock = lock;
    }

    /** Takes the folder below {@code data} for this process, making it on the first start. */
    static PostgresCluster open(Path data, Path programs) {
        Path folder = data.resolve("postgres");
        FileChannel lock = take(data);
        try {
            String password = password(data.resolve("postgres.password"), Files.exists(folder));
            if (Files.notExists(folder)) {
                make(folder, programs, data.resolve("postgres.password"));
            }
            PostgresCluster cluster = new PostgresCluster(folder, password, lock);
            cluster.checkVersion();
            cluster.clearLeftovers();
            return cluster;
        } catch (IOException e) {
            close(lock);
            throw new DatabaseException("The database folder " + folder + " cannot be used: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            close(lock);
            throw e;
        }
    }

    /** Whether a server runs its PostgreSQL on this data folder now. */
    static boolean isRunning(Path data) {
        Path pidFile = data.resolve("postgres").resolve("postmaster.pid");
        Path lockFile = data.resolve("postgres.lock");
        if (Files.notExists(pidFile) || Files.notExists(lockFile)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE)) {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException e) {
            LOG.debug("This very process holds the lock", e);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The port of the PostgreSQL that runs on this data folder. */
    static int runningPort(Path data) {
        try {
            return Integer.parseInt(Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"))
                    .get(3)
                    .strip());
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
            throw new DatabaseException("A server is just starting or stopping on " + data + "; try again in a moment.", e);
        }
    }

    /** Its password. */
    static String runningPassword(Path data) {
        try {
            return Files.readString(data.resolve("postgres.password")).strip();
        } catch (IOException e) {
            throw new DatabaseException("A server is just starting on " + data + "; try again in a moment.", e);
        }
    }

    Path folder() {
        return folder;
    }

    String user() {
        return USER;
    }

    String password() {
        return password;
    }

    /** A file lock, because the kernel lets go of it however this process ends. */
    private static FileChannel take(Path data) {
        try {
            Files.createDirectories(data);
            FileChannel channel = FileChannel.open(
                    data.resolve("postgres.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                FileLock held = channel.tryLock();
                if (held != null) {
                    return channel;
                }
            } catch (OverlappingFileLockException e) {
                LOG.debug("This very process holds the lock", e);
            }
            channel.close();
        } catch (IOException e) {
            throw new DatabaseException("The data folder " + data + " cannot be written: " + e.getMessage(), e);
        }
        throw new DatabaseException("Another Chartwright server runs on the data folder " + data
                + ". Stop it, or give this one another folder.");
    }

    private static String password(Path file, boolean clusterExists) throws IOException {
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        if (clusterExists) {
            throw new DatabaseException("The file " + file + " is missing; bring it back from the backup of its folder.");
        }
        byte[] luck = new byte[24];
        new SecureRandom().nextBytes(luck);
        String password = HexFormat.of().formatHex(luck);
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            channel.write(StandardCharsets.US_ASCII.encode(password + "\n"));
            channel.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        return password;
    }

    /** Makes the cluster beside its place and moves it there when it is whole: a killed first start leaves no half one. */
    private static void make(Path folder, Path programs, Path passwordFile) throws IOException {
        LOG.info("Making the database in {}", folder);
        Path unfinished = folder.resolveSibling("postgres.new");
        PostgresPrograms.delete(unfinished);
        Process initdb = PostgresProcess.builder(List.of(
                        programs.resolve("bin/initdb").toString(),
                        "-D", unfinished.toString(),
                        "-U", USER,
                        "--pwfile=" + passwordFile,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C"))
                .redirectErrorStream(true)
                .start();
        try {
            String said = new String(initdb.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!initdb.waitFor(1, TimeUnit.MINUTES) || initdb.exitValue() != 0) {
                throw new DatabaseException(PostgresProcess.explain("PostgreSQL's initdb failed", said));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseException("Interrupted while the database was made", e);
        }
        Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private void checkVersion() throws IOException {
        String has = Files.readString(folder.resolve("PG_VERSION")).strip();
        String needs = PostgresPrograms.VERSION.substring(0, PostgresPrograms.VERSION.indexOf('.'));
        if (!has.equals(needs)) {
            throw new DatabaseException("The database in " + folder + " was made by PostgreSQL " + has + ", but this server"
                    + " brings PostgreSQL " + needs + ". Nothing was changed. Follow docs/operations/postgresql-upgrade.md.");
        }
    }

    /**
     * After {@code kill -9} of the server its PostgreSQL goes on running; after that of PostgreSQL, or of the machine, a
     * pid file stays behind, whose number may belong to anybody by now. We hold the folder, so the first is stopped and
     * the second deleted.
     */
    private void clearLeftovers() throws IOException {
        Path pidFile = folder.resolve("postmaster.pid");
        Optional<ProcessHandle> running = runningPostmaster(pidFile);
        if (running.isPresent()) {
            LOG.info("Stopping the PostgreSQL that an earlier server left running (process {})", running.get().pid());
            PostgresProcess.stop(running.get());
        }
        Files.deleteIfExists(pidFile);
    }

    private Optional<ProcessHandle> runningPostmaster(Path pidFile) throws IOException {
        if (Files.notExists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("[0-9]{1,9}")) {
            return Optional.empty();
        }
        long pid = Long.parseLong(lines.getFirst().strip());
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isOurs);
    }

    private boolean isOurs(ProcessHandle process) {
        try {
            String command = Files.readString(
                    Path.of("/proc", String.valueOf(process.pid()), "cmdline"), StandardCharsets.ISO_8859_1);
            return command.contains("postgres") && command.contains(folder.toAbsolutePath().toString());
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        close(lock);
    }

    private static void close(FileChannel lock) {
        try {
            lock.close();
        } catch (IOException e) {
            LOG.warn("The lock on the database folder could not be given back; it goes with this process");
        }
    }
}
