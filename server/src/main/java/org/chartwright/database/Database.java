package org.chartwright.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
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

    private final @Nullable EmbeddedPostgres embedded;
    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private Database(@Nullable EmbeddedPostgres embedded, HikariDataSource pool) {
        this.embedded = embedded;
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
        // Otherwise the message of a failed statement quotes what was bound to it.
        jdbi.configure(
                StatementExceptions.class,
                exceptions -> exceptions.setMessageRendering(StatementExceptions.MessageRendering.NONE));
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
        HikariConfig settings = new HikariConfig();
        settings.setDataSource(source);
        settings.setPoolName("database");
        settings.setMaximumPoolSize(connections);
        settings.setMinimumIdle(1);
        settings.setIdleTimeout(60_000);
        settings.setConnectionTimeout(10_000);
        requireAnswer(source);
        ServerRole.ready(source).ifPresent(role -> settings.setConnectionInitSql("set role " + role));
        migrate(source);
        try {
            return new Database(embedded, new HikariDataSource(settings));
        } catch (RuntimeException e) {
            throw new DatabaseException("The database does not answer: " + e.getMessage(), e);
        }
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

    /** The embedded PostgreSQL's process, for tests that kill it. */
    @Nullable ProcessHandle process() {
        return embedded == null ? null : embedded.process();
    }

    @Override
    public void close() {
        pool.close();
        if (embedded != null) {
            embedded.close();
        }
    }
}
