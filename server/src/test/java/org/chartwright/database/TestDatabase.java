package org.chartwright.database;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
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
        return open(postgres().database("test" + COUNT.incrementAndGet()));
    }

    /** Lines of a settings file that name another empty database, for commands that open one themselves. */
    public static synchronized String settings() {
        PGSimpleDataSource source = postgres().database("test" + COUNT.incrementAndGet());
        return "database.url = " + source.getUrl() + "\ndatabase.user = " + source.getUser() + "\ndatabase.password = "
                + source.getPassword() + "\n";
    }

    /** The same, owned by a user who is allowed nothing else: what a hospital's administrator would hand out. */
    static synchronized Database freshOfAnOrdinaryUser() {
        String name = "test" + COUNT.incrementAndGet();
        PGSimpleDataSource source = postgres().database(name);
        Jdbi.create(source).useHandle(handle -> {
            handle.execute("create role " + name + " login password 'ordinary'");
            handle.execute("alter database " + name + " owner to " + name);
        });
        source.setUser(name);
        source.setPassword("ordinary");
        return open(source);
    }

    private static Database open(PGSimpleDataSource source) {
        return Database.open(new DatabaseConfig(
                Path.of("target"),
                programs(),
                new DatabaseConfig.Outside(source.getUrl(), source.getUser(), source.getPassword()),
                8));
    }

    /** A look at, or a change of, what all tenants have. */
    public static <R, X extends Exception> R across(Database database, HandleCallback<R, X> work) throws X {
        return TenantRows.ofAll(database.jdbi(), work);
    }

    /** The same without a result. */
    public static <X extends Exception> void acrossAll(Database database, HandleConsumer<X> work) throws X {
        TenantRows.ofAll(database.jdbi(), work.asCallback());
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
