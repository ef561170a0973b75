package org.chartwright.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Every rule of StartMedicalScribeJob: what breaks it, and in which words that is told. */
final class StartRulesTest {

    private static final String BAD = "BadRequestException";
    private static final String SERIAL = "SerializationException";
    private static ApiHouse house;
    private static ApiHouse.Client client;

    @BeforeAll
    static void open() {
        house = new ApiHouse();
        client = house.client("rules");
        house.sql("insert into vocabulary values (?, 'pending-words', 'en-US', 'PENDING', null, null, null, null, null,"
                + " null, now(), 1)", client.tenant().value());
        house.sql("insert into vocabulary values (?, 'ready-words', 'en-US', 'READY', null, null, null, null, 'x',"
                + " null, now(), 1)", client.tenant().value());
        house.sql("insert into vocabulary_filter values (?, 'rude', 'en-US', '{x}', now())", client.tenant().value());
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private record Case(String what, Consumer<ObjectNode> change, String code, List<String> says) {
        @Override
        public String toString() {
            return what;
        }
    }

    private static Case bad(String what, Consumer<ObjectNode> change, String... says) {
        return new Case(what, change, BAD, says.length == 0 ? List.of("") : List.of(says));
    }

    private static Case serial(String what, Consumer<ObjectNode> change) {
        return new Case(what, change, SERIAL, List.of(""));
    }

    private static ObjectNode settings(ObjectNode request) {
        return (ObjectNode) request.path("Settings");
    }

    private static void channels(ObjectNode request, int first, int second) {
        request.putObject("Settings").put("ChannelIdentification", true);
        ArrayNode channels = request.putArray("ChannelDefinitions");
        channels.addObject().put("ChannelId", first).put("ParticipantRole", "CLINICIAN");
        channels.addObject().put("ChannelId", second).put("ParticipantRole", "PATIENT");
    }

    static Stream<Case> broken() {
        return Stream.of(
                missing("MedicalScribeJobName", "medicalScribeJobName"),
                missing("Media", "media"),
                missing("OutputBucketName", "outputBucketName"),
                missing("DataAccessRoleArn", "dataAccessRoleArn"),
                missing("Settings", "settings"),
                bad("null is missing", r -> r.putNull("MedicalScribeJobName"), "Value null at 'medicalScribeJobName'"),
                bad("two wrong", r -> { r.remove("Media"); r.remove("Settings"); },
                        "2 validation errors detected: Value null at 'media'", "; Value null at 'settings'"),
                bad("name empty", r -> r.put("MedicalScribeJobName", ""),
                        "Value '' at 'medicalScribeJobName' failed to satisfy constraint: Member must have length greater"
                                + " than or equal to 1"),
                bad("name long", r -> r.put("MedicalScribeJobName", "n".repeat(201)),
                        "1 validation error detected: Value '", "Member must have length less than or equal to 200"),
                bad("name odd", r -> r.put("MedicalScribeJobName", "a b"),
                        "Value 'a b' at 'medicalScribeJobName' failed to satisfy constraint: Member must satisfy regular"
                                + " expression pattern: ^[0-9a-zA-Z._-]+"),
                bad("name line", r -> r.put("MedicalScribeJobName", "a\n"), "regular expression"),
                bad("name slash", r -> r.put("MedicalScribeJobName", "../a"), "regular expression"),
                bad("name dot", r -> r.put("MedicalScribeJobName", "."), "'.'"),
                bad("name dots", r -> r.put("MedicalScribeJobName", ".."), "'.'"),
                serial("name number", r -> r.put("MedicalScribeJobName", 7)),
                serial("name list", r -> r.putArray("MedicalScribeJobName")),
                serial("name with U+0000", r -> r.put("OutputEncryptionKMSKeyId", "a\u0000")),
                serial("media text", r -> r.put("Media", "s3://recordings/visit.wav")),
                bad("media empty", r -> r.putObject("Media"), "MediaFileUri"),
                media("uri empty", "", "greater than or equal to 1"),
                media("uri ftp", "ftp://recordings/visit.wav", "regular expression"),
                media("uri long", "s3://recordings/" + "k".repeat(2000), "less than or equal to 2000"),
                media("uri bare bucket", "s3://recordings", "doesn't point to an S3 object"),
                media("uri folder", "s3://recordings/visits/", "doesn't point to an S3 object"),
                media("uri bad bucket", "s3://RECORDINGS/visit.wav", "doesn't point to an S3 object"),
                media("object missing", "s3://recordings/absent.wav", "The URI that you provided doesn't point to an S3"
                        + " object. Make sure that the object exists and try your request again."),
                media("bucket missing", "s3://nobodys/visit.wav", "The S3 URI that you provided can't be accessed. Make"
                        + " sure that you have read permission and try your request again."),
                media("other host", "https://evil.example/recordings/visit.wav", "doesn't point to an S3 object"),
                media("metadata host", "http://169.254.169.254/latest/meta-data", "doesn't point to an S3 object"),
                media("other port", "http://127.0.0.1:9/recordings/visit.wav", "doesn't point to an S3 object"),
                media("user info", "http://a:b@127.0.0.1:8080/recordings/visit.wav", "doesn't point to an S3 object"),
                media("host look-alike", "https://s3.us-east-1.amazonaws.com.evil.example/recordings/visit.wav",
                        "doesn't point to an S3 object"),
                media("other region", "https://recordings.s3.eu-west-1.amazonaws.com/visit.wav",
                        "The specified S3 bucket isn't in the same region. Make sure the bucket is in the us-east-1 region"
                                + " and try your request again."),
                media("uri malformed", "https://s3.amazonaws.com/recordings/%zz", "doesn't point to an S3 object"),
                bad("redacted", r -> ((ObjectNode) r.path("Media")).put("RedactedMediaFileUri", "s3://recordings/x"),
                        "Call Analytics"),
                bad("bucket short", r -> r.put("OutputBucketName", "ab"), "'outputBucketName'", "regular expression"),
                bad("bucket long", r -> r.put("OutputBucketName", "b".repeat(65)), "less than or equal to 64"),
                bad("bucket upper", r -> r.put("OutputBucketName", "Notes"), "regular expression"),
                bad("bucket uri", r -> r.put("OutputBucketName", "s3://notes-bucket"), "regular expression"),
                bad("bucket prefix", r -> r.put("OutputBucketName", "notes-bucket/a"), "regular expression"),
                bad("bucket missing", r -> r.put("OutputBucketName", "nobodys"), "output bucket"),
                bad("key empty", r -> r.put("OutputEncryptionKMSKeyId", ""), "'outputEncryptionKMSKeyId'"),
                bad("key odd", r -> r.put("OutputEncryptionKMSKeyId", "a b"), "regular expression"),
                bad("key long", r -> r.put("OutputEncryptionKMSKeyId", "k".repeat(2049)), "2048"),
                bad("context without key", r -> r.putObject("KMSEncryptionContext").put("a", "b"), "OutputEncryptionKMSKeyId"),
                bad("context empty", r -> r.put("OutputEncryptionKMSKeyId", "k").putObject("KMSEncryptionContext"),
                        "greater than or equal to 1"),
                bad("context many", r -> {
                    r.put("OutputEncryptionKMSKeyId", "k");
                    ObjectNode context = r.putObject("KMSEncryptionContext");
                    for (int i = 0; i < 11; i++) {
                        context.put("k" + i, "v");
                    }
                }, "less than or equal to 10"),
                bad("context blank", r -> r.put("OutputEncryptionKMSKeyId", "k").putObject("KMSEncryptionContext")
                        .put("a", " "), "kMSEncryptionContext"),
                serial("context number", r -> r.putObject("KMSEncryptionContext").put("a", 1)),
                bad("a key that does not exist", r -> r.put("OutputEncryptionKMSKeyId", "alias/none"),
                        "The KMS key that you provided can't be used."),
                bad("such a key and a context", r -> r.put("OutputEncryptionKMSKeyId", "alias/none")
                        .putObject("KMSEncryptionContext").put("clinic", "north"), "KMS key"),
                bad("role short", r -> r.put("DataAccessRoleArn", "arn:aws:iam"), "greater than or equal to 20"),
                bad("role user", r -> r.put("DataAccessRoleArn", "arn:aws:iam::123456789012:user/scribe"), "regular"),
                bad("role long", r -> r.put("DataAccessRoleArn", ApiHouse.ROLE + "r".repeat(2048)), "2048"),
                serial("settings text", r -> r.put("Settings", "x")),
                bad("neither labels nor channels", r -> r.putObject("Settings"), "Exactly one of"),
                bad("both false", r -> r.putObject("Settings").put("ShowSpeakerLabels", false)
                        .put("ChannelIdentification", false), "Exactly one of"),
                bad("labels and channels", r -> { channels(r, 0, 1); settings(r).put("ShowSpeakerLabels", true)
                        .put("MaxSpeakerLabels", 2); }, "Exactly one of"),
                bad("labels without most", r -> settings(r).remove("MaxSpeakerLabels"), "MaxSpeakerLabels is required"),
                bad("most without labels", r -> { channels(r, 0, 1); settings(r).put("MaxSpeakerLabels", 2); },
                        "MaxSpeakerLabels can be given only"),
                bad("most 1", r -> settings(r).put("MaxSpeakerLabels", 1),
                        "Value '1' at 'settings.maxSpeakerLabels' failed to satisfy constraint: Member must have value"
                                + " greater than or equal to 2"),
                bad("most 31", r -> settings(r).put("MaxSpeakerLabels", 31), "less than or equal to 30"),
                bad("most huge", r -> settings(r).put("MaxSpeakerLabels", 1L << 40), "less than or equal to 30"),
                serial("most text", r -> settings(r).put("MaxSpeakerLabels", "2")),
                serial("most fraction", r -> settings(r).put("MaxSpeakerLabels", 2.5)),
                serial("labels text", r -> settings(r).put("ShowSpeakerLabels", "true")),
                bad("channels without definitions", r -> r.putObject("Settings").put("ChannelIdentification", true),
                        "ChannelDefinitions are required"),
                bad("definitions without channels", r -> { channels(r, 0, 1); r.set("Settings",
                        ApiHouse.start("x").path("Settings")); }, "ChannelDefinitions can be given only"),
                bad("same channel twice", r -> channels(r, 1, 1), "different ChannelIds"),
                bad("channel 2", r -> channels(r, 0, 2), "Value '2' at 'channelDefinitions.2.member.channelId'"),
                bad("one definition", r -> { channels(r, 0, 1); ((ArrayNode) r.path("ChannelDefinitions")).remove(1); },
                        "'channelDefinitions' failed to satisfy constraint: Member must have length greater than or equal"),
                bad("three definitions", r -> { channels(r, 0, 1); ((ArrayNode) r.path("ChannelDefinitions")).addObject()
                        .put("ChannelId", 0).put("ParticipantRole", "PATIENT"); }, "less than or equal to 2"),
                bad("role nurse", r -> { channels(r, 0, 1); ((ObjectNode) r.path("ChannelDefinitions").path(0))
                        .put("ParticipantRole", "NURSE"); }, "Member must satisfy enum value set: [PATIENT, CLINICIAN]"),
                bad("role left out", r -> { channels(r, 0, 1); ((ObjectNode) r.path("ChannelDefinitions").path(0))
                        .remove("ParticipantRole"); }, "Value null at 'channelDefinitions.1.member.participantRole'"),
                bad("vocabulary name odd", r -> settings(r).put("VocabularyName", "a/b"), "'settings.vocabularyName'"),
                bad("vocabulary missing", r -> settings(r).put("VocabularyName", "absent"),
                        "The requested vocabulary couldn't be found. Check the vocabulary name and try your request again."),
                bad("vocabulary pending", r -> settings(r).put("VocabularyName", "pending-words"), "PENDING"),
                bad("filter without method", r -> settings(r).put("VocabularyFilterName", "rude"), "VocabularyFilterMethod"),
                bad("method without filter", r -> settings(r).put("VocabularyFilterMethod", "mask"), "VocabularyFilterName"),
                bad("filter missing", r -> settings(r).put("VocabularyFilterName", "absent")
                        .put("VocabularyFilterMethod", "mask"), "vocabulary filter couldn't be found"),
                bad("method upper", r -> settings(r).put("VocabularyFilterName", "rude")
                        .put("VocabularyFilterMethod", "MASK"),
                        "Member must satisfy enum value set: [remove, mask, tag]"),
                bad("template odd", r -> settings(r).putObject("ClinicalNoteGenerationSettings").put("NoteTemplate", "SOAP"),
                        "Value 'SOAP' at 'settings.clinicalNoteGenerationSettings.noteTemplate' failed to satisfy constraint:"
                                + " Member must satisfy enum value set: [HISTORY_AND_PHYSICAL, GIRPP, BIRP, SIRP, DAP,"
                                + " BEHAVIORAL_SOAP, PHYSICAL_SOAP]"),
                bad("pronouns odd", r -> r.putObject("MedicalScribeContext").putObject("PatientContext")
                        .put("Pronouns", "XE_XEM"), "Value at 'medicalScribeContext.patientContext.pronouns'"),
                bad("tags empty", r -> r.putArray("Tags"), "'tags' failed"),
                bad("tag key empty", r -> tag(r, "", "v"), "'tags.1.member.key'"),
                bad("tag key long", r -> tag(r, "k".repeat(129), "v"), "less than or equal to 128"),
                bad("tag value long", r -> tag(r, "k", "v".repeat(257)), "less than or equal to 256"),
                bad("tag value left out", r -> r.putArray("Tags").addObject().put("Key", "k"), "Value null at 'tags.1.member.value'"),
                bad("specialty odd", r -> tag(r, "chartwright:specialty", "astrology"), "names no specialty. Use one of: general,"),
                bad("tag of AWS", r -> tag(r, "AWS:x", "v"), "reserved"),
                bad("tag twice", r -> { tag(r, "k", "v"); ((ArrayNode) r.path("Tags")).addObject().put("Key", "k").put("Value", "w"); },
                        "only once"),
                bad("51 tags", r -> manyTags(r, 51), "at most 50 tags"),
                bad("201 tags", r -> manyTags(r, 201), "less than or equal to 200"),
                serial("tags object", r -> r.putObject("Tags")),
                serial("tags null element", r -> r.putArray("Tags").addNull()));
    }

    private static Case missing(String member, String path) {
        return bad(member + " missing", r -> r.remove(member), "1 validation error detected: Value null at '" + path
                + "' failed to satisfy constraint: Member must not be null");
    }

    private static Case media(String what, String uri, String says) {
        return bad(what, r -> r.putObject("Media").put("MediaFileUri", uri), says);
    }

    private static void tag(ObjectNode request, String key, String value) {
        request.putArray("Tags").addObject().put("Key", key).put("Value", value);
    }

    private static void manyTags(ObjectNode request, int count) {
        ArrayNode tags = request.putArray("Tags");
        for (int i = 0; i < count; i++) {
            tags.addObject().put("Key", "k" + i).put("Value", "v");
        }
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aBrokenRuleIsToldInTheServicesWords(Case broken) {
        ObjectNode request = ApiHouse.start("never");
        broken.change().accept(request);
        ApiHouse.Answer answer = client.call("StartMedicalScribeJob", request);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).as(answer.message()).isEqualTo(broken.code());
        assertThat(answer.message()).contains(broken.says()).doesNotContain("XE_XEM");
        assertThat(answer.wire().headers()).containsEntry("x-amzn-ErrorType", broken.code());
        assertThat(client.call("GetMedicalScribeJob", "{\"MedicalScribeJobName\":\"never\"}").status())
                .as("nothing half written")
                .isEqualTo(400);
    }

    static Stream<Case> whole() {
        return Stream.of(
                media("https path style", "https://s3.us-east-1.amazonaws.com/recordings/visit.wav", ""),
                media("https virtual host", "https://recordings.s3.us-east-1.amazonaws.com/visit.wav", ""),
                media("https without a region", "https://recordings.s3.amazonaws.com/visit.wav", ""),
                media("our own endpoint", "http://127.0.0.1:8080/recordings/visit.wav", ""),
                media("a key with odd letters", "https://s3.amazonaws.com/recordings/a%20b+c/Zo%C3%AB.wav", ""),
                media("the same plainly", "s3://recordings/a b+c/Zoë.wav", ""),
                bad("channels", r -> channels(r, 1, 0)),
                bad("equal roles", r -> { channels(r, 0, 1); ((ObjectNode) r.path("ChannelDefinitions").path(1))
                        .put("ParticipantRole", "CLINICIAN"); }),
                bad("unknown members", r -> r.put("Whatever", 1).putObject("Else")),
                bad("nulls", r -> r.putNull("Tags").putNull("OutputEncryptionKMSKeyId")),
                bad("most 30", r -> settings(r).put("MaxSpeakerLabels", 30)),
                bad("vocabulary and filter", r -> settings(r).put("VocabularyName", "ready-words")
                        .put("VocabularyFilterName", "rude").put("VocabularyFilterMethod", "tag")),
                bad("50 tags", r -> manyTags(r, 50)),
                bad("a specialty", r -> tag(r, "chartwright:specialty", "OB/GYN")),
                bad("a template", r -> settings(r).putObject("ClinicalNoteGenerationSettings").put("NoteTemplate", "GIRPP")),
                bad("role of another partition", r -> r.put("DataAccessRoleArn", "arn:aws-us-gov:iam::1:role/x")));
    }

    @ParameterizedTest
    @MethodSource("whole")
    void whatKeepsTheRulesIsTakenAndEchoed(Case kept) {
        String name = kept.what().replace(' ', '-');
        ObjectNode request = ApiHouse.start(name);
        kept.change().accept(request);
        ApiHouse.Answer answer = client.call("StartMedicalScribeJob", request);
        assertThat(answer.status()).as(answer.message()).isEqualTo(200);
        JsonNode job = answer.body().path("MedicalScribeJob");
        assertThat(job.path("Media")).isEqualTo(request.path("Media"));
        assertThat(job.path("Settings")).isEqualTo(request.path("Settings"));
        assertThat(job.path("ChannelDefinitions")).isEqualTo(request.path("ChannelDefinitions"));
        for (String hidden : List.of("OutputBucketName", "OutputEncryptionKMSKeyId", "KMSEncryptionContext",
                "MedicalScribeContext", "Whatever", "MedicalScribeOutput", "FailureReason")) {
            assertThat(job.has(hidden)).as(hidden).isFalse();
        }
    }

    @Test
    void pronounsAreTakenAndNeverShownAgain() {
        ObjectNode request = ApiHouse.start("pronouns");
        request.putObject("MedicalScribeContext").putObject("PatientContext").put("Pronouns", "SHE_HER");
        ApiHouse.Answer answer = client.call("StartMedicalScribeJob", request);
        assertThat(answer.body().path("MedicalScribeJob").path("MedicalScribeContextProvided").asBoolean()).isTrue();
        assertThat(answer.body().toString()).doesNotContain("SHE_HER");
    }
}
