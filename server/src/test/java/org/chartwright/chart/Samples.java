package org.chartwright.chart;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chartwright.chart.VisitNote.Origin;
import org.chartwright.chart.VisitNote.Section;
import org.chartwright.chart.VisitNote.Sentence;
import org.chartwright.chart.VisitNote.Status;
import org.chartwright.encounter.Category;
import org.chartwright.encounter.EntityCategory;
import org.chartwright.encounter.Insight;
import org.chartwright.encounter.Segment;
import org.chartwright.encounter.SegmentId;
import org.chartwright.encounter.Span;
import org.chartwright.encounter.Speaker;
import org.chartwright.encounter.TimeSpan;
import org.chartwright.encounter.Word;

/** A made-up patient and visit. */
public final class Samples {

    public static final Instant BEGAN = Instant.parse("2026-03-04T10:15:00Z");
    public static final SegmentId PRESSURE = new SegmentId(UUID.fromString("00000000-0000-4000-8000-000000000001"));
    public static final SegmentId DISEASE = new SegmentId(UUID.fromString("00000000-0000-4000-8000-000000000002"));
    public static final SegmentId DRUG = new SegmentId(UUID.fromString("00000000-0000-4000-8000-000000000003"));
    public static final SegmentId ALLERGY = new SegmentId(UUID.fromString("00000000-0000-4000-8000-000000000004"));

    private Samples() {}

    public static Patient patient(String family, String given, String number) {
        return new Patient(
                List.of(new Identifier("urn:oid:2.16.840.1.113883.19.5", number)),
                new PersonName(family, List.of(given)),
                LocalDate.of(1961, 2, 3),
                Patient.Gender.FEMALE,
                true);
    }

    public static Practitioner practitioner() {
        return new Practitioner(
                List.of(new Identifier("http://hl7.org/fhir/sid/us-npi", "1234567893")),
                new PersonName("Okafor", List.of("Ada")),
                "ada",
                true);
    }

    public static Visit visit(UUID patient, UUID practitioner) {
        return new Visit(patient, practitioner, Visit.State.TO_REVIEW, BEGAN, BEGAN.plusSeconds(900), "", List.of(), Visit.Plan.NONE);
    }

    public static Transcript transcript(UUID patient, UUID visit) {
        List<Segment> segments = List.of(
                said(PRESSURE, 0, Category.OBJECTIVE, "Blood pressure is 120/80"),
                said(DISEASE, 1, Category.ASSESSMENT_AND_PLAN, "You have hypertension"),
                said(DRUG, 2, Category.SUBJECTIVE, "I take lisinopril 20 mg daily"),
                said(ALLERGY, 3, Category.SUBJECTIVE, "I am allergic to penicillin"));
        List<Insight> insights = List.of(
                new Insight(
                        EntityCategory.TEST_TREATMENT_PROCEDURE,
                        "TEST_NAME",
                        List.of(new Span(PRESSURE, 0, 14)),
                        List.of(new Insight.Attribute("TEST_VALUE", List.of(new Span(PRESSURE, 18, 24)))),
                        List.of()),
                new Insight(
                        EntityCategory.MEDICAL_CONDITION,
                        "DX_NAME",
                        List.of(new Span(DISEASE, 9, 21)),
                        List.of(),
                        List.of(new Insight.Code("ICD-10-CM", "I10", "Essential (primary) hypertension"))),
                new Insight(
                        EntityCategory.MEDICATION,
                        "GENERIC_NAME",
                        List.of(new Span(DRUG, 7, 17)),
                        List.of(
                                new Insight.Attribute("STRENGTH", List.of(new Span(DRUG, 18, 23))),
                                new Insight.Attribute("FREQUENCY", List.of(new Span(DRUG, 24, 29)))),
                        List.of(new Insight.Code("RxNorm", "29046", "lisinopril"))),
                new Insight(
                        EntityCategory.BEHAVIORAL_ENVIRONMENTAL_SOCIAL,
                        "ALLERGIES",
                        List.of(new Span(ALLERGY, 17, 27)),
                        List.of(),
                        List.of()));
        List<Transcript.Fact> facts = List.of(
                new Transcript.Fact("blood pressure", "TEST", "PRESENT", "PATIENT", 0, List.of(PRESSURE)),
                new Transcript.Fact("hypertension", "DISEASE", "PRESENT", "PATIENT", 1, List.of(DISEASE)),
                new Transcript.Fact("lisinopril", "MEDICATION", "PRESENT", "PATIENT", 2, List.of(DRUG)),
                new Transcript.Fact("penicillin", "ALLERGY", "PRESENT", "PATIENT", 3, List.of(ALLERGY)));
        return new Transcript(patient, visit, segments, insights, facts, Map.of());
    }

    public static VisitNote note(UUID patient, UUID visit, UUID transcript) {
        return new VisitNote(
                patient,
                visit,
                BEGAN,
                transcript,
                "PHYSICAL_SOAP",
                Status.PRELIMINARY,
                List.of(
                        new Section(
                                "SUBJECTIVE",
                                List.of(
                                        drafted("Takes lisinopril 20 mg daily.", DRUG),
                                        drafted("Allergic to penicillin.", ALLERGY))),
                        new Section("OBJECTIVE", List.of(drafted("Blood pressure 120/80.", PRESSURE))),
                        new Section("ASSESSMENT", List.of(drafted("Hypertension.", DISEASE))),
                        new Section("PLAN", List.of())),
                null,
                VisitNote.Change.of(VisitNote.What.DRAFTED));
    }

    public static Sentence drafted(String text, SegmentId evidence) {
        return new Sentence(UUID.randomUUID(), text, List.of(evidence), Origin.DRAFTED, "SUPPORTED");
    }

    private static Segment said(SegmentId id, int turn, Category category, String text) {
        List<Word> words = new ArrayList<>();
        long at = turn * 5000L;
        for (String word : text.split(" ")) {
            words.add(Word.heard(word, new TimeSpan(at, at + 300), 0.9, 0));
            at += 400;
        }
        return new Segment(id, turn, turn % 2 == 0 ? Speaker.CLINICIAN : Speaker.PATIENT, category, words);
    }
}
