package org.chartwright.database;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.ds.PGSimpleDataSource;

/** One real PostgreSQL for all tests of this JVM, without waiting for the disk; each caller gets an empty migrated database of its own. */
public final class TestDatabase {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static EmbeddedPostgres shared;

    private TestDatabase() {}

    /** Where all tests unpack PostgreSQL's programs. */
    public static Path programs() {
        return Path.of("target", "postgres-programs").toAbsolutePath();
    }

    /** A migrated database in which nothing is; the caller closes it. */
    public static synchronized Database fresh() {
        String name = "test" + COUNT.incrementAndGet();
        PGSimpleDataSource source = postgres().database(name);
        return Database.open(new DatabaseConfig(
                Path.of("target"),
                programs(),
                new DatabaseConfig.Outside(source.getUrl(), source.getUser(), source.getPassword()),
                8));
    }

    private static EmbeddedPostgres postgres() {
        if (shared == null) {
            Path data = Path.of("target", "test-postgres-" + ProcessHandle.current().pid());
            shared = EmbeddedPostgres.open(new DatabaseConfig(data, programs(), null, 2), List.of("fsync=off"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                shared.close();
                PostgresPrograms.delete(data);
            }));
        }
        return shared;
    }
}
