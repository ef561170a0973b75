package org.chartwright.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.async.SdkPublisher;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.transcribestreaming.TranscribeStreamingAsyncClient;
import software.amazon.awssdk.services.transcribestreaming.model.MedicalScribeInputStream;
import software.amazon.awssdk.services.transcribestreaming.model.MedicalScribeResultStream;
import software.amazon.awssdk.services.transcribestreaming.model.MedicalScribeSessionControlEventType;
import software.amazon.awssdk.services.transcribestreaming.model.MedicalScribeStreamDetails;
import software.amazon.awssdk.services.transcribestreaming.model.MedicalScribeStreamStatus;
import software.amazon.awssdk.services.transcribestreaming.model.MedicalScribeTranscriptEvent;
import software.amazon.awssdk.services.transcribestreaming.model.MedicalScribeTranscriptSegment;
import software.amazon.awssdk.services.transcribestreaming.model.BadRequestException;
import software.amazon.awssdk.services.transcribestreaming.model.StartMedicalScribeStreamResponseHandler;
import software.amazon.awssdk.utils.AttributeMap;
import software.amazon.awssdk.http.SdkHttpConfigurationOption;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.ProtocolNegotiation;
import software.amazon.awssdk.core.retry.RetryMode;

/** The streaming journey with the AWS SDK for Java, over any of its three ways to speak HTTP/2. */
final class StreamJourney {

    private static final int CHUNK = 6400;

    /** As many events as the same sound takes uncompressed, cut anywhere. */
    private static final int COMPRESSED_CHUNKS = 100;

    private static final String ROLE = "arn:aws:iam::123456789012:role/scribe";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final StartedServer server;
    private final byte[] sound;
    private final String encoding;
    private final TranscribeStreamingAsyncClient client;
    private final String bucket;
    private final List<String> done = new ArrayList<>();

    /** Of sound as it is. */
    StreamJourney(StartedServer server, byte[] pcm, String bucket, ProtocolNegotiation negotiation) throws IOException {
        this(server, pcm, "pcm", bucket, negotiation);
    }

    /** Of sound as it is encoded. */
    StreamJourney(StartedServer server, byte[] sound, String encoding, String bucket, ProtocolNegotiation negotiation)
            throws IOException {
        this.server = server;
        this.sound = sound;
        this.encoding = encoding;
        this.bucket = bucket;
        // The protocol is what the service's client would choose itself; naming it keeps the test honest about which.
        this.client = TranscribeStreamingAsyncClient.builder()
                .endpointOverride(URI.create(server.endpoint()))
                .region(Region.US_EAST_1)
                .credentialsProvider(credentials())
                .httpClient(NettyNioAsyncHttpClient.builder()
                        .protocol(Protocol.HTTP2)
                        .protocolNegotiation(negotiation)
                        .readTimeout(Duration.ofSeconds(100))
                        .buildWithDefaults(AttributeMap.builder()
                                .put(SdkHttpConfigurationOption.TRUST_ALL_CERTIFICATES, true)
                                .build()))
                .overrideConfiguration(config -> config.retryStrategy(RetryMode.STANDARD))
                .build();
    }

    private StaticCredentialsProvider credentials() throws IOException {
        Map<String, String> keys = server.credentials();
        return StaticCredentialsProvider.create(
                AwsBasicCredentials.create(keys.get("aws_access_key_id"), keys.get("aws_secret_access_key")));
    }

