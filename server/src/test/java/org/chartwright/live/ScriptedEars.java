package org.chartwright.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.encounter.TimeSpan;
import org.chartwright.encounter.Word;
import org.chartwright.speech.Hints;
import org.chartwright.speech.LiveRecognizer;

/** Hears a word in each third of a second; which one depends on the sound and on nothing else. */
public final class ScriptedEars implements LiveRecognizer {

    private static final int STEP = 4800;
    private static final String[] WORDS = {"knee", "pain", "worse", "better", "daily", "weeks", "rest", "walk"};

    @Override
    public Utterance listen(Hints hints) {
        return new Utterance() {
            private final List<Word> heard = new ArrayList<>();

            @Override
            public List<Word> along(SpeechPiece more) {
                heard.add(Word.heard("so", more.time(), 0.5, more.channel()));
                return List.copyOf(heard);
            }

            @Override
            public List<Word> end(SpeechPiece whole) {
                return recognize(whole, hints);
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public List<Word> recognize(SpeechPiece piece, Hints hints) {
        List<Word> words = new ArrayList<>();
        for (int at = 0; at + STEP <= piece.samples().length; at += STEP) {
            int sum = 0;
            for (int i = at; i < at + STEP; i++) {
                sum = 31 * sum + piece.samples()[i];
            }
            long start = piece.startMillis() + at / 16;
            words.add(Word.heard(
                    WORDS[Math.floorMod(sum, WORDS.length)], new TimeSpan(start, start + 300), 0.9, piece.channel()));
        }
        return words;
    }

    @Override
    public String engine() {
        return "scripted";
    }

    @Override
    public Duration longestPiece() {
        return Duration.ofSeconds(12);
    }

    @Override
    public int parallelism() {
        return 100;
    }

    @Override
    public void close() {}
}
