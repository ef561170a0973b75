package org.chartwright.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * One open PostgreSQL with this version's tables. Thread-safe. Whoever opened it closes it, which also stops an embedded
 * one.
 */
public final class Database implements AutoCloseable {

    private static final int CONNECTIONS_APART = 2;

    private final @Nullable EmbeddedPostgres embedded;
    private final DataSource owner;
    private final HikariDataSource pool;
    private final HikariDataSource apartPool;
    private final Jdbi jdbi;
    private final Jdbi apart;

    private Database(
            @Nullable EmbeddedPostgres embedded, DataSource owner, HikariDataSource pool, HikariDataSource apartPool) {
        this.embedded = embedded;
        this.owner = owner;
        this.pool = pool;
        this.apartPool = apartPool;
        this.jdbi = quiet(pool);
        this.apart = quiet(apartPool);
    }

    private static Jdbi quiet(DataSource source) {
        Jdbi jdbi = Jdbi.create(source);
        // Otherwise the message of a failed statement quotes what was bound to it.
        jdbi.configure(
                StatementExceptions.class,
                exceptions -> exceptions.setMessageRendering(StatementExceptions.MessageRendering.NONE));
        return jdbi;
    }

    /**
     * Opens the configured PostgreSQL, or starts the embedded one, and brings its tables to this version.
     *
     * @throws DatabaseException when it cannot be had; says what to do
     */
    public static Database open(DatabaseConfig config) {
        if (config.outside() != null) {
            PGSimpleDataSource source = new PGSimpleDataSource();
            if (!config.outside().url().startsWith("jdbc:postgresql:")) {
                throw new DatabaseException("The address of the database must start with jdbc:postgresql:");
            }
            source.setUrl(config.outside().url());
            source.setUser(config.outside().user());
            source.setPassword(config.outside().password());
            source.setApplicationName("chartwright");
            source.setLogServerErrorDetail(false);
            return open(null, source, config.connections());
        }
        EmbeddedPostgres embedded = EmbeddedPostgres.open(config);
        try {
            return open(embedded, embedded.database("chartwright"), config.connections());
        } catch (RuntimeException e) {
            embedded.close();
            throw e;
        }
    }

    /**
     * Like {@link #open}, but when a server runs on the same data folder, its database is used while it runs. For commands
     * that are given beside a running server.
     */
    public static Database openOrJoin(DatabaseConfig config) {
        return config.outside() == null && PostgresCluster.isRunning(config.data()) ? join(config) : open(config);
    }

    /**
     * Opens the configured PostgreSQL, or joins the embedded one of the server that runs on the same data folder, also when
     * that server starts anew. For workers.
     *
     * @throws DatabaseException when no server runs there
     */
    public static Database join(DatabaseConfig config) {
        if (config.outside() != null) {
            return open(config);
        }
        if (!PostgresCluster.isRunning(config.data())) {
            throw new DatabaseException("No server runs on the data folder " + config.data() + ", whose database this one"
                    + " would share. Start that one first, or configure the address of a PostgreSQL.");
        }
        return open(null, new JoinedSource(config.data()), config.connections());
    }

    private static Database open(@Nullable EmbeddedPostgres embedded, PGSimpleDataSource source, int connections) {
        requireAnswer(source);
        Optional<String> role = ServerRole.ready(source);
        migrate(source);
        HikariDataSource pool;
        try {
            pool = new HikariDataSource(settings("database", source, role, connections));
        } catch (RuntimeException e) {
            throw new DatabaseException("The database does not answer: " + e.getMessage(), e);
        }
        HikariConfig apart = settings("database-apart", source, role, CONNECTIONS_APART);
        apart.setMinimumIdle(0);
        apart.setInitializationFailTimeout(-1); // connects when it is asked to
        return new Database(embedded, source, pool, new HikariDataSource(apart));
    }

    private static HikariConfig settings(String name, DataSource source, Optional<String> role, int most) {
        HikariConfig settings = new HikariConfig();
        settings.setDataSource(source);
        settings.setPoolName(name);
        settings.setMaximumPoolSize(most);
        settings.setMinimumIdle(1);
        settings.setIdleTimeout(60_000);
        settings.setConnectionTimeout(10_000);
        role.ifPresent(one -> settings.setConnectionInitSql("set role " + one));
        return settings;
    }

    private static void requireAnswer(DataSource source) {
        try (Connection connection = source.getConnection()) {
            connection.getMetaData();
        } catch (SQLException e) {
            throw new DatabaseException("The database does not answer: " + e.getMessage(), e);
        }
    }

    /** As the owner, whom the rows of tenants are hidden from too: a migration that moves them sets app.tenant to '*' first. */
    private static void migrate(DataSource owner) {
        try {
            Flyway.configure()
                    .dataSource(owner)
                    .locations("classpath:org/chartwright/database/migrations")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new DatabaseException("The database's tables cannot be brought to this version: " + e.getMessage(), e);
        }
    }

    /** Connections from a small pool: take one for a moment, never while other work is done. */
    public DataSource source() {
        return pool;
    }

    /** The same, with SQL made easy. */
    public Jdbi jdbi() {
        return jdbi;
    }

    /**
     * A few connections besides, for what must be committed whatever becomes of the transaction in which it is needed, such
     * as a key. Whoever holds one asks for no other, so that they cannot run out for good.
     */
    public Jdbi apart() {
        return apart;
    }

    /**
     * Writes a table anew, so that nothing of rows that were changed or deleted stays in its files. What the write-ahead log
     * holds of them goes as that is written over.
     *
     * @param table its name, as we wrote it
     */
    public void rewrite(String table) {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum full " + table);
            statement.execute("checkpoint");
        } catch (SQLException e) {
            throw new DatabaseException("The table " + table + " cannot be written anew: " + e.getSQLState(), e);
        }
    }

    /** The embedded PostgreSQL's process, for tests that kill it. */
    @Nullable ProcessHandle process() {
        return embedded == null ? null : embedded.process();
    }

    @Override
    public void close() {
        apartPool.close();
        pool.close();
        if (embedded != null) {
            embedded.close();
        }
    }
}
