package org.chartwright.ehr;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.chartwright.chart.Chart;
import org.chartwright.chart.Entry;
import org.chartwright.chart.Identifier;
import org.chartwright.chart.Kept;
import org.chartwright.chart.Patient;
import org.chartwright.chart.Practitioner;
import org.chartwright.chart.Query;
import org.chartwright.chart.Visit;
import org.chartwright.ehr.hl7.AdtMessage;
import org.chartwright.ehr.hl7.Head.Answer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Makes and updates patients and visits as the hospital tells of them. Whom a message is about is known by numbers alone; where numbers
 * contradict each other or what is known, nothing is done and the sender is told. Two patients are never made one. Any thread.
 */
final class Admissions {

    private static final int KEY_NOT_KNOWN = 204;
    private static final int KEY_TWICE = 205;
    private static final int MISSING = 101;

    private final Chart chart;
    private final PatientsByNumber patients;

    /** In that record. */
    Admissions(Chart chart) {
        this.chart = chart;
        this.patients = new PatientsByNumber(chart);
    }

    /** What cannot be done, and is undone. */
    static final class ContradictionException extends RuntimeException {

        @java.io.Serial
        private static final long serialVersionUID = 1;

        private final transient Answer answer;

        private ContradictionException(int error, String told) {
            super(told);
            this.answer = new Answer("AE", error, told);
        }

        Answer answer() {
            return answer;
        }
    }

    /** What was touched, by its names in the record. */
    record Touched(UUID patient, Optional<UUID> visit) {}

    /**
     * Does what the message says.
     *
     * @param handle a transaction of the tenant's, alone at this
     * @throws ContradictionException if it cannot be; the transaction must not be committed
     */
    Touched take(Handle handle, TenantId tenant, AdtMessage message) {
        Desk desk = new Desk(handle, tenant, "hl7/" + message.head().sender(), message);
        Kept<Patient> patient = desk.patient();
        if (message.visit() == null) {
            if (!message.head().event().equals("A08")) {
                throw new ContradictionException(MISSING, "PV1-19 must hold the visit's number with who gave it.");
            }
            return new Touched(patient.id(), Optional.empty());
        }
        return new Touched(patient.id(), desk.visit(patient, message.visit()));
    }

    /** One message while it is done. */
    private final class Desk {

        private final Handle handle;
        private final TenantId tenant;
        private final String author;
        private final AdtMessage message;

        Desk(Handle handle, TenantId tenant, String author, AdtMessage message) {
            this.handle = handle;
            this.tenant = tenant;
            this.author = author;
            this.message = message;
        }

        private <T extends Entry> List<Kept<T>> known(Class<T> kind, Identifier number) {
            return chart.search(handle, tenant, kind, Query.of(number.find()), 0, 3).entries();
        }

        Kept<Patient> patient() {
            try {
                return patients.take(handle, tenant, author, message.patient());
            } catch (PatientsByNumber.UnclearException e) {
                throw new ContradictionException(KEY_TWICE, switch (e.why()) {
                    case DIFFERENT_PATIENTS -> "The numbers in PID-3 are known as those of different patients.";
                    case SOMEBODY_ELSE -> "The number in PID-3 is known as that of somebody else.";
                    case ANOTHER_NUMBER -> "The patient is known by another number of the same authority.";
                });
            }
        }

        Optional<UUID> visit(Kept<Patient> patient, Identifier number) {
            List<Kept<Visit>> found = known(Visit.class, number);
            if (found.isEmpty()) {
                boolean cancels = message.head().event().equals("A11");
                return cancels ? Optional.empty() : Optional.of(chart.add(handle, tenant, author, begun(patient, number)).id());
            }
            Kept<Visit> before = found.getFirst();
            if (!before.entry().patient().equals(patient.id())) {
                throw new ContradictionException(KEY_TWICE, "The visit's number is known as that of another patient's visit.");
            }
            Visit now = further(before.entry());
            if (!now.equals(before.entry())) {
                chart.change(handle, tenant, author, before, now);
            }
            return Optional.of(before.id());
        }

        private Visit begun(Kept<Patient> patient, Identifier number) {
            boolean ended = message.head().event().equals("A03");
            return new Visit(
                    patient.id(),
                    practitioner(),
                    Visit.State.PLANNED,
                    message.begin(),
                    ended && !message.end().isBefore(message.begin()) ? message.end() : null,
                    "",
                    List.of(number),
                    Visit.Plan.NONE);
        }

        private Visit further(Visit before) {
            UUID told = practitioner();
            UUID attends = told == null ? before.practitioner() : told;
            return switch (message.head().event()) {
                case "A11" -> cancelled(before);
                case "A03" -> with(before, attends, before.state(), before.begin(),
                        message.end().isBefore(before.begin()) ? before.begin() : message.end());
                case "A08" -> with(before, attends, before.state(), before.begin(), before.end());
                default -> with(
                        before,
                        attends,
                        before.state() == Visit.State.CANCELLED ? Visit.State.PLANNED : before.state(),
                        before.state() == Visit.State.PLANNED && before.end() == null ? message.begin() : before.begin(),
                        before.end());
            };
        }

        private static Visit with(
                Visit before, @Nullable UUID attends, Visit.State state, Instant begin, @Nullable Instant end) {
            return new Visit(
                    before.patient(), attends, state, begin, end, before.recording(), before.identifiers(), before.plan());
        }

        private Visit cancelled(Visit before) {
            return switch (before.state()) {
                case PLANNED, CANCELLED -> before.in(Visit.State.CANCELLED);
                case RECORDING, PROCESSING, TO_REVIEW, SIGNED, FAILED -> throw new ContradictionException(
                        KEY_NOT_KNOWN, "The visit has taken place: something was recorded of it.");
            };
        }

        private @Nullable UUID practitioner() {
            AdtMessage.Attending attending = message.practitioner();
            if (attending == null) {
                return null;
            }
            List<Kept<Practitioner>> found = known(Practitioner.class, attending.number());
            if (found.isEmpty()) {
                Practitioner made = new Practitioner(List.of(attending.number()), attending.name(), "", true);
                return chart.add(handle, tenant, author, made).id();
            }
            return found.size() == 1 ? found.getFirst().id() : null;
        }
    }
}
