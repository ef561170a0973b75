package org.chartwright.speech.pocketsphinx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.encounter.Word;
import org.chartwright.speech.Hints;
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
