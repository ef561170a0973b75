package org.chartwright.speech.amazon;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.chartwright.audio.AudioStream;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.encounter.Word;
import org.chartwright.speech.CloudConfig;
import org.chartwright.speech.Hints;
import org.chartwright.speech.RecognitionException;
import org.chartwright.speech.RecognizerElsewhere;
import org.chartwright.speech.Wave;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.transcribe.model.TranscriptionJobStatus;

/**
 * Amazon Transcribe as a recogniser: a piece is a job. Phrases are not sent, since Amazon wants its vocabularies made
 * beforehand. Network troubles and throttling are tried again by the SDK.
 */
final class TranscribeRecognizer extends RecognizerElsewhere {

    /** A job is paid as 15 s at least and waits its turn, so pieces are longer than elsewhere. */
    private static final Duration LONGEST_PIECE = Duration.ofMinutes(1);

    /** Amazon refuses less than half a second. */
    private static final int FEWEST_SAMPLES = AudioStream.sampleRate() / 2;

    private final TranscribeCalls calls;
    private final CloudConfig cloud;

    TranscribeRecognizer(TranscribeCalls calls, CloudConfig cloud, int parallelism) {
        super(TranscribeFactory.ENGINE, LONGEST_PIECE, parallelism);
        this.calls = calls;
        this.cloud = cloud;
    }

    @Override
    protected List<Word> hear(SpeechPiece piece, Hints hints) throws RecognitionException, InterruptedException {
        String job = "chartwright-" + UUID.randomUUID();
        short[] samples = piece.samples();
        byte[] wave = Wave.of(Arrays.copyOf(samples, Math.max(FEWEST_SAMPLES, samples.length)));
        try {
            calls.begin(job, wave, AudioStream.sampleRate());
            awaitEnd(job);
            return TranscribeAnswer.words(calls.transcript(job, TranscribeAnswer.LARGEST), piece);
        } catch (AwsServiceException e) {
            throw new RecognitionException("Amazon refused to hear a piece: " + code(e));
        } catch (SdkException | IOException e) {
            if (Thread.interrupted() || e instanceof AbortedException) {
                throw new InterruptedException("Interrupted while Amazon was asked");
            }
            throw new RecognitionException(
                    "Amazon could not be reached or broke off (" + e.getClass().getSimpleName() + ")");
        } finally {
            calls.remove(job);
        }
    }

    private void awaitEnd(String job) throws RecognitionException, InterruptedException {
        long begun = System.nanoTime();
        while (true) {
            TranscriptionJobStatus status = calls.look(job);
            if (status == TranscriptionJobStatus.COMPLETED) {
                return;
            }
            if (status == TranscriptionJobStatus.FAILED) {
                throw new RecognitionException("Amazon Transcribe failed to hear a piece");
            }
            if (System.nanoTime() - begun > cloud.timeout().toNanos()) {
                throw new RecognitionException("Amazon Transcribe did not hear a piece within " + cloud.timeout());
            }
            Thread.sleep(cloud.pause());
        }
    }

    /** An error's code is one of a list; its message may name what was asked. */
    private static String code(AwsServiceException e) {
        return e.awsErrorDetails() == null || e.awsErrorDetails().errorCode() == null
                ? "HTTP status " + e.statusCode()
                : e.awsErrorDetails().errorCode().replaceAll("[^A-Za-z0-9.]", "");
    }

    @Override
    public void close() {
        super.close();
        calls.close();
    }
}
