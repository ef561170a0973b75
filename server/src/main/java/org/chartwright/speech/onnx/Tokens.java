package org.chartwright.speech.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.encounter.TimeSpan;
import org.chartwright.encounter.Word;
import org.chartwright.speech.RecognitionException;
import org.chartwright.speech.Spelling;

/** What a network's outputs stand for: pieces of words, of which a leading ▁ begins a word, and a blank. */
final class Tokens {

    private static final String BEGINS_WORD = "▁";

    private final String[] texts;
    private final int blank;

    private Tokens(String[] texts, int blank) {
        this.texts = texts;
        this.blank = blank;
    }

    /** Reads {@code tokens.txt}: a token and its number a line. */
    static Tokens read(Path file) throws IOException, RecognitionException {
        List<String> lines = Files.readAllLines(file);
        String[] texts = new String[lines.size()];
        int blank = -1;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int space = line.lastIndexOf(' ');
            if (space < 1 || !line.substring(space + 1).equals(Integer.toString(i))) {
                throw new RecognitionException("Line " + (i + 1) + " of " + file + " is not a token and the number " + i);
            }
            texts[i] = line.substring(0, space);
            if (texts[i].equals("<blk>") || texts[i].equals("<blank>")) {
                blank = i;
            }
        }
        if (blank < 0) {
            throw new RecognitionException("There is no token <blk> in " + file);
        }
        return new Tokens(texts, blank);
    }

    int size() {
        return texts.length;
    }

    int blank() {
        return blank;
    }

    /**
     * The words of the likeliest path.
     *
     * @param logProbabilities of each step and token
     * @param stepMillis how long a step lasts
     */
    List<Word> words(float[][] logProbabilities, int stepMillis, SpeechPiece piece) {
        List<Word> words = new ArrayList<>();
        Growing word = new Growing(piece, stepMillis);
        int before = blank;
        for (int step = 0; step < logProbabilities.length; step++) {
            int best = likeliest(logProbabilities[step]);
            if (best != blank && best < texts.length && !isMark(best)) {
                if (best != before) {
                    if (texts[best].startsWith(BEGINS_WORD)) {
                        word.end(words);
                    }
                    word.add(texts[best].replace(BEGINS_WORD, ""), step, logProbabilities[step][best]);
                } else {
                    word.lasts(step);
                }
            }
            before = best;
        }
        word.end(words);
        return List.copyOf(words);
    }

    private boolean isMark(int token) {
        return texts[token].startsWith("<") && texts[token].endsWith(">");
    }

    private static int likeliest(float[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            best = values[i] > values[best] ? i : best;
        }
        return best;
    }

    /** A word of which more may follow. Its confidence is that of its tokens in the geometric mean. */
    private static final class Growing {

        private final SpeechPiece piece;
        private final int stepMillis;
        private final StringBuilder text = new StringBuilder();
        private int tokens;
        private double logProbability;
        private int first;
        private int last;

        Growing(SpeechPiece piece, int stepMillis) {
            this.piece = piece;
            this.stepMillis = stepMillis;
        }

        void add(String more, int step, double log) {
            if (tokens == 0) {
                first = step;
            }
            text.append(more);
            tokens++;
            logProbability += log;
            last = step;
        }

        void lasts(int step) {
            last = step;
        }

        void end(List<Word> words) {
            String plain = Spelling.plain(text.toString());
            if (!plain.isEmpty()) {
                TimeSpan time = new TimeSpan(at(first), at(last + 1));
                double confidence = Math.clamp(Math.exp(logProbability / tokens), 0, 1);
                words.add(Word.heard(plain, time, confidence, piece.channel()));
            }
            text.setLength(0);
            tokens = 0;
            logProbability = 0;
        }

        private long at(int step) {
            TimeSpan whole = piece.time();
            return Math.clamp(whole.startMillis() + (long) step * stepMillis, whole.startMillis(), whole.endMillis());
        }
    }
}
