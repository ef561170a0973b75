package org.chartwright.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.chartwright.chart.Identifier;
import org.chartwright.chart.Patient;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Identifier.IdentifierUse;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * A patient, and perhaps a visit, that an EHR led here with, in our terms.
 *
 * @param patient whom
 * @param visit which visit, or null where it said none
 */
public record LedHere(Patient patient, @Nullable Meeting visit) {

    /**
     * A visit as the EHR knows it.
     *
     * @param identifiers by which it does; at least one
     * @param begin when it began or will, or null where nobody said
     */
    public record Meeting(List<Identifier> identifiers, @Nullable Instant begin) {

        /** Copies the identifiers. */
        public Meeting {
            identifiers = List.copyOf(identifiers);
        }
    }

    /** Says nothing. */
    @Override
    public String toString() {
        return "LedHere[]";
    }

    /**
     * Reads both.
     *
     * @param fhir the address of the EHR's FHIR server
     * @param patientId what was asked for
     * @param patient what it answered
     * @param encounterId what was asked for; empty where no visit was
     * @param encounter what it answered; empty likewise
     * @throws IllegalArgumentException if one is not what was asked for, cannot be read, or is another patient's; says nothing of it
     */
    public static LedHere read(String fhir, String patientId, String patient, String encounterId, String encounter) {
        try {
            var person = parsed(org.hl7.fhir.r4.model.Patient.class, patientId, patient);
            Patient read = PersonMapping.patient(person);
            Patient told = new Patient(
                    known(person.getIdentifier(), fhir + "/Patient", patientId), read.name(), read.birthDate(), read.gender(), read.active());
            return new LedHere(told, encounterId.isEmpty() ? null : meeting(fhir, patientId, encounterId, encounter));
        } catch (DataFormatException | BaseServerResponseException _) {
            throw unreadable();
        }
    }

    private static Meeting meeting(String fhir, String patientId, String id, String text) {
        Encounter encounter = parsed(Encounter.class, id, text);
        if (!patientId.equals(encounter.getSubject().getReferenceElement().getIdPart())) {
            throw unreadable();
        }
        Instant begin = encounter.getPeriod().hasStart() ? encounter.getPeriod().getStart().toInstant() : null;
        return new Meeting(known(encounter.getIdentifier(), fhir + "/Encounter", id), begin);
    }

    private static <R extends Resource> R parsed(Class<R> type, String id, String text) {
        IBaseResource read = FhirContext.forR4Cached().newJsonParser().parseResource(text);
        if (!type.isInstance(read) || !id.equals(read.getIdElement().getIdPart())) {
            throw unreadable();
        }
        return type.cast(read);
    }

    /** Numbers in use with who gave them, one of each; where there are none, the address of the resource itself. */
    private static List<Identifier> known(
            List<org.hl7.fhir.r4.model.Identifier> identifiers, String address, String id) {
        List<Identifier> known = new ArrayList<>();
        for (Identifier one : PersonMapping.identifiers(
                identifiers.stream().filter(told -> told.getUse() != IdentifierUse.OLD).toList())) {
            if (!one.system().isEmpty() && known.stream().noneMatch(before -> before.system().equals(one.system()))) {
                known.add(one);
            }
        }
        return known.isEmpty() ? List.of(new Identifier(address, id)) : known;
    }

    private static IllegalArgumentException unreadable() {
        return new IllegalArgumentException("It is not what was asked for");
    }
}
