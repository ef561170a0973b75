package org.chartwright.ehr;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.chartwright.access.TenantId;
import org.chartwright.audit.Act;
import org.chartwright.audit.Actor;
import org.chartwright.audit.AuditLog;
import org.chartwright.audit.Outcome;
import org.chartwright.chart.Chart;
import org.chartwright.chart.ChartException;
import org.chartwright.ehr.hl7.AdtMessage;
import org.chartwright.ehr.hl7.Authorities;
import org.chartwright.ehr.hl7.Head;
import org.chartwright.ehr.hl7.Head.Answer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers messages of admission, discharge and transfer: each is done whole and once, or not at all and its sender is told why.
 * Any thread.
 */
public final class Arrivals {

    private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);
    private static final Set<String> EVENTS = Set.of("A01", "A03", "A04", "A08", "A11");
    private static final Duration REMEMBERED = Duration.ofDays(30);
    private static final int REQUIRED = 101;
    private static final int EVENT = 201;
    private static final int INTERNAL = 207;

    private final Jdbi jdbi;
    private final Clock clock;
    private final Chart chart;
    private final Feed feed;
    private final Admissions admissions;
    private final AuditLog audit;

    /**
     * Who may send, and how they write.
     *
     * @param senders the tenant of each, by application and facility parted by a bar
     * @param authorities who gives numbers
     * @param zone of times that name none
     */
    public record Feed(Map<String, TenantId> senders, Authorities authorities, ZoneId zone) {

        /** Copies the map. */
        public Feed {
            senders = Map.copyOf(senders);
        }
    }

    /** Into that record. */
    public Arrivals(Jdbi jdbi, Clock clock, Chart chart, Feed feed) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.chart = chart;
        this.feed = feed;
        this.admissions = new Admissions(chart);
        this.audit = new AuditLog(jdbi, clock);
    }

    /**
     * Does what a message says. Never throws.
     *
     * @param address of who sent it
     */
    Answer answer(Head head, byte[] message, String address) {
        TenantId tenant = feed.senders().get(head.sender());
        if (tenant == null) {
            return new Answer("AR", INTERNAL, "This sender (MSH-3 and MSH-4) is not known here.");
        }
        if (head.event().equals("A40")) {
            return refused(tenant, head, address, new Answer("AE", EVENT,
                    "Patients are not merged by messages. Have a person look at both and correct one of them."));
        }
        if (!EVENTS.contains(head.event())) {
            return new Answer("AR", EVENT, "This event is not taken here. Taken are A01, A03, A04, A08 and A11.");
        }
        try {
            AdtMessage read = AdtMessage.read(head, message, feed.authorities(), feed.zone());
            take(tenant, read, digest(message), address);
            return Answer.DONE;
        } catch (AdtMessage.UnreadableException e) {
            return refused(tenant, head, address, new Answer("AE", REQUIRED, String.valueOf(e.getMessage())));
        } catch (Admissions.ContradictionException e) {
            return refused(tenant, head, address, e.answer());
        } catch (ChartException e) {
            return refused(tenant, head, address, new Answer("AE", INTERNAL, String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            LOG.warn("A message of {} cannot be done now: {}", head.sender(), e.getClass().getName());
            return new Answer("AE", INTERNAL, "It cannot be done now. Send it again.");
        }
    }

    /** One at a time for a tenant: two messages at once about somebody new would make two of them. */
    private void take(TenantId tenant, AdtMessage message, byte[] digest, String address) {
        chart.together(tenant, handle -> {
            PatientsByNumber.alone(handle, tenant);
            if (isNew(handle, tenant, message.head(), digest)) {
                Admissions.Touched touched = admissions.take(handle, tenant, message);
                audit.record(
                        handle,
                        act(tenant, message.head(), address, "patient/" + touched.patient()
                                + touched.visit().map(visit -> " visit/" + visit).orElse("")),
                        Outcome.DONE,
                        "");
            }
            return true;
        });
    }

    private boolean isNew(Handle handle, TenantId tenant, Head head, byte[] digest) {
        handle.execute(
                "delete from ehr_message where tenant_id = ? and at < ?",
                tenant.value(), clock.instant().minus(REMEMBERED).atOffset(ZoneOffset.UTC));
        return handle.createUpdate("""
                        insert into ehr_message (tenant_id, sender, control_id, digest, at)
                        values (:tenant, :sender, :control, :digest, :now) on conflict do nothing""")
                .bind("tenant", tenant.value())
                .bind("sender", head.sender())
                .bind("control", head.control())
                .bind("digest", digest)
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute() == 1;
    }

    private Answer refused(TenantId tenant, Head head, String address, Answer answer) {
        audit.record(act(tenant, head, address, ""), Outcome.REFUSED, answer.told());
        return answer;
    }

    private static Act act(TenantId tenant, Head head, String address, String object) {
        return Act.of(tenant.value(), new Actor("hl7/" + head.sender(), "hl7-sender", address), "ehr:Admit" + head.event(), object);
    }

    private static byte[] digest(byte[] message) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(message);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
