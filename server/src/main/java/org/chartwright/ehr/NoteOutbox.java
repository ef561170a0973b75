package org.chartwright.ehr;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.chartwright.chart.Kept;
import org.chartwright.chart.Signings;
import org.chartwright.chart.VisitNote;
import org.jdbi.v3.core.Handle;

/** Where signed notes wait: a row for each target, in the transaction that signs. A tenant without targets has none. Any thread. */
public final class NoteOutbox implements Signings {

    private final Clock clock;

    /** By that clock. */
    public NoteOutbox(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void signed(Handle handle, TenantId tenant, Kept<VisitNote> note) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        List<UUID> targets = handle.createQuery("select id from ehr_target where tenant_id = ?")
                .bind(0, tenant.value())
                .mapTo(UUID.class)
                .list();
        for (UUID target : targets) {
            handle.createUpdate("""
                            insert into ehr_delivery (tenant_id, id, target_id, visit_id, note_id, note_version, state, made_at,
                                changed_at, next_at)
                            values (:tenant, :id, :target, :visit, :note, :version, 'WAITING', :now, :now, :now)""")
                    .bind("tenant", tenant.value())
                    .bind("id", UUID.randomUUID())
                    .bind("target", target)
                    .bind("visit", note.entry().visit())
                    .bind("note", note.id())
                    .bind("version", note.version())
                    .bind("now", now)
                    .execute();
        }
    }
}
