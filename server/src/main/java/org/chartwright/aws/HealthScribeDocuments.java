package org.chartwright.aws;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chartwright.encounter.Insight;
import org.chartwright.encounter.Note;
import org.chartwright.encounter.Note.NoteSection;
import org.chartwright.encounter.Segment;
import org.chartwright.encounter.SegmentId;
import org.chartwright.encounter.Span;
import org.chartwright.encounter.Statement;
import org.chartwright.encounter.TimeSpan;
import org.chartwright.encounter.Word;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes the two files of a finished job as AWS HealthScribe writes them: minified UTF-8, the keys of every object in
 * alphabetical order, ends of spans inclusive, times in seconds. Stateless, safe for any number of threads; the same
 * input gives the same bytes.
 *
 * <p>What the contract's files have no member for is left out: codes of terminologies, confidence of entities, the unit
 * of evidence below a segment.
 */
public final class HealthScribeDocuments {

    private static final JsonFactory JSON = new JsonFactory();
    private static final double THOUSAND = 1000.0;

    private HealthScribeDocuments() {}

    /**
     * The transcript file, {@code transcript.json}.
     *
     * @param jobName the batch job it belongs to; {@code null} without a job, then {@code JobName} and {@code JobType}
     *     are left out
     * @param visit seeds every id that is not a segment's
     * @param segments in order of time
     * @param insights whose spans all lie in these segments
     * @throws IllegalArgumentException if a span points outside the segments
     */
    public static byte[] transcript(
            @Nullable String jobName, UUID visit, List<Segment> segments, List<Insight> insights) {
        return transcript(jobName, null, visit, segments, insights);
    }

    /** The same of a visit that was streamed in a session of that name. */
    public static byte[] streamedTranscript(UUID session, UUID visit, List<Segment> segments, List<Insight> insights) {
        return transcript(null, session, visit, segments, insights);
    }

    private static byte[] transcript(
            @Nullable String jobName,
            @Nullable UUID session,
            UUID visit,
            List<Segment> segments,
            List<Insight> insights) {
        DerivedIds ids = new DerivedIds(visit);
        return document(json -> {
            json.writeObjectPropertyStart("Conversation");
            new InsightWriter(json, ids, segments).write(insights);
            json.writeStringProperty("ConversationId", ids.conversation());
            if (jobName != null) {
                json.writeStringProperty("JobName", jobName);
                json.writeStringProperty("JobType", "ASYNC");
            }
            json.writeStringProperty("LanguageCode", "en-US");
            if (session != null) {
                json.writeStringProperty("SessionId", session.toString());
            }
            writeItems(json, segments);
            writeSegments(json, segments);
            json.writeEndObject();
        });
    }

    /** The note file, {@code summary.json}: all sections of the note, also the empty ones. */
    public static byte[] summary(Note note) {
        return summary(null, note);
    }

    /** The same of a visit that was streamed in a session of that name. */
    public static byte[] streamedSummary(UUID session, Note note) {
        return summary(session, note);
    }

