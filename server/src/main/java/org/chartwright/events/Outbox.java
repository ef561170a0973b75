package org.chartwright.events;

import java.time.ZoneOffset;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Where events wait. Stateless, safe for any number of threads. */
public final class Outbox {

    private Outbox() {}

    /** Puts an event in, in the transaction that it tells of. A tenant without webhooks has none. */
    public static void put(Handle handle, UUID tenant, Event event) {
        handle.createUpdate("""
                        insert into event_delivery (tenant_id, event_id, webhook_id, source, name, status, reason,
                            happened_at, state, next_at)
                        select tenant_id, :event, id, :source, :name, :status, :reason, :time, 'WAITING', :time
                        from webhook where tenant_id = :tenant""")
                .bind("tenant", tenant)
                .bind("event", UUID.randomUUID())
                .bind("source", event.source().name())
                .bind("name", event.name())
                .bind("status", event.status())
                .bind("reason", event.reason())
                .bind("time", event.happened().atOffset(ZoneOffset.UTC))
                .execute();
    }
}
