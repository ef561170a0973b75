package org.chartwright.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.zip.CRC32;
import org.chartwright.audio.Signals;
import org.chartwright.aws.eventstream.EventMessage;
import org.chartwright.aws.eventstream.FrameWriter;
import org.chartwright.aws.eventstream.HeaderValue;
import org.chartwright.live.Configuration;
import org.chartwright.live.LiveSettings;
import org.chartwright.scribing.JobRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What clients may do to a stream, and what they are told when they do something else. */
final class StreamFaceTest {

    private static final short[] TALK = Signals.join(
            Signals.silence(0.6), Signals.voice(1.5, 3000, 1), Signals.silence(1), Signals.voice(1, 3000, 2), Signals.silence(1));

    @TempDir
    private static Path folder;

    private static LiveHouse live;
    private static ApiHouse.Client client;

    @BeforeAll
    static void open() throws Exception {
        live = new LiveHouse(folder, settings -> new LiveSettings(
                settings.folder(), 8, settings.idle(), Duration.ofSeconds(60), settings.life(), settings.heartbeat()));
        client = live.house.client("streams");
    }

    @AfterAll
    static void close() throws Exception {
        live.close();
    }

    @Test
    void aVisitIsHeardPausedGoneOnWithAndEnded() throws Exception {
        LiveHouse.Talker first = live.talk(client).configure().sound(TALK);
        first.awaitFinals(2).end().awaitEnd();
        assertThat(first.exception()).isEmpty();
        assertThat(first.answer)
                .containsEntry("Content-Type", "application/vnd.amazon.eventstream")
                .containsEntry("x-amzn-transcribe-sample-rate", "16000")
                .containsEntry("x-amzn-transcribe-language-code", "en-US")
                .containsEntry("x-amzn-transcribe-media-encoding", "pcm")
                .containsKey("x-amzn-request-id");
        for (EventMessage told : first.told()) {
            assertThat(told.headers().values()).allMatch(HeaderValue.Text.class::isInstance);
        }
        Set<String> finals = new HashSet<>();
        first.finals().forEach(caption -> finals.add(caption.path("SegmentId").stringValue()));
        assertThat(finals).hasSize(2);
        assertThat(first.captions()).allMatch(caption -> finals.contains(caption.path("SegmentId").stringValue()));
        JsonNode caption = first.finals().getFirst();
        assertThat(caption.path("BeginAudioTime").doubleValue()).isBetween(0.3, 0.7);
        assertThat(caption.path("ChannelId").isMissingNode()).isTrue();
        assertThat(caption.path("Items").get(0).path("Type").stringValue()).isEqualTo("pronunciation");
        String session = first.session();
        assertThat(live.details(client, session).path("StreamStatus").stringValue()).isEqualTo("PAUSED");

        LiveHouse.Talker second = live.resume(client, session).configure().sound(TALK).awaitFinals(2).endSession().end();
        assertThat(second.exception()).isEmpty();
        assertThat(second.finals().getFirst().path("BeginAudioTime").doubleValue()).isBetween(5.3, 6.0);
        JsonNode details = live.details(client, session);
        assertThat(details.path("StreamStatus").stringValue()).isEqualTo("COMPLETED");
        assertThat(details.path("StreamEndedAt").isNumber()).isTrue();
        assertThat(details.at("/PostStreamAnalyticsResult/ClinicalNoteGenerationResult/Status").stringValue())
                .isEqualTo("IN_PROGRESS");
        assertThat(details.path("MedicalScribeContextProvided").booleanValue()).isFalse();
        assertThat(client.call("ListMedicalScribeJobs", "{}").body().path("MedicalScribeJobSummaries")).isEmpty();

        LiveHouse.Talker third = live.resume(client, session);
        assertThat(third.refusal().code()).isEqualTo("BadRequestException");
        assertThat(third.refusal().message()).contains("ended");
    }

