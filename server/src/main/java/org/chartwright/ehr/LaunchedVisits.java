package org.chartwright.ehr;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.chartwright.access.TenantId;
import org.chartwright.chart.Chart;
import org.chartwright.chart.Identifier;
import org.chartwright.chart.Kept;
import org.chartwright.chart.Patient;
import org.chartwright.chart.Query;
import org.chartwright.chart.Visit;
import org.chartwright.fhir.LedHere;
import org.jdbi.v3.core.Handle;

/**
 * Finds the patient and the visit that an EHR led somebody here with, by their numbers, or brings them in. The rules are those of
 * admissions. Any thread.
 */
public final class LaunchedVisits {

    private final Chart chart;
    private final PatientsByNumber patients;
    private final Clock clock;

    /** In that record. */
    public LaunchedVisits(Chart chart, Clock clock) {
        this.chart = chart;
        this.patients = new PatientsByNumber(chart);
        this.clock = clock;
    }

    /**
     * What it is about, by its names in the record.
     *
     * @param visit empty where the EHR said none
     */
    public record Found(UUID patient, Optional<UUID> visit) {}

    /**
     * Finds both or makes them.
     *
     * @param handle a transaction of the tenant's; it must not be committed where nothing is found
     * @param author who was led here
     * @param practitioner gives their entry in the record, for a visit that is new
     * @return empty where numbers contradict each other or what is known
     */
    public Optional<Found> take(Handle handle, TenantId tenant, String author, LedHere led, Supplier<UUID> practitioner) {
        PatientsByNumber.alone(handle, tenant);
        Kept<Patient> patient;
        try {
            patient = patients.take(handle, tenant, author, led.patient());
        } catch (PatientsByNumber.UnclearException _) {
            return Optional.empty();
        }
        LedHere.Meeting meeting = led.visit();
        if (meeting == null) {
            return Optional.of(new Found(patient.id(), Optional.empty()));
        }
        List<Kept<Visit>> known = meeting.identifiers().stream()
                .flatMap(number -> named(handle, tenant, number).stream())
                .distinct()
                .toList();
        if (known.isEmpty()) {
            Instant begin = meeting.begin() == null ? clock.instant() : meeting.begin();
            Kept<Visit> made = chart.add(handle, tenant, author, new Visit(
                    patient.id(), practitioner.get(), Visit.State.PLANNED, begin, null, "", meeting.identifiers(), Visit.Plan.NONE));
            return Optional.of(new Found(patient.id(), Optional.of(made.id())));
        }
        boolean clear = known.size() == 1 && known.getFirst().entry().patient().equals(patient.id());
        return clear ? Optional.of(new Found(patient.id(), Optional.of(known.getFirst().id()))) : Optional.empty();
    }

    private List<Kept<Visit>> named(Handle handle, TenantId tenant, Identifier number) {
        return chart.search(handle, tenant, Visit.class, Query.of(number.find()), 0, 2).entries();
    }
}
