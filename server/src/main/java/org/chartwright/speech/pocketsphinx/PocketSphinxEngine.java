package org.chartwright.speech.pocketsphinx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.encounter.TimeSpan;
import org.chartwright.encounter.Word;
import org.chartwright.speech.RecognitionException;
import org.chartwright.speech.worker.Engine;
import org.jspecify.annotations.Nullable;

/** PocketSphinx as an engine: whole pieces in, words out. Confined to the thread that opened it. */
final class PocketSphinxEngine implements Engine {

    private static final int FRAME_MILLIS = 10;
    private static final int LONGEST_SHORT_WORD = 90;
    private static final int FRAMES_PER_LETTER = 12;
    /** The clinical model's share; half was best on held-back talk, and the optimum is flat. */
    private static final double CLINICAL_SHARE = 0.5;

    private static final Pattern FILLER = Pattern.compile("<.*|\\[.*|\\+\\+.*");
    private static final Pattern VARIANT = Pattern.compile("\\(\\d+\\)$");

    private final Decoder decoder;

    private PocketSphinxEngine(Decoder decoder) {
        this.decoder = decoder;
    }

    static PocketSphinxEngine open(Installation installed) throws RecognitionException {
        Map<String, String> settings = new TreeMap<>(Map.of(
                "-hmm", installed.acoustics().toString(),
                "-dict", installed.dictionary().toString(),
                "-cmn", "batch",
                "-remove_silence", "no",
                "-maxwpf", "10",
                "-wip", "0.4"));
        Decoder decoder = new Decoder(SphinxLibrary.load(), settings);
        try {
            decoder.addWords(ClinicalLanguage.pronunciations());
            setLanguage(decoder, installed);
            return new PocketSphinxEngine(decoder);
        } catch (RecognitionException | RuntimeException e) {
            decoder.close();
            throw e;
        }
    }

    private static void setLanguage(Decoder decoder, Installation installed) throws RecognitionException {
        Path clinical = null;
        try {
            clinical = ClinicalLanguage.unpack();
            decoder.setLanguage(List.of(
                    new Decoder.Share("generic", installed.language(), 1 - CLINICAL_SHARE),
                    new Decoder.Share("clinical", clinical, CLINICAL_SHARE)));
        } catch (IOException e) {
            throw new RecognitionException("The clinical language model could not be unpacked", e);
        } finally {
            delete(clinical);
        }
    }

    private static void delete(@Nullable Path file) {
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException _) {
                file.toFile().deleteOnExit();
            }
        }
    }

    @Override
    public List<Word> recognize(SpeechPiece piece) throws RecognitionException {
        // Less than two windows of features is nothing that could be a word, and PocketSphinx has trouble with it.
        if (piece.time().durationMillis() < 8 * FRAME_MILLIS) {
            return List.of();
        }
        List<Word> words = new ArrayList<>();
        TimeSpan whole = piece.time();
        for (Decoder.Segment segment : decoder.hear(piece.samples())) {
            if (!FILLER.matcher(segment.word()).matches() && isPlausible(segment)) {
                long start = whole.startMillis() + (long) segment.firstFrame() * FRAME_MILLIS;
                long end = whole.startMillis() + (segment.lastFrame() + 1L) * FRAME_MILLIS;
                words.add(Word.heard(
                        VARIANT.matcher(segment.word()).replaceFirst(""),
                        new TimeSpan(Math.min(start, whole.endMillis()), Math.min(end, whole.endMillis())),
                        segment.probability(),
                        piece.channel()));
            }
        }
        return words;
    }

    /** A steady sound is sometimes heard as one endless short word. */
    private static boolean isPlausible(Decoder.Segment segment) {
        int frames = segment.lastFrame() - segment.firstFrame() + 1;
        return frames <= LONGEST_SHORT_WORD + FRAMES_PER_LETTER * segment.word().length();
    }

    @Override
    public void close() {
        decoder.close();
    }
}
