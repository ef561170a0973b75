package org.chartwright.chart;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.chartwright.keys.Seals;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The rows of the record. Every handle is one of the tenant's transactions. Any thread. */
final class Entries {

    static final String COLUMNS = "id, version, at, scope, content";

    private final Contents contents;
    private final Digests digests;

    Entries(Seals seals, Digests digests) {
        this.contents = new Contents(seals);
        this.digests = digests;
    }

    void insert(Handle handle, TenantId tenant, Kept<?> kept) {
        handle.createUpdate("""
                        insert into chart_entry (tenant_id, kind, id, version, newest, at, moment, scope, content)
                        values (:tenant, :kind, :id, :version, true, :at, :moment, :scope, :content)""")
                .bind("tenant", tenant.value())
                .bind("kind", kind(kept.entry().getClass()))
                .bind("id", kept.id())
                .bind("version", kept.version())
                .bind("at", sql(kept.at()))
                .bind("moment", sqlOrNull(kept.entry().moment()))
                .bind("scope", kept.entry().scope(kept.id()))
                .bind("content", contents.seal(tenant, kept))
                .execute();
        PreparedBatch tokens = handle.prepareBatch(
                "insert into chart_token (tenant_id, kind, token, id) values (?, ?, ?, ?) on conflict do nothing");
        for (Find find : kept.entry().findings()) {
            tokens.add(tenant.value(), kind(kept.entry().getClass()), digests.digest(handle, tenant, find), kept.id());
        }
        tokens.execute();
    }

    /** Makes way for the version after that one; false when that one is not the newest. */
    boolean supersede(Handle handle, TenantId tenant, Kept<?> from) {
        String kind = kind(from.entry().getClass());
        int changed = handle.execute(
                "update chart_entry set newest = false where tenant_id = ? and kind = ? and id = ? and version = ? and newest",
                tenant.value(), kind, from.id(), from.version());
        if (changed == 1) {
            handle.execute(
                    "delete from chart_token where tenant_id = ? and kind = ? and id = ?", tenant.value(), kind, from.id());
        }
        return changed == 1;
    }

    <T extends Entry> Optional<Kept<T>> newest(Handle handle, TenantId tenant, Class<? extends T> kind, UUID id) {
        return this.<T>list(of(handle, tenant, kind, id, "and newest"), tenant, kind).stream().findFirst();
    }

    <T extends Entry> Optional<Kept<T>> version(Handle handle, TenantId tenant, Class<T> kind, UUID id, int version) {
        return list(of(handle, tenant, kind, id, "and version = :version").bind("version", version), tenant, kind).stream()
                .findFirst();
    }

    <T extends Entry> List<Kept<T>> history(Handle handle, TenantId tenant, Class<T> kind, UUID id, int after) {
        return list(
                of(handle, tenant, kind, id, "and version > :after order by version desc").bind("after", after), tenant, kind);
    }

    /** Which version is the newest, without opening it. */
    static Optional<Stamp> stamp(Handle handle, TenantId tenant, Class<? extends Entry> kind, UUID id) {
        return handle.createQuery("select version, at from chart_entry"
                        + " where tenant_id = :tenant and kind = :kind and id = :id and newest")
                .bind("tenant", tenant.value())
                .bind("kind", kind(kind))
                .bind("id", id)
                .map((row, context) -> new Stamp(
                        id, row.getInt("version"), row.getObject("at", OffsetDateTime.class).toInstant()))
                .findOne();
    }

    private static Query of(Handle handle, TenantId tenant, Class<? extends Entry> kind, UUID id, String which) {
        return handle.createQuery("select " + COLUMNS
                        + " from chart_entry where tenant_id = :tenant and kind = :kind and id = :id " + which)
                .bind("tenant", tenant.value())
                .bind("kind", kind(kind))
                .bind("id", id);
    }

    <T extends Entry> List<Kept<T>> list(Query rows, TenantId tenant, Class<? extends T> kind) {
        return rows.map((row, context) -> this.<T>read(row, tenant, kind)).list();
    }

    private <T extends Entry> Kept<T> read(ResultSet row, TenantId tenant, Class<? extends T> kind) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        int version = row.getInt("version");
        Contents.Written<T> written = contents.open(
                tenant, kind, new Contents.Row(id, version, row.getObject("scope", UUID.class), row.getBytes("content")));
        return new Kept<>(
                id, version, row.getObject("at", OffsetDateTime.class).toInstant(), written.author(), written.entry());
    }

    /** Deletes all that is sealed with that scope's key, and what it could be found by. */
    static int forget(Handle handle, TenantId tenant, UUID scope) {
        handle.execute("""
                delete from chart_token t using chart_entry e
                where e.tenant_id = ? and e.scope = ?
                    and t.tenant_id = e.tenant_id and t.kind = e.kind and t.id = e.id""", tenant.value(), scope);
        return handle.execute("delete from chart_entry where tenant_id = ? and scope = ?", tenant.value(), scope);
    }

    static String kind(Class<? extends Entry> kind) {
        return kind.getSimpleName();
    }

    static OffsetDateTime sql(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    static @Nullable OffsetDateTime sqlOrNull(@Nullable Instant moment) {
        return moment == null ? null : sql(moment);
    }
}