    private static byte[] summary(@Nullable UUID session, Note note) {
        return document(json -> {
            json.writeObjectPropertyStart("ClinicalDocumentation");
            json.writeArrayPropertyStart("Sections");
            for (NoteSection section : note.sections()) {
                json.writeStartObject();
                json.writeStringProperty("SectionName", section.name());
                json.writeArrayPropertyStart("Summary");
                for (Statement statement : section.statements()) {
                    writeStatement(json, statement);
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            if (session != null) {
                json.writeStringProperty("SessionId", session.toString());
            }
            json.writeEndObject();
        });
    }

    private static void writeStatement(JsonGenerator json, Statement statement) {
        json.writeStartObject();
        json.writeArrayPropertyStart("EvidenceLinks");
        for (SegmentId link : statement.evidence()) {
            json.writeStartObject();
            json.writeStringProperty("SegmentId", link.toString());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringProperty("SummarizedSegment", wellFormed(statement.text()));
        json.writeEndObject();
    }

    private static void writeItems(JsonGenerator json, List<Segment> segments) {
        json.writeArrayPropertyStart("TranscriptItems");
        for (Segment segment : segments) {
            for (Word word : segment.words()) {
                writeItem(json, word.text(), word.confidence(), word.time(), "PRONUNCIATION", word.flagged());
                if (!word.mark().isEmpty()) {
                    writeItem(json, word.mark(), 0, TimeSpan.NONE, "PUNCTUATION", false);
                }
            }
        }
        json.writeEndArray();
    }

    private static void writeItem(
            JsonGenerator json, String content, double confidence, TimeSpan time, String type, boolean flagged) {
        json.writeStartObject();
        json.writeArrayPropertyStart("Alternatives");
        json.writeStartObject();
        json.writeNumberProperty("Confidence", Math.round(confidence * THOUSAND) / THOUSAND);
        json.writeStringProperty("Content", wellFormed(content));
        json.writeEndObject();
        json.writeEndArray();
        json.writeNumberProperty("BeginAudioTime", time.startMillis() / THOUSAND);
        json.writeNumberProperty("EndAudioTime", time.endMillis() / THOUSAND);
        json.writeStringProperty("Type", type);
        if (flagged) {
            json.writeBooleanProperty("VocabularyFilterMatch", true);
        }
        json.writeEndObject();
    }

    private static void writeSegments(JsonGenerator json, List<Segment> segments) {
        json.writeArrayPropertyStart("TranscriptSegments");
        for (Segment segment : segments) {
            json.writeStartObject();
            json.writeNumberProperty("BeginAudioTime", segment.time().startMillis() / THOUSAND);
            json.writeStringProperty("Content", wellFormed(segment.text()));
            json.writeNumberProperty("EndAudioTime", segment.time().endMillis() / THOUSAND);
            json.writeObjectPropertyStart("ParticipantDetails");
            json.writeStringProperty("ParticipantRole", segment.speaker().label());
            json.writeEndObject();
            json.writeObjectPropertyStart("SectionDetails");
            json.writeStringProperty("SectionName", segment.category().name());
            json.writeEndObject();
            json.writeStringProperty("SegmentId", segment.id().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Half a surrogate pair has no UTF-8 form; the replacement has the same length, so that offsets stay true. */
    private static String wellFormed(String text) {
        StringBuilder mended = new StringBuilder(text);
        for (int i = 0; i < mended.length(); i++) {
            char unit = mended.charAt(i);
            boolean pair = i + 1 < mended.length() && Character.isSurrogatePair(unit, mended.charAt(i + 1));
            if (pair) {
                i++;
            } else if (Character.isSurrogate(unit)) {
                mended.setCharAt(i, '\uFFFD');
            }
        }
        return mended.toString();
    }

    private static byte[] document(Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            body.write(json);
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private interface Body {
        void write(JsonGenerator json);
    }

    /** Writes entities, with the texts of the segments at hand. */
    private record InsightWriter(JsonGenerator json, DerivedIds ids, Map<SegmentId, String> texts) {

        InsightWriter(JsonGenerator json, DerivedIds ids, List<Segment> segments) {
            this(json, ids, new HashMap<>());
            segments.forEach(segment -> texts.put(segment.id(), segment.text()));
        }

        void write(List<Insight> insights) {
            json.writeArrayPropertyStart("ClinicalInsights");
            for (int i = 0; i < insights.size(); i++) {
                Insight insight = insights.get(i);
                json.writeStartObject();
                json.writeArrayPropertyStart("Attributes");
                for (int j = 0; j < insight.attributes().size(); j++) {
                    Insight.Attribute attribute = insight.attributes().get(j);
                    json.writeStartObject();
                    json.writeStringProperty("AttributeId", ids.attribute(i, j));
                    write("Spans", attribute.spans());
                    json.writeStringProperty("Type", attribute.type());
                    json.writeEndObject();
                }
                json.writeEndArray();
                json.writeStringProperty("Category", insight.category().name());
                json.writeStringProperty("InsightId", ids.insight(i).toString());
                json.writeStringProperty("InsightType", "ClinicalEntity");
                write("Spans", insight.spans());
                json.writeStringProperty("Type", insight.type());
                json.writeEndObject();
            }
            json.writeEndArray();
        }

        private void write(String name, List<Span> spans) {
            json.writeArrayPropertyStart(name);
            for (Span span : spans) {
                String text = texts.get(span.segment());
                if (text == null || span.end() > text.length()) {
                    throw new IllegalArgumentException("A span outside the transcript, in segment " + span.segment());
                }
                json.writeStartObject();
                json.writeNumberProperty("BeginCharacterOffset", span.begin());
                json.writeStringProperty("Content", wellFormed(text.substring(span.begin(), span.end())));
                json.writeNumberProperty("EndCharacterOffset", span.end() - 1);
                json.writeStringProperty("SegmentId", span.segment().toString());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }
}
