package org.chartwright.speech.vosk;

import java.util.List;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.encounter.Word;
import org.chartwright.speech.PieceWords;
import org.chartwright.speech.RecognitionException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads Vosk's final result: {@code {"result":[{"conf","start","end","word"}…]}}, seconds from the piece's start. */
final class VoskResult {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private VoskResult() {}

    static List<Word> words(String json, SpeechPiece piece) throws RecognitionException {
        PieceWords words = new PieceWords(piece);
        try {
            for (JsonNode one : JSON.readTree(json).path("result")) {
                String text = one.path("word").asString("").strip();
                if (!text.startsWith("<") && !text.startsWith("[")) {
                    words.add(
                            text,
                            one.path("start").asDouble(0),
                            one.path("end").asDouble(0),
                            one.path("conf").asDouble(0));
                }
            }
        } catch (JacksonException _) {
            // The exception would quote what was heard.
            throw new RecognitionException("Vosk gave a result that is not JSON");
        }
        return words.all();
    }
}
