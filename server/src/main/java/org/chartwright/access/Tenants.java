package org.chartwright.access;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chartwright.database.TenantRows;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** Makes tenants and their access keys. Thread-safe, also between processes. */
public final class Tenants {

    /** The tenant that the first start makes. */
    public static final String DEFAULT = "default";

    private static final long FIRST_START = 0x63686172_74777269L;

    private final Jdbi jdbi;
    private final Clock clock;
    private final Ids ids;

    /** Tenants of that database. */
    public Tenants(Jdbi jdbi, Clock clock, SecureRandom luck) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.ids = new Ids(luck);
    }

    /**
     * Makes a tenant, whose first user has no access key yet.
     *
     * @return empty when the name is taken
     */
    public Optional<Tenant> add(String name) {
        return TenantRows.ofAll(jdbi, handle -> add(handle, name));
    }

    /**
     * Makes a tenant with one access key.
     *
     * @return the key, or empty when the name is taken
     */
    public Optional<AccessKey> add(String name, Secrets secrets) {
        return TenantRows.ofAll(jdbi, handle -> add(handle, name, secrets));
    }

    /**
     * A key of the default tenant's first user, made with its tenant on the first start of all processes of this database.
     *
     * @return empty when an administrator has disabled all keys of that user, or deleted it: nobody gets one unasked then
     */
    public Optional<AccessKey> openDefault(Secrets secrets) {
        return TenantRows.ofAll(jdbi, handle -> {
            handle.execute("select pg_advisory_xact_lock(?)", FIRST_START);
            Optional<Tenant> there = find(handle, DEFAULT);
            return there.isPresent() ? firstKey(handle, there.get(), secrets) : add(handle, DEFAULT, secrets);
        });
    }

    /** The tenant of that name. */
    public Optional<Tenant> find(String name) {
        return TenantRows.ofAll(jdbi, handle -> find(handle, name));
    }

    /** The tenant of that id. */
    public Optional<Tenant> find(TenantId id) {
        return TenantRows.ofAll(jdbi, handle -> handle.createQuery("select id, name, account_id from tenant where id = ?")
                .bind(0, id.value())
                .map(Tenants::tenant)
                .findOne());
    }

    /** All tenants, by name. */
    public List<Tenant> all() {
        return TenantRows.ofAll(jdbi, handle -> handle.createQuery("select id, name, account_id from tenant order by name")
                .map(Tenants::tenant)
                .list());
    }

    private Optional<AccessKey> add(Handle handle, String name, Secrets secrets) {
        return add(handle, name).map(tenant -> {
            AccessKey key = new AccessKey(ids.next("AKIA"), ids.secret());
            Users.keep(handle, tenant, tenant.name(), key, secrets, now());
            return key;
        });
    }

    private Optional<Tenant> add(Handle handle, String name) {
        Tenant tenant = new Tenant(new TenantId(UUID.randomUUID()), name, ids.digits(12));
        int made = handle.createUpdate("""
                        insert into tenant (id, name, account_id, created_at) values (:id, :name, :account, :now)
                        on conflict (name) do nothing""")
                .bind("id", tenant.id().value())
                .bind("name", tenant.name())
                .bind("account", tenant.accountId())
                .bind("now", now())
                .execute();
        if (made == 0) {
            return Optional.empty();
        }
        addFirstUser(handle, tenant);
        return Optional.of(tenant);
    }

    /** Somebody who may do everything of the tenant, and so make others who may do less. */
    private void addFirstUser(Handle handle, Tenant tenant) {
        handle.createUpdate("insert into iam_user (tenant_id, name, id, created_at) values (:tenant, :name, :id, :now)")
                .bind("tenant", tenant.id().value())
                .bind("name", tenant.name())
                .bind("id", ids.next("AIDA"))
                .bind("now", now())
                .execute();
        handle.execute(
                "insert into iam_attachment (tenant_id, kind, name, policy) values (?, 'USER', ?, ?)",
                tenant.id().value(), tenant.name(), CommonPolicies.ADMINISTRATOR.arn());
    }

    private static Optional<AccessKey> firstKey(Handle handle, Tenant tenant, Secrets secrets) {
        return handle.createQuery("""
                        select id, secret from access_key where tenant_id = ? and user_name = ? and enabled
                        order by created_at, id limit 1""")
                .bind(0, tenant.id().value())
                .bind(1, tenant.name())
                .map((row, context) -> new AccessKey(
                        row.getString("id"),
                        secrets.open(tenant.id().value(), row.getString("id"), row.getString("secret"))))
                .findOne();
    }

    private static Optional<Tenant> find(Handle handle, String name) {
        return handle.createQuery("select id, name, account_id from tenant where name = ?")
                .bind(0, name)
                .map(Tenants::tenant)
                .findOne();
    }

    private static Tenant tenant(ResultSet row, StatementContext context) throws SQLException {
        return new Tenant(
                new TenantId(row.getObject("id", UUID.class)), row.getString("name"), row.getString("account_id"));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