    List<String> make() throws Exception {
        try (client; S3Client s3 = s3()) {
            s3.createBucket(make -> make.bucket(bucket));
            step("make a bucket");
            Stream first = stream(null, sound, false);
            List<MedicalScribeTranscriptSegment> captions = first.captions;
            assertThat(finals(captions)).isNotEmpty();
            assertThat(text(finals(captions))).containsIgnoringCase("doctor");
            step("stream the visit and read captions");
            assertThat(first.beforeEnd.get()).isGreaterThan(3);
            step("captions come before the end of the input");
            Set<String> finalIds = new HashSet<>();
            finals(captions).forEach(caption -> finalIds.add(caption.segmentId()));
            assertThat(captions.stream().filter(MedicalScribeTranscriptSegment::isPartial)
                            .map(MedicalScribeTranscriptSegment::segmentId))
                    .isNotEmpty()
                    .allMatch(finalIds::contains);
            step("partial captions keep their segment's id");
            String session = first.session.get();
            assertThat(details(session).streamStatus()).isEqualTo(MedicalScribeStreamStatus.PAUSED);
            step("pause, and the session is paused");
            Stream second = stream(session, sound, true);
            assertThat(second.session.get()).isEqualTo(session);
            assertThat(details(session).streamStatus()).isEqualTo(MedicalScribeStreamStatus.COMPLETED);
            step("resume the session and end it");
            MedicalScribeStreamDetails written = awaitNote(session);
            step("wait until the note is written");
            var result = written.postStreamAnalyticsResult().clinicalNoteGenerationResult();
            JsonNode transcript = JSON.readTree(fetch(s3, result.transcriptOutputLocation()));
            JsonNode note = JSON.readTree(fetch(s3, result.clinicalNoteOutputLocation()));
            assertThat(transcript.at("/Conversation/SessionId").asText()).isEqualTo(session);
            assertThat(note.at("/ClinicalDocumentation/SessionId").asText()).isEqualTo(session);
            assertThat(transcript.at("/Conversation/TranscriptItems").size()).isGreaterThan(40);
            step("fetch the transcript and the note by their addresses");
            followLinks(transcript, note);
            step("follow every evidence link");
            assertThatThrownBy(() -> stream(session, sound, true)).hasRootCauseInstanceOf(BadRequestException.class);
            step("an ended session is not resumed");
            return done;
        }
    }

    private void step(String name) {
        done.add(name);
    }

    private static List<MedicalScribeTranscriptSegment> finals(List<MedicalScribeTranscriptSegment> captions) {
        return captions.stream().filter(caption -> !caption.isPartial()).toList();
    }

    private static String text(List<MedicalScribeTranscriptSegment> captions) {
        StringBuilder text = new StringBuilder();
        captions.forEach(caption -> text.append(caption.content()).append(' '));
        return text.toString();
    }

    private static final class Stream {
        final List<MedicalScribeTranscriptSegment> captions = new CopyOnWriteArrayList<>();
        final AtomicReference<String> session = new AtomicReference<>();
        final AtomicReference<Integer> beforeEnd = new AtomicReference<>(0);
    }

    private Stream stream(String session, byte[] sound, boolean end) throws Exception {
        Stream stream = new Stream();
        Feed feed = new Feed(events(sound, end), stream);
        StartMedicalScribeStreamResponseHandler handler = StartMedicalScribeStreamResponseHandler.builder()
                .onResponse(response -> stream.session.set(response.sessionId()))
                .subscriber((MedicalScribeResultStream event) -> {
                    if (event instanceof MedicalScribeTranscriptEvent said && said.transcriptSegment() != null) {
                        stream.captions.add(said.transcriptSegment());
                    }
                })
                .build();
        CompletableFuture<Void> over = client.startMedicalScribeStream(
                request -> request.sessionId(session)
                        .languageCode("en-US")
                        .mediaSampleRateHertz(16_000)
                        .mediaEncoding(encoding),
                feed,
                handler);
        over.get(5, TimeUnit.MINUTES);
        return stream;
    }

