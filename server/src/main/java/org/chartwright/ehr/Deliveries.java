package org.chartwright.ehr;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.chartwright.audit.AuditLog;
import org.chartwright.database.TenantRows;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * What became of the notes that were signed: for faces and operators. Any thread.
 *
 * <p>Sending again is recorded as what the caller is doing ({@link AuditLog#during}), or else as the server's own doing.
 */
public final class Deliveries {

    private static final String SELECT = """
            select d.*, t.name, t.form from ehr_delivery d
            join ehr_target t on t.tenant_id = d.tenant_id and t.id = d.target_id
            where d.tenant_id = :tenant\s""";

    private final Jdbi jdbi;
    private final Clock clock;
    private final AuditLog audit;

    /** In that database. */
    public Deliveries(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.audit = new AuditLog(jdbi, clock);
    }

    /** What became of a wish to send again. */
    public enum Resent {
        /** It is sent as soon as a sender is free. */
        WAITING,
        /** There is no such delivery. */
        MISSING,
        /** A later version of the note is at the target, or on its way there: this one would put the clock back. */
        OUTDATED
    }

    /** A note's, of all its versions and to all targets, the newest version first. */
    public List<Delivery> ofNote(TenantId tenant, UUID note) {
        return TenantRows.of(jdbi, tenant.value(), handle -> handle.createQuery(
                        SELECT + "and d.note_id = :note order by d.note_version desc, t.name")
                .bind("tenant", tenant.value())
                .bind("note", note)
                .map((row, context) -> delivery(row))
                .list());
    }

    /** Those of all notes of a visit, likewise. */
    public List<Delivery> ofVisit(TenantId tenant, UUID visit) {
        return TenantRows.of(jdbi, tenant.value(), handle -> handle.createQuery(
                        SELECT + "and d.visit_id = :visit order by d.note_version desc, d.note_id, t.name")
                .bind("tenant", tenant.value())
                .bind("visit", visit)
                .map((row, context) -> delivery(row))
                .list());
    }

    /**
     * A tenant's, the newest first.
     *
     * @param state only those in that state; null for all
     * @param most how many at most
     */
    public List<Delivery> list(TenantId tenant, Delivery.@Nullable State state, int most) {
        return TenantRows.of(jdbi, tenant.value(), handle -> handle.createQuery(
                        SELECT + "and (cast(:state as text) is null or d.state = :state) order by d.made_at desc, d.id limit :most")
                .bind("tenant", tenant.value())
                .bind("state", state == null ? null : state.name())
                .bind("most", most)
                .map((row, context) -> delivery(row))
                .list());
    }

    /** Has a delivery tried again at once and as often as a new one, whatever its state: under the names it had before. */
    public Resent resend(TenantId tenant, UUID delivery) {
        return TenantRows.of(jdbi, tenant.value(), handle -> {
            boolean outdated = handle.createQuery("""
                            select exists (select 1 from ehr_delivery later join ehr_delivery d on d.tenant_id = later.tenant_id
                                and d.target_id = later.target_id and d.note_id = later.note_id
                                and d.note_version < later.note_version
                                where d.tenant_id = :tenant and d.id = :id and later.state <> 'FAILED')""")
                    .bind("tenant", tenant.value())
                    .bind("id", delivery)
                    .mapTo(Boolean.class)
                    .one();
            if (outdated) {
                return Resent.OUTDATED;
            }
            if (!wait(handle, tenant, delivery)) {
                return Resent.MISSING;
            }
            audit.change(handle, tenant.value(), "ehr:Resend", "delivery/" + delivery);
            return Resent.WAITING;
        });
    }

    private boolean wait(Handle handle, TenantId tenant, UUID delivery) {
        return handle.createUpdate("""
                        update ehr_delivery set state = 'WAITING', attempts = 0, next_at = :now, changed_at = :now
                        where tenant_id = :tenant and id = :id""")
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("tenant", tenant.value())
                .bind("id", delivery)
                .execute() == 1;
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Target.Form.valueOf(row.getString("form")),
                row.getObject("visit_id", UUID.class),
                row.getObject("note_id", UUID.class),
                row.getInt("note_version"),
                Delivery.State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getObject("next_at", OffsetDateTime.class).toInstant(),
                row.getString("last_outcome"));
    }
}
