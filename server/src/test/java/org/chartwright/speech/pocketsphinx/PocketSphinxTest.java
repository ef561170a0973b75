package org.chartwright.speech.pocketsphinx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.encounter.Word;
import org.chartwright.speech.Hints;
import org.chartwright.speech.LiveRecognizer;
import org.chartwright.speech.RecognitionException;
import org.chartwright.speech.Recognizer;
import org.chartwright.speech.RecognizerContract;
import org.chartwright.speech.Recognizers;
import org.chartwright.speech.SoundMaker;
import org.chartwright.speech.SpeechConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The real engine, in its worker processes. */
final class PocketSphinxTest extends RecognizerContract {

    private static final SpeechConfig CONFIG = SpeechConfig.defaults().withParallelism(2);
    private static Recognizer recognizer;

    @BeforeAll
    static void open() throws RecognitionException {
        boolean installed;
        try {
            SphinxLibrary.load();
            Installation.find(null);
            installed = true;
        } catch (RecognitionException _) {
            installed = false;
        }
        assumeTrue(installed, "PocketSphinx is not installed: apt-get install libpocketsphinx3 pocketsphinx-en-us");
        recognizer = Recognizers.open(CONFIG);
    }

    @AfterAll
    static void close() {
        if (recognizer != null) {
            recognizer.close();
        }
    }

    @Override
    protected Recognizer recognizer() {
        return recognizer;
    }

