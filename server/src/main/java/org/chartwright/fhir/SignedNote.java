package org.chartwright.fhir;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.chartwright.chart.Chart;
import org.chartwright.chart.Kept;
import org.chartwright.chart.Patient;
import org.chartwright.chart.Practitioner;
import org.chartwright.chart.Visit;
import org.chartwright.chart.VisitNote;
import org.jspecify.annotations.Nullable;

/**
 * A signed version of a note with all that another system must know of it.
 *
 * @param note the version
 * @param patient whom it is about, as they are known now
 * @param visit which visit it tells of, likewise
 * @param practitioner who saw the patient, or null when not known
 * @param replaced the version that this one takes the place of where it goes; null for none
 * @param organization what the tenant is called
 */
public record SignedNote(
        Kept<VisitNote> note,
        Kept<Patient> patient,
        Kept<Visit> visit,
        @Nullable Kept<Practitioner> practitioner,
        @Nullable Kept<VisitNote> replaced,
        String organization) {

    /**
     * Which version of which note.
     *
     * @param note the note
     * @param version which version of it
     * @param replaced the version that it takes the place of; 0 for none
     */
    public record Name(UUID note, int version, int replaced) {}

    /** Gathers it; empty when any of it is no longer there. */
    public static Optional<SignedNote> find(Chart chart, TenantId tenant, String organization, Name name) {
        return chart.find(tenant, VisitNote.class, name.note(), name.version()).flatMap(note -> {
            Optional<Kept<Patient>> patient = chart.find(tenant, Patient.class, note.entry().patient());
            Optional<Kept<Visit>> visit = chart.find(tenant, Visit.class, note.entry().visit());
            return patient.flatMap(who -> visit.map(when -> new SignedNote(
                    note,
                    who,
                    when,
                    Optional.ofNullable(when.entry().practitioner())
                            .flatMap(id -> chart.find(tenant, Practitioner.class, id))
                            .orElse(null),
                    chart.find(tenant, VisitNote.class, name.note(), name.replaced()).orElse(null),
                    organization)));
        });
    }

    /** The name of a version as a document: the same whoever asks, and however often. */
    public static UUID document(Kept<VisitNote> note) {
        return UUID.nameUUIDFromBytes(("chartwright/note/" + note.id() + "/" + note.version()).getBytes(StandardCharsets.UTF_8));
    }
}
