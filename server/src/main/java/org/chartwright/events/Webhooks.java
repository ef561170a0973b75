package org.chartwright.events;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.chartwright.audit.Act;
import org.chartwright.audit.Actor;
import org.chartwright.audit.AuditLog;
import org.chartwright.audit.Outcome;
import org.chartwright.database.TenantRows;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Where tenants want to be told, and what could not be. For operators; safe for any number of threads. */
public final class Webhooks {

    private final Jdbi jdbi;
    private final Clock clock;
    private final TargetRules rules;
    private final AuditLog audit;

    /** In that database. */
    public Webhooks(Jdbi jdbi, Clock clock, TargetRules rules) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.rules = rules;
        this.audit = new AuditLog(jdbi, clock);
    }

    /**
     * A webhook.
     *
     * @param id names it
     * @param url where events go
     * @param waiting how many have not arrived yet
     * @param dead how many are no longer tried
     * @param lastOutcome how the newest attempt went; null before the first
     */
    public record Webhook(UUID id, String url, long waiting, long dead, @Nullable String lastOutcome) {}

    /**
     * Makes one.
     *
     * @throws IllegalArgumentException if events may not go there; says why
     */
    public UUID add(UUID tenant, String url) {
        rules.objection(url).ifPresent(objection -> {
            throw new IllegalArgumentException(objection);
        });
        UUID id = UUID.randomUUID();
        TenantRows.use(jdbi, tenant, handle -> {
            handle.execute(
                    "insert into webhook (tenant_id, id, url, created_at) values (?, ?, ?, ?)",
                    tenant, id, url, clock.instant().atOffset(ZoneOffset.UTC));
            told(handle, tenant, "events:AddWebhook", id);
        });
        return id;
    }

    /** Forgets one and what it was still to be told; false if there is none. */
    public boolean remove(UUID tenant, UUID id) {
        return TenantRows.of(jdbi, tenant, handle -> {
            boolean gone = handle.execute("delete from webhook where tenant_id = ? and id = ?", tenant, id) == 1;
            if (gone) {
                told(handle, tenant, "events:RemoveWebhook", id);
            }
            return gone;
        });
    }

    /** A tenant's, oldest first. */
    public List<Webhook> of(UUID tenant) {
        return TenantRows.of(jdbi, tenant, handle -> handle.createQuery("""
                        select id, url, count(*) filter (where state = 'WAITING') as waiting,
                            count(*) filter (where state = 'DEAD') as dead,
                            (array_agg(last_outcome order by next_at desc) filter (where last_outcome is not null))[1] as last
                        from webhook w left join event_delivery d on d.tenant_id = w.tenant_id and d.webhook_id = w.id
                        where w.tenant_id = ? group by id, url, w.created_at order by w.created_at, id""")
                .bind(0, tenant)
                .map((row, context) -> new Webhook(
                        row.getObject("id", UUID.class),
                        row.getString("url"),
                        row.getLong("waiting"),
                        row.getLong("dead"),
                        row.getString("last")))
                .list());
    }

    /** Tries again what is no longer tried; says how many events that is. */
    public int redeliver(UUID tenant, UUID id) {
        return TenantRows.of(jdbi, tenant, handle -> {
            int count = handle.execute("""
                            update event_delivery set state = 'WAITING', attempts = 0, next_at = ?
                            where tenant_id = ? and webhook_id = ? and state = 'DEAD'""",
                    clock.instant().atOffset(ZoneOffset.UTC), tenant, id);
            told(handle, tenant, "events:Redeliver", id);
            return count;
        });
    }

    private void told(Handle handle, UUID tenant, String action, UUID webhook) {
        audit.record(handle, Act.of(tenant, Actor.operator(), action, "webhook/" + webhook), Outcome.DONE, "");
    }
}
