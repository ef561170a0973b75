package org.chartwright.note;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chartwright.clinical.Reading;
import org.chartwright.encounter.Note;
import org.chartwright.encounter.Note.NoteSection;
import org.chartwright.encounter.NoteForm;
import org.chartwright.encounter.SegmentId;
import org.chartwright.encounter.Statement;
import org.chartwright.note.custom.CustomTemplate;
import org.chartwright.note.plan.Candidate;
import org.chartwright.note.plan.Part;
import org.chartwright.note.prose.Capitals;
import org.chartwright.note.prose.Clause;
import org.chartwright.note.prose.Clauses;
import org.chartwright.note.prose.Prose;

/** Lays the chosen candidates out as a note: order, labels, problem by problem. For one visit. */
final class Assembly {

    private static final Verdict TAKEN_BACK = new Verdict(Verdict.Finding.CONTRADICTED, List.of(Verdict.Reason.TAKEN_BACK));
    private static final Verdict OF_ANOTHER = new Verdict(Verdict.Finding.UNSUPPORTED, List.of(Verdict.Reason.PERSON));

    private final Reading reading;
    private final Prose prose;
    private final Emphasis emphasis;
    private final List<Clause> clauses;
    private final List<Clause> takenBack;

    Assembly(Reading reading, Clauses.Cut cut, Prose prose, Emphasis emphasis) {
        this.reading = reading;
        this.prose = prose;
        this.emphasis = emphasis;
        this.clauses = cut.standing();
        this.takenBack = cut.takenBack();
    }

    /** What was chosen, part by part, with the facts that belong there. */
    Content content(List<Candidate> chosen) {
        Map<Part, List<Candidate>> byPart = new EnumMap<>(Part.class);
        for (Candidate candidate : chosen) {
            byPart.computeIfAbsent(candidate.part(), part -> new ArrayList<>()).add(candidate);
        }
        PlanLayout plan = new PlanLayout(reading, clauses, byPart);
        Map<Part, List<Candidate>> laid = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            List<Candidate> own = byPart.getOrDefault(part, List.of());
            laid.put(part, switch (part) {
                case COMPLAINT -> Opening.complaint(clauses, own);
                case STORY -> StoryVoice.vary(Opening.story(clauses, own), prose);
                case EXAM -> ExamLabels.label(own, emphasis.exam());
                case SYSTEMS -> SystemsReview.of(reading, emphasis.systems(), this::holds);
                case HISTORY -> history(own);
                case ASSESSMENT -> plan.assessment();
                case FAMILY, SOCIAL, RESULTS, TESTING, TREATMENT, COUNSELING, FOLLOW_UP, GOAL, INTERVENTION, RESPONSE,
                        PROGRESS, BEHAVIOR -> own;
            });
        }
        return new Content(laid, plan.plan());
    }

    private List<Candidate> history(List<Candidate> own) {
        List<Candidate> history = new ArrayList<>(emphasis.history(own));
        history.addAll(HistoryFacts.of(reading, this::holds));
        return history;
    }

    private boolean holds(String text, Set<Integer> evidence) {
        return new Verifier(emphasis.lexicon())
                        .judge(text, evidence.stream().sorted().map(reading.segments()::get).toList())
                        .finding()
                == Verdict.Finding.SUPPORTED;
    }

    /** Writes names as they are written where they were said. */
    void name(Map<String, List<Candidate>> sections) {
        sections.replaceAll((section, candidates) -> candidates.stream()
                .map(one -> one.written(Capitals.restored(
                        one.text(), one.evidence().stream().map(reading.segments()::get).toList())))
                .toList());
    }

    /** Takes out what the verifier refuses, and says what that was. */
    List<DraftReport.Dropped> verify(Map<String, List<Candidate>> sections) {
        Verifier verifier = new Verifier(emphasis.lexicon());
        Set<Integer> orders = Orders.in(reading.segments());
        Allergies allergies = new Allergies(reading);
        List<DraftReport.Dropped> dropped = new ArrayList<>();
        sections.replaceAll((name, candidates) -> {
            List<Candidate> kept = new ArrayList<>();
            String orphan = "";
            for (Candidate candidate : candidates) {
                Verdict verdict = candidate.evidence().stream().anyMatch(orders::contains)
                        ? Orders.REFUSED
                        : allergies.contradict(candidate.text().toLowerCase(Locale.ROOT)) ? TAKEN_BACK
                        : verifier.judge(candidate.text(),
                                candidate.evidence().stream().map(reading.segments()::get).toList());
                if (verdict.finding() != Verdict.Finding.SUPPORTED) {
                    dropped.add(new DraftReport.Dropped(statement(candidate), verdict));
                    orphan = candidate.label().isEmpty() ? orphan : candidate.label();
                    continue;
                }
                // The label of a refused line passes to the next line that stood below it.
                boolean inherits = candidate.label().isEmpty() && !orphan.isEmpty() && !candidate.heading();
                kept.add(inherits ? candidate.under(orphan) : candidate);
                orphan = "";
            }
            return kept;
        });
        return dropped;
    }

    /** What was never to be written, for the report: what was put right later, and what somebody said of himself. */
    List<DraftReport.Dropped> withheld(List<Clause> ofOthers) {
        return Stream.concat(
                        takenBack.stream().map(clause -> dropped(clause, TAKEN_BACK)),
                        ofOthers.stream().map(clause -> dropped(clause, OF_ANOTHER)))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<DraftReport.Dropped> dropped(Clause clause, Verdict verdict) {
        String text = Prose.sentence(clause.text());
        return clause.asked() || !text.contains(" ")
                ? Optional.empty()
                : Optional.of(new DraftReport.Dropped(
                        new Statement(text, List.of(reading.segments().get(clause.segment()).id())), verdict));
    }

    /** The sections as a note. */
    Note note(Map<String, List<Candidate>> sections, NoteForm form) {
        List<NoteSection> made = new ArrayList<>();
        sections.forEach((name, candidates) -> made.add(
                new NoteSection(name, candidates.stream().map(this::statement).toList())));
        return new Note(form.name(), made);
    }

    /** The sections as plain text, labels included. */
    static String plain(Map<String, List<Candidate>> sections, NoteForm form) {
        StringBuilder text = new StringBuilder();
        sections.forEach((name, candidates) -> {
            if (!candidates.isEmpty()) {
                String heading = form instanceof CustomTemplate own ? own.heading(name) : PlainNote.heading(name);
                boolean prose = form instanceof CustomTemplate own && own.isProse(name);
                // Drugs and allergies have headings of their own; without an illness nothing stands above them.
                boolean headed = name.equals("PAST_MEDICAL_HISTORY") && candidates.getFirst().label().startsWith("\n");
                text.append(text.isEmpty() ? "" : headed ? "\n" : "\n\n").append(headed ? "" : heading).append(headed ? "" : prose ? "\n\n" : "\n");
                for (Candidate one : candidates) {
                    String before = headed && one == candidates.getFirst() ? "" : !prose ? "\n" : one == candidates.getFirst() ? "" : " ";
                    text.append(before).append(prose ? "" : one.label()).append(one.text());
                }
            }
        });
        return text.toString();
    }

    /** The statements of candidates. */
    List<Statement> statements(List<Candidate> candidates) {
        return candidates.stream().map(this::statement).toList();
    }

    private Statement statement(Candidate candidate) {
        List<SegmentId> evidence = candidate.evidence().stream()
                .sorted(Comparator.naturalOrder())
                .map(index -> reading.segments().get(index).id())
                .toList();
        return new Statement(candidate.text(), evidence);
    }
}
