package org.chartwright.workspace;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chartwright.chart.Kept;
import org.chartwright.chart.VisitNote;
import org.chartwright.ehr.Deliveries;
import org.chartwright.encounter.Role;
import org.chartwright.encounter.Statement;
import org.chartwright.fhir.NotePdf;
import org.chartwright.fhir.NoteText;
import org.chartwright.note.visit.AfterVisitSummary;
import org.chartwright.people.PersonSessions;
import org.chartwright.review.Edit;
import org.chartwright.review.Review;
import org.chartwright.review.ReviewDesk;
import org.chartwright.review.SpeakerChange;
import org.jspecify.annotations.Nullable;

/** The review of a note, and what may be done to it. Any thread. */
final class ReviewCalls {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);
    private static final int LONGEST_TEXT = 1 << 20;
    private static final int MOST_WORDS = 1000;
    private static final int LONGEST_REASON = 2000;
    private static final int LONGEST_LABEL = 200;

    private final ReviewDesk desk;
    private final VisitBook book;
    private final Deliveries deliveries;
    private final PersonSessions sessions;

    ReviewCalls(ReviewDesk desk, VisitBook book, Deliveries deliveries, PersonSessions sessions) {
        this.desk = desk;
        this.book = book;
        this.deliveries = deliveries;
        this.sessions = sessions;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "visits/{id}/review", Route.CARE, "OpenReview", this::open)
                        .after(call -> desk.prepare(call.tenant(), call.id())),
                Route.of("POST", "visits/{id}/note/edits", Route.CARE, "EditNote", this::edit),
                Route.of("POST", "visits/{id}/speakers", Route.CARE, "RepairSpeakers", this::speakers),
                Route.of("POST", "visits/{id}/note/rewrite", Route.CARE, "RewriteNote", this::rewrite),
                Route.of("POST", "visits/{id}/note/sign", Route.CLINICIAN, "SignNote", this::sign),
                Route.of("POST", "visits/{id}/note/amend", Route.CLINICIAN, "AmendNote", this::amend),
                Route.of("GET", "visits/{id}/note/versions/{n}", Route.CARE, "GetNoteVersion", this::version),
                Route.of("GET", "visits/{id}/note/diff", Route.CARE, "CompareNoteVersions", this::difference),
                Route.of("GET", "visits/{id}/export", Route.CARE, "ExportNote", this::export),
                Route.of("GET", "visits/{id}/after-visit", Route.CARE, "ExportAfterVisitSummary", this::afterVisit),
                Route.of("GET", "visits/{id}/timing", Route.CLINICIAN, "GetTiming", call -> {
                    call.concerns("visit", call.id());
                    return Reply.ok(desk.timing(call.tenant(), call.id(), call.author()));
                }));
    }

    record EditSent(
            @Nullable String op,
            @Nullable String section,
            @Nullable String sentence,
            @Nullable String after,
            @Nullable String text,
            @Nullable String id,
            @Nullable List<Integer> evidence) {

        /** Leaves the text out. */
        @Override
        public String toString() {
            return "EditSent[" + op + "]";
        }
    }

    record EditsSent(@Nullable Integer version, @Nullable List<EditSent> edits) {}

    /** What is signed; an amendment says why, what changes, and which of its edits' red sentences were looked at. */
    record SignatureSent(
            @Nullable Integer version,
            @Nullable String reason,
            @Nullable List<EditSent> edits,
            @Nullable List<Integer> looked) {

        /** Leaves the reason out. */
        @Override
        public String toString() {
            return "SignatureSent[" + version + "]";
        }
    }

    record SpeakerSent(
            @Nullable String op,
            @Nullable String speaker,
            @Nullable String role,
            @Nullable String label,
            @Nullable String into,
            @Nullable String with) {

        /** Leaves the label out: it may be a name. */
        @Override
        public String toString() {
            return "SpeakerSent[" + op + "]";
        }
    }

    record SpeakersSent(@Nullable Integer version, @Nullable List<SpeakerSent> changes) {}

    record RewriteSent(@Nullable Integer version, @Nullable String section, @Nullable String template) {}

    record ReviewShown(VisitShown visit, @JsonUnwrapped Review review, List<DeliveryShown> deliveries) {}

    record SentenceShown(UUID id, String text, String origin, String verdict) {

        /** Leaves the text out. */
        @Override
        public String toString() {
            return "SentenceShown[" + id + "]";
        }
    }

    record SectionShown(String name, String title, List<SentenceShown> sentences) {}

    record VersionShown(
            int version,
            Instant at,
            String by,
            String what,
            @Nullable String reason,
            String template,
            List<SectionShown> sections,
            Review.@Nullable SignatureShown signature) {}

    private Reply open(Call call) {
        call.concerns("visit", call.id());
        return shown(call, desk.open(call.tenant(), call.id(), call.author()));
    }

    private Reply shown(Call call, Review review) {
        ReviewShown shown = new ReviewShown(
                book.show(call.tenant(), book.visit(call.tenant(), call.id())),
                review,
                deliveries.ofVisit(call.tenant(), call.id()).stream().map(DeliveryShown::of).toList());
        return new Reply.Json(200, shown, Map.of("ETag", "\"" + review.version() + "\""));
    }

    private Reply edit(Call call) throws IOException {
        call.concerns("visit", call.id());
        EditsSent sent = call.body(EditsSent.class);
        return shown(call, desk.edit(call.tenant(), call.id(), call.author(), version(sent.version), edits(sent.edits)));
    }

    private Reply sign(Call call) throws IOException {
        call.concerns("visit", call.id());
        call.requireFresh(sessions);
        SignatureSent sent = call.body(SignatureSent.class);
        return shown(call, desk.sign(call.tenant(), call.id(), call.author(), version(sent.version)));
    }

    private Reply amend(Call call) throws IOException {
        call.concerns("visit", call.id());
        call.requireFresh(sessions);
        SignatureSent sent = call.body(SignatureSent.class);
        String reason = Call.text(sent.reason, "reason", LONGEST_REASON);
        Set<Integer> looked = new HashSet<>();
        for (Integer edit : sent.looked == null ? List.<Integer>of() : sent.looked) {
            looked.add(edit);
        }
        return shown(call, desk.amend(
                call.tenant(), call.id(), call.author(), version(sent.version), reason, edits(sent.edits), looked));
    }

    private Reply rewrite(Call call) throws IOException {
        call.concerns("visit", call.id());
        RewriteSent sent = call.body(RewriteSent.class);
        if ((sent.section == null) == (sent.template == null)) {
            throw Problem.invalid("section", "Either a section or a template must be named.");
        }
        return shown(call, desk.rewrite(
                call.tenant(), call.id(), call.author(), version(sent.version), sent.section, sent.template));
    }

    private Reply speakers(Call call) throws IOException {
        call.concerns("visit", call.id());
        SpeakersSent sent = call.body(SpeakersSent.class);
        List<SpeakerChange> changes = new ArrayList<>();
        for (SpeakerSent one : sent.changes == null ? List.<SpeakerSent>of() : sent.changes) {
            String speaker = Call.text(one.speaker, "speaker", LONGEST_LABEL);
            changes.add(switch (String.valueOf(one.op)) {
                case "rename" -> new SpeakerChange.Rename(speaker, role(one.role), label(one.label));
                case "merge" -> new SpeakerChange.Merge(speaker, Call.text(one.into, "into", LONGEST_LABEL));
                case "swap" -> new SpeakerChange.Swap(speaker, Call.text(one.with, "with", LONGEST_LABEL));
                default -> throw Problem.invalid("op", "It must be rename, merge or swap.");
            });
        }
        return shown(call, desk.speakers(call.tenant(), call.id(), call.author(), version(sent.version), changes));
    }

    private static @Nullable String label(@Nullable String label) {
        return label == null ? null : Call.text(label, "label", LONGEST_LABEL);
    }

    private static @Nullable Role role(@Nullable String word) {
        return switch (word) {
            case null -> null;
            case "clinician" -> Role.CLINICIAN;
            case "patient" -> Role.PATIENT;
            default -> throw Problem.invalid("role", "It must be clinician or patient.");
        };
    }

    private static int version(@Nullable Integer version) {
        if (version == null) {
            throw Problem.invalid("version", "It must be given.");
        }
        return version;
    }

    private static List<Edit> edits(@Nullable List<EditSent> sent) {
        List<Edit> edits = new ArrayList<>();
        for (EditSent one : sent == null ? List.<EditSent>of() : sent) {
            edits.add(switch (String.valueOf(one.op)) {
                case "replace" -> new Edit.Replace(id(one.sentence, "sentence"), Call.text(one.text, "text", LONGEST_TEXT));
                case "insert" -> new Edit.Insert(
                        Call.text(one.section, "section", LONGEST_LABEL),
                        one.after,
                        Call.text(one.text, "text", LONGEST_TEXT),
                        evidence(one.evidence));
                case "remove" -> new Edit.Remove(id(one.sentence, "sentence"));
                case "move" -> new Edit.Move(
                        id(one.sentence, "sentence"), Call.text(one.section, "section", LONGEST_LABEL), one.after);
                case "seen" -> new Edit.Seen(id(one.id, "id"), true);
                case "unseen" -> new Edit.Seen(id(one.id, "id"), false);
                case "add-omission" -> new Edit.AddOmission(
                        id(one.id, "id"), one.section, one.after,
                        one.text == null ? null : Call.text(one.text, "text", LONGEST_TEXT));
                case "accept-code" -> new Edit.Decide(id(one.id, "id"), true);
                case "refuse-code" -> new Edit.Decide(id(one.id, "id"), false);
                default -> throw Problem.invalid("op", "There is no such edit.");
            });
        }
        if (edits.isEmpty()) {
            throw Problem.invalid("edits", "There must be one at least.");
        }
        return edits;
    }

    private static List<Integer> evidence(@Nullable List<Integer> words) {
        if (words != null && (words.size() > MOST_WORDS || words.contains(null))) {
            throw Problem.invalid("evidence", "It must be at most " + MOST_WORDS + " words.");
        }
        return words == null ? List.of() : words;
    }

    private static UUID id(@Nullable String text, String field) {
        try {
            return UUID.fromString(Call.text(text, field, LONGEST_LABEL));
        } catch (IllegalArgumentException _) {
            throw Problem.invalid(field, "It is not an id.");
        }
    }

    private Reply version(Call call) {
        call.concerns("visit", call.id());
        Kept<VisitNote> kept = desk.version(call.tenant(), call.id(), number(call.part("n")));
        VisitNote note = kept.entry();
        VisitNote.Signature signature = note.signature();
        return Reply.ok(new VersionShown(
                kept.version(),
                kept.at(),
                kept.author(),
                note.change().what().name().toLowerCase(Locale.ROOT),
                note.change().reason().isEmpty() ? null : note.change().reason(),
                note.template(),
                note.sections().stream()
                        .map(section -> new SectionShown(
                                section.name(),
                                desk.title(note, section.name()),
                                section.sentences().stream()
                                        .map(one -> new SentenceShown(
                                                one.id(), one.text(), Review.word(one.origin()), one.verdict().toLowerCase(Locale.ROOT)))
                                        .toList()))
                        .toList(),
                signature == null ? null : new Review.SignatureShown(signature.name(), signature.at())));
    }

    private static int number(String text) {
        if (!text.matches("\\d{1,9}")) {
            throw Problem.notFound();
        }
        return Integer.parseInt(text);
    }

    private Reply difference(Call call) {
        call.concerns("visit", call.id());
        int from = call.number("from").orElseThrow(() -> Problem.invalid("from", "It must be given."));
        int to = call.number("to").orElseThrow(() -> Problem.invalid("to", "It must be given."));
        return Reply.ok(desk.between(call.tenant(), call.id(), from, to));
    }

    private Reply export(Call call) {
        call.concerns("visit", call.id());
        Kept<VisitNote> note = call.number("version")
                .map(version -> desk.version(call.tenant(), call.id(), version))
                .orElseGet(() -> desk.newest(call.tenant(), call.id()));
        List<String> banner = banner(book.show(call.tenant(), book.visit(call.tenant(), call.id())));
        return switch (call.asked("form").orElse("text")) {
            case "text" -> new Reply.File("text/plain;charset=UTF-8", "note.txt", text(banner, note.entry()));
            case "pdf" -> new Reply.File("application/pdf", "note.pdf", NotePdf.of(note, banner));
            default -> throw Problem.invalid("form", "It must be text or pdf.");
        };
    }

    /** Whom and what a note is about: on paper nothing else says so. */
    private static List<String> banner(VisitShown visit) {
        VisitShown.PatientShown patient = visit.patient();
        String born = patient.birthDate() == null ? "" : ", born " + patient.birthDate();
        String number = patient.mrn() == null ? "" : ", MRN " + patient.mrn();
        return List.of(patient.name() + born + number, "Visit of " + DAY.format(visit.startedAt()));
    }

    private static byte[] text(List<String> banner, VisitNote note) {
        byte[] head = (String.join("\n", banner) + "\n\n").getBytes(StandardCharsets.UTF_8);
        byte[] body = NoteText.of(note);
        byte[] whole = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return whole;
    }

    private Reply afterVisit(Call call) {
        call.concerns("visit", call.id());
        StringBuilder text = new StringBuilder();
        for (AfterVisitSummary.Part part : desk.afterVisit(call.tenant(), call.id()).parts()) {
            if (!part.statements().isEmpty()) {
                text.append(text.isEmpty() ? "" : "\n").append(part.topic().title()).append('\n');
                for (Statement statement : part.statements()) {
                    text.append("- ").append(statement.text()).append('\n');
                }
            }
        }
        return new Reply.File(
                "text/plain;charset=UTF-8", "after-visit-summary.txt", text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
