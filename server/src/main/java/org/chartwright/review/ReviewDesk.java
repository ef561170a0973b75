package org.chartwright.review;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.chartwright.chart.Chart;
import org.chartwright.chart.ChartException;
import org.chartwright.chart.Kept;
import org.chartwright.chart.NoteLife;
import org.chartwright.chart.NoteLife.Person;
import org.chartwright.chart.Transcript;
import org.chartwright.chart.Visit;
import org.chartwright.chart.VisitNote;
import org.chartwright.chart.VisitNote.Origin;
import org.chartwright.chart.VisitNote.Section;
import org.chartwright.chart.VisitNote.Sentence;
import org.chartwright.chart.VisitNote.Signature;
import org.chartwright.chart.VisitNote.What;
import org.chartwright.encounter.NoteForm;
import org.chartwright.note.NoteRequest;
import org.chartwright.note.Places;
import org.chartwright.note.visit.AfterVisitSummary;
import org.chartwright.scribing.NoteDesk;
import org.chartwright.scribing.VisitRecord;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Where notes are reviewed. Each change names the version it was made from; a newer one refuses it. Any thread. */
public final class ReviewDesk {

    private final Chart chart;
    private final NoteLife life;
    private final NoteDesk desk;
    private final Marks marks;
    private final Chronicle chronicle;

    /**
     * Over that record.
     *
     * @param jdbi where marks are kept
     * @param life what may become of notes
     * @param desk which notes are written here
     */
    public ReviewDesk(Jdbi jdbi, Chart chart, NoteLife life, NoteDesk desk, Clock clock) {
        this.chart = chart;
        this.life = life;
        this.desk = desk;
        this.marks = new Marks(jdbi, clock);
        this.chronicle = new Chronicle(chart);
    }

    /**
     * How long a note took, for the eyes of its clinician.
     *
     * @param readyAt when the draft was there
     * @param openedAt when they first looked at it
     * @param signedAt when they signed it
     * @param secondsToSign from the look to the signature
     */
    public record Timing(
            Instant readyAt, @Nullable Instant openedAt, @Nullable Instant signedAt, @Nullable Long secondsToSign) {}

    /** Reads a visit again outside of any transaction, so that opening it is quick. */
    public void prepare(TenantId tenant, UUID visit) {
        try {
            var _ = Folder.open(chart, desk, tenant, visit).understanding();
        } catch (ReviewException _) {
            // Whoever opens it will be told.
        }
    }

    /** The review of a visit for a person, who has opened it now. */
    public Review open(TenantId tenant, UUID visit, Person who) {
        Folder folder = Folder.open(chart, desk, tenant, visit);
        marks.opened(tenant, visit, who.account());
        return review(tenant, folder, who);
    }

    /** Does all of it or nothing. */
    public Review edit(TenantId tenant, UUID visit, Person who, int version, List<Edit> edits) {
        Folder folder = Folder.open(chart, desk, tenant, visit).at(version);
        if (edits.stream().anyMatch(Edit::changesTheNote)) {
            Edits applied = applied(tenant, folder, who, edits);
            folder = folder.with(life.edit(tenant, who, folder.note(), applied.sections()), null);
            marks.forget(tenant, visit, applied.changed());
        }
        mark(tenant, visit, who, edits);
        return review(tenant, folder, who);
    }

    /** Stands by a draft; the person has looked at all that is red. */
    public Review sign(TenantId tenant, UUID visit, Person who, int version) {
        Folder folder = Folder.open(chart, desk, tenant, visit).at(version);
        requireSeen(reviewing(tenant, folder, who), folder.note().entry().sections(), Map.of());
        return review(tenant, folder.with(life.sign(tenant, who, folder.note()), null), who);
    }

    /**
     * Changes what was signed and stands by it. What is red then must have been looked at: of what stood there by a mark, of
     * what is written now by saying so.
     *
     * @param looked which of the edits, from 0, wrote something red that the person was shown and looked at
     */
    public Review amend(
            TenantId tenant, UUID visit, Person who, int version, String reason, List<Edit> edits, Set<Integer> looked) {
        Folder folder = Folder.open(chart, desk, tenant, visit).at(version);
        mark(tenant, visit, who, edits);
        Edits applied = applied(tenant, folder, who, edits);
        marks.forget(tenant, visit, applied.changed());
        Map<UUID, Integer> fresh = new HashMap<>(applied.writers());
        fresh.values().removeAll(looked);
        Set<UUID> shown = new HashSet<>(applied.writers().keySet());
        shown.removeAll(fresh.keySet());
        shown.forEach(id -> marks.see(tenant, visit, who.account(), id));
        requireSeen(reviewing(tenant, folder, who), applied.sections(), fresh);
        Kept<VisitNote> amended = life.amend(tenant, who, folder.note(), applied.sections(), reason);
        return review(tenant, folder.with(amended, null), who);
    }

