package org.chartwright.speech.amazon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.chartwright.encounter.TimeSpan;
import org.chartwright.encounter.Word;
import org.chartwright.speech.CloudConfig;
import org.chartwright.speech.RecognitionException;
import org.chartwright.speech.Recognizer;
import org.chartwright.speech.RecognizerContract;
import org.chartwright.speech.Recognizers;
import org.chartwright.speech.SpeechConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The real client against a small Amazon on this machine; the real one was not tried. */
final class TranscribeRecognizerTest extends RecognizerContract {

    private static final Duration GENEROUS = Duration.ofMinutes(5);

    private SmallAmazon amazon;
    private Recognizer recognizer;

    @BeforeEach
    void open() throws Exception {
        amazon = new SmallAmazon();
        recognizer = another();
    }

    /** Whatever happened, nothing of a visit stays there. */
    @AfterEach
    void nothingIsLeftAtAmazon() {
        recognizer.close();
        amazon.close();
        assertThat(amazon.jobs).isEmpty();
        assertThat(amazon.objects).isEmpty();
    }

    @Override
    protected Recognizer recognizer() {
        return recognizer;
    }

    @Override
    protected Recognizer another() {
        return waitingFor(GENEROUS);
    }

    @Override
    protected short[] somethingSaid() {
        short[] samples = new short[16_000];
        samples[0] = SmallAmazon.MARK;
        return samples;
    }

    @Test
    void wordsComeWithTheirTimesAndWithoutMarks() throws Exception {
        assertThat(words(5000, 0, somethingSaid()))
                .containsExactly(
                        Word.heard("hello", new TimeSpan(5100, 5500), 0.998, 0),
                        Word.heard("doctor", new TimeSpan(5500, 6000), 0.9, 0));
        assertThat(amazon.asked)
                .containsExactly(
                        "PUT",
                        "StartTranscriptionJob",
                        "GetTranscriptionJob",
                        "GetTranscriptionJob",
                        "GetTranscriptionJob",
                        "GET",
                        "DeleteTranscriptionJob",
                        "DELETE",
                        "DELETE");
    }

    @Test
    void aShortPieceIsMadeAsLongAsAmazonWants() throws Exception {
        short[] samples = new short[3200];
        samples[0] = SmallAmazon.MARK;
        assertThat(words(0, 0, samples)).hasSize(2).allMatch(word -> word.time().endMillis() <= 200);
    }

    @Test
    void throttlingIsWaitedOut() throws Exception {
        amazon.troubles.put("StartTranscriptionJob", new ArrayList<>(List.of(503)));
        assertThat(words(0, 0, somethingSaid())).hasSize(2);
    }

    @Test
    void aRefusalIsToldByItsCodeAlone() {
        amazon.troubles.put("StartTranscriptionJob", new ArrayList<>(List.of(400)));
        assertThatThrownBy(() -> words(0, 0, somethingSaid()))
                .isInstanceOf(RecognitionException.class)
                .hasMessage("Amazon refused to hear a piece: TroubleException")
                .hasNoCause();
    }

    @Test
    void aJobThatFailsIsAFailure() {
        amazon.end = "FAILED";
        assertThatThrownBy(() -> words(0, 0, somethingSaid()))
                .isInstanceOf(RecognitionException.class)
                .hasMessage("Amazon Transcribe failed to hear a piece");
    }

    @Test
    void aJobThatNeverEndsIsGivenUp() {
        amazon.looks = Integer.MAX_VALUE;
        try (Recognizer impatient = waitingFor(Duration.ofMillis(1))) {
            recognizer.close();
            recognizer = impatient;
            assertThatThrownBy(() -> words(0, 0, somethingSaid()))
                    .isInstanceOf(RecognitionException.class)
                    .hasMessageContaining("did not hear a piece within");
        }
    }

    @Test
    void whoIsInterruptedLeavesNothingBehind() throws Exception {
        amazon.looks = Integer.MAX_VALUE;
        List<Throwable> ended = new ArrayList<>();
        Thread listener = Thread.ofVirtual().start(() -> {
            try {
                words(0, 0, somethingSaid());
            } catch (Exception e) {
                ended.add(e);
            }
        });
        amazon.lookedAt.await();
        listener.interrupt();
        listener.join();
        assertThat(ended).singleElement().isInstanceOf(InterruptedException.class);
    }

    @Test
    void nonsenseIsAFailureThatQuotesNothing() {
        for (String nonsense : List.of(
                "the patient said something private",
                "{}",
                "{\"results\":{\"items\":[{\"type\":\"pronunciation\",\"alternatives\":[{\"content\":\"private\"}]}]}}")) {
            amazon.heard = nonsense;
            assertThatThrownBy(() -> words(0, 0, somethingSaid()))
                    .isInstanceOf(RecognitionException.class)
                    .hasMessageStartingWith("Amazon's transcript")
                    .hasMessageNotContaining("private")
                    .hasNoCause();
        }
    }

    @Test
    void aRecordingThatCannotBeRemovedDoesNotCostItsWords() throws Exception {
        amazon.troubles.put("DeleteTranscriptionJob", new ArrayList<>(List.of(400)));
        assertThat(words(0, 0, somethingSaid())).hasSize(2);
        assertThat(amazon.objects).isEmpty();
        assertThat(amazon.jobs).hasSize(1);
        amazon.jobs.clear();
    }

    @Test
    void aBucketIsNeeded() {
        assertThatThrownBy(() -> Recognizers.open(SpeechConfig.defaults().withEngine("aws-transcribe")))
                .isInstanceOf(RecognitionException.class)
                .hasMessageContaining("speech.aws-bucket");
    }

    private Recognizer waitingFor(Duration timeout) {
        CloudConfig.Access access = new CloudConfig.Access("AKIDTEST", "s3cret", amazon.address(), amazon.address());
        try {
            return Recognizers.open(SpeechConfig.defaults()
                    .withEngine("aws-transcribe")
                    .withCloud(new CloudConfig("us-east-1", SmallAmazon.BUCKET, access, timeout, Duration.ofMillis(1))));
        } catch (RecognitionException e) {
            throw new AssertionError(e);
        }
    }
}
