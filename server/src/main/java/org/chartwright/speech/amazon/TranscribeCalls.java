package org.chartwright.speech.amazon;

import java.io.IOException;
import java.time.Duration;
import org.chartwright.speech.CloudConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.transcribe.TranscribeClient;
import software.amazon.awssdk.services.transcribe.TranscribeClientBuilder;
import software.amazon.awssdk.services.transcribe.model.LanguageCode;
import software.amazon.awssdk.services.transcribe.model.MediaFormat;
import software.amazon.awssdk.services.transcribe.model.TranscriptionJobStatus;

/** The calls of Amazon Transcribe and of the bucket that a piece needs, each bounded in time. Any thread. */
final class TranscribeCalls implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TranscribeCalls.class);
    private static final Duration CALL = Duration.ofMinutes(1);
    private static final String FOLDER = "chartwright/";

    private final String bucket;
    private final S3Client store;
    private final TranscribeClient service;

    TranscribeCalls(CloudConfig cloud) {
        CloudConfig.Access access = cloud.access();
        AwsCredentialsProvider keys = access.accessKeyId().isEmpty()
                ? DefaultCredentialsProvider.builder().build()
                : StaticCredentialsProvider.create(AwsBasicCredentials.create(access.accessKeyId(), access.secret()));
        S3ClientBuilder store = S3Client.builder()
                .region(Region.of(cloud.region()))
                .credentialsProvider(keys)
                .forcePathStyle(access.store() != null)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(o -> o.apiCallTimeout(CALL));
        TranscribeClientBuilder service = TranscribeClient.builder()
                .region(Region.of(cloud.region()))
                .credentialsProvider(keys)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(o -> o.apiCallTimeout(CALL));
        if (access.store() != null) {
            store.endpointOverride(access.store());
        }
        if (access.transcribe() != null) {
            service.endpointOverride(access.transcribe());
        }
        this.bucket = cloud.bucket();
        this.store = store.build();
        this.service = service.build();
    }

    /** Puts the sound into the bucket and has it heard. */
    void begin(String job, byte[] wave, int sampleRate) {
        store.putObject(r -> r.bucket(bucket).key(sound(job)).contentType("audio/wav"), RequestBody.fromBytes(wave));
        service.startTranscriptionJob(r -> r.transcriptionJobName(job)
                .languageCode(LanguageCode.EN_US)
                .mediaFormat(MediaFormat.WAV)
                .mediaSampleRateHertz(sampleRate)
                .media(m -> m.mediaFileUri("s3://" + bucket + "/" + sound(job)))
                .outputBucketName(bucket)
                .outputKey(transcript(job)));
    }

    /** How far it is. */
    TranscriptionJobStatus look(String job) {
        return service.getTranscriptionJob(r -> r.transcriptionJobName(job))
                .transcriptionJob()
                .transcriptionJobStatus();
    }

    /** The transcript of a job that is done, but no more of it than {@code most} bytes and one. */
    byte[] transcript(String job, int most) throws IOException {
        try (ResponseInputStream<GetObjectResponse> body =
                store.getObject(r -> r.bucket(bucket).key(transcript(job)))) {
            byte[] read = body.readNBytes(most + 1);
            if (read.length > most) {
                body.abort(); // closing would read the rest
            }
            return read;
        }
    }

    /** Removes all there is of a job, also when interrupted; what cannot be removed hinders nobody, but is told. */
    void remove(String job) {
        boolean interrupted = Thread.interrupted(); // or nothing could be removed
        try {
            attempt(job, () -> service.deleteTranscriptionJob(r -> r.transcriptionJobName(job)));
            attempt(job, () -> store.deleteObject(r -> r.bucket(bucket).key(sound(job))));
            attempt(job, () -> store.deleteObject(r -> r.bucket(bucket).key(transcript(job))));
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void attempt(String job, Runnable removal) {
        try {
            removal.run();
        } catch (SdkException e) {
            LOG.warn("Something of the transcription job {} may be left at Amazon ({}); remove it, or let a lifecycle rule", job,
                    e.getClass().getSimpleName());
        }
    }

    private static String sound(String job) {
        return FOLDER + job + ".wav";
    }

    private static String transcript(String job) {
        return FOLDER + job + ".json";
    }

    @Override
    public void close() {
        service.close();
        store.close();
    }
}
