package org.chartwright.speech.amazon;

import java.util.List;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.encounter.Word;
import org.chartwright.speech.PieceWords;
import org.chartwright.speech.RecognitionException;
import org.chartwright.speech.Spelling;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads Transcribe's transcript file: {@code results.items}, each a pronunciation with its times or a mark without. */
final class TranscribeAnswer {

    /** The most bytes that a transcript of one piece may have. */
    static final int LARGEST = 4 << 20;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private TranscribeAnswer() {}

    static List<Word> words(byte[] body, SpeechPiece piece) throws RecognitionException {
        if (body.length > LARGEST) {
            throw new RecognitionException("Amazon's transcript of a piece is larger than " + LARGEST + " bytes");
        }
        JsonNode items;
        try {
            items = JSON.readTree(body).path("results").path("items");
        } catch (JacksonException _) {
            // The exception would quote what was heard.
            throw new RecognitionException("Amazon's transcript is not JSON");
        }
        if (!items.isArray()) {
            throw new RecognitionException("Amazon's transcript has no results.items");
        }
        PieceWords words = new PieceWords(piece);
        for (JsonNode item : items) {
            if ("pronunciation".equals(item.path("type").asString(""))) {
                JsonNode best = item.path("alternatives").path(0);
                words.add(
                        Spelling.plain(best.path("content").asString("")),
                        number(item.path("start_time")),
                        number(item.path("end_time")),
                        number(best.path("confidence")));
            }
        }
        return words.all();
    }

    /** Numbers come as strings. */
    private static double number(JsonNode value) throws RecognitionException {
        try {
            return Double.parseDouble(value.asString(""));
        } catch (NumberFormatException _) {
            throw new RecognitionException("Amazon's transcript has a word without its times or confidence");
        }
    }
}
