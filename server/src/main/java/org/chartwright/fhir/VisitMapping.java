package org.chartwright.fhir;

import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.chartwright.chart.Kept;
import org.chartwright.chart.Visit;
import org.chartwright.chart.Visit.State;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** Visits as encounters, there and back. */
final class VisitMapping {

    private VisitMapping() {}

    static Encounter resource(Kept<Visit> kept, Caller caller) {
        return resource(kept, Names.to("Organization", caller.tenant().value()));
    }

    static Encounter resource(Kept<Visit> kept, Reference provider) {
        Visit visit = kept.entry();
        Encounter encounter = new Encounter();
        encounter.setId(kept.id().toString());
        encounter.setMeta(Names.meta(kept, "us-core-encounter"));
        visit.identifiers().forEach(identifier -> encounter.addIdentifier(PersonMapping.resource(identifier)));
        encounter.setStatus(switch (visit.state()) {
            case PLANNED -> EncounterStatus.PLANNED;
            case RECORDING -> EncounterStatus.INPROGRESS;
            case PROCESSING, TO_REVIEW, SIGNED, FAILED -> EncounterStatus.FINISHED;
            case CANCELLED -> EncounterStatus.CANCELLED;
        });
        encounter.setClass_(new Coding("http://terminology.hl7.org/CodeSystem/v3-ActCode", "AMB", "ambulatory"));
        encounter.addType(new CodeableConcept().setText("Visit"));
        encounter.setSubject(Names.to("Patient", visit.patient()));
        UUID practitioner = visit.practitioner();
        if (practitioner != null) {
            encounter.addParticipant()
                    .addType(Names.hl7("v3-ParticipationType", "PPRF", "primary performer"))
                    .setIndividual(Names.to("Practitioner", practitioner));
        }
        encounter.setPeriod(new Period().setStart(Date.from(visit.begin())));
        Instant end = visit.end();
        if (end != null) {
            encounter.getPeriod().setEnd(Date.from(end));
        }
        encounter.setServiceProvider(provider);
        return encounter;
    }

    /**
     * A visit.
     *
     * @param before what it was, or null when it is new; what became of its recording is not FHIR's to say
     */
    static Visit visit(Encounter encounter, @Nullable Visit before) {
        if (!encounter.hasPeriod() || !encounter.getPeriod().hasStart()) {
            throw new UnprocessableEntityException("An encounter needs the time at which it began.");
        }
        Period period = encounter.getPeriod();
        try {
            return new Visit(
                    Names.referred(encounter.getSubject(), "Patient"),
                    practitioner(encounter),
                    before == null ? state(encounter.getStatus()) : before.state(),
                    period.getStart().toInstant(),
                    period.hasEnd() ? period.getEnd().toInstant() : null,
                    before == null ? "" : before.recording(),
                    PersonMapping.identifiers(encounter.getIdentifier()),
                    before == null ? Visit.Plan.NONE : before.plan());
        } catch (IllegalArgumentException _) {
            throw new UnprocessableEntityException("An encounter ends after it begins.");
        }
    }

    private static State state(@Nullable EncounterStatus status) {
        return switch (status) {
            case PLANNED, ARRIVED, TRIAGED -> State.PLANNED;
            case INPROGRESS, ONLEAVE -> State.RECORDING;
            case CANCELLED, ENTEREDINERROR -> State.CANCELLED;
            case FINISHED, UNKNOWN, NULL -> State.TO_REVIEW;
            case null -> State.TO_REVIEW;
        };
    }

    private static @Nullable UUID practitioner(Encounter encounter) {
        for (Encounter.EncounterParticipantComponent participant : encounter.getParticipant()) {
            Reference individual = participant.getIndividual();
            if ("Practitioner".equals(individual.getReferenceElement().getResourceType())) {
                return Names.referred(individual, "Practitioner");
            }
        }
        return null;
    }
}
