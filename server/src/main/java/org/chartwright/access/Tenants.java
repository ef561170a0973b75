package org.chartwright.access;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
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

    private static final String KEY_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final long FIRST_START = 0x63686172_74777269L;

    private final Jdbi jdbi;
    private final Clock clock;
    private final SecureRandom luck;

    /** Tenants of that database. */
    public Tenants(Jdbi jdbi, Clock clock, SecureRandom luck) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.luck = luck;
    }

    /**
     * Makes a tenant with one access key.
     *
     * @return the key, or empty when the name is taken
     */
    public Optional<AccessKey> add(String name) {
        return TenantRows.ofAll(jdbi, handle -> add(handle, name));
    }

    /** The default tenant's key, made with its tenant on the first start of all processes of this database. */
    public AccessKey openDefault() {
        return TenantRows.ofAll(jdbi, handle -> {
            handle.execute("select pg_advisory_xact_lock(?)", FIRST_START);
            return find(handle, DEFAULT)
                    .flatMap(tenant -> firstKey(handle, tenant.id()))
                    .or(() -> add(handle, DEFAULT))
                    .orElseGet(() -> addKey(handle, find(handle, DEFAULT).orElseThrow()));
        });
    }

    /** The tenant of that name. */
    public Optional<Tenant> find(String name) {
        return TenantRows.ofAll(jdbi, handle -> find(handle, name));
    }

    /** All tenants, by name. */
    public List<Tenant> all() {
        return TenantRows.ofAll(jdbi, handle -> handle.createQuery("select id, name, account_id from tenant order by name")
                .map(Tenants::tenant)
                .list());
    }

    /** Another key for a tenant. */
    public AccessKey addKey(Tenant tenant) {
        return TenantRows.ofAll(jdbi, handle -> addKey(handle, tenant));
    }

    /** Makes a key useless, within 5 seconds on every server. False when there is no such key. */
    public boolean disable(String accessKeyId) {
        return TenantRows.ofAll(jdbi, handle ->
                handle.execute("update access_key set enabled = false where id = ?", accessKeyId) == 1);
    }

    private Optional<AccessKey> add(Handle handle, String name) {
        Tenant tenant = new Tenant(new TenantId(UUID.randomUUID()), name, digits(12));
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
        return Optional.of(addKey(handle, tenant));
    }

    /** Somebody who may do everything of the tenant, and so make others who may do less. */
    private void addFirstUser(Handle handle, Tenant tenant) {
        handle.createUpdate("insert into iam_user (tenant_id, name, id, created_at) values (:tenant, :name, :id, :now)")
                .bind("tenant", tenant.id().value())
                .bind("name", tenant.name())
                .bind("id", randomId("AIDA"))
                .bind("now", now())
                .execute();
        handle.execute(
                "insert into iam_attachment (tenant_id, kind, name, policy) values (?, 'USER', ?, ?)",
                tenant.id().value(), tenant.name(), "arn:aws:iam::aws:policy/AdministratorAccess");
    }

    private AccessKey addKey(Handle handle, Tenant tenant) {
        byte[] secret = new byte[30];
        luck.nextBytes(secret);
        AccessKey key = new AccessKey(randomId("AKIA"), Base64.getEncoder().encodeToString(secret));
        handle.createUpdate("""
                        insert into access_key (id, tenant_id, user_name, secret, enabled, created_at)
                        values (:id, :tenant, :user, :secret, true, :now)""")
                .bind("id", key.id())
                .bind("tenant", tenant.id().value())
                .bind("user", tenant.name())
                .bind("secret", key.secret())
                .bind("now", now())
                .execute();
        return key;
    }

    private static Optional<AccessKey> firstKey(Handle handle, TenantId tenant) {
        return handle.createQuery("""
                        select id, secret from access_key where tenant_id = ? and enabled
                        order by created_at, id limit 1""")
                .bind(0, tenant.value())
                .map((row, context) -> new AccessKey(row.getString("id"), row.getString("secret")))
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

    private String randomId(String prefix) {
        StringBuilder id = new StringBuilder(prefix);
        luck.ints(16, 0, KEY_ALPHABET.length()).mapToObj(KEY_ALPHABET::charAt).forEach(id::append);
        return id.toString();
    }

    private String digits(int count) {
        StringBuilder digits = new StringBuilder();
        luck.ints(count, 0, 10).forEach(digits::append);
        return digits.toString();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
