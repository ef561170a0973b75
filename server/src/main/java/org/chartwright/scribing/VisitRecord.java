package org.chartwright.scribing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.chartwright.chart.Chart;
import org.chartwright.chart.ChartException;
import org.chartwright.chart.Kept;
import org.chartwright.chart.Transcript;
import org.chartwright.chart.Transcript.Fact;
import org.chartwright.chart.Visit;
import org.chartwright.chart.VisitNote;
import org.chartwright.chart.VisitNote.Origin;
import org.chartwright.chart.VisitNote.Section;
import org.chartwright.chart.VisitNote.Sentence;
import org.chartwright.chart.VisitNote.Status;
import org.chartwright.clinical.Mention;
import org.chartwright.clinical.Reading;
import org.chartwright.encounter.Insight;
import org.chartwright.encounter.Note;
import org.chartwright.encounter.Pronouns;
import org.chartwright.encounter.SegmentId;
import org.jdbi.v3.core.Handle;

/**
 * Puts what was made of a visit into the record, where its job says by the tag {@value #TAG} that it is a visit there. Any
 * thread.
 */
public final class VisitRecord {

    /** The tag whose value is the id of a visit in the record. */
    public static final String TAG = "chartwright:visit";

    /** Who the record names as the author of what the product made. */
    public static final String AUTHOR = "chartwright";

    private static final int ATTEMPTS = 5;

    private final Chart chart;
    private final Clock clock;

    /** In that record. */
    public VisitRecord(Chart chart, Clock clock) {
        this.chart = chart;
        this.clock = clock;
    }

    /**
     * What will be recorded; kept with a job's other results until it ends.
     *
     * @param reading what was said and what it tells
     * @param note the draft
     */
    public record Made(Reading reading, Note note) {}

    /** Whether there is such a visit, and its note is not signed yet. */
    public boolean isOpen(TenantId tenant, UUID visit) {
        return chart.find(tenant, Visit.class, visit)
                .filter(found -> found.entry().state() != Visit.State.SIGNED)
                .isPresent();
    }

    /** Notes how far a visit is that is streamed; one that is not there or is signed stays as it is. */
    public void reached(TenantId tenant, UUID visit, Visit.State state, String recording) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                Optional<Kept<Visit>> open = chart.find(tenant, Visit.class, visit)
                        .filter(found -> found.entry().state() != Visit.State.SIGNED);
                if (open.isPresent()) {
                    Kept<Visit> from = open.get();
                    chart.change(tenant, AUTHOR, from, from.entry().heardBy(recording, state, clock.instant()));
                }
                return;
            } catch (ChartException e) {
                if (e.kind() != ChartException.Kind.STALE) {
                    throw e;
                }
            }
        }
    }

    /** Whether the job says to be of a visit in the record. */
    static boolean isWanted(Job job) {
        return visit(job).isPresent();
    }

    /** Whether it says so of one that is not there. */
    boolean isLost(Job job) {
        return visit(job).filter(id -> chart.find(job.tenant(), Visit.class, id).isEmpty()).isPresent();
    }

    /** Records a completed job's results, in the transaction that completes it. */
    void completed(Handle handle, Job job, Made made) {
        visit(job).flatMap(id -> chart.find(handle, job.tenant(), Visit.class, id))
                .ifPresent(visit -> put(handle, job.tenant(), planned(visit, job), made, job.name()));
    }

    /** A visit that nobody planned here is planned as its job was: it may be read again for its review. */
    private static Kept<Visit> planned(Kept<Visit> visit, Job job) {
        if (!visit.entry().plan().equals(Visit.Plan.NONE)) {
            return visit;
        }
        JobRequest.PatientContext context = job.request().context();
        Pronouns pronouns = context == null ? null : context.pronouns();
        String template = job.request().settings().template();
        Visit.Plan plan = new Visit.Plan(
                template == null ? "" : template,
                job.request().tags().getOrDefault(NoteDesk.SPECIALTY_TAG, ""),
                "",
                pronouns == null ? "" : pronouns.name());
        return new Kept<>(visit.id(), visit.version(), visit.at(), visit.author(), visit.entry().planned(plan));
    }

    /** Notes that nothing could be made of the visit, likewise. */
    void failed(Handle handle, Job job) {
        visit(job).flatMap(id -> chart.find(handle, job.tenant(), Visit.class, id))
                .ifPresent(visit -> chart.change(
                        handle, job.tenant(), AUTHOR, visit, visit.entry().in(Visit.State.FAILED)));
    }

    /**
     * Adds transcript and draft to a visit that waits for them; one that was signed meanwhile stays as it is.
     *
     * @param job the name of the job that heard it; empty for what was typed
     */
    public void put(Handle handle, TenantId tenant, Kept<Visit> visit, Made made, String job) {
        if (visit.entry().state() == Visit.State.SIGNED) {
            return;
        }
        UUID patient = visit.entry().patient();
        UUID transcript = chart.add(handle, tenant, AUTHOR, transcript(patient, visit.id(), made.reading())).id();
        chart.add(handle, tenant, AUTHOR, new VisitNote(
                patient,
                visit.id(),
                visit.entry().begin(),
                transcript,
                made.note().template(),
                Status.PRELIMINARY,
                made.note().sections().stream().map(VisitRecord::section).toList(),
                null,
                VisitNote.Change.of(VisitNote.What.DRAFTED)));
        chart.change(
                handle, tenant, AUTHOR, visit, visit.entry().heardBy(job, Visit.State.TO_REVIEW, clock.instant()));
    }

    /** The visit that a job says to be of; zeros where what it names can be none. */
    static Optional<UUID> visit(Job job) {
        String named = job.request().tags().get(TAG);
        if (named == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(named));
        } catch (IllegalArgumentException _) {
            return Optional.of(new UUID(0, 0)); // names none, which is not the same as naming nothing
        }
    }

    /** The writer's sentences have all been found supported: others do not leave it. */
    private static Section section(Note.NoteSection section) {
        return new Section(
                section.name(),
                section.statements().stream()
                        .map(statement -> new Sentence(
                                UUID.randomUUID(), statement.text(), statement.evidence(), Origin.DRAFTED, "SUPPORTED"))
                        .toList());
    }

    /** A reading as the record keeps it. */
    public static Transcript transcript(UUID patient, UUID visit, Reading reading) {
        Map<Insight, Integer> places = new IdentityHashMap<>();
        for (int i = 0; i < reading.insights().size(); i++) {
            places.put(reading.insights().get(i), i);
        }
        List<Fact> facts = new ArrayList<>();
        for (Mention mention : reading.mentions()) {
            Integer place = places.get(mention.insight());
            int insight = place == null ? reading.insights().indexOf(mention.insight()) : place;
            if (insight >= 0) {
                facts.add(fact(reading, mention, insight));
            }
        }
        return new Transcript(patient, visit, reading.segments(), reading.insights(), facts, Map.of());
    }

    private static Fact fact(Reading reading, Mention mention, int insight) {
        List<SegmentId> evidence = new ArrayList<>();
        evidence.add(reading.segments().get(mention.segment()).id());
        mention.support().forEach(index -> evidence.add(reading.segments().get(index).id()));
        return new Fact(
                mention.concept().name(),
                mention.concept().kind().name(),
                mention.assertion().name(),
                mention.subject().name(),
                insight,
                evidence);
    }
}
