package org.chartwright.note;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chartwright.clinical.Reading;
import org.chartwright.encounter.Note;
import org.chartwright.encounter.Note.NoteSection;
import org.chartwright.encounter.NoteTemplate;
import org.chartwright.encounter.Pronouns;
import org.chartwright.encounter.SegmentId;
import org.chartwright.encounter.Statement;
import org.chartwright.note.plan.Candidate;
import org.chartwright.note.plan.Candidates;
import org.chartwright.note.plan.Learned;
import org.chartwright.note.plan.Part;
import org.chartwright.note.plan.PartChooser;
import org.chartwright.note.plan.Selection;
import org.chartwright.note.prose.PatientWords;
import org.chartwright.note.prose.Prose;

/**
 * The default writer: finds what could be said, weighs it by what the training notes kept, and writes it in clinical
 * prose. Uses no large language model; the same reading gives the same note.
 */
public final class NoteWriter implements Drafter {

    private final Learned learned;
    private final Selection.Limits limits;

    /** With the models that come with the product. */
    public NoteWriter() {
        this(Learned.installed(), Selection.Limits.DEFAULT);
    }

    /** With other models, as cross-validation needs. */
    public NoteWriter(Learned learned, Selection.Limits limits) {
        this.learned = learned;
        this.limits = limits;
    }

    @Override
    public Note draft(Reading reading, NoteRequest request) {
        List<Candidate> all = candidates(reading, request.pronouns(), learned);
        return note(Selection.choose(all, learned, limits), reading, request.template());
    }

    /** All that could be said; where no pronouns are known, those that the clinician uses are taken. */
    public static List<Candidate> candidates(Reading reading, Pronouns pronouns, PartChooser parts) {
        Pronouns known = pronouns == Pronouns.THEY_THEM ? PronounCues.in(reading.segments()) : pronouns;
        return new Candidates(reading, new Prose(PatientWords.of(known)), parts).all();
    }

    private static Note note(List<Candidate> chosen, Reading reading, NoteTemplate template) {
        Map<String, List<Statement>> sections = new LinkedHashMap<>();
        template.sections().forEach(name -> sections.put(name, new ArrayList<>()));
        for (Candidate candidate : chosen) {
            List<SegmentId> evidence = candidate.evidence().stream()
                    .map(index -> reading.segments().get(index).id())
                    .toList();
            section(sections, candidate.part()).add(new Statement(candidate.text(), evidence));
        }
        List<NoteSection> made = new ArrayList<>();
        sections.forEach((name, statements) -> made.add(new NoteSection(name, statements)));
        return new Note(template.name(), made);
    }

    private static List<Statement> section(Map<String, List<Statement>> sections, Part part) {
        for (String name : TemplateSections.namesFor(part)) {
            List<Statement> section = sections.get(name);
            if (section != null) {
                return section;
            }
        }
        throw new IllegalStateException("No section for " + part);
    }
}
