package org.chartwright.scribing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.chartwright.audio.AudioQuality;
import org.chartwright.encounter.TimeSpan;
import org.chartwright.encounter.Word;
import org.junit.jupiter.api.Test;

class SoundReportTest {

    private static final AudioQuality GOOD = new AudioQuality(60, 0.8, -25, -70, 0, 7000, 0.12, false);
    private static final AudioQuality MUTE = new AudioQuality(60, 0, -100, -90, 0, 0, 0, false);

    @Test
    void warningsNameTheChannelAndWhatToDo() {
        SoundReport report = SoundReport.of(heard(List.of(), GOOD, MUTE));
        assertThat(report.warnings()).containsExactly(
                "Channel 1: No speech was found on this channel. Check that its microphone was connected and not muted.");
        assertThat(SoundReport.of(heard(List.of(), GOOD)).warnings()).isEmpty();
    }

    @Test
    void theSameSoundOnBothChannelsIsSeenByItsWords() {
        List<Word> twice = new ArrayList<>();
        List<Word> apart = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            twice.add(word("word" + i, 1000L * i, 0));
            twice.add(word("word" + i, 1000L * i + 40, 1));
            apart.add(word("word" + i, 1000L * i, i % 2));
        }
        assertThat(SoundReport.of(heard(twice, GOOD, GOOD)).sameOnBoth()).isTrue();
        assertThat(SoundReport.of(heard(twice, GOOD, GOOD)).warnings()).anyMatch(line -> line.startsWith("Both channels"));
        assertThat(SoundReport.of(heard(apart, GOOD, GOOD)).sameOnBoth()).isFalse();
    }

    @Test
    void theDocumentHoldsFiguresAndWarningsAndNoWords() {
        SoundReport report = SoundReport.of(heard(List.of(word("secret", 0, 0)), GOOD));
        String json = new String(report.json(), StandardCharsets.UTF_8);
        assertThat(json).contains("\"SignalToNoise\" : 45.0", "\"EchoSeconds\" : 0.12", "\"Warnings\" : [ ]");
        assertThat(json).doesNotContain("secret");
    }

    private static Heard heard(List<Word> words, AudioQuality... sound) {
        return new Heard(Duration.ofMinutes(1), words, List.of(), List.of(sound));
    }

    private static Word word(String text, long at, int channel) {
        return Word.heard(text, new TimeSpan(at, at + 300), 0.9, channel);
    }
}
