package org.chartwright.speech.pocketsphinx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.audio.SoundTraits;
import org.chartwright.encounter.TimeSpan;
import org.chartwright.encounter.Word;
import org.chartwright.speech.Hints;
import org.chartwright.speech.RecognitionException;
import org.chartwright.speech.worker.Engine;
import org.jspecify.annotations.Nullable;

/** PocketSphinx as an engine: whole pieces in, words out. Confined to the thread that opened it. */
final class PocketSphinxEngine implements Engine {

    private static final int FRAME_MILLIS = 10;
    private static final int SAMPLES_PER_MILLI = 16;
    private static final int SOON_HEARD_MILLIS = 1200;

    /** The clinical model's share: half is best for talk in a practice, but costs other speech more than it gains there. */
    private static final double CLINICAL_SHARE = 0.4;

    /** The share of a visit's own phrases, when it has any. */
    private static final double PHRASE_SHARE = 0.1;

    private final Decoder decoder;
    private final @Nullable Clearing clearing;
    private @Nullable Heard heard;

    private PocketSphinxEngine(Decoder decoder, @Nullable Clearing clearing) {
        this.decoder = decoder;
        this.clearing = clearing;
    }

    /** What is taken out of the sound before it is recognised, and what is refused after. */
    private record Clearing(EchoRemoval echoes, FeatureMap map, MusicLikeness music) {}

    static PocketSphinxEngine open(Installation installed, Hints hints) throws RecognitionException {
        Map<String, String> settings = settings(installed);
        // Measured: keeping five words and 6,000 HMMs a frame saves a sixth of the time and costs no accuracy.
        settings.put("-maxwpf", "5");
        settings.put("-maxhmmpf", "6000");
        Decoder decoder = new Decoder(SphinxLibrary.load(), settings);
        try {
            Map<String, String> clinical = ClinicalLanguage.pronunciations();
            decoder.addWords(clinical);
            PhraseModel phrases = null;
            if (!hints.phrases().isEmpty()) {
                Set<String> known = installed.words();
                known.addAll(clinical.keySet());
                phrases = new PhraseModel(hints, known, LetterSounds.shipped());
                decoder.addWords(phrases.pronunciations());
            }
            setLanguage(decoder, installed, phrases);
            return new PocketSphinxEngine(decoder, new Clearing(new EchoRemoval(), FeatureMap.shipped(), MusicLikeness.shipped()));
        } catch (RecognitionException | RuntimeException e) {
            decoder.close();
            throw e;
        }
    }

    private static void setLanguage(Decoder decoder, Installation installed, @Nullable PhraseModel phrases)
            throws RecognitionException {
        try (MemoryFile clinical = new MemoryFile();
                MemoryFile own = new MemoryFile()) {
            boolean boosted = phrases != null && !phrases.isEmpty();
            double rest = boosted ? 1 - PHRASE_SHARE : 1;
            ClinicalLanguage.unpack(clinical.path());
            List<Decoder.Share> shares = new ArrayList<>();
            shares.add(new Decoder.Share("generic", installed.language(), rest * (1 - CLINICAL_SHARE)));
            shares.add(new Decoder.Share("clinical", clinical.path(), rest * CLINICAL_SHARE));
            if (phrases != null && boosted) {
                phrases.write(own.path());
                shares.add(new Decoder.Share("phrases", own.path(), PHRASE_SHARE));
            }
            decoder.setLanguage(shares);
        } catch (IOException e) {
            throw new RecognitionException("A language model could not be made for PocketSphinx", e);
        }
    }

    /** The model and the settings as they are distributed, to compare with. */
    static PocketSphinxEngine openPlain(Installation installed) throws RecognitionException {
        Decoder decoder = new Decoder(SphinxLibrary.load(), settings(installed));
        try {
            decoder.setLanguage(List.of(new Decoder.Share("generic", installed.language(), 1)));
            return new PocketSphinxEngine(decoder, null);
        } catch (RecognitionException | RuntimeException e) {
            decoder.close();
            throw e;
        }
    }

    static Map<String, String> settings(Installation installed) {
        return new TreeMap<>(Map.of(
                "-hmm", installed.acoustics().toString(),
                "-dict", installed.dictionary().toString(),
                "-remove_silence", "no"));
    }

    @Override
    public List<Word> along(SpeechPiece more, boolean begins) throws RecognitionException {
        if (begins) {
            decoder.begin();
            decoder.cepstra().begin();
            heard = new Heard(more.startMillis(), new AlongFeatures(clearing == null ? null : clearing.map()));
        }
        Heard open = heard;
        if (open == null) {
            throw new RecognitionException("Nothing is being said");
        }
        open.to = more.time().endMillis();
        open.add(more.samples());
        AlongFeatures.Done features = open.features.add(decoder.cepstra().more(more.samples()));
        return words(listen(open, features), new TimeSpan(open.from, open.to), more.channel());
    }

    @Override
    public List<Word> end(SpeechPiece whole) throws RecognitionException {
        Heard open = heard;
        heard = null;
        if (open == null || !open.isWorthEnding(whole)) {
            return hear(whole, dried(whole));
        }
        // Echoes are taken out of a whole stretch or not at all: where there are many, better words are worth the wait.
        short[] dried = clearing == null ? whole.samples() : clearing.echoes().driedWhereWorthWaiting(whole.samples());
        return dried == whole.samples() ? settle(open, whole) : hear(whole, dried);
    }

    /** The samples themselves where there is next to no echo. */
    private short[] dried(SpeechPiece piece) {
        return clearing == null ? piece.samples() : clearing.echoes().driedWhereItEchoes(piece.samples());
    }

