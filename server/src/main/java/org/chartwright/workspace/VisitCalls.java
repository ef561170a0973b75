package org.chartwright.workspace;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.chartwright.chart.Chart;
import org.chartwright.chart.Identifier;
import org.chartwright.chart.Kept;
import org.chartwright.chart.Patient;
import org.chartwright.chart.PersonName;
import org.chartwright.chart.Visit;
import org.chartwright.custody.Consent;
import org.chartwright.custody.Consents;
import org.chartwright.note.custom.TemplateException;
import org.chartwright.scribing.NoteDesk;
import org.chartwright.specialties.Specialty;
import org.jspecify.annotations.Nullable;

/** Patients and visits. Any thread. */
final class VisitCalls {

    private static final int NAME = 200;
    private static final int TEXT = 2000;

    private final Chart chart;
    private final VisitBook book;
    private final Consents consents;
    private final NoteDesk desk;
    private final VisitSight sight;
    private final BrokenGlass glass;

    VisitCalls(Chart chart, VisitBook book, Consents consents, NoteDesk desk, VisitSight sight, BrokenGlass glass) {
        this.sight = sight;
        this.glass = glass;
        this.chart = chart;
        this.book = book;
        this.consents = consents;
        this.desk = desk;
    }

    List<Route> routes() {
        return List.of(
                Route.of("POST", "patients/search", Route.CARE, "SearchPatients", this::patients),
                Route.of("POST", "patients", Route.CARE, "CreatePatient", this::addPatient),
                Route.of("GET", "patients/{id}", Route.CARE, "GetPatient", this::patient),
                Route.of("GET", "visits", Route.CARE, "ListVisits", this::visits),
                Route.of("POST", "visits/search", Route.CARE, "SearchVisits", this::search),
                Route.of("POST", "visits", Route.CARE, "CreateVisit", this::addVisit),
                Route.of("GET", "visits/{id}", Route.CARE, "GetVisit", this::visit),
                Route.of("PATCH", "visits/{id}", Route.CARE, "UpdateVisit", this::plan),
                Route.of("POST", "visits/{id}/consent", Route.CARE, "RecordConsent", this::consent));
    }

    /** Names are sought in a body: an address is written down by whatever it passes through. */
    record SearchSent(
            @Nullable String q, @Nullable String state, @Nullable String day, @Nullable Boolean mine, @Nullable String cursor) {

        /** Leaves out what is sought. */
        @Override
        public String toString() {
            return "SearchSent[]";
        }
    }

    record PatientSent(
            @Nullable String family, @Nullable String given, @Nullable String birthDate, @Nullable String sex, @Nullable String mrn) {

        /** Says nothing of the person. */
        @Override
        public String toString() {
            return "PatientSent[]";
        }
    }

    record VisitSent(
            @Nullable String patientId,
            @Nullable String template,
            @Nullable String specialty,
            @Nullable String reason,
            @Nullable String pronouns,
            @Nullable String startedAt) {

        /** Says nothing of the person. */
        @Override
        public String toString() {
            return "VisitSent[]";
        }
    }

    record ConsentSent(
            @Nullable String wording, @Nullable String askedBy, @Nullable String answeredBy, @Nullable String answer) {

        /** Says nothing of the persons. */
        @Override
        public String toString() {
            return "ConsentSent[]";
        }
    }

    record PatientWithVisits(
            UUID id,
            String name,
            String family,
            String given,
            @Nullable LocalDate birthDate,
            String sex,
            @Nullable String mrn,
            List<VisitShown> visits) {

        /** Says nothing of the person. */
        @Override
        public String toString() {
            return "PatientWithVisits[" + id + "]";
        }
    }

    private Reply addPatient(Call call) throws IOException {
        PatientSent sent = call.body(PatientSent.class);
        String family = Call.text(sent.family, "family", NAME);
        String given = Call.maybe(sent.given, "given", NAME);
        String mrn = Call.maybe(sent.mrn, "mrn", NAME);
        Kept<Patient> kept = chart.add(call.tenant(), call.person().account(), new Patient(
                mrn.isEmpty() ? List.of() : List.of(new Identifier(VisitBook.MRN, mrn)),
                new PersonName(family, given.isEmpty() ? List.of() : List.of(given.split("\\s+"))),
                birthDate(sent.birthDate),
                gender(sent.sex),
                true));
        call.concerns("patient", kept.id());
        return Reply.created(VisitBook.show(kept));
    }

    private Reply patient(Call call) {
        call.concerns("patient", call.id());
        VisitShown.PatientShown patient = VisitBook.show(book.patient(call.tenant(), call.id()));
        return Reply.ok(new PatientWithVisits(
                patient.id(), patient.name(), patient.family(), patient.given(), patient.birthDate(), patient.sex(),
                patient.mrn(), book.visitsOf(call.person(), call.id())));
    }

    private Reply patients(Call call) throws IOException {
        SearchSent sent = call.body(SearchSent.class);
        if (sent.state != null || sent.day != null || sent.mine != null) {
            throw Problem.invalid("q", "Patients are sought by names and numbers only.");
        }
        return Reply.ok(book.patients(call.tenant(), words(sent), Call.number(sent.cursor, "cursor").orElse(0)));
    }

    private Reply visits(Call call) {
        if (call.asked("q").isPresent()) {
            throw Problem.invalid("q", "Names are no part of an address: search by POST visits/search.");
        }
        VisitBook.Wanted wanted = new VisitBook.Wanted(
                call.asked("state").orElse(null),
                null,
                call.day("day").orElse(null),
                call.asked("mine").filter("true"::equals).isPresent());
        return Reply.ok(book.visits(call.person(), wanted, call.number("cursor").orElse(0)));
    }

