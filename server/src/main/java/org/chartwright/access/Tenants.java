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
        return jdbi.inTransaction(handle -> add(handle, name));
    }

    /** The default tenant's key, made with its tenant on the first start of all processes of this database. */
    public AccessKey openDefault() {
        return jdbi.inTransaction(handle -> {
            handle.execute("select pg_advisory_xact_lock(?)", FIRST_START);
            return find(handle, DEFAULT)
                    .flatMap(tenant -> firstKey(handle, tenant.id()))
                    .or(() -> add(handle, DEFAULT))
                    .orElseGet(() -> addKey(handle, find(handle, DEFAULT).orElseThrow()));
        });
    }

    /** The tenant of that name. */
    public Optional<Tenant> find(String name) {
        return jdbi.withHandle(handle -> find(handle, name));
    }

    /** All tenants, by name. */
    public List<Tenant> all() {
        return jdbi.withHandle(handle -> handle.createQuery("select id, name, account_id from tenant order by name")
                .map(Tenants::tenant)
                .list());
    }

    /** Another key for a tenant. */
    public AccessKey addKey(Tenant tenant) {
        return jdbi.inTransaction(handle -> addKey(handle, tenant));
    }

    /** Makes a key useless, within 5 seconds on every server. False when there is no such key. */
    public boolean disable(String accessKeyId) {
        return jdbi.withHandle(handle ->
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
        return made == 1 ? Optional.of(addKey(handle, tenant)) : Optional.empty();
    }

    private AccessKey addKey(Handle handle, Tenant tenant) {
        byte[] secret = new byte[30];
        luck.nextBytes(secret);
        StringBuilder id = new StringBuilder("AKIA");
        luck.ints(16, 0, KEY_ALPHABET.length()).mapToObj(KEY_ALPHABET::charAt).forEach(id::append);
        AccessKey key = new AccessKey(id.toString(), Base64.getEncoder().encodeToString(secret));
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

    private String digits(int count) {
        StringBuilder digits = new StringBuilder();
        luck.ints(count, 0, 10).forEach(digits::append);
        return digits.toString();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
