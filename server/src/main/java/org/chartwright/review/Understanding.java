package org.chartwright.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.chartwright.access.TenantId;
import org.chartwright.chart.Chart;
import org.chartwright.chart.Kept;
import org.chartwright.chart.Stamp;
import org.chartwright.chart.Transcript;
import org.chartwright.clinical.DialogueReader;
import org.chartwright.clinical.Mention;
import org.chartwright.clinical.Reader;
import org.chartwright.clinical.Reading;
import org.chartwright.encounter.Insight;
import org.chartwright.encounter.Segment;
import org.chartwright.encounter.SegmentId;
import org.chartwright.encounter.Span;
import org.chartwright.encounter.Speaker;
import org.chartwright.encounter.Turn;
import org.chartwright.encounter.Word;
import org.chartwright.note.Draft;
import org.chartwright.note.NoteRequest;
import org.chartwright.note.NoteWriter;
import org.chartwright.note.Suggestions;
import org.chartwright.note.visit.VisitPapers;

/**
 * A transcript read again, with all that the writer makes of it. Segments have the names that they have in the record.
 * Immutable; any thread.
 *
 * @param reading what was understood
 * @param draft the note that the writer would write now
 * @param papers orders and the summary for the patient
 * @param suggestions for what a note omits
 */
record Understanding(Reading reading, Draft draft, VisitPapers papers, Suggestions suggestions) {

    private static final Reader READER = new DialogueReader();
    private static final NoteWriter WRITER = new NoteWriter();
    private static final int KEPT = 16;
    private static final Map<Key, Understanding> LATEST = Latest.of(KEPT);

    private static final Map<Stamp, Kept<Transcript>> TRANSCRIPTS = Latest.of(KEPT);

    private record Key(Stamp transcript, NoteRequest request) {}

    /** The newest version of a transcript, opened once for as long as it is asked for. */
    static Optional<Kept<Transcript>> transcript(Chart chart, TenantId tenant, UUID id) {
        return chart.stamp(tenant, Transcript.class, id).flatMap(stamp -> {
            Kept<Transcript> known = TRANSCRIPTS.get(stamp);
            if (known != null) {
                return Optional.of(known);
            }
            Optional<Kept<Transcript>> opened = chart.find(tenant, Transcript.class, id, stamp.version());
            opened.ifPresent(kept -> TRANSCRIPTS.put(Stamp.of(kept), kept));
            return opened;
        });
    }

    /** Of a version of a transcript; what was read last is not read again. */
    static Understanding of(Kept<Transcript> kept, NoteRequest request) {
        Key key = new Key(Stamp.of(kept), request);
        Understanding known = LATEST.get(key);
        if (known == null) {
            known = of(kept.entry().visit(), kept.entry().segments(), UnaryOperator.identity(), request);
            LATEST.put(key, known);
        }
        return known;
    }

    /** Of what was said, by others than it was thought. */
    static Understanding of(UUID visit, List<Segment> segments, UnaryOperator<Speaker> speakers, NoteRequest request) {
        Reading reading = segments.isEmpty()
                ? new Reading(List.of(), List.of(), List.of())
                : renamed(READER.read(turns(segments, speakers), visit, request.specialty()), segments);
        NoteWriter.Written written = segments.isEmpty()
                ? new NoteWriter.Written(Draft.empty(request), WRITER.papers(reading, request))
                : WRITER.writeWithPapers(reading, request);
        return new Understanding(reading, written.draft(), written.papers(), new Suggestions(reading, request));
    }

    private static List<Turn> turns(List<Segment> segments, UnaryOperator<Speaker> speakers) {
        List<Turn> turns = new ArrayList<>();
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            words.addAll(segments.get(i).words());
            boolean last = i + 1 == segments.size() || segments.get(i + 1).turn() != segments.get(i).turn();
            if (last) {
                turns.add(new Turn(speakers.apply(segments.get(i).speaker()), words));
                words = new ArrayList<>();
            }
        }
        return turns;
    }

    /** Sentences are cut by words alone, so the same words give the same segments, whoever says them. */
    private static Reading renamed(Reading reading, List<Segment> kept) {
        if (reading.segments().size() != kept.size()) {
            throw new IllegalStateException("The transcript was cut in another way before");
        }
        Map<SegmentId, SegmentId> names = new HashMap<>();
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            Segment fresh = reading.segments().get(i);
            names.put(fresh.id(), kept.get(i).id());
            segments.add(new Segment(kept.get(i).id(), kept.get(i).turn(), fresh.speaker(), fresh.category(), fresh.words()));
        }
        Map<Insight, Insight> insights = new HashMap<>();
        List<Insight> all = new ArrayList<>();
        for (Insight fresh : reading.insights()) {
            Insight named = new Insight(
                    fresh.category(),
                    fresh.type(),
                    named(fresh.spans(), names),
                    fresh.attributes().stream()
                            .map(one -> new Insight.Attribute(one.type(), named(one.spans(), names)))
                            .toList(),
                    fresh.codes());
            insights.put(fresh, named);
            all.add(named);
        }
        List<Mention> mentions = reading.mentions().stream()
                .map(one -> new Mention(
                        one.concept(),
                        insights.getOrDefault(one.insight(), one.insight()),
                        one.assertion(),
                        one.subject(),
                        one.relation(),
                        one.segment(),
                        one.support()))
                .toList();
        return new Reading(segments, all, mentions);
    }

    private static List<Span> named(List<Span> spans, Map<SegmentId, SegmentId> names) {
        return spans.stream()
                .map(span -> new Span(names.getOrDefault(span.segment(), span.segment()), span.begin(), span.end()))
                .toList();
    }

    /** Leaves everything out. */
    @Override
    public String toString() {
        return "Understanding[" + reading + "]";
    }
}
