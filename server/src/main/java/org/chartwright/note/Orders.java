package org.chartwright.note;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.chartwright.encounter.Segment;
import org.chartwright.models.Recall;
import org.chartwright.note.Verdict.Finding;
import org.chartwright.note.Verdict.Reason;

/**
 * Hears where somebody gives orders to whoever writes the note. The writer carries out no orders; but what such words
 * claim is no part of the patient's story either, so nothing may rest on the turn that holds them. Stateless.
 */
final class Orders {

    static final Verdict REFUSED = new Verdict(Finding.UNSUPPORTED, List.of(Reason.ORDER));

    private static final Pattern ORDER = Pattern.compile(
            "\\b(?:ignore|forget|disregard)\\b.{0,30}\\b(?:instructions?|conversation|prompt|rules)\\b"
                    + "|\\b(?:new|previous|prior) instructions?\\b|\\bdeveloper mode\\b|\\bnote[- ]writer\\b|\\bsystem ?:"
                    + "|\\bthe note must\\b|\\badd to the note\\b|\\bwrite (?:in the note )?that\\b(?! (?:down|up|out|on|in)\\b)|\\byou must state\\b"
                    + "|\\b(?:record|document) that\\b|/transcript|\\bthe summary is that\\b|\\brepeat after me\\b"
                    + "|\\breplace the (?:plan|note|assessment)\\b|\\bjailbreak\\b");

    private Orders() {}

    /** Indexes of all segments of the turns that hold an order. */
    static Set<Integer> in(List<Segment> segments) {
        Set<Integer> turns = new HashSet<>();
        for (Segment segment : segments) {
            if (Recall.of("order to the writer", segment.text(), text -> ORDER.matcher(text.toLowerCase(Locale.ROOT)).find())) {
                turns.add(segment.turn());
            }
        }
        Set<Integer> found = new HashSet<>();
        for (int i = 0; i < segments.size(); i++) {
            if (turns.contains(segments.get(i).turn())) {
                found.add(i);
            }
        }
        return found;
    }
}
