package org.chartwright.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own: started, watched, started again when it dies, stopped. It listens on loopback only, asks for a
 * password and writes every commit to disk before it says so.
 */
final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    /** Spelled out although it is the default: it must not depend on a file somebody edited. */
    private static final List<String> DURABLE = List.of("fsync=on", "synchronous_commit=on", "full_page_writes=on");

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final PostgresCluster cluster;
    private final Path programs;
    private final Path log;
    private final List<String> durability;
    private final PGSimpleDataSource door;
    private final List<PGSimpleDataSource> sources;
    private final Thread watch;
    private volatile boolean closing;
    private volatile Process postmaster;

    private EmbeddedPostgres(PostgresCluster cluster, Path programs, Path log, List<String> durability)
            throws IOException {
        this.durability = durability;
        this.cluster = cluster;
        this.programs = programs;
        this.log = log;
        this.door = door("postgres", cluster, 0);
        this.sources = new CopyOnWriteArrayList<>(List.of(door));
        this.postmaster = start();
        this.watch = Thread.ofPlatform().name("postgres-watch").daemon().start(this::watch);
    }

    /** Starts the one below the data folder; ready when this returns. */
    static EmbeddedPostgres open(DatabaseConfig config) {
        return open(config, DURABLE);
    }

    /** With the tests' own idea of durability; one that must survive a crash takes {@link #open(DatabaseConfig)}. */
    static EmbeddedPostgres open(DatabaseConfig config, List<String> durability) {
        Path data = config.data().toAbsolutePath().normalize();
        Path programs = PostgresPrograms.unpackBelow(config.programs().toAbsolutePath().normalize());
        PostgresCluster cluster = PostgresCluster.open(data, programs);
        try {
            Path log = data.resolve("postgres.log");
            if (Files.exists(log) && Files.size(log) > 1_000_000) {
                Files.delete(log);
            }
            return new EmbeddedPostgres(cluster, programs, log, durability);
        } catch (IOException e) {
            cluster.close();
            throw new DatabaseException("PostgreSQL cannot be started: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    /** Connections to a database of it, made first if it is not there. Follows PostgreSQL to another port. */
    PGSimpleDataSource database(String name) {
        try (Connection connection = door.getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet found = statement.executeQuery("select 1 from pg_database where datname = '" + name + "'")) {
                if (found.next()) {
                    return another(name);
                }
            }
            statement.execute("create database " + name);
            return another(name);
        } catch (SQLException e) {
            throw new DatabaseException("The database cannot be made: " + e.getMessage(), e);
        }
    }

    private PGSimpleDataSource another(String name) {
        PGSimpleDataSource source = door(name, cluster, door.getPortNumbers()[0]);
        sources.add(source);
        return source;
    }

    /** The process, for the tests that kill it. */
    ProcessHandle process() {
        return postmaster.toHandle();
    }

    private static PGSimpleDataSource door(String name, PostgresCluster cluster, int port) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(name);
        source.setUser(cluster.user());
        source.setPassword(cluster.password());
        source.setApplicationName("chartwright");
        source.setLogServerErrorDetail(false); // details quote the values of rows
        return source;
    }

    private Process start() throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Process started = PostgresProcess.builder(command(port()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            String failure;
            try {
                failure = waitUntilReady(started, end);
            } catch (DatabaseException e) {
                PostgresProcess.stop(started.toHandle());
                throw e;
            }
            if (failure == null) {
                return started;
            }
            if (closing || System.nanoTime() > end) {
                PostgresProcess.stop(started.toHandle());
                String said = Files.exists(log) ? Files.readString(log) : "";
                throw new DatabaseException(PostgresProcess.explain("PostgreSQL does not start: " + failure, said));
            }
            // The helpers of a killed postmaster hold its shared memory until they notice; a second or two.
            pause(500);
        }
    }

    private List<String> command(int port) {
        for (PGSimpleDataSource source : sources) {
            source.setPortNumbers(new int[] {port});
        }
        List<String> command = new ArrayList<>(List.of(
                programs.resolve("bin/postgres").toString(), "-D", cluster.folder().toString(), "-p", String.valueOf(port)));
        Stream.concat(settings().stream(), durability.stream())
                .forEach(setting -> command.addAll(List.of("-c", setting)));
        return command;
    }

    private static List<String> settings() {
        return List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "password_encryption=scram-sha-256",
                "max_connections=40",
                "shared_buffers=32MB",
                "io_method=sync",
                "max_worker_processes=2",
                "max_parallel_workers=0",
                "max_parallel_workers_per_gather=0",
                "max_wal_size=256MB",
                "jit=off",
                "timezone=UTC",
                "log_timezone=UTC",
                "log_min_messages=warning",
                "log_min_error_statement=panic",
                "log_error_verbosity=terse");
    }

    /** The port it had, or any free one. */
    private int port() throws IOException {
        int last = door.getPortNumbers()[0];
        try (ServerSocket probe = new ServerSocket(last, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException e) {
            try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return probe.getLocalPort();
            }
        }
    }

    private @Nullable String waitUntilReady(Process started, long end) {
        while (true) {
            if (!started.isAlive()) {
                return "it ended with code " + started.exitValue();
            }
            try (Connection connection = door.getConnection()) {
                if (connection.isValid(5)) {
                    return null;
                }
            } catch (SQLException e) {
                if (System.nanoTime() > end) {
                    return e.getMessage();
                }
            }
            pause(25);
        }
    }

    private void watch() {
        while (!closing) {
            try {
                int code = postmaster.waitFor();
                if (!closing) {
                    LOG.warn("PostgreSQL ended by itself (code {}); starting it again", code);
                    postmaster = start();
                    LOG.info("PostgreSQL is back");
                }
            } catch (InterruptedException e) {
                return;
            } catch (IOException | DatabaseException e) {
                if (closing) {
                    return;
                }
                LOG.error("PostgreSQL could not be started again; next try in 5 s: {}", e.getMessage());
                pause(5000);
            }
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseException("Interrupted while waiting for PostgreSQL", e);
        }
    }

    @Override
    public void close() {
        closing = true;
        watch.interrupt();
        try {
            watch.join(Duration.ofSeconds(40));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        PostgresProcess.stop(postmaster.toHandle());
        cluster.close();
    }
}
