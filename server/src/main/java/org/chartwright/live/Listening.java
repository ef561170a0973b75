package org.chartwright.live;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chartwright.encounter.Speaker;
import org.chartwright.encounter.TimeSpan;
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

    /** The final words of a stretch, as they are told. */
    Caption caption(UUID session, HeardPiece piece, boolean byChannel) {
        List<Word> heard = piece.words().orElse(List.of());
        TimeSpan time = heard.stream()
                .map(Word::time)
                .reduce(TimeSpan::union)
                .orElse(new TimeSpan(piece.startMillis(), piece.endMillis()));
        return new Caption(
                CaptionIds.of(session, piece.channel(), piece.startMillis()),
                byChannel ? piece.channel() : -1,
                time,
                readable(heard, false),
                false);
    }

    /** All final captions that have words. */
    List<Caption> captions(UUID session, List<byte[]> notes, boolean byChannel) throws IOException {
        List<Caption> captions = new ArrayList<>();
        for (byte[] note : notes) {
            Caption caption = caption(session, HeardPiece.unpacked(note), byChannel);
            if (!caption.words().isEmpty()) {
                captions.add(caption);
            }
        }
        return captions;
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
