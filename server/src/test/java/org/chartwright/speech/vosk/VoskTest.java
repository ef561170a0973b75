package org.chartwright.speech.vosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.encounter.TimeSpan;
import org.chartwright.encounter.Word;
import org.chartwright.speech.Hints;
import org.chartwright.speech.RecognitionException;
import org.chartwright.speech.Recognizer;
import org.chartwright.speech.Recognizers;
import org.chartwright.speech.SpeechConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be shown of Vosk without a model: its messages, its results' format, and that a bad model hurts nobody. */
final class VoskTest {

    private static final SpeechConfig VOSK =
            SpeechConfig.defaults().withEngine("vosk").withParallelism(1);

    @Test
    void withoutAModelItSaysWhereToGetOne() {
        assertThatThrownBy(() -> Recognizers.open(VOSK))
                .isInstanceOf(RecognitionException.class)
                .hasMessageContaining("https://alphacephei.com/vosk/models")
                .hasMessageContaining("speech.model=");
    }

    @Test
    void aFolderWithoutAModelIsNamed(@TempDir Path folder) {
        assertThatThrownBy(() -> Recognizers.open(VOSK.withModel(folder))).hasMessageContaining(folder.toString());
    }

    @Test
    void aBrokenModelFailsInItsWorker(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("am"));
        Files.writeString(folder.resolve("am/final.mdl"), "not a model");
        try (Recognizer vosk = Recognizers.open(VOSK.withModel(folder))) {
            assertThatThrownBy(() -> vosk.recognize(new SpeechPiece(0, 0, new short[16_000]), Hints.NONE))
                    .isInstanceOf(RecognitionException.class);
        }
    }

    @Test
    void aResultBecomesWordsInsideThePiece() throws Exception {
        String json = "{\"result\":[{\"conf\":0.9,\"start\":0.12,\"end\":0.5,\"word\":\"hello\"},"
                + "{\"conf\":1.2,\"start\":0.6,\"end\":7,\"word\":\"doctor\"},{\"word\":\"[noise]\"}],\"text\":\"x\"}";
        assertThat(VoskResult.words(json, new SpeechPiece(1000, 1, new short[16_000])))
                .containsExactly(
                        Word.heard("hello", new TimeSpan(1120, 1500), 0.9, 1),
                        Word.heard("doctor", new TimeSpan(1600, 2000), 1, 1));
        assertThat(VoskResult.words("{\"text\":\"\"}", new SpeechPiece(0, 0, new short[160]))).isEmpty();
        assertThatThrownBy(() -> VoskResult.words("nonsense", new SpeechPiece(0, 0, new short[160])))
                .isInstanceOf(RecognitionException.class);
    }
}