    private List<Decoder.Segment> listen(Heard open, AlongFeatures.Done features) throws RecognitionException {
        if (features.anew()) {
            decoder.begin();
            // That began the front end anew too, which shall go on from where it was.
            decoder.cepstra().begin();
            decoder.cepstra().more(open.samples());
        }
        return decoder.along(features.frames());
    }

    private List<Word> settle(Heard open, SpeechPiece whole) throws RecognitionException {
        long until = whole.time().endMillis();
        float[] last = {};
        if (until > open.to) {
            int missing = (int) Math.min(whole.samples().length, (until - open.to) * SAMPLES_PER_MILLI);
            short[] rest = Arrays.copyOfRange(
                    whole.samples(), whole.samples().length - missing, whole.samples().length);
            open.add(rest);
            last = decoder.cepstra().more(rest);
        }
        listen(open, open.features.add(last));
        listen(open, open.features.end(decoder.cepstra().end()));
        List<Decoder.Segment> path = decoder.settle();
        if (isImagined(new Found(path, open.features.heard(), open.features.change()), whole)) {
            return List.of();
        }
        // What was listened to goes on after the stretch; a word that lies mostly there is the next one's.
        return words(path, new TimeSpan(open.from, Math.max(open.to, until)), whole.channel()).stream()
                .filter(word -> (word.time().startMillis() + word.time().endMillis()) / 2 < until)
                .map(word -> word.time().endMillis() <= until
                        ? word
                        : Word.heard(
                                word.text(), new TimeSpan(word.time().startMillis(), until), word.confidence(), word.channel()))
                .toList();
    }

    /** What is being said, as far as it was heard. */
    private static final class Heard {
        private final long from;
        private final AlongFeatures features;
        private short[] samples = {};
        private int count;
        private long to;

        Heard(long from, AlongFeatures features) {
            this.from = from;
            this.features = features;
        }

        void add(short[] more) {
            if (count + more.length > samples.length) {
                samples = Arrays.copyOf(samples, 2 * (count + more.length));
            }
            System.arraycopy(more, 0, samples, count, more.length);
            count += more.length;
        }

        /** All samples so far. */
        short[] samples() {
            return Arrays.copyOf(samples, count);
        }

        /** Of little speech the means are not known well while it is said, and it is soon heard again. */
        boolean isWorthEnding(SpeechPiece whole) {
            return from == whole.startMillis() && whole.time().durationMillis() > SOON_HEARD_MILLIS;
        }
    }

    @Override
    public List<Word> recognize(SpeechPiece piece) throws RecognitionException {
        heard = null;
        return hear(piece, dried(piece));
    }

    private List<Word> hear(SpeechPiece piece, short[] dried) throws RecognitionException {
        Optional<Found> found = found(piece, dried);
        return found.isEmpty() || isImagined(found.get(), piece)
                ? List.of()
                : words(found.get().path(), piece.time(), piece.channel());
    }

    /**
     * What was found in a piece before it is judged.
     *
     * @param features as they were heard
     * @param change how much the map of features found to change
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Found(List<Decoder.Segment> path, float[] features, double change) {

        Optional<double[]> looks(SpeechPiece piece) {
            return MusicLooks.of(path, MusicLooks.movement(features), change, SoundTraits.of(piece.samples()));
        }
    }

    private Optional<Found> found(SpeechPiece piece, short[] dried) throws RecognitionException {
        // Less than two windows of features is nothing that could be a word, and PocketSphinx has trouble with it.
        if (piece.time().durationMillis() < 8 * FRAME_MILLIS || isStill(piece.samples())) {
            return Optional.empty();
        }
        FeatureMap.Changes changes = new FeatureMap.Changes();
        float[] features = decoder.features(dried);
        float[] cleaned = clearing == null ? features : clearing.map().clean(features, changes);
        List<Decoder.Segment> path = decoder.hear(AlongFeatures.withoutMeans(cleaned));
        return Optional.of(new Found(path, features, changes.meanSquare()));
    }

    /** The looks at a piece in which words were found; see {@link MusicEar}. */
    Optional<double[]> looks(SpeechPiece piece) throws RecognitionException {
        return found(piece, dried(piece))
                .filter(found -> Plausibility.isSpeech(found.path()))
                .flatMap(found -> found.looks(piece));
    }

    /** Whether nobody said what was found; the bare engine is judged by its words only. */
    private boolean isImagined(Found found, SpeechPiece piece) {
        return !Plausibility.isSpeech(found.path())
                || (clearing != null && found.looks(piece).filter(clearing.music()::isMusic).isPresent());
    }

    /** Whether there is no sound but what rounding makes. */
    private static boolean isStill(short[] samples) {
        for (short sample : samples) {
            if (Math.abs(sample) > 2) {
                return false;
            }
        }
        return true;
    }

    private static List<Word> words(List<Decoder.Segment> path, TimeSpan whole, int channel) {
        List<Word> words = new ArrayList<>();
        for (Decoder.Segment segment : path) {
            if (!segment.isFiller() && Plausibility.isWord(segment)) {
                long start = whole.startMillis() + (long) segment.firstFrame() * FRAME_MILLIS;
                long end = whole.startMillis() + (segment.lastFrame() + 1L) * FRAME_MILLIS;
                words.add(Word.heard(
                        segment.text(),
                        new TimeSpan(Math.min(start, whole.endMillis()), Math.min(end, whole.endMillis())),
                        segment.probability(),
                        channel));
            }
        }
        return words;
    }

    @Override
    public void close() {
        decoder.close();
    }
}
