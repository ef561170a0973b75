package org.chartwright.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.chartwright.database.TenantRows;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The accounts of all tenants, each seen only by its own. Any thread. */
public final class People {

    static final String COLUMNS = "tenant_id, account, id, name, role, enabled";

    /** The same where the table is called {@code p}. */
    public static final String COLUMNS_OF_P = "p.tenant_id, p.account, p.id, p.name, p.role, p.enabled";

    private final Jdbi jdbi;

    /** Those in that database. */
    public People(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A tenant's accounts, by name. */
    public List<Person> all(TenantId tenant) {
        return TenantRows.of(jdbi, tenant.value(), handle -> handle.createQuery(
                        "select " + COLUMNS + " from person where tenant_id = ? order by account")
                .bind(0, tenant.value())
                .map((row, context) -> person(row))
                .list());
    }

    /** The account of that name. */
    public Optional<Person> find(TenantId tenant, String account) {
        return TenantRows.of(jdbi, tenant.value(), handle -> handle.createQuery(
                        "select " + COLUMNS + " from person where tenant_id = ? and account = ?")
                .bind(0, tenant.value())
                .bind(1, account)
                .map((row, context) -> person(row))
                .findOne());
    }

    /** Whether somebody signs in elsewhere, and so has no password here. */
    public boolean isElsewhere(TenantId tenant, String account) {
        return TenantRows.of(jdbi, tenant.value(), handle -> handle.createQuery(
                        "select subject is not null from person where tenant_id = ? and account = ?")
                .bind(0, tenant.value())
                .bind(1, account)
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false));
    }

    /** The account of whom a provider calls so; part of a transaction. */
    public static Optional<Person> elsewhere(Handle handle, TenantId tenant, String issuer, String subject) {
        return handle.createQuery(
                        "select " + COLUMNS + " from person where tenant_id = ? and issuer = ? and subject = ?")
                .bind(0, tenant.value())
                .bind(1, issuer)
                .bind(2, subject)
                .map((row, context) -> person(row))
                .findOne();
    }

    /** Lets somebody in no more; their sessions end at once. False when there is no such account. */
    public boolean disable(TenantId tenant, String account) {
        return TenantRows.of(jdbi, tenant.value(), handle -> {
            Optional<UUID> id = handle.createQuery(
                            "update person set enabled = false where tenant_id = ? and account = ? returning id")
                    .bind(0, tenant.value())
                    .bind(1, account)
                    .mapTo(UUID.class)
                    .findOne();
            id.ifPresent(person -> {
                handle.execute("delete from person_session where person_id = ?", person);
                handle.execute("delete from person_invitation where person_id = ?", person);
            });
            return id.isPresent();
        });
    }

    /** Whom a row with those columns is of. */
    public static Person person(ResultSet row) throws SQLException {
        return new Person(
                row.getObject("id", UUID.class),
                new TenantId(row.getObject("tenant_id", UUID.class)),
                row.getString("account"),
                row.getString("name"),
                Person.Role.valueOf(row.getString("role")),
                row.getBoolean("enabled"));
    }
}
