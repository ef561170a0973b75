package org.chartwright.keys;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
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

    /** Those of many scopes; what there is not is left out. */
    Map<UUID, Wrapped> scopes(UUID tenant, Collection<UUID> scopes) {
        return TenantRows.of(jdbi, tenant, handle -> handle.createQuery(
                        "select id, version, wrapped from scope_key where tenant_id = ? and id = any(?)")
                .bind(0, tenant)
                .bind(1, scopes.toArray(UUID[]::new))
                .map((row, context) -> Map.entry(
                        row.getObject("id", UUID.class), new Wrapped(row.getInt("version"), row.getBytes("wrapped"))))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
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
}
