package org.chartwright.note;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.chartwright.clinical.ConceptKind;
import org.chartwright.clinical.Mention;
import org.chartwright.clinical.Reading;
import org.chartwright.clinical.TakingBack;
import org.chartwright.encounter.Segment;

/**
 * The drugs and other things that a visit names and that a patient may not bear, without those that were named by mistake:
 * "penicillin, no wait, sulfa". Stateless.
 */
final class AllergyCauses {

    /** They say that there is an allergy, not to what. */
    private static final Set<String> CUES = Set.of("allergy", "drug allergy", "egg allergy");

    private AllergyCauses() {}

    /** In the order of the reading's mentions. */
    static List<Mention> in(Reading reading) {
        List<Mention> causes = reading.mentions().stream().filter(AllergyCauses::isCause).toList();
        List<Mention> spoken = causes.stream()
                .sorted(Comparator.comparingInt(Mention::segment).thenComparingInt(AllergyCauses::start))
                .toList();
        Set<Mention> slips = new HashSet<>();
        for (int i = 1; i < spoken.size(); i++) {
            if (isSlip(spoken.get(i - 1), spoken.get(i), reading.segments())) {
                slips.add(spoken.get(i - 1));
            }
        }
        List<Mention> meant = new ArrayList<>(causes);
        meant.removeAll(slips);
        return meant;
    }

    private static boolean isCause(Mention mention) {
        return mention.concept().kind() == ConceptKind.MEDICATION
                || (mention.concept().kind() == ConceptKind.ALLERGY && !CUES.contains(mention.concept().name()));
    }

    /** Whether the second is put in the place of the first: in the same breath, or where the next sentence opens with it. */
    private static boolean isSlip(Mention first, Mention second, List<Segment> segments) {
        String own = said(segments, first.segment());
        if (first.segment() == second.segment()) {
            return end(first) <= start(second) && TakingBack.isSlip(own.substring(end(first), start(second)));
        }
        String next = said(segments, second.segment());
        return second.segment() == first.segment() + 1
                && segments.get(second.segment()).turn() == segments.get(first.segment()).turn()
                && own.substring(end(first)).matches("[ .,!]*")
                && TakingBack.cuedEnd(next) == start(second);
    }

    /** Where the words of a mention begin in the text of their segment. */
    static int start(Mention mention) {
        return mention.insight().spans().getFirst().begin();
    }

    /** Where they end. */
    static int end(Mention mention) {
        return mention.insight().spans().getFirst().end();
    }

    /** What a segment says, as rules see it. */
    static String said(List<Segment> segments, int at) {
        return segments.get(at).text().toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    }
}
