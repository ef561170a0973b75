package org.chartwright.note.prose;

import java.util.List;
import java.util.regex.Pattern;
import org.chartwright.clinical.ConceptKind;
import org.chartwright.clinical.Lexicon;
import org.chartwright.clinical.TakingBack;

/**
 * Leaves out a drug that was named by mistake and put right in the same breath, with its dose: "I take lisinopril, no wait,
 * losartan" is "I take losartan". Stateless.
 */
final class NameSlips {

    /** Without one of these nothing is taken back, and no drug need be looked for. */
    private static final Pattern CUE =
            Pattern.compile("\\b(?:wait|sorry|mean|meant|scratch that|strike that|correction|make that|excuse me)\\b");

    private NameSlips() {}

    /** That text, lower case, without such slips. */
    static String removed(String text) {
        if (!CUE.matcher(text).find()) {
            return text;
        }
        List<Lexicon.Found> drugs = Lexicon.standard().find(text).stream()
                .filter(found -> found.concept().kind() == ConceptKind.MEDICATION)
                .toList();
        String standing = text;
        for (int i = drugs.size() - 1; i > 0; i--) {
            Lexicon.Found slip = drugs.get(i - 1);
            int meant = drugs.get(i).begin();
            if (slip.end() <= meant && TakingBack.isSlip(text.substring(slip.end(), meant))) {
                standing = standing.substring(0, slip.begin()) + standing.substring(meant);
            }
        }
        return standing;
    }
}
