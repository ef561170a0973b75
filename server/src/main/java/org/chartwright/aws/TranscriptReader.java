package org.chartwright.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartwright.encounter.Role;
import org.chartwright.encounter.Speaker;
import org.chartwright.encounter.TimeSpan;
import org.chartwright.encounter.Turn;
import org.chartwright.encounter.Word;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a HealthScribe transcript file, ours or the real service's, back into turns. Stateless, safe for any number of
 * threads.
 *
 * <p>Segments tell who spoke; items tell when each word was said. The two are joined by walking the items along the text
 * of the segments. Where they part (an edited file, a file without items) the segment's own text is trusted, and its
 * words share the segment's time.
 */
public final class TranscriptReader {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern ROLE = Pattern.compile("(CLINICIAN|PATIENT)(?:_(\\d{1,6}))?");
    private static final Pattern WORD = Pattern.compile("(\\S+?)([,.?!;:]*)(?:\\s+|$)");
    private static final int MILLIS = 1000;

    private TranscriptReader() {}

    /**
     * The turns of the file, neighbours of one speaker joined.
     *
     * @throws IllegalArgumentException if this is not a transcript file; the message holds none of its text
     */
    public static List<Turn> turns(byte[] document) {
        try {
            return turns(JSON.readTree(document));
        } catch (JacksonException _) {
            // Jackson's own message quotes the document; nothing of it may travel on.
            throw new IllegalArgumentException("The transcript is not well-formed JSON");
        }
    }

    /** The same from a tree that was read already, as where a transcript is a member of something larger. */
    public static List<Turn> turns(JsonNode document) {
        JsonNode segments = document.path("Conversation").path("TranscriptSegments");
        if (!segments.isArray()) {
            throw new IllegalArgumentException("Not a HealthScribe transcript: no Conversation.TranscriptSegments");
        }
        Items items = new Items(document.path("Conversation").path("TranscriptItems"));
        List<Turn> turns = new ArrayList<>();
        @Nullable Speaker speaker = null;
        List<Word> words = new ArrayList<>();
        for (JsonNode segment : segments) {
            Speaker next = speaker(segment.path("ParticipantDetails").path("ParticipantRole").asString(""));
            if (!next.equals(speaker)) {
                addTurn(turns, speaker, words);
                words = new ArrayList<>();
                speaker = next;
            }
            words.addAll(words(segment, items));
        }
        addTurn(turns, speaker, words);
        return turns;
    }

    private static void addTurn(List<Turn> turns, @Nullable Speaker speaker, List<Word> words) {
        if (speaker != null && !words.isEmpty()) {
            turns.add(new Turn(speaker, words));
        }
    }

    private static Speaker speaker(String label) {
        Matcher role = ROLE.matcher(label);
        if (!role.matches()) {
            throw new IllegalArgumentException("A segment's ParticipantRole is neither CLINICIAN_n nor PATIENT_n");
        }
        String number = role.group(2);
        return new Speaker(Role.valueOf(role.group(1)), number == null ? 0 : Integer.parseInt(number));
    }

    private static List<Word> words(JsonNode segment, Items items) {
        String content = segment.path("Content").asString("").strip();
        List<Word> known = items.take(content);
        return known.isEmpty() ? split(content, time(segment)) : known;
    }

    private static List<Word> split(String content, TimeSpan time) {
        List<Word> words = new ArrayList<>();
        Matcher word = WORD.matcher(content);
        while (word.find()) {
            words.add(new Word(word.group(1).strip(), word.group(2), time, 1, 0, false));
        }
        return words;
    }

    private static TimeSpan time(JsonNode timed) {
        long begin = millis(timed.path("BeginAudioTime"));
        return new TimeSpan(begin, Math.max(begin, millis(timed.path("EndAudioTime"))));
    }

    private static long millis(JsonNode seconds) {
        double value = seconds.isNumber() ? seconds.doubleValue() : 0;
        return Double.isFinite(value) ? Math.max(0, Math.round(value * MILLIS)) : 0;
    }

    /** A walk along the items. */
    private static final class Items {

        private final JsonNode items;
        private int next;

        Items(JsonNode items) {
            this.items = items;
        }

        /** The words that make up exactly this text, or none; the walk goes on only when they do. */
        List<Word> take(String content) {
            List<Word> words = new ArrayList<>();
            int at = 0;
            int item = next;
            while (at < content.length()) {
                JsonNode current = items.path(item);
                String text = current.path("Alternatives").path(0).path("Content").asString("").strip();
                if (text.isEmpty() || !content.startsWith(text, at)) {
                    return List.of();
                }
                at += text.length();
                if (current.path("Type").asString("").equalsIgnoreCase("PUNCTUATION") && !words.isEmpty()) {
                    Word marked = words.removeLast();
                    words.add(marked.shownAs(marked.text(), marked.mark() + text));
                } else {
                    words.add(word(text, current));
                }
                while (at < content.length() && Character.isWhitespace(content.charAt(at))) {
                    at++;
                }
                item++;
            }
            next = item;
            return words;
        }

        private static Word word(String text, JsonNode item) {
            double confidence =
                    item.path("Alternatives").path(0).path("Confidence").asDouble(1);
            return new Word(
                    text,
                    "",
                    time(item),
                    Math.clamp(confidence, 0, 1),
                    0,
                    item.path("VocabularyFilterMatch").asBoolean(false));
        }
    }
}
