package org.chartwright.custody;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chartwright.audit.AuditLog;
import org.chartwright.custody.Consent.Answer;
import org.chartwright.database.TenantRows;
import org.chartwright.keys.Kind;
import org.chartwright.keys.KeyRoom;
import org.chartwright.keys.Label;
import org.chartwright.keys.Seals;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The consents of all tenants, sealed; and whether a recording may be accepted. Thread-safe. */
public final class Consents {

    /** The tag by which a job names its consent. */
    public static final String TAG = "chartwright:consent";

    private static final String SELECT = "select id, subject, answer, answered_at, sealed from consent where tenant_id = :tenant";

    private final Jdbi jdbi;
    private final Seals seals;
    private final Clock clock;
    private final AuditLog audit;

    /** In that database, sealed with those keys. */
    public Consents(Jdbi jdbi, Seals seals, Clock clock) {
        this.jdbi = jdbi;
        this.seals = seals;
        this.clock = clock;
        this.audit = new AuditLog(jdbi, clock);
    }

    /** Why a recording is not accepted. */
    public enum Lack {
        /** The tenant requires a consent, and there is none. */
        MISSING,
        /** What is named or was answered last is not a consent: refused, withdrawn, unknown, or another visit's. */
        NOT_GIVEN
    }

    /**
     * A consent as it is kept.
     *
     * @param id a job may name it
     * @param consent what was answered
     */
    public record Kept(UUID id, Consent consent) {}

    /** Keeps a consent or a refusal; gives its id. */
    public UUID record(UUID tenant, Consent consent) {
        UUID id = UUID.randomUUID();
        String text = String.join(Consent.SEPARATOR, consent.askedBy(), consent.answeredBy(), consent.wording());
        byte[] sealed = seals.seal(label(tenant, id), text.getBytes(StandardCharsets.UTF_8));
        TenantRows.use(jdbi, tenant, handle -> {
            handle.createUpdate("""
                            insert into consent (tenant_id, id, subject, answer, answered_at, sealed, recorded_at)
                            values (:tenant, :id, cast(:subject as uuid), :answer, :at, :sealed, :now)""")
                    .bind("tenant", tenant)
                    .bind("id", id)
                    .bind("subject", consent.subject())
                    .bind("answer", consent.answer().name())
                    .bind("at", consent.at().atOffset(ZoneOffset.UTC))
                    .bind("sealed", sealed)
                    .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .execute();
            audit.change(handle, tenant, "consent:Record", "consent/" + id);
        });
        return id;
    }

    /** The consent of that id. */
    public Optional<Consent> find(UUID tenant, UUID id) {
        return TenantRows.of(jdbi, tenant, handle -> handle.createQuery(SELECT + " and id = :id")
                .bind("tenant", tenant)
                .bind("id", id)
                .map((row, context) -> read(tenant, row).consent())
                .findOne());
    }

    /** All that was answered for a visit or a session, the newest first. */
    public List<Kept> of(UUID tenant, UUID subject) {
        return TenantRows.of(jdbi, tenant, handle -> handle.createQuery(SELECT + " and subject = :subject order by recorded_at desc, id")
                .bind("tenant", tenant)
                .bind("subject", subject)
                .map((row, context) -> read(tenant, row))
                .list());
    }

    /** Takes a consent back; false when it was not given. What was accepted before goes on. */
    public boolean withdraw(UUID tenant, UUID id) {
        return TenantRows.of(jdbi, tenant, handle -> {
            int changed = handle.execute(
                    "update consent set answer = 'WITHDRAWN' where tenant_id = ? and id = ? and answer = 'GIVEN'", tenant, id);
            if (changed == 1) {
                audit.change(handle, tenant, "consent:Withdraw", "consent/" + id);
            }
            return changed == 1;
        });
    }

    /** What speaks against recording that visit or session, if anything does. */
    public Optional<Lack> lacking(UUID tenant, @Nullable UUID subject) {
        return TenantRows.of(jdbi, tenant, handle -> lacking(handle, tenant, subject));
    }

    /**
     * What speaks against accepting a job, likewise, in the transaction that accepts it.
     *
     * @param visit of the record, or null for none
     * @param tags of the job: one may name a consent
     */
    public static Optional<Lack> lacking(Handle handle, UUID tenant, @Nullable UUID visit, Map<String, String> tags) {
        String named = tags.get(TAG);
        if (named == null) {
            return lacking(handle, tenant, visit);
        }
        // A consent that was asked for another visit does not serve for this one.
        Optional<Answer> answer = handle.createQuery("""
                        select answer from consent
                        where tenant_id = :tenant and id::text = lower(:id) and (subject is null or subject = cast(:visit as uuid))""")
                .bind("tenant", tenant)
                .bind("id", named)
                .bind("visit", visit)
                .mapTo(Answer.class)
                .findOne();
        return answer.filter(Answer.GIVEN::equals).isPresent() ? Optional.empty() : Optional.of(Lack.NOT_GIVEN);
    }

    private static Optional<Lack> lacking(Handle handle, UUID tenant, @Nullable UUID subject) {
        Optional<Answer> last = handle.createQuery("""
                        select answer from consent where tenant_id = :tenant and subject = cast(:subject as uuid)
                        order by recorded_at desc, id limit 1""")
                .bind("tenant", tenant)
                .bind("subject", subject)
                .mapTo(Answer.class)
                .findOne();
        if (last.isPresent()) {
            // Whoever said no is not recorded, also where nobody has to be asked.
            return last.filter(answer -> answer != Answer.GIVEN).map(_ -> Lack.NOT_GIVEN);
        }
        return TenantRules.read(handle, tenant).consentRequired() ? Optional.of(Lack.MISSING) : Optional.empty();
    }

    /** Deletes all consents of a visit with their keys, in the transaction that deletes the visit; says how many. */
    public static int forget(Handle handle, KeyRoom keys, UUID tenant, UUID subject) {
        List<UUID> gone = handle.createQuery(
                        "delete from consent where tenant_id = ? and subject = ? returning id")
                .bind(0, tenant)
                .bind(1, subject)
                .mapTo(UUID.class)
                .list();
        gone.forEach(id -> keys.destroy(handle, tenant, id));
        return gone.size();
    }

    private Kept read(UUID tenant, ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        String text = new String(seals.open(label(tenant, id), row.getBytes("sealed")), StandardCharsets.UTF_8);
        String[] parts = text.split(Consent.SEPARATOR, -1);
        return new Kept(id, new Consent(
                row.getObject("subject", UUID.class),
                parts[0],
                parts[1],
                parts[2],
                Answer.valueOf(row.getString("answer")),
                row.getObject("answered_at", OffsetDateTime.class).toInstant()));
    }

    /** Each is a scope of its own, destroyed with its visit. */
    private static Label label(UUID tenant, UUID id) {
        return new Label(tenant, id, Kind.CONSENT, "consent");
    }
}
