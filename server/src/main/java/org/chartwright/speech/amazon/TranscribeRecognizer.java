package org.chartwright.speech.amazon;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.chartwright.audio.AudioStream;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.encounter.Word;
import org.chartwright.speech.CloudConfig;
import org.chartwright.speech.Hints;
import org.chartwright.speech.RecognitionException;
import org.chartwright.speech.Recognizer;
import org.chartwright.speech.Wave;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.transcribe.model.TranscriptionJobStatus;

/**
 * Amazon Transcribe as a recogniser: a piece is a job. Phrases are not sent, since Amazon wants its vocabularies made
 * beforehand. Network troubles and throttling are tried again by the SDK.
 */
final class TranscribeRecognizer implements Recognizer {

    /** A job is paid as 15 s at least and waits its turn, so pieces are longer than elsewhere. */
    private static final Duration LONGEST_PIECE = Duration.ofMinutes(1);

    /** Amazon refuses less than half a second. */
    private static final int FEWEST_SAMPLES = AudioStream.sampleRate() / 2;

    private final TranscribeCalls calls;
    private final CloudConfig cloud;
    private final int parallelism;
    private final Semaphore places;
    private volatile boolean closed;

    TranscribeRecognizer(TranscribeCalls calls, CloudConfig cloud, int parallelism) {
        this.calls = calls;
        this.cloud = cloud;
        this.parallelism = parallelism;
        this.places = new Semaphore(parallelism, true);
    }

    @Override
    public String engine() {
        return TranscribeFactory.ENGINE;
    }

    @Override
    public Duration longestPiece() {
        return LONGEST_PIECE;
    }

    @Override
    public int parallelism() {
        return parallelism;
    }

    @Override
    public List<Word> recognize(SpeechPiece piece, Hints hints) throws RecognitionException, InterruptedException {
        if (closed) {
            throw new IllegalStateException("The recogniser is closed");
        }
        if (piece.time().durationMillis() > LONGEST_PIECE.toMillis()) {
            throw new IllegalArgumentException("A piece is longer than " + LONGEST_PIECE);
        }
        if (piece.time().durationMillis() < 100) {
            return List.of(); // no word is so short
        }
        places.acquire();
        try {
            return hear("chartwright-" + UUID.randomUUID(), piece);
        } finally {
            places.release();
        }
    }

    private List<Word> hear(String job, SpeechPiece piece) throws RecognitionException, InterruptedException {
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
        closed = true;
        calls.close();
    }
}
