package org.chartwright.live;

import java.util.ArrayList;
import java.util.List;
import org.chartwright.encounter.Speaker;
import org.chartwright.encounter.Turn;
import org.chartwright.encounter.Word;
import org.chartwright.scribing.Scribe;
import org.chartwright.scribing.ScribeRequest.WordRules;
import org.chartwright.scribing.Stages;
import org.chartwright.specialties.Specialty;
import org.chartwright.speech.Hints;
import org.chartwright.speech.LiveRecognizer;

/**
 * What a session is heard with.
 *
 * @param recognizer listens
 * @param hints what its client expects to be said
 * @param wording makes words readable
 * @param rules what its client wants done with particular words
 */
record Listening(LiveRecognizer recognizer, Hints hints, Stages.Wordsmith wording, WordRules rules) {

    static Listening of(LiveRecognizer recognizer, Stages.Wordsmith wording, WordRules rules) {
        return new Listening(recognizer, Scribe.hints(rules.vocabulary(), Specialty.GENERAL), wording, rules);
    }

    /** Words as they are shown. What is still being said has no full stop yet. */
    List<Word> readable(List<Word> words, boolean isPartial) {
        if (words.isEmpty()) {
            return words;
        }
        List<Word> shown = new ArrayList<>();
        for (Turn turn : wording.readable(List.of(new Turn(Speaker.CLINICIAN, words)), rules)) {
            shown.addAll(turn.words());
        }
        if (isPartial && !shown.isEmpty()) {
            shown.set(shown.size() - 1, shown.getLast().shownAs(shown.getLast().text(), ""));
        }
        return shown;
    }
}
