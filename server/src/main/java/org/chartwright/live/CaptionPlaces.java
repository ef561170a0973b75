package org.chartwright.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.chartwright.clinical.Mention;
import org.chartwright.clinical.Reading;
import org.chartwright.encounter.Insight;
import org.chartwright.encounter.Note;
import org.chartwright.encounter.Segment;
import org.chartwright.encounter.SegmentId;
import org.chartwright.encounter.Span;
import org.chartwright.encounter.TimeSpan;
import org.chartwright.encounter.Word;
import org.chartwright.live.VisitDraft.Attribute;
import org.chartwright.live.VisitDraft.NamedEntity;
import org.chartwright.live.VisitDraft.Part;
import org.chartwright.live.VisitDraft.Place;
import org.chartwright.live.VisitDraft.Understood;
import org.jspecify.annotations.Nullable;

/**
 * Finds what was understood again in the captions that were told: sentences of a dialogue are cut otherwise than stretches
 * of speech, and written otherwise, but both keep when each word was said. One thread.
 */
final class CaptionPlaces {

    private final UUID session;
    private final Map<UUID, Shown> captions = new LinkedHashMap<>();
    private final Map<Integer, TreeMap<Long, Shown>> byTime = new HashMap<>();

    private record Shown(UUID id, List<Word> words) {}

    CaptionPlaces(UUID session) {
        this.session = session;
    }

    void add(HeardPiece piece, List<Word> shown) {
        Shown caption = new Shown(CaptionIds.of(session, piece.channel(), piece.startMillis()), shown);
        captions.put(caption.id(), caption);
        byTime.computeIfAbsent(piece.channel(), _ -> new TreeMap<>()).put(piece.startMillis(), caption);
    }

    /** A section whose sentences rest on places. */
    record Section(String name, List<Sentence> sentences) {}

    /** A sentence without a name. */
    record Sentence(String text, List<Place> evidence) {}

    /** The note's sections, each sentence with the words it rests on. */
    List<Section> sections(Reading reading, Note note) {
        Map<SegmentId, Segment> segments = new HashMap<>();
        reading.segments().forEach(segment -> segments.put(segment.id(), segment));
        List<Section> sections = new ArrayList<>();
        for (Note.NoteSection section : note.sections()) {
            sections.add(new Section(section.name(), section.statements().stream()
                    .map(statement -> new Sentence(statement.text(), places(statement.evidence().stream()
                            .map(segments::get)
                            .flatMap(segment -> segment.words().stream())
                            .toList())))
                    .toList()));
        }
        return sections;
    }

    /** All of a reading, caption by caption. */
    VisitDraft draft(Reading reading, List<VisitDraft.DraftSection> sections, String template, boolean isLast) {
        Map<UUID, @Nullable Segment[]> owners = new HashMap<>();
        captions.values().forEach(caption -> owners.put(caption.id(), new Segment[caption.words().size()]));
        for (Segment segment : reading.segments()) {
            for (Place place : places(segment.words())) {
                @Nullable Segment[] words = owners.getOrDefault(place.caption(), new Segment[0]);
                for (int i = place.from(); i < place.to(); i++) {
                    words[i] = words[i] == null ? segment : words[i];
                }
            }
        }
        Map<UUID, List<NamedEntity>> entities = entities(reading);
        List<Understood> understood = new ArrayList<>();
        for (Shown caption : captions.values()) {
            if (!caption.words().isEmpty()) {
                understood.add(new Understood(
                        caption.id(),
                        parts(owners.getOrDefault(caption.id(), new Segment[0])),
                        entities.getOrDefault(caption.id(), List.of())));
            }
        }
        return new VisitDraft(understood, template, sections, isLast);
    }

    /** A word that no sentence has (a filter may have taken it out) goes with the one before. */
    private static List<Part> parts(@Nullable Segment[] owners) {
        List<Part> parts = new ArrayList<>();
        Segment owner = null;
        for (@Nullable Segment one : owners) {
            owner = owner == null ? one : owner;
        }
        int from = 0;
        for (int i = 0; i < owners.length && owner != null; i++) {
            Segment here = owners[i];
            if (here != null && here != owner) {
                add(parts, from, i, owner);
                owner = here;
                from = i;
            }
        }
        if (owner != null) {
            add(parts, from, owners.length, owner);
        }
        return parts;
    }

    private static void add(List<Part> parts, int from, int to, Segment owner) {
        if (to > from) {
            parts.add(new Part(from, to, owner.speaker(), owner.category()));
        }
    }

    private Map<UUID, List<NamedEntity>> entities(Reading reading) {
        Map<SegmentId, Segment> segments = new HashMap<>();
        reading.segments().forEach(segment -> segments.put(segment.id(), segment));
        Map<Insight, String> claims = new IdentityHashMap<>();
        for (Mention mention : reading.mentions()) {
            claims.put(mention.insight(), mention.assertion().name());
        }
        Map<UUID, List<NamedEntity>> found = new HashMap<>();
        for (Insight insight : reading.insights()) {
            List<Place> where = places(words(insight.spans().getFirst(), segments));
            if (!where.isEmpty()) {
                found.computeIfAbsent(where.getFirst().caption(), _ -> new ArrayList<>())
                        .add(new NamedEntity(
                                insight.category(),
                                insight.type(),
                                text(insight.spans().getFirst(), segments),
                                where.getFirst(),
                                Optional.ofNullable(claims.get(insight)),
                                insight.attributes().stream()
                                        .map(one -> attribute(one, segments))
                                        .toList(),
                                insight.codes()));
            }
        }
        return found;
    }

    private static Attribute attribute(Insight.Attribute attribute, Map<SegmentId, Segment> segments) {
        Span span = attribute.spans().getFirst();
        TimeSpan time = words(span, segments).stream().map(Word::time).reduce(TimeSpan::union).orElse(TimeSpan.NONE);
        return new Attribute(attribute.type(), text(span, segments), time);
    }

    private static List<Word> words(Span span, Map<SegmentId, Segment> segments) {
        Segment segment = segments.get(span.segment());
        return segment == null ? List.of() : segment.wordsAt(span.begin(), span.end());
    }

    private static String text(Span span, Map<SegmentId, Segment> segments) {
        Segment segment = segments.get(span.segment());
        return segment == null ? "" : span.in(segment);
    }

    /** Where words lie in the captions, one place for each caption. */
    private List<Place> places(List<Word> words) {
        Map<UUID, Place> places = new LinkedHashMap<>();
        for (Word word : words) {
            Place place = place(word);
            if (place != null) {
                places.merge(place.caption(), place, (a, b) -> new Place(
                        a.caption(), Math.min(a.from(), b.from()), Math.max(a.to(), b.to()), a.time().union(b.time())));
            }
        }
        return List.copyOf(places.values());
    }

    private @Nullable Place place(Word word) {
        TreeMap<Long, Shown> channel = byTime.get(word.channel());
        Map.Entry<Long, Shown> entry = channel == null ? null : channel.floorEntry(word.time().startMillis());
        if (entry == null) {
            return null;
        }
        List<Word> shown = entry.getValue().words();
        int at = first(shown, word.time().startMillis());
        if (at >= shown.size()) {
            return null;
        }
        int to = at + 1;
        while (to < shown.size() && shown.get(to).time().endMillis() <= word.time().endMillis()) {
            to++;
        }
        return new Place(entry.getValue().id(), at, to, word.time());
    }

    /** The first word that ends after that moment. */
    private static int first(List<Word> words, long moment) {
        int low = 0;
        int high = words.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (words.get(middle).time().endMillis() > moment) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
