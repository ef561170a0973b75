package org.chartwright.fhir;

import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.chartwright.chart.Kept;
import org.chartwright.chart.Transcript;
import org.chartwright.chart.Transcript.Fact;
import org.chartwright.chart.VisitNote;
import org.chartwright.encounter.Category;
import org.chartwright.encounter.Insight;
import org.chartwright.encounter.Segment;
import org.chartwright.fhir.Evidence.Indexed;
import org.chartwright.fhir.Evidence.Rested;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.MedicationStatement.MedicationStatementStatus;
import org.hl7.fhir.r4.model.Reference;

/**
 * Facts about the patient as resources. What was denied, what somebody else has, and what is only possible makes none: a chart
 * that lists it would say more than was said.
 */
final class FactMapping {

    private static final Set<String> DOSE =
            Set.of("DOSAGE", "STRENGTH", "FORM", "FREQUENCY", "ROUTE_OR_MODE", "DURATION", "RATE");

    private FactMapping() {}

    static List<Condition> conditions(Rested rested) {
        List<Condition> made = new ArrayList<>();
        for (Indexed one : ofPatient(rested, "DISEASE", Set.of("PRESENT", "PAST"))) {
            boolean past = one.fact().assertion().equals("PAST");
            Condition condition = new Condition();
            condition.setId(id(rested, one));
            condition.setMeta(Names.meta(rested.note(), "us-core-condition-encounter-diagnosis"));
            condition.setClinicalStatus(Names.hl7(
                    "condition-clinical", past ? "inactive" : "active", past ? "Inactive" : "Active"));
            condition.setVerificationStatus(isSigned(rested)
                    ? Names.hl7("condition-ver-status", "confirmed", "Confirmed")
                    : Names.hl7("condition-ver-status", "unconfirmed", "Unconfirmed"));
            condition.addCategory(Names.hl7("condition-category", "encounter-diagnosis", "Encounter Diagnosis"));
            condition.setCode(code(rested, one.fact()));
            condition.setSubject(patient(rested));
            condition.setEncounter(visit(rested));
            condition.setRecordedDate(Date.from(rested.note().at()));
            made.add(condition);
        }
        return made;
    }

    static List<MedicationStatement> medications(Rested rested) {
        List<MedicationStatement> made = new ArrayList<>();
        for (Indexed one : ofPatient(rested, "MEDICATION", Set.of("PRESENT", "PAST"))) {
            MedicationStatement statement = new MedicationStatement();
            statement.setId(id(rested, one));
            statement.setMeta(Names.meta(rested.note(), ""));
            statement.setStatus(status(rested, one.fact()));
            statement.setMedication(code(rested, one.fact()));
            statement.setSubject(patient(rested));
            statement.setContext(visit(rested));
            statement.setDateAsserted(Date.from(rested.note().at()));
            String dose = dose(rested, one.fact());
            if (!dose.isEmpty()) {
                statement.addDosage().setText(dose);
            }
            made.add(statement);
        }
        return made;
    }

    /** What the plan speaks of is not being taken yet for all that anybody knows. */
    private static MedicationStatementStatus status(Rested rested, Fact fact) {
        if (fact.assertion().equals("PAST")) {
            return MedicationStatementStatus.STOPPED;
        }
        boolean planned = rested.transcript().entry().segment(fact.evidence().getFirst())
                .filter(segment -> segment.category() == Category.ASSESSMENT_AND_PLAN)
                .isPresent();
        return planned ? MedicationStatementStatus.INTENDED : MedicationStatementStatus.ACTIVE;
    }

    static List<AllergyIntolerance> allergies(Rested rested) {
        List<AllergyIntolerance> made = new ArrayList<>();
        for (Indexed one : ofPatient(rested, "ALLERGY", Set.of("PRESENT"))) {
            AllergyIntolerance allergy = new AllergyIntolerance();
            allergy.setId(id(rested, one));
            allergy.setMeta(Names.meta(rested.note(), "us-core-allergyintolerance"));
            allergy.setClinicalStatus(Names.hl7("allergyintolerance-clinical", "active", "Active"));
            allergy.setVerificationStatus(isSigned(rested)
                    ? Names.hl7("allergyintolerance-verification", "confirmed", "Confirmed")
                    : Names.hl7("allergyintolerance-verification", "unconfirmed", "Unconfirmed"));
            allergy.setCode(code(rested, one.fact()));
            allergy.setPatient(patient(rested));
            allergy.setEncounter(visit(rested));
            allergy.setRecordedDate(Date.from(rested.note().at()));
            made.add(allergy);
        }
        return made;
    }

    /** A concept once, where it is claimed first. */
    private static List<Indexed> ofPatient(Rested rested, String kind, Set<String> assertions) {
        Set<String> seen = new HashSet<>();
        return rested.facts().stream()
                .filter(one -> one.fact().kind().equals(kind))
                .filter(one -> one.fact().subject().equals("PATIENT"))
                .filter(one -> assertions.contains(one.fact().assertion()))
                .filter(one -> seen.add(one.fact().name()))
                .toList();
    }

    static String id(Rested rested, Indexed one) {
        return rested.note().id() + "-" + one.index();
    }

    static boolean isSigned(Rested rested) {
        return rested.note().entry().status() != VisitNote.Status.PRELIMINARY;
    }

    static Reference patient(Rested rested) {
        return Names.to("Patient", rested.note().entry().patient());
    }

    static Reference visit(Rested rested) {
        return Names.to("Encounter", rested.note().entry().visit());
    }

    static DateTimeType when(Kept<VisitNote> note) {
        return new DateTimeType(Date.from(note.entry().began()));
    }

    /** The concept's name, with the codes that are known for it. */
    static CodeableConcept code(Rested rested, Fact fact) {
        CodeableConcept concept = new CodeableConcept().setText(fact.name());
        for (Insight.Code code : insight(rested, fact).codes()) {
            String system = switch (code.system()) {
                case "ICD-10-CM" -> "http://hl7.org/fhir/sid/icd-10-cm";
                case "RxNorm" -> "http://www.nlm.nih.gov/research/umls/rxnorm";
                case "SNOMED CT" -> "http://snomed.info/sct";
                default -> "";
            };
            if (!system.isEmpty()) {
                concept.addCoding(new Coding(system, code.code(), code.display()));
            }
        }
        return concept;
    }

    static Insight insight(Rested rested, Fact fact) {
        return rested.transcript().entry().insights().get(fact.insight());
    }

    private static String dose(Rested rested, Fact fact) {
        return insight(rested, fact).attributes().stream()
                .filter(attribute -> DOSE.contains(attribute.type()))
                .map(attribute -> said(rested.transcript().entry(), attribute))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** The words of an attribute as they stand in the transcript. */
    static String said(Transcript transcript, Insight.Attribute attribute) {
        return attribute.spans().stream()
                .flatMap(span -> transcript.segment(span.segment()).stream().map(segment -> words(segment, span.begin(), span.end())))
                .collect(Collectors.joining(" "));
    }

    private static String words(Segment segment, int begin, int end) {
        String text = segment.text();
        return text.substring(Math.min(begin, text.length()), Math.min(end, text.length()));
    }
}
