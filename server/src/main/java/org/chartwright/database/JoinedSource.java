package org.chartwright.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections to the PostgreSQL that another process runs on a data folder; follows it to another port. */
final class JoinedSource extends PGSimpleDataSource {

    private final transient Path data;

    JoinedSource(Path data) {
        this.data = data;
        setServerNames(new String[] {"127.0.0.1"});
        setDatabaseName("chartwright");
        setUser(PostgresCluster.USER);
        setPassword(PostgresCluster.runningPassword(data));
        setPortNumbers(new int[] {PostgresCluster.runningPort(data)});
        setApplicationName("chartwright");
        setLogServerErrorDetail(false); // details quote the values of rows
    }

    @Override
    public Connection getConnection(@Nullable String user, @Nullable String password) throws SQLException {
        try {
            setPortNumbers(new int[] {PostgresCluster.runningPort(data)});
        } catch (DatabaseException e) {
            throw new SQLException("The server that runs the database is away", e);
        }
        return super.getConnection(user, password);
    }
}