    /** Writes a section anew, or all of it by another template; exactly one is named. */
    public Review rewrite(
            TenantId tenant, UUID visit, Person who, int version, @Nullable String section, @Nullable String template) {
        Folder folder = Folder.open(chart, desk, tenant, visit).at(version);
        NoteForm from = Folder.form(desk, folder.note().entry().template())
                .orElseThrow(() -> ReviewException.invalid("The note's own template is no longer there."));
        NoteForm to = template == null
                ? from
                : Folder.form(desk, template).orElseThrow(() -> ReviewException.invalid("There is no such template."));
        if (section != null && !from.sections().contains(section)) {
            throw ReviewException.invalid("The note has no such section.");
        }
        NoteRequest request = Folder.request(desk, folder.visit().entry().plan(), to.name());
        List<Section> sections = new Redraft(history(tenant, folder), from, to)
                .merge(Understanding.of(folder.transcript(), request).draft().note(), section);
        Kept<VisitNote> next = life.redraft(tenant, who, folder.note(), to.name(), sections, What.REWRITTEN);
        return review(tenant, new Folder(folder.visit(), next, folder.transcript(), request), who);
    }

    /** Repairs who said what; what rests on it is understood and written anew, all else stays. */
    public Review speakers(TenantId tenant, UUID visit, Person who, int version, List<SpeakerChange> changes) {
        Folder folder = Folder.open(chart, desk, tenant, visit).at(version);
        Transcript before = folder.transcript().entry();
        SpeakerChange.Cast cast = SpeakerChange.apply(before, changes);
        if (!cast.isChanged()) {
            Transcript called = new Transcript(
                    before.patient(), before.visit(), before.segments(), before.insights(), before.facts(), cast.labels());
            return review(
                    tenant, folder.with(folder.note(), chart.change(tenant, who.account(), folder.transcript(), called)), who);
        }
        if (folder.note().entry().status() != VisitNote.Status.PRELIMINARY) {
            throw new ChartException(ChartException.Kind.FORBIDDEN, "Under a signed note nobody becomes somebody else.");
        }
        Understanding fresh = Understanding.of(
                visit, before.segments(), speaker -> cast.speakers().getOrDefault(speaker, speaker), folder.request());
        Transcript read = VisitRecord.transcript(before.patient(), before.visit(), fresh.reading());
        Kept<Transcript> repaired = chart.change(tenant, who.account(), folder.transcript(), new Transcript(
                read.patient(), read.visit(), read.segments(), read.insights(), read.facts(), cast.labels()));
        NoteForm form = folder.request().template();
        List<Section> sections = new Redraft(history(tenant, folder), form, form).merge(fresh.draft().note(), null);
        Folder now = folder.with(folder.note(), repaired);
        Kept<VisitNote> next = life.redraft(
                tenant, who, folder.note(), form.name(), judged(now, sections), What.SPEAKERS);
        return review(tenant, now.with(next, null), who);
    }

    /** A version of the note. */
    public Kept<VisitNote> version(TenantId tenant, UUID visit, int version) {
        Folder folder = Folder.open(chart, desk, tenant, visit);
        return chart.find(tenant, VisitNote.class, folder.note().id(), version).orElseThrow(ReviewException::missing);
    }

    /** The newest version of the note. */
    public Kept<VisitNote> newest(TenantId tenant, UUID visit) {
        return Folder.open(chart, desk, tenant, visit).note();
    }

    /** The heading of a section of a visit's note. */
    public String title(VisitNote note, String section) {
        return Places.title(section, Folder.form(desk, note.template()).orElse(folderless()));
    }

    private static NoteForm folderless() {
        return org.chartwright.encounter.NoteTemplate.HISTORY_AND_PHYSICAL;
    }

    /** What differs between two versions. */
    public Differences between(TenantId tenant, UUID visit, int from, int to) {
        VisitNote earlier = version(tenant, visit, from).entry();
        VisitNote later = version(tenant, visit, to).entry();
        return Differences.of(from, earlier, to, later, section -> title(later, section));
    }