    private Reply search(Call call) throws IOException {
        SearchSent sent = call.body(SearchSent.class);
        VisitBook.Wanted wanted = new VisitBook.Wanted(
                sent.state, words(sent), Call.day(sent.day, "day").orElse(null), Boolean.TRUE.equals(sent.mine));
        return Reply.ok(book.visits(call.person(), wanted, Call.number(sent.cursor, "cursor").orElse(0)));
    }

    private static @Nullable String words(SearchSent sent) {
        String words = Call.maybe(sent.q, "q", NAME);
        return words.isEmpty() ? null : words;
    }

    private Reply addVisit(Call call) throws IOException {
        VisitSent sent = call.body(VisitSent.class);
        UUID patient;
        try {
            patient = UUID.fromString(Call.text(sent.patientId, "patientId", NAME));
        } catch (IllegalArgumentException _) {
            throw Problem.invalid("patientId", "It is not the id of a patient.");
        }
        if (chart.find(call.tenant(), Patient.class, patient).isEmpty()) {
            throw Problem.invalid("patientId", "There is no such patient.");
        }
        Kept<Visit> kept = chart.add(call.tenant(), call.person().account(), new Visit(
                patient,
                book.practitionerOf(call.person()),
                Visit.State.PLANNED,
                moment(sent.startedAt),
                null,
                "",
                List.of(),
                planned(Visit.Plan.NONE, sent)));
        call.concerns("visit", kept.id());
        return Reply.created(book.show(call.tenant(), kept));
    }

    private Reply visit(Call call) {
        call.concerns("visit", call.id());
        VisitShown shown = book.show(call.tenant(), book.visit(call.tenant(), call.id()));
        return Reply.ok(sight.isTheirs(call.person(), call.id())
                ? shown
                : glass.until(call.person(), call.id()).map(shown::openUntil).orElse(shown));
    }

    private Reply plan(Call call) throws IOException {
        call.concerns("visit", call.id());
        Kept<Visit> visit = book.visit(call.tenant(), call.id());
        VisitSent sent = call.body(VisitSent.class);
        if (sent.patientId != null || sent.startedAt != null) {
            throw Problem.invalid(sent.patientId == null ? "startedAt" : "patientId", "It cannot be changed.");
        }
        if (visit.entry().state() == Visit.State.TO_REVIEW || visit.entry().state() == Visit.State.SIGNED) {
            throw Problem.conflict("The visit has its note already; that is rewritten.");
        }
        return Reply.ok(book.show(call.tenant(), chart.change(
                call.tenant(), call.person().account(), visit,
                visit.entry().planned(planned(visit.entry().plan(), sent)))));
    }

    private Reply consent(Call call) throws IOException {
        call.concerns("visit", call.id());
        Kept<Visit> visit = book.visit(call.tenant(), call.id());
        ConsentSent sent = call.body(ConsentSent.class);
        Consent.Answer answer = switch (String.valueOf(sent.answer)) {
            case "granted" -> Consent.Answer.GIVEN;
            case "refused" -> Consent.Answer.REFUSED;
            default -> throw Problem.invalid("answer", "It must be granted or refused.");
        };
        consents.record(call.tenant().value(), new Consent(
                visit.id(),
                Call.text(sent.askedBy, "askedBy", Consent.LONGEST),
                Call.text(sent.answeredBy, "answeredBy", Consent.LONGEST),
                Call.text(sent.wording, "wording", Consent.LONGEST),
                answer,
                book.now()));
        return Reply.created(book.show(call.tenant(), visit));
    }

    /** What is left out stays as it was. */
    private Visit.Plan planned(Visit.Plan before, VisitSent sent) {
        return new Visit.Plan(
                sent.template == null ? before.template() : template(sent.template),
                sent.specialty == null ? before.specialty() : specialty(sent.specialty),
                sent.reason == null ? before.reason() : Call.maybe(sent.reason, "reason", TEXT),
                sent.pronouns == null ? before.pronouns() : pronouns(sent.pronouns));
    }

    private String template(String name) {
        try {
            if (desk.form(name).isPresent()) {
                return name;
            }
        } catch (TemplateException _) {
            throw Problem.invalid("template", "There are mistakes in that template.");
        }
        throw Problem.invalid("template", "There is no such template.");
    }

    private static String specialty(String name) {
        return Specialty.named(name)
                .map(Specialty::slug)
                .orElseThrow(() -> Problem.invalid("specialty", "There is no such specialty."));
    }

    private static String pronouns(String word) {
        Map<String, String> known = Map.of("she", "SHE_HER", "he", "HE_HIM", "they", "THEY_THEM", "", "");
        String name = known.get(word);
        if (name == null) {
            throw Problem.invalid("pronouns", "They must be she, he or they.");
        }
        return name;
    }

    private Instant moment(@Nullable String text) {
        if (text == null) {
            return book.now();
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException _) {
            throw Problem.invalid("startedAt", "It must be a moment such as 2026-11-25T09:00:00Z.");
        }
    }

    private static @Nullable LocalDate birthDate(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            throw Problem.invalid("birthDate", "It must be a day such as 1961-02-03.");
        }
    }

    private static Patient.Gender gender(@Nullable String word) {
        String wanted = word == null ? "unknown" : word;
        return Arrays.stream(Patient.Gender.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("sex", "It must be female, male, other or unknown."));
    }
}
