package org.chartwright.note;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.chartwright.clinical.Reading;
import org.chartwright.encounter.NoteForm;
import org.chartwright.encounter.NoteTemplate;
import org.chartwright.encounter.Pronouns;
import org.chartwright.note.behavioral.Session;
import org.chartwright.note.custom.CustomTemplate;
import org.chartwright.note.plan.Candidate;
import org.chartwright.note.plan.Candidates;
import org.chartwright.note.plan.Found;
import org.chartwright.note.plan.Learned;
import org.chartwright.note.plan.Part;
import org.chartwright.note.plan.Selection;
import org.chartwright.note.prose.Clause;
import org.chartwright.note.plan.Weighty;
import org.chartwright.note.prose.Clauses;
import org.chartwright.note.prose.PatientWords;
import org.chartwright.note.prose.Prose;
import org.chartwright.note.visit.VisitPapers;

/**
 * The default writer: finds what could be said, weighs it by what the training notes kept, and writes it in clinical
 * prose. Uses no large language model; the same reading gives the same note.
 */
public final class NoteWriter implements Drafter {

    private static final Set<Part> THERAPY =
            EnumSet.of(Part.GOAL, Part.INTERVENTION, Part.RESPONSE, Part.PROGRESS, Part.BEHAVIOR);

    private static final double LEAST_OF_ANSWERS = 0.15;

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

    /** A note and the papers of the same visit. */
    public record Written(Draft draft, VisitPapers papers) {}

    /** What could be said, and the words for the patient. */
    private record Heard(
            Clauses.Cut cut, Prose prose, boolean visit, List<Candidate> all, List<Clause> withheld) {

        private Heard(Clauses.Cut cut, Prose prose) {
            this(cut, prose, false, List.of(), List.of());
        }
    }

    @Override
    public Draft write(Reading reading, NoteRequest request) {
        return write(reading, request, heard(reading, request.template(), request));
    }

    /** The same whatever the note's template. */
    @Override
    public VisitPapers papers(Reading reading, NoteRequest request) {
        return papers(reading, request, heard(reading, NoteTemplate.HISTORY_AND_PHYSICAL, request));
    }

    /** Both at once, for what looking twice at a long visit would cost. */
    public Written writeWithPapers(Reading reading, NoteRequest request) {
        Heard heard = heard(reading, request.template(), request);
        VisitPapers papers =
                ofTherapy(request.template()) ? papers(reading, request) : papers(reading, request, heard);
        return new Written(write(reading, request, heard), papers);
    }

    private Draft write(Reading reading, NoteRequest request, Heard heard) {
        Emphasis emphasis = Emphasis.of(request.specialty());
        Assembly assembly = new Assembly(reading, heard.cut(), heard.prose(), emphasis);
        ToDoubleFunction<Candidate> worth = worth(emphasis);
        Selection.Limits most = ofTherapy(request.template()) ? limits.forTherapy() : limits;
        List<Candidate> chosen = Selection.choose(heard.all(), worth, most);
        // Facts stand in the note of a visit even where no clause was worth a sentence: "any allergies?" and "latex".
        Content content = heard.visit() || !chosen.isEmpty() ? assembly.content(chosen) : Content.NONE;
        List<Candidate> unplaced = List.of();
        Map<String, List<Candidate>> sections = new LinkedHashMap<>();
        switch (request.template()) {
            case NoteTemplate ours -> sections.putAll(TemplateSections.lay(content, ours));
            case CustomTemplate own -> {
                CustomSections layout = new CustomSections(content, worth);
                sections.putAll(layout.lay(own));
                unplaced = layout.unplaced();
            }
            default -> throw new IllegalArgumentException("No layout for " + request.template().getClass());
        }
        assembly.name(sections);
        List<DraftReport.Dropped> dropped = new ArrayList<>(verified ? assembly.verify(sections) : List.of());
        dropped.addAll(assembly.withheld(heard.withheld()));
        return new Draft(
                assembly.note(sections, request.template()),
                Assembly.plain(sections, request.template()),
                new DraftReport(dropped, assembly.statements(unplaced), Omissions.of(reading, sections, emphasis)));
    }

    private VisitPapers papers(Reading reading, NoteRequest request, Heard heard) {
        Emphasis emphasis = Emphasis.of(request.specialty());
        return VisitPapers.of(
                reading,
                Selection.choose(heard.all(), worth(emphasis), limits),
                Orders.in(reading.segments()),
                emphasis.lexicon());
    }

    private ToDoubleFunction<Candidate> worth(Emphasis emphasis) {
        // What belongs to a therapy session was recognised by rule; the models have never seen one.
        return one -> {
            if (THERAPY.contains(one.part())) {
                return 1;
            }
            double learnt = learned.worth(one.features());
            // Where little was said, what was asked and answered is what was said.
            double worth = one.kind() == Candidate.Kind.ANSWER ? Math.max(learnt, LEAST_OF_ANSWERS) : learnt;
            return emphasis.worth(one, Weighty.is(one, emphasis.lexicon()) ? Math.max(worth, Weighty.LEAST) : worth);
        };
    }

    /** All that could be said, each where it belongs; nothing where no visit was heard. */
    private Heard heard(Reading reading, NoteForm form, NoteRequest request) {
        boolean visit = VisitGate.isVisit(reading);
        Prose prose = prose(reading, request.pronouns());
        Clauses.Cut cut = Clauses.cut(reading.segments());
        if (!visit && !ofTherapy(form)) {
            return new Heard(cut, prose);
        }
        Emphasis emphasis = Emphasis.of(request.specialty());
        Candidates candidates = new Candidates(reading, cut.standing(), prose);
        List<Found> found = candidates.all();
        if (!ofTherapy(form)) {
            return new Heard(cut, prose, true, placed(found, emphasis), candidates.withheld());
        }
        Session session = Session.of(found, reading, prose);
        if (!visit && !session.isSession(reading)) {
            return new Heard(cut, prose);
        }
        List<Candidate> all = new ArrayList<>(session.candidates());
        all.addAll(placed(session.others(), emphasis));
        return new Heard(cut, prose, visit, all, candidates.withheld());
    }

    private List<Candidate> placed(List<Found> found, Emphasis emphasis) {
        return Candidates.placed(found, learned).stream().map(emphasis::placed).toList();
    }

    private static boolean ofTherapy(NoteForm form) {
        return switch (form) {
            case NoteTemplate ours -> TemplateSections.ofTherapy(ours);
            case CustomTemplate own -> own.ofTherapy();
            default -> false;
        };
    }

    /** All that could be said. */
    public static List<Found> found(Reading reading, Pronouns pronouns) {
        return new Candidates(reading, Clauses.of(reading.segments()), prose(reading, pronouns)).all();
    }

    /** Where no pronouns are known, those that the visit suggests are taken. */
    private static Prose prose(Reading reading, Pronouns pronouns) {
        Pronouns known = pronouns == Pronouns.THEY_THEM ? PronounCues.in(reading.segments()) : pronouns;
        return new Prose(PatientWords.of(known));
    }
}
