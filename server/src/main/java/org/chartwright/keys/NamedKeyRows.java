package org.chartwright.keys;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.chartwright.database.TenantRows;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** Named keys in the database. Any thread. */
final class NamedKeyRows {

    private static final String COLUMNS = "select k.id, k.state, k.version, k.delete_at from named_key k ";
    private static final RowMapper<Row> ROW = (row, context) -> {
        OffsetDateTime deletion = row.getObject("delete_at", OffsetDateTime.class);
        return new Row(
                row.getObject("id", UUID.class), State.valueOf(row.getString("state")), row.getInt("version"),
                deletion == null ? null : deletion.toInstant());
    };

    private final Jdbi jdbi;

    NamedKeyRows(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Whether a key can be used. */
    enum State {
        /** It can. */
        ENABLED,
        /** Not until it is enabled. */
        DISABLED,
        /** Not, and it will be deleted. */
        PENDING_DELETION
    }

    record Row(UUID id, State state, int version, @Nullable Instant deletion) {}

    /** Each change ends with what records it, in its transaction. */
    boolean add(UUID tenant, UUID id, String alias, byte[] material, Instant now, HandleConsumer<RuntimeException> recorded) {
        return TenantRows.of(jdbi, tenant, handle -> {
            int free = handle.execute(
                    "insert into named_key_alias (tenant_id, alias, key_id) values (?, ?, ?) on conflict do nothing",
                    tenant, alias, id);
            if (free == 1) {
                handle.execute(
                        "insert into named_key (tenant_id, id, state, version, created_at) values (?, ?, 'ENABLED', 1, ?)",
                        tenant, id, now.atOffset(ZoneOffset.UTC));
                put(handle, tenant, id, 1, material);
                recorded.useHandle(handle);
            }
            return free == 1;
        });
    }

    void addVersion(UUID tenant, UUID id, int version, byte[] material, HandleConsumer<RuntimeException> recorded) {
        TenantRows.use(jdbi, tenant, handle -> {
            put(handle, tenant, id, version, material);
            handle.execute(
                    "update named_key set version = ? where tenant_id = ? and id = ? and version < ?",
                    version, tenant, id, version);
            recorded.useHandle(handle);
        });
    }

    private static void put(Handle handle, UUID tenant, UUID id, int version, byte[] material) {
        handle.execute(
                "insert into named_key_material (tenant_id, key_id, version, wrapped) values (?, ?, ?, ?) on conflict do nothing",
                tenant, id, version, material);
    }

    Optional<Row> find(UUID tenant, UUID id) {
        return TenantRows.of(jdbi, tenant, handle ->
                handle.createQuery(COLUMNS + "where k.tenant_id = ? and k.id = ?").bind(0, tenant).bind(1, id).map(ROW).findOne());
    }

    Optional<Row> findAlias(UUID tenant, String alias) {
        return TenantRows.of(jdbi, tenant, handle -> handle.createQuery(COLUMNS
                        + "join named_key_alias a on a.tenant_id = k.tenant_id and a.key_id = k.id"
                        + " where a.tenant_id = ? and a.alias = ?")
                .bind(0, tenant)
                .bind(1, alias)
                .map(ROW)
                .findOne());
    }

    List<Row> all(UUID tenant) {
        return TenantRows.of(jdbi, tenant, handle -> handle.createQuery(
                        COLUMNS + "where k.tenant_id = ? order by k.created_at, k.id")
                .bind(0, tenant)
                .map(ROW)
                .list());
    }

    List<String> aliases(UUID tenant, UUID id) {
        return TenantRows.of(jdbi, tenant, handle -> handle.createQuery(
                        "select alias from named_key_alias where tenant_id = ? and key_id = ? order by alias")
                .bind(0, tenant)
                .bind(1, id)
                .mapTo(String.class)
                .list());
    }

    Optional<byte[]> material(UUID tenant, UUID id, int version) {
        return TenantRows.of(jdbi, tenant, handle -> handle.createQuery(
                        "select wrapped from named_key_material where tenant_id = ? and key_id = ? and version = ?")
                .bind(0, tenant)
                .bind(1, id)
                .bind(2, version)
                .mapTo(byte[].class)
                .findOne());
    }

    void change(UUID tenant, UUID id, State state, @Nullable Instant deletion, HandleConsumer<RuntimeException> recorded) {
        TenantRows.use(jdbi, tenant, handle -> {
            handle.createUpdate("update named_key set state = :state, delete_at = :deletion where tenant_id = :tenant and id = :id")
                    .bind("state", state.name())
                    .bind("deletion", deletion == null ? null : deletion.atOffset(ZoneOffset.UTC))
                    .bind("tenant", tenant)
                    .bind("id", id)
                    .execute();
            recorded.useHandle(handle);
        });
    }

    /** The account in a tenant's ARNs. */
    String account(UUID tenant) {
        return TenantRows.of(jdbi, tenant, handle -> handle.createQuery("select account_id from tenant where id = ?")
                .bind(0, tenant)
                .mapTo(String.class)
                .findOne()
                .orElse("000000000000"));
    }

    /** A key that was deleted. */
    record Gone(UUID tenant, UUID id) {}

    /** Deletes the keys whose time has come, in one order everywhere, since each is recorded in its tenant's chain. */
    void deleteDue(Instant now, BiConsumer<Handle, Gone> recorded) {
        TenantRows.<Integer, RuntimeException>ofAll(jdbi, handle -> {
            List<Gone> all = handle.createQuery("delete from named_key where delete_at <= ? returning tenant_id, id")
                    .bind(0, now.atOffset(ZoneOffset.UTC))
                    .map((row, context) -> new Gone(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                    .list();
            all.stream().sorted(Comparator.comparing(Gone::tenant)).forEach(gone -> {
                KeyRows.destroy(handle, gone.tenant(), gone.id(), now);
                recorded.accept(handle, gone);
            });
            return 0;
        });
    }
}
