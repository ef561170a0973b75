package org.chartwright.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chartwright.encounter.Category;
import org.chartwright.encounter.EntityCategory;
import org.chartwright.encounter.Insight;
import org.chartwright.encounter.Note;
import org.chartwright.encounter.Note.NoteSection;
import org.chartwright.encounter.NoteTemplate;
import org.chartwright.encounter.Segment;
import org.chartwright.encounter.SegmentId;
import org.chartwright.encounter.Span;
import org.chartwright.encounter.Speaker;
import org.chartwright.encounter.Statement;
import org.chartwright.encounter.TimeSpan;
import org.chartwright.encounter.Turn;
import org.chartwright.encounter.Word;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class HealthScribeDocumentsTest {

    private static final UUID VISIT = UUID.fromString("0b9f6b1e-6f0a-4c56-9a39-0d4a2f1f8a11");
    private static final SegmentId FIRST = new SegmentId(UUID.fromString("11111111-1111-4111-8111-111111111111"));
    private static final SegmentId SECOND = new SegmentId(UUID.fromString("22222222-2222-4222-8222-222222222222"));
    private static final String BASE62 = "[0-9A-Za-z]";
    private static final String UUID4 = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

    private static final List<Segment> SEGMENTS = List.of(
            new Segment(FIRST, 0, Speaker.CLINICIAN, Category.OTHER, List.of(
                    new Word("Good", "", new TimeSpan(610, 900), 0.9874, 0, false),
                    new Word("afternoon", ",", new TimeSpan(920, 1540), 1, 0, false),
                    new Word("Zoë", ".", new TimeSpan(1540, 2000), 0.5, 0, true))),
            new Segment(SECOND, 1, Speaker.PATIENT, Category.SUBJECTIVE, List.of(
                    new Word("My", "", new TimeSpan(2001, 2200), 0.1, 0, false),
                    new Word("left", "", new TimeSpan(2200, 2300), 0.1, 0, false),
                    new Word("knee", "", new TimeSpan(2300, 2400), 0.1, 0, false),
                    new Word("hurts", ".", new TimeSpan(2400, 3000), 0.1, 0, false))));
    private static final List<Insight> INSIGHTS = List.of(new Insight(
            EntityCategory.ANATOMY,
            "SYSTEM_ORGAN_SITE",
            List.of(new Span(SECOND, 8, 12)),
            List.of(new Insight.Attribute("DIRECTION", List.of(new Span(SECOND, 3, 7)))),
            List.of(new Insight.Code("SNOMED CT", "72696002", "Knee region structure"))));

    @Test
    void theTranscriptIsTheContractToTheLetter() {
        String written = text(HealthScribeDocuments.transcript("visit-17", VISIT, SEGMENTS, INSIGHTS));
        DerivedIds ids = new DerivedIds(VISIT);
        String expected = """
                {"Conversation":{"ClinicalInsights":[{"Attributes":[{"AttributeId":"%s","Spans":[\
                {"BeginCharacterOffset":3,"Content":"left","EndCharacterOffset":6,\
                "SegmentId":"22222222-2222-4222-8222-222222222222"}],"Type":"DIRECTION"}],"Category":"ANATOMY",\
                "InsightId":"%s","InsightType":"ClinicalEntity","Spans":[{"BeginCharacterOffset":8,"Content":"knee",\
                "EndCharacterOffset":11,"SegmentId":"22222222-2222-4222-8222-222222222222"}],\
                "Type":"SYSTEM_ORGAN_SITE"}],"ConversationId":"%s","JobName":"visit-17","JobType":"ASYNC",\
                "LanguageCode":"en-US","TranscriptItems":[\
                {"Alternatives":[{"Confidence":0.987,"Content":"Good"}],"BeginAudioTime":0.61,"EndAudioTime":0.9,\
                "Type":"PRONUNCIATION"},\
                {"Alternatives":[{"Confidence":1.0,"Content":"afternoon"}],"BeginAudioTime":0.92,"EndAudioTime":1.54,\
                "Type":"PRONUNCIATION"},\
                {"Alternatives":[{"Confidence":0.0,"Content":","}],"BeginAudioTime":0.0,"EndAudioTime":0.0,\
                "Type":"PUNCTUATION"},\
                {"Alternatives":[{"Confidence":0.5,"Content":"Zoë"}],"BeginAudioTime":1.54,"EndAudioTime":2.0,\
                "Type":"PRONUNCIATION","VocabularyFilterMatch":true},\
                {"Alternatives":[{"Confidence":0.0,"Content":"."}],"BeginAudioTime":0.0,"EndAudioTime":0.0,\
                "Type":"PUNCTUATION"},\
                {"Alternatives":[{"Confidence":0.1,"Content":"My"}],"BeginAudioTime":2.001,"EndAudioTime":2.2,\
                "Type":"PRONUNCIATION"},\
                {"Alternatives":[{"Confidence":0.1,"Content":"left"}],"BeginAudioTime":2.2,"EndAudioTime":2.3,\
                "Type":"PRONUNCIATION"},\
                {"Alternatives":[{"Confidence":0.1,"Content":"knee"}],"BeginAudioTime":2.3,"EndAudioTime":2.4,\
                "Type":"PRONUNCIATION"},\
                {"Alternatives":[{"Confidence":0.1,"Content":"hurts"}],"BeginAudioTime":2.4,"EndAudioTime":3.0,\
                "Type":"PRONUNCIATION"},\
                {"Alternatives":[{"Confidence":0.0,"Content":"."}],"BeginAudioTime":0.0,"EndAudioTime":0.0,\
                "Type":"PUNCTUATION"}],"TranscriptSegments":[\
                {"BeginAudioTime":0.61,"Content":"Good afternoon, Zoë.","EndAudioTime":2.0,\
                "ParticipantDetails":{"ParticipantRole":"CLINICIAN_0"},"SectionDetails":{"SectionName":"OTHER"},\
                "SegmentId":"11111111-1111-4111-8111-111111111111"},\
                {"BeginAudioTime":2.001,"Content":"My left knee hurts.","EndAudioTime":3.0,\
                "ParticipantDetails":{"ParticipantRole":"PATIENT_0"},"SectionDetails":{"SectionName":"SUBJECTIVE"},\
                "SegmentId":"22222222-2222-4222-8222-222222222222"}]}}"""
                .formatted(ids.attribute(0, 0), ids.insight(0), ids.conversation());
        assertThat(written).isEqualTo(expected);
        assertThat(ids.conversation()).matches(BASE62 + "{22}");
        assertThat(ids.insight(0).toString()).matches(UUID4);
    }

    @Test
    void aTranscriptOutsideAJobNamesNone() {
        JsonNode conversation = json(HealthScribeDocuments.transcript(null, VISIT, SEGMENTS, INSIGHTS))
                .path("Conversation");
        assertThat(conversation.propertyNames())
                .containsExactly(
                        "ClinicalInsights", "ConversationId", "LanguageCode", "TranscriptItems", "TranscriptSegments");
    }

    @ParameterizedTest
    @EnumSource(NoteTemplate.class)
    void theSummaryHasAllSectionsOfTheTemplateInOrder(NoteTemplate template) {
        Note note = new Note(template.name(), template.sections().stream()
                .map(name -> new NoteSection(name, List.of()))
                .toList());
        StringBuilder expected = new StringBuilder("{\"ClinicalDocumentation\":{\"Sections\":[");
        for (String section : template.sections()) {
            expected.append(expected.charAt(expected.length() - 1) == '}' ? "," : "")
                    .append("{\"SectionName\":\"").append(section).append("\",\"Summary\":[]}");
        }
        assertThat(text(HealthScribeDocuments.summary(note))).isEqualTo(expected + "]}}");
    }

    @Test
    void aStatementCarriesItsLinksAndItsLayout() {
        Note note = new Note("DAP", List.of(
                new NoteSection("PLAN", List.of(new Statement("- Rest.\n", List.of(FIRST, SECOND))))));
        assertThat(text(HealthScribeDocuments.summary(note)))
                .isEqualTo("{\"ClinicalDocumentation\":{\"Sections\":[{\"SectionName\":\"PLAN\",\"Summary\":["
                        + "{\"EvidenceLinks\":[{\"SegmentId\":\"" + FIRST + "\"},{\"SegmentId\":\"" + SECOND
                        + "\"}],\"SummarizedSegment\":\"- Rest.\\n\"}]}]}}");
    }

    @Test
    void everyLinkExistsAndEveryContentIsItsTextInALongVisit() {
        List<Segment> segments = new ArrayList<>();
        List<Insight> insights = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            SegmentId id = new SegmentId(new UUID(0x4000L | ((long) i << 16), 0x8000000000000000L | i));
            segments.add(new Segment(id, i, i % 2 == 0 ? Speaker.CLINICIAN : Speaker.PATIENT, Category.SUBJECTIVE, List.of(
                    Word.heard("über", new TimeSpan(i * 1000L, i * 1000L + 300), 0.3333, 0),
                    Word.heard("😀" + i, new TimeSpan(i * 1000L + 300, i * 1000L + 600), 0.6666, 0))));
            Span attribute = new Span(segments.get(i / 2).id(), 0, 4);
            insights.add(new Insight(EntityCategory.MEDICATION, "GENERIC_NAME", List.of(new Span(id, 5, 8)),
                    List.of(new Insight.Attribute("DOSAGE", List.of(attribute)),
                            new Insight.Attribute("FORM", List.of(attribute))), List.of()));
        }
        JsonNode conversation =
                json(HealthScribeDocuments.transcript("x", VISIT, segments, insights)).path("Conversation");
        assertKeysInOrder(conversation);
        Map<String, String> texts = new HashMap<>();
        conversation.path("TranscriptSegments").forEach(segment ->
                texts.put(segment.path("SegmentId").asString(), segment.path("Content").asString()));
        Set<String> ids = new HashSet<>();
        for (JsonNode insight : conversation.path("ClinicalInsights")) {
            assertThat(insight.path("InsightId").asString()).matches(UUID4);
            assertThat(ids.add(insight.path("InsightId").asString())).isTrue();
            insight.path("Spans").forEach(span -> assertSpan(span, texts));
            for (JsonNode attribute : insight.path("Attributes")) {
                assertThat(attribute.path("AttributeId").asString()).matches(BASE62 + "{6}");
                assertThat(ids.add(attribute.path("AttributeId").asString())).isTrue();
                attribute.path("Spans").forEach(span -> assertSpan(span, texts));
            }
        }
        assertThat(ids).hasSize(400 * 3);
    }

    @Test
    void theSameVisitGetsTheSameBytes() {
        assertThat(HealthScribeDocuments.transcript("a", VISIT, SEGMENTS, INSIGHTS))
                .isEqualTo(HealthScribeDocuments.transcript("a", VISIT, SEGMENTS, INSIGHTS));
        assertThat(new DerivedIds(UUID.fromString("00000000-0000-4000-8000-000000000000")).conversation())
                .isNotEqualTo(new DerivedIds(VISIT).conversation());
    }

    @Test
    void aSpanOutsideTheTranscriptIsRefusedWithoutQuotingIt() {
        List<Insight> stray = List.of(new Insight(
                EntityCategory.ANATOMY, "DIRECTION", List.of(new Span(SECOND, 3, 70)), List.of(), List.of()));
        assertThatThrownBy(() -> HealthScribeDocuments.transcript("a", VISIT, SEGMENTS, stray))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("knee");
    }

    @Test
    void halfASurrogatePairDoesNotBreakTheFile() {
        List<Segment> odd = List.of(new Segment(
                FIRST, 0, Speaker.PATIENT, Category.OTHER, List.of(Word.heard("a\ud83d", TimeSpan.NONE, 1, 0))));
        JsonNode conversation = json(HealthScribeDocuments.transcript(null, VISIT, odd, List.of())).path("Conversation");
        assertThat(conversation.path("TranscriptSegments").path(0).path("Content").asString()).isEqualTo("a\ufffd");
    }

    @Test
    void anEmptyVisitHasEmptyLists() {
        assertThat(text(HealthScribeDocuments.transcript(null, VISIT, List.of(), List.of())))
                .endsWith("\"LanguageCode\":\"en-US\",\"TranscriptItems\":[],\"TranscriptSegments\":[]}}");
    }

    @Test
    void aTranscriptIsReadBackWordForWord() {
        List<Turn> turns = TranscriptReader.turns(HealthScribeDocuments.transcript("a", VISIT, SEGMENTS, INSIGHTS));
        assertThat(turns).hasSize(2);
        assertThat(turns.get(0).speaker()).isEqualTo(Speaker.CLINICIAN);
        assertThat(turns.get(0).text()).isEqualTo("Good afternoon, Zoë.");
        assertThat(turns.get(0).words().get(1).time()).isEqualTo(new TimeSpan(920, 1540));
        assertThat(turns.get(0).words().get(2).flagged()).isTrue();
        assertThat(turns.get(1).words()).isEqualTo(SEGMENTS.get(1).words());
    }

    @Test
    void aTranscriptWithoutItemsIsReadByItsSegments() {
        List<Turn> turns = TranscriptReader.turns("""
                {"Conversation":{"TranscriptSegments":[
                {"BeginAudioTime":1.5,"EndAudioTime":2,"Content":"Hi - how are you?",
                 "ParticipantDetails":{"ParticipantRole":"CLINICIAN_1"}},
                {"Content":"Fine, thanks.","ParticipantDetails":{"ParticipantRole":"CLINICIAN_1"}},
                {"Content":"","ParticipantDetails":{"ParticipantRole":"PATIENT_0"}}]}}""".getBytes(StandardCharsets.UTF_8));
        assertThat(turns).hasSize(1);
        assertThat(turns.getFirst().speaker().number()).isEqualTo(1);
        assertThat(turns.getFirst().words()).extracting(Word::rendered)
                .containsExactly("Hi", "-", "how", "are", "you?", "Fine,", "thanks.");
        assertThat(turns.getFirst().words().getFirst().time()).isEqualTo(new TimeSpan(1500, 2000));
    }

    @Test
    void whatIsNoTranscriptIsRefusedWithoutQuotingIt() {
        for (String bad : List.of("", "knee", "{\"knee\":1}", "[]", "null", "{\"Conversation\":{\"TranscriptSegments\":"
                + "[{\"Content\":\"knee\",\"ParticipantDetails\":{\"ParticipantRole\":\"knee\"}}]}}")) {
            assertThatThrownBy(() -> TranscriptReader.turns(bad.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("knee");
        }
    }

    private static void assertSpan(JsonNode span, Map<String, String> texts) {
        String text = texts.get(span.path("SegmentId").asString());
        assertThat(text).isNotNull();
        assertThat(text.substring(
                        span.path("BeginCharacterOffset").intValue(), span.path("EndCharacterOffset").intValue() + 1))
                .isEqualTo(span.path("Content").asString());
    }

    private static void assertKeysInOrder(JsonNode node) {
        assertThat(List.copyOf(node.propertyNames())).isSorted();
        node.forEach(HealthScribeDocumentsTest::assertKeysInOrder);
    }

    private static JsonNode json(byte[] document) {
        return new JsonMapper().readTree(document);
    }

    private static String text(byte[] document) {
        return new String(document, StandardCharsets.UTF_8);
    }
}
