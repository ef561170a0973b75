package org.chartwright.scribing;

import java.util.List;
import java.util.stream.Collectors;
import org.chartwright.encounter.Turn;
import org.chartwright.scribing.ScribeRequest.WordRules;
import org.chartwright.wording.DisplayForms;
import org.chartwright.wording.VocabularyFilter;
import org.chartwright.wording.Wording;

/** Readable words with a user's own rules around them: display forms first, so that wording leaves them alone, filter last. */
final class RuledWording implements Stages.Wordsmith {

    private final Wording wording;

    private RuledWording(Wording wording) {
        this.wording = wording;
    }

    /** With the product's own models. */
    static RuledWording open() {
        return new RuledWording(Wording.open());
    }

    @Override
    public List<Turn> readable(List<Turn> turns, WordRules rules) {
        DisplayForms forms = DisplayForms.of(rules.vocabulary().stream()
                .collect(Collectors.toMap(VocabularyEntry::phrase, VocabularyEntry::displayAs, (first, _) -> first)));
        VocabularyFilter filter = VocabularyFilter.of(rules.filtered(), method(rules.method()));
        return filter.applied(wording.readable(forms.applied(turns)));
    }

    private static VocabularyFilter.Method method(FilterMethod method) {
        return switch (method) {
            case REMOVE -> VocabularyFilter.Method.REMOVE;
            case MASK -> VocabularyFilter.Method.MASK;
            case TAG -> VocabularyFilter.Method.TAG;
        };
    }
}
