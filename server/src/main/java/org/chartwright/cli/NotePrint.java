package org.chartwright.cli;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * A note for people, as Markdown that also reads well in a terminal: each sentence followed by the words it rests on and
 * when they were said. Made from HealthScribe's two documents, so it shows what any client of theirs would get.
 */
final class NotePrint {

    private static final ObjectMapper JSON = new ObjectMapper();

    private NotePrint() {}

    static String of(String title, byte[] transcript, byte[] summary) {
        Map<String, JsonNode> segments = new HashMap<>();
        for (JsonNode segment : JSON.readTree(transcript).path("Conversation").path("TranscriptSegments")) {
            segments.put(segment.path("SegmentId").asString(), segment);
        }
        StringBuilder print = new StringBuilder("# ").append(title).append('\n');
        for (JsonNode section : JSON.readTree(summary).path("ClinicalDocumentation").path("Sections")) {
            print.append("\n## ").append(heading(section.path("SectionName").asString())).append("\n\n");
            if (section.path("Summary").isEmpty()) {
                print.append("Nothing was said.\n");
            }
            for (JsonNode statement : section.path("Summary")) {
                print.append(statement.path("SummarizedSegment").asString().strip()).append('\n');
                for (JsonNode link : statement.path("EvidenceLinks")) {
                    JsonNode segment = segments.get(link.path("SegmentId").asString());
                    if (segment != null) {
                        print.append(evidence(segment));
                    }
                }
            }
        }
        return print.toString();
    }

    private static String evidence(JsonNode segment) {
        return "  > " + clock(segment.path("BeginAudioTime").asDouble()) + "–"
                + clock(segment.path("EndAudioTime").asDouble()) + " "
                + segment.path("ParticipantDetails").path("ParticipantRole").asString() + ": "
                + segment.path("Content").asString() + "\n";
    }

    private static String heading(String section) {
        String words = section.replace('_', ' ').toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String clock(double seconds) {
        long tenths = Math.round(seconds * 10);
        return String.format(Locale.ROOT, "%d:%02d.%d", tenths / 600, tenths / 10 % 60, tenths % 10);
    }
}
