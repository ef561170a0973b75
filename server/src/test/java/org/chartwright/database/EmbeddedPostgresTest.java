package org.chartwright.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedPostgresTest {

    /** One cluster for all: making one takes seconds. */
    @TempDir
    static Path data;

    @TempDir
    Path other;

    private Database open() {
        return Database.open(new DatabaseConfig(data, TestDatabase.programs(), null, 4));
    }

    @Test
    void itIsDurableAndAsksForAPasswordAndStartsAgainQuicklyWithWhatWasWritten() throws Exception {
        try (Database first = open()) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                assertThat(setting(first.jdbi(), setting)).isEqualTo("on");
            }
            assertThat(setting(first.jdbi(), "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(setting(first.jdbi(), "server_encoding")).isEqualTo("UTF8");
            write(first, "kept");
            assertThat(Files.readString(data.resolve("postgres/pg_hba.conf")).lines()
                            .filter(line -> !line.startsWith("#") && line.contains("trust")))
                    .isEmpty();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("postgres.password"))))
                    .isEqualTo("rw-------");
        }
        long start = System.nanoTime();
        try (Database second = open()) {
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
            assertThat(names(second)).contains("kept");
        }
    }

    @Test
    void aKilledPostgresIsStartedAgainBehindTheSameDoor() throws Exception {
        try (Database database = open()) {
            write(database, "before");
            ProcessHandle killed = database.process();
            killed.destroyForcibly();
            killed.onExit().get(10, TimeUnit.SECONDS);
            long end = System.nanoTime() + Duration.ofSeconds(40).toNanos();
            boolean back = false;
            while (!back) {
                assertThat(System.nanoTime()).isLessThan(end);
                Thread.sleep(50);
                try {
                    // A helper of the killed one may still answer for a moment.
                    back = names(database).contains("before") && database.process().pid() != killed.pid();
                } catch (RuntimeException e) {
                    back = false;
                }
            }
            write(database, "after");
        }
    }

    @Test
    void twoServersCannotShareOneFolderButACommandMayJoin() {
        try (Database database = open()) {
            assertThatThrownBy(this::open).isInstanceOf(DatabaseException.class).hasMessageContaining("Another Chartwright");
            write(database, "shared");
            try (Database guest = Database.openOrJoin(new DatabaseConfig(data, TestDatabase.programs(), null, 2))) {
                assertThat(names(guest)).contains("shared");
            }
            assertThat(names(database)).contains("shared");
        }
    }

    @Test
    void aWorkerJoinsARunningServerOnlyAndFollowsItThroughARestart() throws InterruptedException {
        DatabaseConfig config = new DatabaseConfig(data, TestDatabase.programs(), null, 2);
        assertThatThrownBy(() -> Database.join(config))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("No server runs on the data folder");
        Database database = open();
        try (Database worker = Database.join(config)) {
            write(worker, "by the worker");
            database.close();
            database = open();
            assertThat(names(database)).contains("by the worker");
            write(database, "after the restart");
            assertThat(namesAfterACut(worker)).contains("after the restart");
        } finally {
            database.close();
        }
    }

    @Test
    void aStalePidFileWhoseNumberBelongsToSomebodyElseIsNoObstacle() throws Exception {
        open().close();
        Files.writeString(data.resolve("postgres/postmaster.pid"), ProcessHandle.current().pid() + "\n" + data + "\n");
        open().close();
    }

    @Test
    void aHalfMadeClusterIsMadeAnewAndOneThatDoesNotFitIsRefusedInWords() throws Exception {
        Files.createDirectories(other.resolve("postgres.new/base"));
        Files.writeString(other.resolve("postgres.new/PG_VERSION"), "18\n");
        Database.open(new DatabaseConfig(other, TestDatabase.programs(), null, 2)).close();
        assertThat(other.resolve("postgres.new")).doesNotExist();
        Files.writeString(other.resolve("postgres/PG_VERSION"), "17\n");
        assertThatThrownBy(() -> Database.open(new DatabaseConfig(other, TestDatabase.programs(), null, 2)))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("docs/operations/postgresql-upgrade.md");
        Files.delete(other.resolve("postgres.password"));
        assertThatThrownBy(() -> Database.open(new DatabaseConfig(other, TestDatabase.programs(), null, 2)))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("postgres.password");
    }

    private static String setting(Jdbi jdbi, String name) {
        return jdbi.withHandle(handle ->
                handle.createQuery("select current_setting(?)").bind(0, name).mapTo(String.class).one());
    }

    private static void write(Database database, String name) {
        database.jdbi().useHandle(handle -> handle.execute(
                "insert into server_secret (name, value) values (?, ?)", name, new byte[] {1}));
    }

    /** Each connection that the restart cut may say so once; those used in the last half second are not tried by the pool. */
    private static List<String> namesAfterACut(Database database) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return names(database);
            } catch (JdbiException cut) {
                if (attempt == 20) {
                    throw cut;
                }
                Thread.sleep(100);
            }
        }
    }

    private static List<String> names(Database database) {
        return database.jdbi().withHandle(handle ->
                handle.createQuery("select name from server_secret").mapTo(String.class).list());
    }
}
