package org.chartwright.custody;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.chartwright.audit.AuditLog;
import org.chartwright.database.TenantRows;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * What must not be deleted, whatever a rule or a request says: a job by its name, a visit or a session by its id, or all of
 * a tenant. Thread-safe.
 */
public final class LegalHolds {

    /** Everything of a tenant. */
    public static final String EVERYTHING = "*";

    private final Jdbi jdbi;
    private final Clock clock;
    private final AuditLog audit;

    /** In that database. */
    public LegalHolds(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.audit = new AuditLog(jdbi, clock);
    }

    /** Holds a thing from now on. */
    public void place(UUID tenant, String thing) {
        TenantRows.use(jdbi, tenant, handle -> {
            handle.execute(
                    "insert into legal_hold (tenant_id, thing, placed_at) values (?, ?, ?) on conflict do nothing",
                    tenant, thing, clock.instant().atOffset(ZoneOffset.UTC));
            audit.change(handle, tenant, "custody:PlaceHold", "hold/" + thing);
        });
    }

    /** Holds it no longer; false when it was not held. */
    public boolean release(UUID tenant, String thing) {
        return TenantRows.of(jdbi, tenant, handle -> {
            boolean held = handle.execute("delete from legal_hold where tenant_id = ? and thing = ?", tenant, thing) == 1;
            if (held) {
                audit.change(handle, tenant, "custody:ReleaseHold", "hold/" + thing);
            }
            return held;
        });
    }

    /** All that is held. */
    public List<String> all(UUID tenant) {
        return TenantRows.of(jdbi, tenant, handle ->
                handle.createQuery("select thing from legal_hold where tenant_id = ? order by thing")
                        .bind(0, tenant)
                        .mapTo(String.class)
                        .list());
    }

    /** Whether any of these names is held. */
    public boolean holds(UUID tenant, String... names) {
        return TenantRows.of(jdbi, tenant, handle -> holds(handle, tenant, names));
    }

    /** Likewise in the transaction that would delete it; null names nothing. */
    public static boolean holds(Handle handle, UUID tenant, @Nullable String... names) {
        String[] named = Arrays.stream(names).filter(Objects::nonNull).toArray(String[]::new);
        return handle.createQuery("""
                        select exists (select 1 from legal_hold
                                       where tenant_id = :tenant and (thing = '*' or thing = any(:names)))""")
                .bind("tenant", tenant)
                .bind("names", named)
                .mapTo(Boolean.class)
                .one();
    }
}
