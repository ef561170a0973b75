package org.chartwright.note;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chartwright.clinical.Reader;
import org.chartwright.clinical.Reading;
import org.chartwright.encounter.Category;
import org.chartwright.encounter.Segment;
import org.chartwright.encounter.SegmentId;
import org.chartwright.encounter.Turn;
import org.chartwright.encounter.Word;

/** Cuts turns at their marks; stands in until the clinical reader arrives. */
public final class SentenceReader implements Reader {

    private static final int LONGEST = 40;

    @Override
    public Reading read(List<Turn> turns, UUID visit) {
        List<Segment> segments = new ArrayList<>();
        for (int turn = 0; turn < turns.size(); turn++) {
            List<Word> open = new ArrayList<>();
            List<Word> words = turns.get(turn).words();
            for (int i = 0; i < words.size(); i++) {
                Word word = words.get(i);
                open.add(word);
                boolean ends = word.mark().matches("[.?!]")
                        || (open.size() > LONGEST && i + 1 < words.size()
                                && words.get(i + 1).text().matches("(?i)okay|and|so|but|alright|now"));
                if (ends) {
                    segments.add(segment(visit, segments.size(), turn, turns.get(turn), open));
                    open = new ArrayList<>();
                }
            }
            if (!open.isEmpty()) {
                segments.add(segment(visit, segments.size(), turn, turns.get(turn), open));
            }
        }
        return new Reading(segments, List.of(), List.of());
    }

    private static Segment segment(UUID visit, int index, int turnIndex, Turn turn, List<Word> words) {
        byte[] seed = ByteBuffer.allocate(20).putLong(visit.getMostSignificantBits())
                .putLong(visit.getLeastSignificantBits()).putInt(index).array();
        UUID id = UUID.nameUUIDFromBytes(seed);
        UUID v4 = new UUID((id.getMostSignificantBits() & ~0xF000L) | 0x4000L, id.getLeastSignificantBits());
        return new Segment(new SegmentId(v4), turnIndex, turn.speaker(), Category.OTHER, words);
    }
}
