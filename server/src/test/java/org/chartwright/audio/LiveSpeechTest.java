package org.chartwright.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class LiveSpeechTest {

    private static final short[] TALK = Signals.join(
            Signals.silence(1), Signals.voice(2, 3000, 1), Signals.silence(1.5), Signals.voice(1.5, 3000, 2),
            Signals.silence(1));

    private static List<LiveSpeech.Event> heard(short[] sound, long seed) {
        LiveSpeech speech = new LiveSpeech(0, 0, Duration.ofSeconds(8));
        Random luck = new Random(seed);
        List<LiveSpeech.Event> events = new ArrayList<>();
        for (int at = 0; at < sound.length; ) {
            int count = Math.min(sound.length - at, 1 + luck.nextInt(5000));
            events.addAll(speech.add(sound, at, count));
            at += count;
        }
        events.addAll(speech.end());
        return events;
    }

    private static List<SpeechPiece> ended(List<LiveSpeech.Event> events) {
        return events.stream()
                .filter(LiveSpeech.Event.Ended.class::isInstance)
                .map(event -> ((LiveSpeech.Event.Ended) event).whole())
                .toList();
    }

    @Test
    void eachStretchGrowsAndEndsOnce() {
        List<LiveSpeech.Event> events = heard(TALK, 1);
        List<SpeechPiece> pieces = ended(events);
        assertThat(pieces).hasSize(2);
        assertThat(pieces.getFirst().startMillis()).isBetween(700L, 1050L);
        assertThat(pieces.getLast().time().endMillis()).isBetween(5900L, 6600L);
        short[] grown = {};
        for (LiveSpeech.Event event : events) {
            switch (event) {
                case LiveSpeech.Event.Growing growing -> grown = growing.begins()
                        ? growing.more().samples()
                        : Signals.join(grown, growing.more().samples());
                case LiveSpeech.Event.Ended ended -> {
                    int common = Math.min(grown.length, ended.whole().samples().length);
                    assertThat(common).isGreaterThan(16_000);
                    assertThat(Arrays.copyOf(grown, common))
                            .isEqualTo(Arrays.copyOf(ended.whole().samples(), common));
                }
                case LiveSpeech.Event.Withdrawn _ -> grown = new short[0];
            }
        }
    }

    @Test
    void whereTheSoundIsCutIntoChunksMakesNoDifference() {
        List<SpeechPiece> once = ended(heard(TALK, 1));
        for (long seed = 2; seed < 6; seed++) {
            List<SpeechPiece> again = ended(heard(TALK, seed));
            assertThat(again).hasSameSizeAs(once);
            for (int i = 0; i < once.size(); i++) {
                assertThat(again.get(i).startMillis()).isEqualTo(once.get(i).startMillis());
                assertThat(again.get(i).samples()).isEqualTo(once.get(i).samples());
            }
        }
    }

    @Test
    void silenceAndSteadyNoiseAreNotSpeech() {
        assertThat(ended(heard(Signals.silence(5), 1))).isEmpty();
        assertThat(ended(heard(Signals.noise(15, 300, 1), 1))).isEmpty();
    }
}
