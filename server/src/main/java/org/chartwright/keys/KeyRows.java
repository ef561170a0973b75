package org.chartwright.keys;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chartwright.database.TenantRows;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Wrapped keys in the database. Any thread. */
final class KeyRows {

    private final Jdbi jdbi;

    /** Over connections of their own, so that a key is there whatever becomes of the transaction of its user. */
    KeyRows(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A scope's key.
     *
     * @param version of the tenant's key that it is wrapped under
     * @param key wrapped; null when it was destroyed
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Wrapped(int version, byte @Nullable [] key) {}

    Optional<Wrapped> scope(UUID tenant, UUID scope) {
        return TenantRows.of(jdbi, tenant, handle -> handle.createQuery(
                        "select version, wrapped from scope_key where tenant_id = ? and id = ?")
                .bind(0, tenant)
                .bind(1, scope)
                .map((row, context) -> new Wrapped(row.getInt("version"), row.getBytes("wrapped")))
                .findOne());
    }

    /** Adds a scope's key unless there is one, or its tenant's key of that version is gone. */
    void addScope(UUID tenant, UUID scope, int version, byte[] wrapped, Instant now) {
        TenantRows.use(jdbi, tenant, handle -> handle.createUpdate("""
                        insert into scope_key (tenant_id, id, version, wrapped, created_at)
                        select :tenant, :id, version, :wrapped, :now from tenant_key
                        where tenant_id = :tenant and version = :version for key share
                        on conflict (tenant_id, id) do nothing""")
                .bind("tenant", tenant)
                .bind("id", scope)
                .bind("version", version)
                .bind("wrapped", wrapped)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute());
    }

    Optional<Integer> newestTenantKey(UUID tenant) {
        return TenantRows.of(jdbi, tenant, handle -> handle.createQuery(
                        "select max(version) from tenant_key where tenant_id = ?")
                .bind(0, tenant)
                .mapTo(Integer.class)
                .findOne());
    }

    Optional<Rotation.Newest> newest(UUID tenant) {
        return TenantRows.of(jdbi, tenant, handle -> handle.createQuery(
                        "select version, created_at from tenant_key where tenant_id = ? order by version desc limit 1")
                .bind(0, tenant)
                .map((row, context) -> new Rotation.Newest(
                        row.getInt("version"), row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .findOne());
    }

    Optional<byte[]> tenantKey(UUID tenant, int version) {
        return TenantRows.of(jdbi, tenant, handle -> handle.createQuery(
                        "select wrapped from tenant_key where tenant_id = ? and version = ?")
                .bind(0, tenant)
                .bind(1, version)
                .mapTo(byte[].class)
                .findOne());
    }

    /** Adds a tenant's key unless there is one of that version. */
    void addTenantKey(UUID tenant, int version, String root, byte[] wrapped, Instant now) {
        TenantRows.use(jdbi, tenant, handle -> handle.createUpdate("""
                        insert into tenant_key (tenant_id, version, root, wrapped, created_at)
                        values (:tenant, :version, :root, :wrapped, :now) on conflict do nothing""")
                .bind("tenant", tenant)
                .bind("version", version)
                .bind("root", root)
                .bind("wrapped", wrapped)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute());
    }

    /** Destroys a scope's key in a transaction of the caller's; a key that was never made is destroyed as well. */
    static void destroy(Handle handle, UUID tenant, UUID scope, Instant now) {
        handle.createUpdate("""
                        insert into scope_key (tenant_id, id, version, wrapped, created_at, destroyed_at)
                        values (:tenant, :id, null, null, :now, :now)
                        on conflict (tenant_id, id) do update set version = null, wrapped = null, destroyed_at = :now
                        where scope_key.destroyed_at is null""")
                .bind("tenant", tenant)
                .bind("id", scope)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /**
     * A scope's key under an older one of its tenant's.
     *
     * @param id which scope
     * @param version of the tenant's key
     * @param wrapped the scope's
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record ScopeRow(UUID id, int version, byte[] wrapped) {}

    List<ScopeRow> scopesOlderThan(UUID tenant, int version, int most) {
        return TenantRows.of(jdbi, tenant, handle -> handle.createQuery(
                        "select id, version, wrapped from scope_key where tenant_id = ? and version < ? limit ?")
                .bind(0, tenant)
                .bind(1, version)
                .bind(2, most)
                .map((row, context) -> new ScopeRow(
                        row.getObject("id", UUID.class), row.getInt("version"), row.getBytes("wrapped")))
                .list());
    }

    /** Replaces a scope's wrapping, unless the scope was destroyed meanwhile. */
    void rewrap(UUID tenant, ScopeRow old, int version, byte[] wrapped) {
        TenantRows.use(jdbi, tenant, handle -> handle.execute(
                "update scope_key set version = ?, wrapped = ? where tenant_id = ? and id = ? and version = ?",
                version, wrapped, tenant, old.id, old.version));
    }

    /** False when a scope still needs one of them. */
    boolean dropTenantKeysOlderThan(UUID tenant, int version) {
        return TenantRows.of(jdbi, tenant, handle -> {
            // Waits for those who are adding a scope under one of them.
            handle.createQuery("select version from tenant_key where tenant_id = ? and version < ? for update")
                    .bind(0, tenant)
                    .bind(1, version)
                    .mapTo(Integer.class)
                    .list();
            handle.execute(
                    "delete from tenant_key k where tenant_id = ? and version < ? and not exists"
                            + " (select 1 from scope_key s where s.tenant_id = k.tenant_id and s.version = k.version)",
                    tenant, version);
            return handle.createQuery("select count(*) from tenant_key where tenant_id = ? and version < ?")
                            .bind(0, tenant)
                            .bind(1, version)
                            .mapTo(Integer.class)
                            .one()
                    == 0;
        });
    }

    /** All tenants' keys. */
    List<TenantRow> tenantKeys() {
        return TenantRows.ofAll(jdbi, handle -> handle.createQuery(
                        "select tenant_id, version, wrapped from tenant_key order by tenant_id, version")
                .map((row, context) -> new TenantRow(
                        row.getObject("tenant_id", UUID.class), row.getInt("version"), row.getBytes("wrapped")))
                .list());
    }

    /**
     * A tenant's key.
     *
     * @param tenant whose
     * @param version counted from 1
     * @param wrapped under the root
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record TenantRow(UUID tenant, int version, byte[] wrapped) {}

    void rewrapTenant(TenantRow old, String root, byte[] wrapped) {
        TenantRows.use(jdbi, old.tenant, handle -> handle.execute(
                "update tenant_key set root = ?, wrapped = ? where tenant_id = ? and version = ?",
                root, wrapped, old.tenant, old.version));
    }

    void rewrapCheck(String root, byte[] wrapped) {
        jdbi.useHandle(handle -> handle.execute("update root_check set wrapped = ? where root = ?", wrapped, root));
    }

    /** Takes the rows of keys that were destroyed long ago. */
    void forgetDestroyedBefore(Instant moment) {
        TenantRows.ofAll(jdbi, handle ->
                handle.execute("delete from scope_key where destroyed_at < ?", moment.atOffset(ZoneOffset.UTC)));
    }
}