    @Test
    void twoChannelsAreToldApart() throws Exception {
        ObjectNode configuration = LiveHouse.configuration();
        var channels = configuration.putArray("ChannelDefinitions");
        channels.addObject().put("ChannelId", 0).put("ParticipantRole", "CLINICIAN");
        channels.addObject().put("ChannelId", 1).put("ParticipantRole", "PATIENT");
        short[] left = Signals.join(Signals.silence(0.6), Signals.voice(1.5, 3000, 1), Signals.silence(3));
        short[] right = Signals.join(Signals.silence(2.9), Signals.voice(1.2, 3000, 2), Signals.silence(1));
        short[] both = new short[2 * left.length];
        for (int i = 0; i < left.length; i++) {
            both[2 * i] = left[i];
            both[2 * i + 1] = right[i];
        }
        LiveHouse.Talker talker = live.talk(client).configure(configuration).sound(both).endSession().end();
        assertThat(talker.exception()).isEmpty();
        assertThat(talker.finals()).extracting(caption -> caption.path("ChannelId").stringValue())
                .containsExactlyInAnyOrder("ch_0", "ch_1");
        assertThat(talker.details().path("ChannelDefinitions")).hasSize(2);
    }

    @Test
    void aSecondStreamEndsTheFirst() throws Exception {
        LiveHouse.Talker first = live.talk(client).configure().sound(TALK).awaitFinals(1);
        LiveHouse.Talker second = live.resume(client, first.session()).configure();
        assertThat(first.exception()).isEqualTo("ConflictException");
        assertThat(second.session()).isEqualTo(first.session());
        assertThat(second.end().exception()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "x-amzn-transcribe-sample-rate, 8000, BadRequestException",
        "x-amzn-transcribe-sample-rate, fast, SerializationException",
        "x-amzn-transcribe-sample-rate, '', BadRequestException",
        "x-amzn-transcribe-media-encoding, mp3, BadRequestException",
        "x-amzn-transcribe-language-code, de-DE, BadRequestException",
        "x-amzn-transcribe-session-id, 1234, BadRequestException"})
    void aWrongHeadIsRefusedBeforeTheStreamBegins(String header, String value, String code) throws Exception {
        assertThat(live.talk(client, Map.of(header, value)).refusal().code()).isEqualTo(code);
    }

    @Test
    void theFirstEventIsTheConfigurationAndTheOnlyOne() throws Exception {
        LiveHouse.Talker early = live.talk(client).sound(new short[1600]);
        assertThat(early.exception()).isEqualTo("BadRequestException");
        LiveHouse.Talker ending = live.talk(client).endSession();
        assertThat(ending.exception()).isEqualTo("BadRequestException");
        LiveHouse.Talker twice = live.talk(client).configure().configure();
        assertThat(twice.exception()).isEqualTo("BadRequestException");
        LiveHouse.Talker after = live.talk(client).configure().endSession().sound(new short[1600]);
        assertThat(after.exception()).isEqualTo("BadRequestException");
    }

    @Test
    void theConfigurationIsCheckedAndMustStayTheSame() throws Exception {
        LiveHouse.Talker empty = live.talk(client).configure(ApiHouse.JSON.createObjectNode());
        assertThat(empty.exception()).isEqualTo("BadRequestException");
        assertThat(empty.reason()).contains("2 validation errors detected", "'resourceAccessRoleArn'");
        ObjectNode elsewhere = LiveHouse.configuration();
        ((ObjectNode) elsewhere.at("/PostStreamAnalyticsSettings/ClinicalNoteGenerationSettings"))
                .put("OutputBucketName", "not-there");
        assertThat(live.talk(client).configure(elsewhere).exception()).isEqualTo("BadRequestException");
        ObjectNode words = LiveHouse.configuration().put("VocabularyName", "none");
        assertThat(live.talk(client).configure(words).exception()).isEqualTo("BadRequestException");
        LiveHouse.Talker first = live.talk(client).configure().end();
        assertThat(first.exception()).isEmpty();
        ObjectNode other = LiveHouse.configuration();
        ((ObjectNode) other.at("/PostStreamAnalyticsSettings/ClinicalNoteGenerationSettings")).put("NoteTemplate", "DAP");
        assertThat(live.resume(client, first.session()).configure(other).exception()).isEqualTo("BadRequestException");
    }

