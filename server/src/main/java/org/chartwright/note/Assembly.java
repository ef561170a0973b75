package org.chartwright.note;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    Note note(List<Candidate> chosen, NoteTemplate template) {
        Map<Part, List<Candidate>> byPart = new EnumMap<>(Part.class);
        for (Candidate candidate : chosen) {
            byPart.computeIfAbsent(candidate.part(), part -> new ArrayList<>()).add(candidate);
        }
        Map<String, List<Statement>> sections = new LinkedHashMap<>();
        template.sections().forEach(name -> sections.put(name, new ArrayList<>()));
        for (Part part : Part.values()) {
            List<Candidate> own = byPart.getOrDefault(part, List.of());
            switch (part) {
                case STORY -> into(sections, part, StoryVoice.vary(own, prose));
                case EXAM -> into(sections, part, ExamLabels.label(own));
                case COMPLAINT, SYSTEMS, HISTORY, FAMILY, SOCIAL, RESULTS -> into(sections, part, own);
                case ASSESSMENT, TESTING, TREATMENT, COUNSELING, FOLLOW_UP -> { }
            }
        }
        PlanLayout plan = new PlanLayout(reading, clauses, byPart);
        into(sections, Part.ASSESSMENT, plan.assessment());
        into(sections, Part.TREATMENT, plan.plan());
        List<NoteSection> made = new ArrayList<>();
        sections.forEach((name, statements) -> made.add(new NoteSection(name, statements)));
        return new Note(template.name(), made);
    }

    private void into(Map<String, List<Statement>> sections, Part part, List<Candidate> candidates) {
        for (String name : TemplateSections.namesFor(part)) {
            List<Statement> section = sections.get(name);
            if (section != null) {
                candidates.forEach(candidate -> section.add(statement(candidate)));
                return;
            }
        }
        throw new IllegalStateException("No section for " + part);
    }

    private Statement statement(Candidate candidate) {
        List<SegmentId> evidence = candidate.evidence().stream()
                .sorted(Comparator.naturalOrder())
                .map(index -> reading.segments().get(index).id())
                .toList();
        return new Statement(candidate.text(), evidence);
    }
}
