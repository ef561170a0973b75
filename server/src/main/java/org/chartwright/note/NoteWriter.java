package org.chartwright.note;

import java.util.List;
import java.util.Map;
import org.chartwright.clinical.Reading;
import org.chartwright.encounter.Note;
import org.chartwright.encounter.Pronouns;
import org.chartwright.note.plan.Candidate;
import org.chartwright.note.plan.Candidates;
import org.chartwright.note.plan.Found;
import org.chartwright.note.plan.Learned;
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
    private final boolean verified;

    /** With the models that come with the product. */
    public NoteWriter() {
        this(Learned.installed(), Selection.Limits.DEFAULT);
    }

    /** With other models, as cross-validation needs. */
    public NoteWriter(Learned learned, Selection.Limits limits) {
        this(learned, limits, true);
    }

    private NoteWriter(Learned learned, Selection.Limits limits, boolean verified) {
        this.learned = learned;
        this.limits = limits;
        this.verified = verified;
    }

    /** A writer that keeps what the verifier would refuse: for measuring the verifier, never for notes. */
    public static NoteWriter unverified() {
        return new NoteWriter(Learned.installed(), Selection.Limits.DEFAULT, false);
    }

    @Override
    public Note draft(Reading reading, NoteRequest request) {
        return write(reading, request).note();
    }

    /** Writes the note, and says what was left out. */
    public Draft write(Reading reading, NoteRequest request) {
        Prose prose = prose(reading, request.pronouns());
        List<Candidate> all = VisitGate.isVisit(reading)
                ? Candidates.placed(new Candidates(reading, prose).all(), learned)
                : List.of();
        Assembly assembly = new Assembly(reading, prose);
        Map<String, List<Candidate>> sections =
                assembly.sections(Selection.choose(all, learned, limits), request.template());
        List<DraftReport.Dropped> dropped = verified ? assembly.verify(sections) : List.of();
        return new Draft(
                assembly.note(sections, request.template()),
                Assembly.plain(sections),
                new DraftReport(dropped, Omissions.of(reading, sections)));
    }

    /** All that could be said. */
    public static List<Found> found(Reading reading, Pronouns pronouns) {
        return new Candidates(reading, prose(reading, pronouns)).all();
    }

    /** Where no pronouns are known, those that the visit suggests are taken. */
    private static Prose prose(Reading reading, Pronouns pronouns) {
        Pronouns known = pronouns == Pronouns.THEY_THEM ? PronounCues.in(reading.segments()) : pronouns;
        return new Prose(PatientWords.of(known));
    }
}
