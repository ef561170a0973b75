package org.chartwright.note;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chartwright.clinical.Reading;
import org.chartwright.encounter.Note;
import org.chartwright.encounter.Note.NoteSection;
import org.chartwright.encounter.NoteTemplate;
import org.chartwright.encounter.SegmentId;
import org.chartwright.encounter.Statement;
import org.chartwright.note.plan.Candidate;
import org.chartwright.note.plan.Part;
import org.chartwright.note.prose.Clause;
import org.chartwright.note.prose.Clauses;
import org.chartwright.note.prose.Prose;

/** Lays the chosen candidates out as a note: order, labels, problem by problem. For one visit. */
final class Assembly {

    private final Reading reading;
    private final Prose prose;
    private final List<Clause> clauses;

    Assembly(Reading reading, Prose prose) {
        this.reading = reading;
        this.prose = prose;
        this.clauses = Clauses.of(reading.segments());
    }

    /** The sections of a template with what stands in each, in order. */
    Map<String, List<Candidate>> sections(List<Candidate> chosen, NoteTemplate template) {
        Map<Part, List<Candidate>> byPart = new EnumMap<>(Part.class);
        for (Candidate candidate : chosen) {
            byPart.computeIfAbsent(candidate.part(), part -> new ArrayList<>()).add(candidate);
        }
        Map<String, List<Candidate>> sections = new LinkedHashMap<>();
        template.sections().forEach(name -> sections.put(name, new ArrayList<>()));
        if (chosen.isEmpty()) {
            return sections;
        }
        for (Part part : Part.values()) {
            List<Candidate> own = byPart.getOrDefault(part, List.of());
            switch (part) {
                case COMPLAINT -> into(sections, part, Opening.complaint(clauses, own));
                case STORY -> into(sections, part, StoryVoice.vary(Opening.story(clauses, own), prose));
                case EXAM -> into(sections, part, ExamLabels.label(own));
                case SYSTEMS -> into(sections, part, SystemsReview.of(reading));
                case HISTORY -> {
                    into(sections, part, own);
                    into(sections, part, HistoryFacts.of(reading));
                }
                case FAMILY, SOCIAL, RESULTS -> into(sections, part, own);
                case ASSESSMENT, TESTING, TREATMENT, COUNSELING, FOLLOW_UP -> { }
            }
        }
        PlanLayout plan = new PlanLayout(reading, clauses, byPart);
        into(sections, Part.ASSESSMENT, plan.assessment());
        into(sections, Part.TREATMENT, plan.plan());
        return sections;
    }

    private static void into(Map<String, List<Candidate>> sections, Part part, List<Candidate> candidates) {
        for (String name : TemplateSections.namesFor(part)) {
            List<Candidate> section = sections.get(name);
            if (section != null) {
                section.addAll(candidates);
                return;
            }
        }
        throw new IllegalStateException("No section for " + part);
    }

    /** Takes out what the verifier refuses, and says what that was. */
    List<DraftReport.Dropped> verify(Map<String, List<Candidate>> sections) {
        Verifier verifier = new Verifier();
        Set<Integer> orders = Orders.in(reading.segments());
        List<DraftReport.Dropped> dropped = new ArrayList<>();
        sections.replaceAll((name, candidates) -> {
            List<Candidate> kept = new ArrayList<>();
            String orphan = "";
            for (Candidate candidate : candidates) {
                Verdict verdict = candidate.evidence().stream().anyMatch(orders::contains)
                        ? Orders.REFUSED
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

    /** The sections as a note. */
    Note note(Map<String, List<Candidate>> sections, NoteTemplate template) {
        List<NoteSection> made = new ArrayList<>();
        sections.forEach((name, candidates) -> made.add(
                new NoteSection(name, candidates.stream().map(this::statement).toList())));
        return new Note(template.name(), made);
    }

    /** The sections as plain text, labels included. */
    static String plain(Map<String, List<Candidate>> sections) {
        StringBuilder text = new StringBuilder();
        sections.forEach((name, candidates) -> {
            if (!candidates.isEmpty()) {
                text.append(text.isEmpty() ? "" : "\n\n").append(PlainNote.heading(name)).append('\n');
                candidates.forEach(one -> text.append('\n').append(one.label()).append(one.text()));
            }
        });
        return text.toString();
    }

    private Statement statement(Candidate candidate) {
        List<SegmentId> evidence = candidate.evidence().stream()
                .sorted(Comparator.naturalOrder())
                .map(index -> reading.segments().get(index).id())
                .toList();
        return new Statement(candidate.text(), evidence);
    }
}
