package org.chartwright.speech.pocketsphinx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.chartwright.encounter.Word;
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
    void aMissingModelIsSaidInWords(@org.junit.jupiter.api.io.TempDir Path empty) {
        assertThatThrownBy(() -> Recognizers.open(CONFIG.withModel(empty)))
                .isInstanceOf(RecognitionException.class)
                .hasMessageContaining("model was not found in " + empty);
    }

    @Test
    void anUnknownEngineIsSaidInWords() {
        assertThatThrownBy(() -> Recognizers.open(CONFIG.withEngine("parrot")))
                .isInstanceOf(RecognitionException.class)
                .hasMessageContaining("\"parrot\"; known are pocketsphinx");
    }
}
