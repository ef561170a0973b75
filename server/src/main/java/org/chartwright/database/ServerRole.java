package org.chartwright.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * As whom the server's connections act: a role that owns no table and that row-level security binds. Superusers, such as the
 * embedded PostgreSQL's, would see through it. An outside database's user who may not make roles acts as itself, which is as
 * good where it is an ordinary owner, because the tables force their rules on owners too.
 */
final class ServerRole {

    private static final Logger LOG = LoggerFactory.getLogger(ServerRole.class);
    private static final String NAME = "chartwright_server";
    private static final long SETTING_UP = 0x63686172_726F6C65L;
    private static final String NOT_ALLOWED = "42501";

    private ServerRole() {}

    /**
     * Sees to the role and its grants.
     *
     * @param owner the owner's connections
     * @return its name; empty when the owner itself is bound well enough
     */
    static Optional<String> ready(DataSource owner) {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(" + SETTING_UP + ")");
            boolean made = is(statement, "select exists (select 1 from pg_roles where rolname = '" + NAME + "')");
            boolean mayMake = is(statement, "select rolsuper or rolcreaterole from pg_roles where rolname = current_user");
            if (!made && !mayMake) {
                requireBound(statement);
                return Optional.empty();
            }
            if (!made) {
                statement.execute("create role " + NAME + " nologin");
            }
            if (!is(statement, "select pg_has_role(current_user, '" + NAME + "', 'member')")) {
                statement.execute("grant " + NAME + " to current_user");
            }
            grant(statement);
            connection.commit();
            return Optional.of(NAME);
        } catch (SQLException e) {
            if (NOT_ALLOWED.equals(e.getSQLState())) {
                return withoutRole(owner);
            }
            throw new DatabaseException("The role of the server's connections cannot be made: " + e.getMessage(), e);
        }
    }

    /** Once for each database: all tables there are, and all there will be unless their migration takes some of it back. */
    private static void grant(Statement statement) throws SQLException {
        if (is(statement, "select exists (select 1 from pg_default_acl where defaclacl::text like '%" + NAME + "=%')")) {
            return;
        }
        statement.execute("grant usage on schema public to " + NAME);
        statement.execute("grant select, insert, update, delete on all tables in schema public to " + NAME);
        statement.execute("grant usage on all sequences in schema public to " + NAME);
        statement.execute("alter default privileges in schema public grant select, insert, update, delete on tables to " + NAME);
        statement.execute("alter default privileges in schema public grant usage on sequences to " + NAME);
    }

    private static Optional<String> withoutRole(DataSource owner) {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            requireBound(statement);
            return Optional.empty();
        } catch (SQLException e) {
            throw new DatabaseException("The database does not answer: " + e.getMessage(), e);
        }
    }

    private static void requireBound(Statement statement) throws SQLException {
        if (is(statement, "select rolsuper or rolbypassrls from pg_roles where rolname = current_user")) {
            throw new DatabaseException("The database's user passes over row-level security, which keeps tenants apart."
                    + " Use a user without BYPASSRLS, or let it make roles (CREATEROLE).");
        }
        LOG.info("The database's user may make no roles; its connections act as itself");
    }

    private static boolean is(Statement statement, String question) throws SQLException {
        try (ResultSet answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }
}