    @Override
    protected Recognizer another() {
        try {
            return Recognizers.open(CONFIG);
        } catch (RecognitionException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    protected short[] somethingSaid() throws Exception {
        assumeTrue(SoundMaker.canSpeak(), "flite is not installed: apt-get install flite");
        return SoundMaker.speech("slt", "the doctor will see you in the morning");
    }

    @Test
    void aPlainSentenceIsHeard() throws Exception {
        List<String> heard =
                words(0, 0, somethingSaid()).stream().map(Word::text).toList();
        assertThat(heard).containsExactly("the", "doctor", "will", "see", "you", "in", "the", "morning");
    }

    @Test
    void aWordThatNobodyKnowsIsHeardWithTheVocabularyAndNotWithout() throws Exception {
        assumeTrue(SoundMaker.canSpeak(), "flite is not installed: apt-get install flite");
        short[] sound = SoundMaker.speech("slt", "i take zeltoprin in the morning");
        Hints vocabulary = new Hints(List.of(new Hints.Phrase("zeltoprin", "", "")));
        SpeechPiece piece = new SpeechPiece(0, 0, sound);
        assertThat(recognizer.recognize(piece, Hints.NONE)).extracting(Word::text).doesNotContain("zeltoprin");
        assertThat(recognizer.recognize(piece, vocabulary))
                .extracting(Word::text)
                .containsExactly("i", "take", "zeltoprin", "in", "the", "morning");
        assertThat(recognizer.recognize(new SpeechPiece(0, 0, somethingSaid()), vocabulary))
                .extracting(Word::text)
                .containsExactly("the", "doctor", "will", "see", "you", "in", "the", "morning");
    }

    @Test
    void aMedicineIsHeardWithoutAnyVocabulary() throws Exception {
        assumeTrue(SoundMaker.canSpeak(), "flite is not installed: apt-get install flite");
        assertThat(words(0, 0, SoundMaker.speech("slt", "i take lisinopril ten milligrams once a day")))
                .extracting(Word::text)
                .containsExactly("i", "take", "lisinopril", "ten", "milligrams", "once", "a", "day");
    }

    private static List<Word> along(SpeechPiece whole, short[] after, int bit) throws Exception {
        short[] all = Arrays.copyOf(whole.samples(), whole.samples().length + after.length);
        System.arraycopy(after, 0, all, whole.samples().length, after.length);
        try (LiveRecognizer.Utterance open = LiveRecognizer.of(recognizer).listen(Hints.NONE)) {
            for (int at = 0; at < all.length; at += bit) {
                short[] next = Arrays.copyOfRange(all, at, Math.min(all.length, at + bit));
                open.along(new SpeechPiece(whole.startMillis() + at / 16, 0, next));
            }
            return open.end(whole);
        }
    }

    @Test
    void whatIsListenedToEndsWithTheSameWordsInWhateverBitsItCame() throws Exception {
        SpeechPiece said = new SpeechPiece(5000, 0, somethingSaid());
        List<Word> words = along(said, new short[4800], 3200);
        assertThat(words).extracting(Word::text)
                .containsExactly("the", "doctor", "will", "see", "you", "in", "the", "morning");
        assertThat(words).allMatch(word -> said.time().union(word.time()).equals(said.time()));
        assertThat(along(said, new short[4800], 800)).isEqualTo(words);
        assertThat(along(said, new short[4800], 16_000)).isEqualTo(words);
    }

    /** In a room the beginning is heard anew when more is known. */
    @Test
    void inARoomTooTheBitsMakeNoDifference() throws Exception {
        SpeechPiece said = new SpeechPiece(5000, 0, inRoom(somethingSaid()));
        List<Word> words = along(said, new short[4800], 3200);
        assertThat(words).extracting(Word::text).contains("the", "doctor", "morning");
        assertThat(along(said, new short[4800], 800)).isEqualTo(words);
        assertThat(along(said, new short[4800], 16_000)).isEqualTo(words);
        assertThat(along(said, new short[4800], said.samples().length)).isEqualTo(words);
    }

    private static short[] inRoom(short[] dry) {
        Random luck = new Random(7);
        double[] sum = new double[dry.length];
        for (int echo = 0; echo < 400; echo++) {
            int late = echo == 0 ? 0 : 160 + luck.nextInt(6000);
            double loud = echo == 0 ? 0.6 : 0.07 * luck.nextGaussian() * Math.pow(10, -3.0 * late / 8000);
            for (int i = late; i < sum.length; i++) {
                sum[i] += loud * dry[i - late];
            }
        }
        short[] heard = new short[dry.length];
        for (int i = 0; i < heard.length; i++) {
            heard[i] = (short) Math.clamp(Math.round(sum[i]), Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return heard;
    }

    @Test
    void aWordAfterTheEndIsTheNextStretchs() throws Exception {
        SpeechPiece said = new SpeechPiece(0, 0, somethingSaid());
        assertThat(along(said, SoundMaker.speech("slt", "lisinopril"), 3200)).extracting(Word::text)
                .contains("doctor", "morning")
                .doesNotContain("lisinopril");
    }

    /** PocketSphinx itself would take the means of what it listened to along off everything that follows. */
    @Test
    void whatWasListenedToChangesNothingOfWhatIsHeardLater() throws Exception {
        try (Recognizer one = Recognizers.open(CONFIG.withParallelism(1))) {
            SpeechPiece said = new SpeechPiece(0, 0, somethingSaid());
            List<Word> before = one.recognize(said, Hints.NONE);
            try (LiveRecognizer.Utterance other = LiveRecognizer.of(one).listen(Hints.NONE)) {
                short[] shrill = somethingSaid();
                for (int i = shrill.length - 1; i > 0; i--) {
                    shrill[i] = (short) Math.clamp(8 * (shrill[i] - shrill[i - 1]), Short.MIN_VALUE, Short.MAX_VALUE);
                }
                other.along(new SpeechPiece(0, 0, shrill));
                other.end(new SpeechPiece(0, 0, shrill));
            }
            assertThat(one.recognize(said, Hints.NONE)).isEqualTo(before);
        }
    }

    @Test
    void noWordsAreHeardInABand() throws Exception {
        assertThat(words(0, 0, SoundMaker.band(8, 1))).isEmpty();
    }

    @Test
    void aMissingModelIsSaidInWords(@org.junit.jupiter.api.io.TempDir Path empty) {
        assertThatThrownBy(() -> Recognizers.open(CONFIG.withModel(empty)))
                .isInstanceOf(RecognitionException.class)
                .hasMessageContaining("model was not found in " + empty);
    }

    @Test
    void anUnknownEngineIsSaidInWords() {
        assertThatThrownBy(() -> Recognizers.open(CONFIG.withEngine("parrot")))
                .isInstanceOf(RecognitionException.class)
                .hasMessageContaining("\"parrot\"; known are")
                .hasMessageContaining("pocketsphinx-plain");
    }
}
