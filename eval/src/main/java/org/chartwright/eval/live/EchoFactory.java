package org.chartwright.eval.live;

import java.util.ArrayList;
import java.util.List;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.encounter.TimeSpan;
import org.chartwright.encounter.Word;
import org.chartwright.eval.ScriptedEars;
import org.chartwright.speech.Hints;
import org.chartwright.speech.Recognizer;
import org.chartwright.speech.RecognizerFactory;
import org.chartwright.speech.SpeechConfig;

/**
 * The engine {@code echo}, for measuring everything but recognition: a guess says at once up to where sound has come, and
 * the words that stay depend on the sound and on nothing else.
 */
public final class EchoFactory implements RecognizerFactory {

    private static final int STEP = 4800;
    private static final String[] WORDS = {"knee", "pain", "worse", "better", "daily", "weeks", "rest", "walk"};

    @Override
    public String engine() {
        return "echo";
    }

    @Override
    public Recognizer open(SpeechConfig config) {
        return new Echo();
    }

    private static final class Echo extends ScriptedEars {

        @Override
        protected List<Word> guess(SpeechPiece more) {
            return List.of(Word.heard("so", more.time(), 0.5, more.channel()));
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
            return "echo";
        }

        @Override
        public int parallelism() {
            return 10_000;
        }
    }
}