    private List<MedicalScribeInputStream> events(byte[] sound, boolean end) {
        List<MedicalScribeInputStream> events = new ArrayList<>();
        events.add(MedicalScribeInputStream.configurationEventBuilder()
                .resourceAccessRoleArn(ROLE)
                .postStreamAnalyticsSettings(after -> after.clinicalNoteGenerationSettings(
                        note -> note.outputBucketName(bucket)))
                .build());
        int chunk = encoding.equals("pcm") ? CHUNK : sound.length / COMPRESSED_CHUNKS + 1;
        for (int at = 0; at < sound.length; at += chunk) {
            int length = Math.min(chunk, sound.length - at);
            events.add(MedicalScribeInputStream.audioEventBuilder()
                    .audioChunk(SdkBytes.fromByteArray(java.util.Arrays.copyOfRange(sound, at, at + length)))
                    .build());
        }
        if (end) {
            events.add(MedicalScribeInputStream.sessionControlEventBuilder()
                    .type(MedicalScribeSessionControlEventType.END_OF_SESSION)
                    .build());
        }
        return events;
    }

    private MedicalScribeStreamDetails details(String session) {
        return client.getMedicalScribeStream(get -> get.sessionId(session)).join().medicalScribeStreamDetails();
    }

    private MedicalScribeStreamDetails awaitNote(String session) throws InterruptedException {
        Instant limit = Instant.now().plus(Duration.ofMinutes(5));
        while (Instant.now().isBefore(limit)) {
            MedicalScribeStreamDetails details = details(session);
            String status = details.postStreamAnalyticsResult().clinicalNoteGenerationResult().statusAsString();
            assertThat(status).isNotEqualTo("FAILED");
            if (status.equals("COMPLETED")) {
                return details;
            }
            Thread.sleep(500);
        }
        throw new AssertionError("The note was not written within five minutes");
    }

    private byte[] fetch(S3Client s3, String address) {
        assertThat(address).startsWith(server.endpoint() + "/" + bucket + "/healthscribe-streaming/");
        String key = address.substring((server.endpoint() + "/" + bucket + "/").length());
        assertThat(key).contains("/post-stream-analytics/clinical-notes/");
        return s3.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asByteArray();
    }

    private static void followLinks(JsonNode transcript, JsonNode note) {
        Set<String> segments = new HashSet<>();
        transcript.at("/Conversation/TranscriptSegments").forEach(segment -> segments.add(segment.get("SegmentId").asText()));
        note.findValues("EvidenceLinks").forEach(links ->
                links.forEach(link -> assertThat(segments).contains(link.get("SegmentId").asText())));
    }

    private S3Client s3() throws IOException {
        return S3Client.builder()
                .endpointOverride(URI.create(server.endpoint()))
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(credentials())
                .httpClient(ApacheHttpClient.builder().buildWithDefaults(AttributeMap.builder()
                        .put(SdkHttpConfigurationOption.TRUST_ALL_CERTIFICATES, true)
                        .build()))
                .build();
    }

    /** Gives events as they are asked for; the end waits until something was heard. */
    private static final class Feed implements SdkPublisher<MedicalScribeInputStream> {

        private final List<MedicalScribeInputStream> events;
        private final Stream stream;

        Feed(List<MedicalScribeInputStream> events, Stream stream) {
            this.events = events;
            this.stream = stream;
        }

        @Override
        public void subscribe(Subscriber<? super MedicalScribeInputStream> subscriber) {
            subscriber.onSubscribe(new Subscription() {
                private int next;
                private boolean over;

                @Override
                public synchronized void request(long count) {
                    for (long i = 0; i < count && !over; i++) {
                        if (next == events.size()) {
                            over = true;
                            // Not on this thread, which is the one that captions come on.
                            Thread.ofVirtual().start(() -> {
                                awaitCaptions();
                                stream.beforeEnd.set(stream.captions.size());
                                subscriber.onComplete();
                            });
                        } else {
                            pace();
                            subscriber.onNext(events.get(next++));
                        }
                    }
                }

                @Override
                public synchronized void cancel() {
                    over = true;
                }
            });
        }

        /** However slow this machine is; a server that tells nothing before the end is found out all the same. */
        private void awaitCaptions() {
            for (int i = 0; i < 120 && stream.captions.size() <= 3; i++) {
                try {
                    Thread.sleep(100);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }

        /** Four times as fast as it was spoken. */
        private static void pace() {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