    @Test
    void whatTheConfigurationAsksForIsToldAndIsTheJobs() throws Exception {
        ObjectNode wanted = LiveHouse.configuration();
        ((ObjectNode) wanted.at("/PostStreamAnalyticsSettings/ClinicalNoteGenerationSettings")).put("NoteTemplate", "DAP");
        wanted.putObject("EncryptionSettings").put("KmsKeyId", "key/notes").putObject("KmsEncryptionContext").put("ward", "7");
        LiveHouse.Talker talker = live.talk(client).configure(wanted).sound(TALK).endSession().end();
        assertThat(talker.exception()).isEmpty();
        JsonNode details = talker.details();
        assertThat(details.at("/EncryptionSettings/KmsKeyId").stringValue())
                .isEqualTo("arn:aws:kms:us-east-1:123456789012:key/notes");
        assertThat(details.at("/EncryptionSettings/KmsEncryptionContext/ward").stringValue()).isEqualTo("7");
        assertThat(details.at("/PostStreamAnalyticsSettings/ClinicalNoteGenerationSettings/NoteTemplate").stringValue())
                .isEqualTo("DAP");
        JobRequest job = live.house.rooms().jobs()
                .find(client.tenant(), Configuration.folder(UUID.fromString(talker.session()))).orElseThrow().request();
        assertThat(job.settings().template()).isEqualTo("DAP");
        assertThat(job.outputKey()).isNotNull().extracting(JobRequest.OutputKey::arn)
                .isEqualTo("arn:aws:kms:us-east-1:123456789012:key/notes");

        ObjectNode unknown = LiveHouse.configuration();
        unknown.putObject("EncryptionSettings").put("KmsKeyId", "key/none");
        LiveHouse.Talker refused = live.talk(client).configure(unknown);
        assertThat(refused.exception()).isEqualTo("BadRequestException");
        assertThat(refused.reason()).contains("KMS key");
        ObjectNode keyless = LiveHouse.configuration();
        keyless.putObject("EncryptionSettings");
        assertThat(live.talk(client).configure(keyless).exception()).isEqualTo("BadRequestException");
    }

    @Test
    void oddEventsAreRefused() throws Exception {
        LiveHouse.Talker odd = live.talk(client).configure().event("AudioEvent", new byte[3201]);
        assertThat(odd.exception()).isEqualTo("BadRequestException");
        assertThat(odd.reason()).contains("even");
        assertThat(live.talk(client).configure().event("OtherEvent", new byte[0]).exception()).isEqualTo("BadRequestException");
        assertThat(live.talk(client).event("ConfigurationEvent", "[".getBytes(StandardCharsets.UTF_8)).exception())
                .isEqualTo("BadRequestException");
        assertThat(live.talk(client).sealed("not a message".getBytes(StandardCharsets.UTF_8)).exception())
                .isEqualTo("BadRequestException");
        LiveHouse.Talker bare = live.talk(client).raw(FrameWriter.encode(
                EventMessage.ofTexts(Map.of(":message-type", "event", ":event-type", "AudioEvent"), new byte[2])));
        assertThat(bare.exception()).as("an event without its signature").isEqualTo("BadRequestException");
    }

    @Test
    void anEventThatIsTooLargeIsRefusedBeforeItIsRead() throws Exception {
        ByteBuffer prelude = ByteBuffer.allocate(12).putInt(1 << 20).putInt(30);
        CRC32 crc = new CRC32();
        crc.update(prelude.array(), 0, 8);
        LiveHouse.Talker large = live.talk(client).configure().raw(prelude.putInt((int) crc.getValue()).array());
        assertThat(large.exception()).isEqualTo("BadRequestException");
        assertThat(large.reason()).contains("65536");
    }

    @Test
    void aSignatureThatBreaksInTheMiddleEndsTheStreamAndNoOther() throws Exception {
        LiveHouse.Talker well = live.talk(client).configure().sound(TALK);
        LiveHouse.Talker ill = live.talk(client).configure().sound(TALK).awaitFinals(1);
        byte[] frame = FrameWriter.encode(EventMessage.ofTexts(Map.of(":a", "b"), new byte[10]));
        ill.raw(new LiveHouseSigner(client).wrong(frame));
        assertThat(ill.exception()).isEqualTo("BadRequestException");
        assertThat(ill.reason()).contains("signature");
        assertThat(well.awaitFinals(2).end().exception()).isEmpty();
    }

