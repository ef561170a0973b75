package org.chartwright.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.encounter.TimeSpan;
import org.chartwright.encounter.Word;
import org.junit.jupiter.api.Test;

/** What every engine must do. A subclass opens its engine and says what it can hear. */
public abstract class RecognizerContract {

    /** The engine under test; it is not closed here unless a test says so. */
    protected abstract Recognizer recognizer();

    /** A fresh one, which the test closes. */
    protected abstract Recognizer another();

    /** Sound in which this engine hears something. */
    protected abstract short[] somethingSaid() throws Exception;

    @Test
    void silenceNoiseAndTonesGiveNoWords() throws Exception {
        assertThat(words(0, 0, SoundMaker.silence(3))).isEmpty();
        assertThat(words(0, 0, SoundMaker.noise(3, 0.001, 1))).isEmpty();
        assertThat(words(0, 0, SoundMaker.noise(4, 0.1, 2))).isEmpty();
        assertThat(words(0, 0, SoundMaker.tones(3, 0.3, 440))).isEmpty();
        assertThat(words(0, 0, SoundMaker.tones(4, 0.3, 262, 330, 392))).isEmpty();
    }

    @Test
    void beepsAndHeldNotesGiveNoWords() throws Exception {
        assertThat(words(0, 0, SoundMaker.beeps(3, 1000))).isEmpty();
        assertThat(words(0, 0, SoundMaker.notes(5, 220, 330, 262, 440, 294))).isEmpty();
    }

    @Test
    void almostNothingGivesNoWords() throws Exception {
        assertThat(words(0, 0, new short[0])).isEmpty();
        assertThat(words(0, 0, new short[1])).isEmpty();
        assertThat(words(0, 0, SoundMaker.noise(0.02, 0.1, 3))).isEmpty();
    }

    @Test
    void wordsLieInsideThePieceInOrderOnItsChannel() throws Exception {
        short[] sound = somethingSaid();
        List<Word> words = words(123_450, 1, sound);
        assertThat(words).isNotEmpty();
        TimeSpan whole = new SpeechPiece(123_450, 1, sound).time();
        long before = whole.startMillis();
        for (Word word : words) {
            assertThat(word.time().startMillis()).isGreaterThanOrEqualTo(before);
            assertThat(word.time().endMillis()).isBetween(word.time().startMillis(), whole.endMillis());
            assertThat(word.channel()).isEqualTo(1);
            before = word.time().startMillis();
        }
    }

    @Test
    void theSameSoundGivesTheSameWordsFromAnyThread() throws Exception {
        short[] sound = somethingSaid();
        List<Word> alone = words(0, 0, sound);
        List<Future<List<Word>>> together = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) {
                together.add(threads.submit(() -> words(0, 0, sound)));
            }
        }
        for (Future<List<Word>> one : together) {
            assertThat(one.get()).isEqualTo(alone);
        }
    }

    @Test
    void aPieceThatIsTooLongIsTheCallersMistake() {
        int samples = (int) (recognizer().longestPiece().toMillis() * 16) + 1600;
        assertThatThrownBy(() -> words(0, 0, new short[samples])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingIsHeardAfterTheEnd() throws Exception {
        Recognizer short_ = another();
        short_.close();
        assertThatThrownBy(() -> short_.recognize(new SpeechPiece(0, 0, somethingSaid()), Hints.NONE))
                .isInstanceOf(IllegalStateException.class);
    }

    /** Hears a piece without hints. */
    protected final List<Word> words(long start, int channel, short[] samples) throws Exception {
        return recognizer().recognize(new SpeechPiece(start, channel, samples), Hints.NONE);
    }
}
