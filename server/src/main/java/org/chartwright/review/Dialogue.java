package org.chartwright.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.chartwright.chart.Kept;
import org.chartwright.chart.Stamp;
import org.chartwright.chart.Transcript;
import org.chartwright.clinical.Lexicon;
import org.chartwright.encounter.Segment;
import org.chartwright.encounter.SegmentId;
import org.chartwright.note.check.Claims;
import org.chartwright.review.Review.Evidence;

/** What was said, with its words numbered through the visit. Immutable; any thread. */
final class Dialogue {

    private static final int KEPT = 16;
    private static final Map<Stamp, Dialogue> LATEST = Latest.of(KEPT);

    private final Map<Lexicon, List<Claims>> claims = new ConcurrentHashMap<>();
    private final List<Segment> segments;
    private final Map<SegmentId, Integer> places = new HashMap<>();
    private final int[] first;

    Dialogue(List<Segment> segments) {
        this.segments = List.copyOf(segments);
        this.first = new int[segments.size() + 1];
        for (int i = 0; i < segments.size(); i++) {
            places.put(segments.get(i).id(), i);
            first[i + 1] = first[i] + segments.get(i).words().size();
        }
    }

    /** Of a version of a transcript. */
    static Dialogue of(Kept<Transcript> kept) {
        return LATEST.computeIfAbsent(Stamp.of(kept), _ -> new Dialogue(kept.entry().segments()));
    }

    /** What each segment claims, found once: whatever a person writes is sought in all of them. */
    List<Claims> claims(Lexicon lexicon) {
        return claims.computeIfAbsent(
                lexicon, _ -> segments.stream().map(segment -> Claims.of(List.of(segment), lexicon)).toList());
    }

    List<Segment> segments() {
        return segments;
    }

    /** The number of a segment's first word. */
    int firstWord(int segment) {
        return first[segment];
    }

    /** The segments of those names, in the order of the visit; those that are not there are left out. */
    List<Segment> of(List<SegmentId> ids) {
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(places.get(id)).stream())
                .sorted()
                .distinct()
                .map(segments::get)
                .toList();
    }

    /** The segments that hold those words. */
    List<SegmentId> holding(List<Integer> words) {
        List<SegmentId> found = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            int from = first[i];
            int to = first[i + 1];
            if (words.stream().anyMatch(word -> word >= from && word < to)) {
                found.add(segments.get(i).id());
            }
        }
        return found;
    }

    /** Where evidence lies; segments that follow each other in a turn are one place. */
    List<Evidence> places(List<SegmentId> ids) {
        List<Evidence> found = new ArrayList<>();
        List<Integer> sorted = ids.stream()
                .flatMap(id -> Optional.ofNullable(places.get(id)).stream())
                .sorted()
                .distinct()
                .toList();
        for (int index : sorted) {
            Segment segment = segments.get(index);
            Evidence place = new Evidence(
                    segment.turn(), first[index], first[index + 1] - 1,
                    segment.time().startMillis(), segment.time().endMillis());
            Evidence last = found.isEmpty() ? null : found.getLast();
            if (last != null && last.turn() == place.turn() && last.to() + 1 == place.from()) {
                found.set(found.size() - 1, new Evidence(
                        last.turn(), last.from(), place.to(), last.begin(), Math.max(last.end(), place.end())));
            } else {
                found.add(place);
            }
        }
        return found;
    }
}