    /** For the patient. */
    public AfterVisitSummary afterVisit(TenantId tenant, UUID visit) {
        return Folder.open(chart, desk, tenant, visit).understanding().papers().summary();
    }

    /** How long it took a person. */
    public Timing timing(TenantId tenant, UUID visit, Person who) {
        Folder folder = Folder.open(chart, desk, tenant, visit);
        List<Chronicle.Step> steps = chronicle.upTo(tenant, folder.note());
        Instant opened = marks.openedAt(tenant, visit, who.account()).orElse(null);
        Instant signed = steps.reversed().stream()
                .flatMap(one -> Optional.ofNullable(one.signature()).stream())
                .filter(one -> one.by().equals(who.account()))
                .map(Signature::at)
                .findFirst()
                .orElse(null);
        Long seconds = opened == null || signed == null ? null : Duration.between(opened, signed).toSeconds();
        return new Timing(steps.getLast().at(), opened, signed, seconds);
    }

    private Edits applied(TenantId tenant, Folder folder, Person who, List<Edit> edits) {
        Reviewing reviewing = reviewing(tenant, folder, who);
        Map<UUID, Review.OmissionShown> omissions = new HashMap<>();
        if (edits.stream().anyMatch(Edit.AddOmission.class::isInstance)) {
            reviewing.omissions().forEach(one -> omissions.put(one.id(), one));
        }
        Edits applied = new Edits(
                folder.note().entry().sections(), reviewing.dialogue(), reviewing.inspection(), folder.lexicon(), omissions);
        edits.forEach(applied::apply);
        return applied;
    }

    private void mark(TenantId tenant, UUID visit, Person who, List<Edit> edits) {
        for (Edit edit : edits) {
            switch (edit) {
                case Edit.Seen seen when seen.seen() -> marks.see(tenant, visit, who.account(), seen.id());
                case Edit.Seen seen -> marks.forget(tenant, visit, who.account(), seen.id());
                case Edit.Decide decide -> marks.decide(tenant, visit, decide.code(), decide.accepted() ? "accepted" : "refused");
                case Edit.Replace _, Edit.Insert _, Edit.Remove _, Edit.Move _, Edit.AddOmission _ -> {}
            }
        }
    }

    /** People's sentences, judged by what is said to be said now. */
    private static List<Section> judged(Folder folder, List<Section> sections) {
        Dialogue dialogue = Dialogue.of(folder.transcript());
        Inspection inspection = new Inspection(dialogue, folder.lexicon());
        List<Section> judged = new ArrayList<>();
        for (Section section : sections) {
            judged.add(new Section(section.name(), section.sentences().stream()
                    .map(one -> one.origin() == Origin.DRAFTED
                            ? one
                            : new Sentence(
                                    one.id(), one.text(), one.evidence(), one.origin(),
                                    inspection.judge(one.text(), dialogue.of(one.evidence())).finding().name()))
                    .toList()));
        }
        return judged;
    }

    /** What an edit has just written has no id for whoever wrote it; it is named by that edit. */
    private static void requireSeen(Reviewing reviewing, List<Section> sections, Map<UUID, Integer> writers) {
        List<UUID> ids = new ArrayList<>();
        List<ReviewException.Written> written = new ArrayList<>();
        for (Review.SentenceShown one : reviewing.unseen(sections)) {
            Integer edit = writers.get(one.id());
            if (edit == null) {
                ids.add(one.id());
            } else {
                written.add(new ReviewException.Written(edit, one.verdict(), one.reasons()));
            }
        }
        if (!ids.isEmpty() || !written.isEmpty()) {
            throw ReviewException.unseen(ids, written);
        }
    }

    private Reviewing reviewing(TenantId tenant, Folder folder, Person who) {
        Set<UUID> seen = new HashSet<>(marks.seen(tenant, folder.visit().id(), who.account()));
        return new Reviewing(folder, seen, marks.decided(tenant, folder.visit().id()));
    }

    private Review review(TenantId tenant, Folder folder, Person who) {
        return reviewing(tenant, folder, who).review(chronicle.upTo(tenant, folder.note()));
    }

    /** All that every version said: for what is written anew, lest it bring back what was struck out. */
    private List<Kept<VisitNote>> history(TenantId tenant, Folder folder) {
        return chart.history(tenant, VisitNote.class, folder.note().id());
    }

    /** The visit, as it is now. */
    public Kept<Visit> visit(TenantId tenant, UUID visit) {
        return chart.find(tenant, Visit.class, visit).orElseThrow(ReviewException::missing);
    }
}