    @Test
    void aClockThatIsWrongEndsTheStream() throws Exception {
        LiveHouse.Talker late = live.talk(client).configure();
        late.time = late.time.minusSeconds(400);
        assertThat(late.sound(new short[100]).exception()).isEqualTo("BadRequestException");
        assertThat(late.reason()).contains("five minutes");
    }

    @Test
    void eventsOfOneSampleAreTakenAsTheyCome() throws Exception {
        LiveHouse.Talker slow = live.talk(client).configure();
        for (int i = 0; i < 500; i++) {
            slow.event("AudioEvent", new byte[2]);
        }
        assertThat(slow.sound(TALK).awaitFinals(2).end().exception()).isEmpty();
        assertThat(slow.finals()).hasSize(2);
    }

    @Test
    void aSilentClientIsToldThatItIsTooSilent() throws Exception {
        LiveHouse.Talker mute = live.talk(client).awaitHead();
        live.nanos.addAndGet(Duration.ofSeconds(16).toNanos());
        assertThat(mute.exception()).isEqualTo("BadRequestException");
        LiveHouse.Talker silent = live.talk(client).configure().sound(TALK).awaitFinals(1);
        // The last of its sound may be taken only after the clock was moved.
        int moved = 0;
        do {
            live.nanos.addAndGet(Duration.ofSeconds(16).toNanos());
        } while (!silent.endsWithin(1000) && ++moved < 60);
        assertThat(silent.exception()).isEqualTo("BadRequestException");
        assertThat(silent.reason()).isEqualTo("Your request timed out because no new audio was received for 15 seconds.");
    }

    @Test
    void moreSoundThanASessionMayHaveIsRefused() throws Exception {
        LiveHouse.Talker long1 = live.talk(client).configure();
        long1.sound(Signals.silence(62));
        assertThat(long1.exception()).isEqualTo("LimitExceededException");
    }

    @Test
    void aClientThatVanishesLeavesAPausedSession() throws Exception {
        LiveHouse.Talker gone = live.talk(client).configure().sound(TALK);
        gone.awaitHead();
        gone.raw(new byte[] {0, 0, 1}).vanish().awaitEnd();
        assertThat(gone.details().path("StreamStatus").stringValue()).isEqualTo("PAUSED");
        assertThat(live.resume(client, gone.session()).configure().endSession().end().exception()).isEmpty();
    }

    @Test
    void nothingIsSeenOfAnothersSession() throws Exception {
        LiveHouse.Talker own = live.talk(client).configure().end();
        own.awaitEnd();
        ApiHouse.Client other = live.house.client("stranger");
        assertThat(live.details(other, own.session()).path("__type").stringValue()).isEqualTo("ResourceNotFoundException");
        LiveHouse.Talker same = live.resume(other, own.session()).configure().end();
        assertThat(same.exception()).as("the same name in another tenant is another session").isEmpty();
    }

    /** Whatever comes in a well-signed envelope: the documented answers and nothing else. */
    @Test
    void nonsenseInGoodEnvelopesGetsADocumentedAnswer() throws Exception {
        Random luck = new Random(7);
        for (int round = 0; round < 60; round++) {
            LiveHouse.Talker talker = live.talk(client);
            if (luck.nextBoolean()) {
                talker.configure();
            }
            for (int i = 0; i < 4; i++) {
                byte[] event = FrameWriter.encode(EventMessage.ofTexts(
                        Map.of(
                                ":message-type", List.of("event", "error", "").get(luck.nextInt(3)),
                                ":event-type", List.of("AudioEvent", "ConfigurationEvent", "SessionControlEvent", "x")
                                        .get(luck.nextInt(4))),
                        new byte[luck.nextInt(50)]));
                if (luck.nextInt(3) == 0) {
                    event[luck.nextInt(event.length)] ^= (byte) (1 << luck.nextInt(8));
                }
                talker.sealed(event);
            }
            talker.end();
            assertThat(talker.exception()).isIn("", "BadRequestException");
        }
    }
}
