package org.chartwright.scribing;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chartwright.access.TenantId;
import org.chartwright.audit.AuditLog;
import org.chartwright.database.TenantRows;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Tags in the database. Static methods take part in the transaction of what the tags belong to. */
final class StoredTags implements Tags {

    private final Jdbi jdbi;
    private final AuditLog audit;

    StoredTags(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.audit = new AuditLog(jdbi, clock);
    }

    @Override
    public Optional<Map<String, String>> of(TenantId tenant, Kind kind, String name) {
        return TenantRows.of(jdbi, tenant.value(), handle -> exists(handle, tenant, kind, name)
                ? Optional.of(read(handle, tenant, kind, name))
                : Optional.empty());
    }

    @Override
    public Change<Map<String, String>> put(TenantId tenant, Kind kind, String name, Map<String, String> tags) {
        return TenantRows.of(jdbi, tenant.value(), handle -> {
            if (!lock(handle, tenant, kind, name)) {
                return new Change.NotFound<>();
            }
            Map<String, String> all = new LinkedHashMap<>(read(handle, tenant, kind, name));
            all.putAll(tags);
            if (all.size() > MOST) {
                return new Change.TooMany<>(MOST);
            }
            put(handle, tenant, kind, name, tags);
            changed(handle, tenant, kind, name);
            return new Change.Done<>(Map.copyOf(all));
        });
    }

    @Override
    public Change<Map<String, String>> remove(TenantId tenant, Kind kind, String name, Set<String> keys) {
        return TenantRows.of(jdbi, tenant.value(), handle -> {
            if (!lock(handle, tenant, kind, name)) {
                return new Change.NotFound<>();
            }
            handle.createUpdate("""
                            delete from tag where tenant_id = :tenant and kind = :kind and name = :name
                            and key = any(:keys)""")
                    .bind("tenant", tenant.value())
                    .bind("kind", kind.name())
                    .bind("name", name)
                    .bind("keys", keys.toArray(String[]::new))
                    .execute();
            changed(handle, tenant, kind, name);
            return new Change.Done<>(read(handle, tenant, kind, name));
        });
    }

    private void changed(Handle handle, TenantId tenant, Kind kind, String name) {
        audit.change(
                handle, tenant.value(), "scribing:ChangeTags", kind.name().toLowerCase(Locale.ROOT) + "/" + name);
    }

    static void put(Handle handle, TenantId tenant, Kind kind, String name, Map<String, String> tags) {
        if (tags.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                insert into tag (tenant_id, kind, name, key, value) values (:tenant, :kind, :name, :key, :value)
                on conflict (tenant_id, kind, name, key) do update set value = excluded.value""");
        tags.forEach((key, value) -> batch.bind("tenant", tenant.value())
                .bind("kind", kind.name())
                .bind("name", name)
                .bind("key", key)
                .bind("value", value)
                .add());
        batch.execute();
    }

    static Map<String, String> read(Handle handle, TenantId tenant, Kind kind, String name) {
        Map<String, String> tags = new LinkedHashMap<>();
        handle.createQuery("select key, value from tag where tenant_id = ? and kind = ? and name = ? order by key")
                .bind(0, tenant.value())
                .bind(1, kind.name())
                .bind(2, name)
                .map((row, context) -> Map.entry(row.getString("key"), row.getString("value")))
                .forEach(tag -> tags.put(tag.getKey(), tag.getValue()));
        return tags;
    }

    static void forget(Handle handle, TenantId tenant, Kind kind, String name) {
        handle.execute(
                "delete from tag where tenant_id = ? and kind = ? and name = ?", tenant.value(), kind.name(), name);
    }

    static boolean exists(Handle handle, TenantId tenant, Kind kind, String name) {
        return found(handle, tenant, kind, name, "");
    }

    /** So that two changes of one thing's tags come one after the other. */
    private static boolean lock(Handle handle, TenantId tenant, Kind kind, String name) {
        return found(handle, tenant, kind, name, " for update");
    }

    private static boolean found(Handle handle, TenantId tenant, Kind kind, String name, String suffix) {
        String table = switch (kind) {
            case JOB -> "job";
            case VOCABULARY -> "vocabulary";
            case VOCABULARY_FILTER -> "vocabulary_filter";
        };
        return handle.createQuery("select 1 from " + table + " where tenant_id = ? and name = ?" + suffix)
                .bind(0, tenant.value())
                .bind(1, name)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }
}
