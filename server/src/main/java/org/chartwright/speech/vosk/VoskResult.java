package org.chartwright.speech.vosk;

import java.util.ArrayList;
import java.util.List;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.encounter.TimeSpan;
import org.chartwright.encounter.Word;
import org.chartwright.speech.RecognitionException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads Vosk's final result: {@code {"result":[{"conf","start","end","word"}…]}}, seconds from the piece's start. */
final class VoskResult {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private VoskResult() {}

    static List<Word> words(String json, SpeechPiece piece) throws RecognitionException {
        List<Word> words = new ArrayList<>();
        TimeSpan whole = piece.time();
        try {
            for (JsonNode one : JSON.readTree(json).path("result")) {
                String text = one.path("word").asString("").strip();
                if (!text.isEmpty() && !text.startsWith("<") && !text.startsWith("[")) {
                    long start = at(one.path("start").asDouble(0), whole);
                    long end = Math.max(start, at(one.path("end").asDouble(0), whole));
                    double confidence = Math.clamp(one.path("conf").asDouble(0), 0, 1);
                    words.add(Word.heard(text, new TimeSpan(start, end), confidence, piece.channel()));
                }
            }
        } catch (JacksonException _) {
            // The exception would quote what was heard.
            throw new RecognitionException("Vosk gave a result that is not JSON");
        }
        return words;
    }

    private static long at(double seconds, TimeSpan whole) {
        return Math.clamp(whole.startMillis() + Math.round(seconds * 1000), whole.startMillis(), whole.endMillis());
    }
}
