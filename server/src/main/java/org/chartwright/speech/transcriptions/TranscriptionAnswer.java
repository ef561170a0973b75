package org.chartwright.speech.transcriptions;

import java.util.List;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.encounter.Word;
import org.chartwright.speech.PieceWords;
import org.chartwright.speech.RecognitionException;
import org.chartwright.speech.Spelling;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a {@code verbose_json} answer. Its text is somebody's words and goes nowhere but into the result. */
final class TranscriptionAnswer {

    /** The most bytes that an answer may have. */
    static final long LARGEST = 4 << 20;

    /** Whisper's own rule for a stretch without speech in which it heard something. */
    private static final double NO_SPEECH = 0.6;

    private static final double UNSURE = -1;

    /** For servers that say nothing about how sure they are. */
    private static final double UNKNOWN_CONFIDENCE = 0.9;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private TranscriptionAnswer() {}

    static List<Word> words(byte[] body, SpeechPiece piece) throws RecognitionException {
        JsonNode answer;
        try {
            answer = JSON.readTree(body);
        } catch (JacksonException _) {
            throw new RecognitionException("The transcription server's answer is not JSON");
        }
        JsonNode timed = answer.path("words");
        if (!timed.isArray()) {
            if (answer.path("text").asString("").isBlank()) {
                return List.of();
            }
            throw new RecognitionException("The transcription server gives no times of words; choose a model or a server "
                    + "that supports timestamp_granularities[]=word");
        }
        PieceWords words = new PieceWords(piece);
        for (JsonNode one : timed) {
            double start = one.path("start").asDouble(0);
            double end = one.path("end").asDouble(0);
            JsonNode segment = segmentAt(answer.path("segments"), (start + end) / 2);
            if (!isImagined(segment)) {
                words.add(Spelling.plain(one.path("word").asString("")), start, end, confidence(one, segment));
            }
        }
        return words.all();
    }

    private static JsonNode segmentAt(JsonNode segments, double seconds) {
        JsonNode found = segments.path(0);
        for (JsonNode segment : segments) {
            if (segment.path("start").asDouble(0) <= seconds) {
                found = segment;
            }
        }
        return found;
    }

    private static boolean isImagined(JsonNode segment) {
        return segment.path("no_speech_prob").asDouble(0) > NO_SPEECH
                && segment.path("avg_logprob").asDouble(0) < UNSURE;
    }

    private static double confidence(JsonNode word, JsonNode segment) {
        if (word.path("probability").isNumber()) {
            return word.path("probability").asDouble(0);
        }
        return segment.path("avg_logprob").isNumber()
                ? Math.exp(segment.path("avg_logprob").asDouble(0))
                : UNKNOWN_CONFIDENCE;
    }
}
