package org.chartwright.ehr;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import org.chartwright.access.TenantId;
import org.chartwright.audit.Act;
import org.chartwright.audit.Actor;
import org.chartwright.audit.AuditLog;
import org.chartwright.chart.Chart;
import org.chartwright.database.TenantRows;
import org.chartwright.ehr.hl7.Authorities;
import org.chartwright.events.Pauses;
import org.chartwright.events.Rounds;
import org.chartwright.events.TargetRules;
import org.chartwright.fhir.SignedNote;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits in the outbox, until it is closed. What does not arrive is tried again after the {@link Pauses}; after
 * {@value #ATTEMPTS} attempts it is left until somebody sends it again. Any number of senders may share a database.
 */
public final class NoteSender implements AutoCloseable {

    /** How often a delivery is tried, over about three days: longer than a weekend's maintenance. */
    static final int ATTEMPTS = 18;

    private static final Logger LOG = LoggerFactory.getLogger(NoteSender.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final int AT_ONCE = 8;

    private final Jdbi jdbi;
    private final Clock clock;
    private final Chart chart;
    private final Map<Target.Form, Wire> wires;
    private final AuditLog audit;
    private final Rounds<Taken> rounds;

    /** Sends what is due, when it is {@link #start started}; closes the wires. */
    NoteSender(Jdbi jdbi, Clock clock, Chart chart, Map<Target.Form, Wire> wires) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.chart = chart;
        this.wires = Map.copyOf(wires);
        this.audit = new AuditLog(jdbi, clock);
        this.rounds = new Rounds<>("Notes", AT_ONCE, this::take, this::send);
    }

    /**
     * How targets are reached.
     *
     * @param rules where anything may be sent
     * @param trust whom to trust over TLS
     * @param authorities who gives numbers, for HL7 v2
     */
    public record Routes(TargetRules rules, SSLContext trust, Authorities authorities) {}

    /** A sender for all forms, over the network. */
    public static NoteSender open(Jdbi jdbi, Clock clock, Chart chart, Routes routes) {
        return new NoteSender(jdbi, clock, chart, Map.of(
                Target.Form.FHIR, new FhirWire(routes.rules, routes.trust),
                Target.Form.MDM, new MdmWire(routes.rules, routes.trust.getSocketFactory(), routes.authorities)));
    }

    /** A row that this sender has taken for the length of a lease. */
    private record Taken(TenantId tenant, String organization, UUID id, Target target, SignedNote.Name note, int attempts) {}

    /** From now on this sends by itself. */
    public NoteSender start() {
        rounds.start(LOOK);
        return this;
    }

    /** Sends what is due by now, each once; says how many that were. */
    int sendDue() {
        return rounds.once();
    }

    /** A version waits for the one before it; it takes the place of the newest one that arrived. */
    private List<Taken> take() {
        return TenantRows.ofAll(jdbi, handle -> handle.createQuery("""
                        with due as (select tenant_id, id from ehr_delivery d
                                     where state = 'WAITING' and next_at <= :now and not exists (
                                         select 1 from ehr_delivery earlier where earlier.tenant_id = d.tenant_id
                                         and earlier.target_id = d.target_id and earlier.note_id = d.note_id
                                         and earlier.note_version < d.note_version and earlier.state = 'WAITING')
                                     order by next_at limit :most for update skip locked),
                             taken as (update ehr_delivery d set next_at = :lease, attempts = attempts + 1 from due
                                       where d.tenant_id = due.tenant_id and d.id = due.id returning d.*)
                        select taken.*, t.name, t.form, t.address, t.documents, t.receiver, t.credentials,
                            tenant.name as organization,
                            coalesce((select max(arrived.note_version) from ehr_delivery arrived
                                where arrived.tenant_id = taken.tenant_id and arrived.target_id = taken.target_id
                                and arrived.note_id = taken.note_id and arrived.note_version < taken.note_version
                                and arrived.state = 'ACKNOWLEDGED'), 0) as replaced
                        from taken join ehr_target t on t.tenant_id = taken.tenant_id and t.id = taken.target_id
                            join tenant on tenant.id = taken.tenant_id""")
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("lease", clock.instant().plus(LEASE).atOffset(ZoneOffset.UTC))
                .bind("most", AT_ONCE)
                .map((row, context) -> taken(row))
                .list());
    }

    private static Taken taken(ResultSet row) throws SQLException {
        return new Taken(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                row.getString("organization"),
                row.getObject("id", UUID.class),
                Targets.target(row, "target_id"),
                new SignedNote.Name(
                        row.getObject("note_id", UUID.class), row.getInt("note_version"), row.getInt("replaced")),
                row.getInt("attempts"));
    }

    private void send(Taken taken) {
        Wire.Outcome outcome;
        try {
            outcome = sent(taken);
        } catch (RuntimeException e) {
            LOG.warn("Delivery {} cannot be made now: {}", taken.id, e.getClass().getName());
            outcome = new Wire.Outcome.NotNow("not made: " + e.getClass().getSimpleName());
        }
        write(taken, outcome);
    }

    private Wire.Outcome sent(Taken taken) {
        Optional<SignedNote> note = SignedNote.find(chart, taken.tenant, taken.organization, taken.note);
        Wire wire = wires.get(taken.target.form());
        if (note.isEmpty() || wire == null) {
            return new Wire.Outcome.Refused("the note is not in the record any more");
        }
        return wire.send(taken.target, control(taken.id), note.get());
    }

    private void write(Taken taken, Wire.Outcome outcome) {
        Delivery.State state = switch (outcome) {
            case Wire.Outcome.Acknowledged _ -> Delivery.State.ACKNOWLEDGED;
            case Wire.Outcome.Refused _ -> Delivery.State.FAILED;
            case Wire.Outcome.NotNow _ -> taken.attempts >= ATTEMPTS ? Delivery.State.FAILED : Delivery.State.WAITING;
        };
        if (state == Delivery.State.FAILED) {
            LOG.warn("Delivery {} to {} failed ({}); it waits to be sent again by hand",
                    taken.id, taken.target.name(), outcome.summary());
        }
        TenantRows.use(jdbi, taken.tenant.value(), handle -> {
            int written = handle.createUpdate("""
                            update ehr_delivery set state = :state, last_outcome = :outcome, next_at = :next, changed_at = :now
                            where tenant_id = :tenant and id = :id and attempts = :attempts and state = 'WAITING'""")
                    .bind("state", state.name())
                    .bind("outcome", outcome.summary())
                    .bind("next", clock.instant().plus(Pauses.after(taken.attempts)).atOffset(ZoneOffset.UTC))
                    .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .bind("tenant", taken.tenant.value())
                    .bind("id", taken.id)
                    .bind("attempts", taken.attempts)
                    .execute();
            if (written == 1 && state != Delivery.State.WAITING) {
                Act act = Act.of(
                        taken.tenant.value(), Actor.SERVER, "ehr:SendNote",
                        "note/" + taken.note.note() + "/" + taken.note.version() + " to target/" + taken.target.name());
                audit.record(handle, act, state == Delivery.State.FAILED
                        ? org.chartwright.audit.Outcome.FAILED
                        : org.chartwright.audit.Outcome.DONE, outcome.summary());
            }
        });
    }

    /** An id in the 20 characters that HL7 v2 has for it: its lowest 100 bits, five in each. */
    static String control(UUID id) {
        BigInteger bits = new BigInteger(id.toString().replace("-", ""), 16);
        StringBuilder control = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            control.append("0123456789ABCDEFGHJKMNPQRSTVWXYZ".charAt(bits.shiftRight(5 * i).intValue() & 31));
        }
        return control.toString();
    }

    /** Sends no more; what was being sent is tried again by whoever is next. */
    @Override
    public void close() {
        rounds.close();
        wires.values().forEach(Wire::close);
    }
}
