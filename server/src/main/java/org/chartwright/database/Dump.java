package org.chartwright.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * All rows of all tables, to files and back: a file a table, in PostgreSQL's own text form. Written from one moment's view
 * while the server runs; read into a database of the same version in which nothing is. One thread.
 */
public final class Dump {

    private static final String VERSION = "schema-version";

    private Dump() {}

    /**
     * Writes every table into a folder that exists.
     *
     * @throws DatabaseException if it cannot
     */
    public static void write(Database database, Path folder) {
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            statement.execute("set local app.tenant = '*'");
            Files.writeString(folder.resolve(VERSION), version(statement));
            for (String table : tables(statement)) {
                try (OutputStream out = Files.newOutputStream(folder.resolve(table + ".copy"))) {
                    connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy (select * from \"" + table + "\") to stdout", out);
                }
            }
            connection.rollback();
        } catch (SQLException | IOException e) {
            throw new DatabaseException("The database cannot be written to " + folder, e);
        }
    }

    /**
     * Reads every table's file, all or nothing.
     *
     * @throws DatabaseException if the files are of another version, or the database is not empty
     */
    public static void read(Database database, Path folder) {
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local app.tenant = '*'");
            String version = version(statement);
            if (!Files.readString(folder.resolve(VERSION)).equals(version)) {
                throw new DatabaseException("The backup is of another version of the tables than this server's (" + version
                        + "). Restore it with the version that made it, then upgrade.");
            }
            for (String table : tables(statement)) {
                // By way of a table of its own: PostgreSQL copies into no table whose rows it hides.
                statement.execute("create temp table staged (like \"" + table + "\") on commit drop");
                try (InputStream in = Files.newInputStream(folder.resolve(table + ".copy"))) {
                    connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy staged from stdin", in);
                }
                statement.execute("insert into \"" + table + "\" overriding system value select * from staged");
                statement.execute("drop table staged");
            }
            forwardSequences(statement);
            connection.commit();
        } catch (SQLException | IOException e) {
            throw new DatabaseException("The database cannot be read from " + folder, e);
        }
    }

    private static String version(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "select version from flyway_schema_history where success order by installed_rank desc limit 1")) {
            row.next();
            return row.getString(1);
        }
    }

    /** Each after those that its rows point at. */
    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("""
                with recursive points as (
                    select conrelid as from_table, confrelid as to_table from pg_constraint
                    where contype = 'f' and conrelid <> confrelid),
                depth as (
                    select c.oid as id, 0 as deep from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where n.nspname = 'public' and c.relkind = 'r' and c.relname <> 'flyway_schema_history'
                    union
                    select p.from_table, d.deep + 1 from depth d join points p on p.to_table = d.id)
                select c.relname from depth d join pg_class c on c.oid = d.id group by c.relname order by max(deep), c.relname""")) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }

    /** Numbers that were given out are not given out again. */
    private static void forwardSequences(Statement statement) throws SQLException {
        List<String> forward = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("""
                select format('select setval(%L, greatest(1, (select coalesce(max(%I), 1) from %I)))',
                    s.oid::regclass, a.attname, t.relname)
                from pg_class s join pg_depend d on d.objid = s.oid and d.deptype in ('a', 'i')
                    join pg_class t on t.oid = d.refobjid join pg_attribute a on a.attrelid = t.oid and a.attnum = d.refobjsubid
                where s.relkind = 'S'""")) {
            while (row.next()) {
                forward.add(row.getString(1));
            }
        }
        for (String sql : forward) {
            statement.execute(sql);
        }
    }
}
