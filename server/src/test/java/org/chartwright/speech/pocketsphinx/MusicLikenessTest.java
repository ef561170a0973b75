package org.chartwright.speech.pocketsphinx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.chartwright.speech.pocketsphinx.Decoder.Segment;
import org.junit.jupiter.api.Test;

final class MusicLikenessTest {

    @Test
    void plainWordsInMovingSoundAreSpeechThoughTheirPitchStandsStill() {
        List<Segment> said = path("doctor", 10, 40, 0.7, -300);
        assertThat(MusicLikeness.isMusic(said, 0.95, 0.08, 0.3)).isFalse();
        assertThat(MusicLikeness.isMusic(said, 0.92, 0.06, 0.8)).as("a monotone").isFalse();
    }

    @Test
    void unlikelyWordsDrawnOutOverStillSoundAreMusic() {
        assertThat(MusicLikeness.isMusic(path("and", 18, 40, 0.2, -450), 0.6, 0.35, 0.6)).isTrue();
    }

    @Test
    void whereNoWordWasFoundThereIsNothingToRefuse() {
        assertThat(MusicLikeness.isMusic(List.of(new Segment("<sil>", 0, 99, 1, 0)), 0.2, 0.6, 1)).isFalse();
    }

    @Test
    void soundMovesWhereAFrameTellsNothingOfALaterOne() {
        Random luck = new Random(5);
        float[] noise = new float[400 * FeatureMap.SIZE];
        float[] held = new float[noise.length];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) luck.nextGaussian();
            // Another note every second.
            held[i] = (float) Math.cos(i % FeatureMap.SIZE + i / (100 * FeatureMap.SIZE));
        }
        assertThat(MusicLikeness.movement(noise)).isCloseTo(1, within(0.05));
        assertThat(MusicLikeness.movement(held)).isLessThan(0.3);
        assertThat(MusicLikeness.movement(new float[0])).isEqualTo(1);
    }

    private static List<Segment> path(String word, int words, int frames, double probability, int language) {
        List<Segment> path = new ArrayList<>();
        for (int i = 0; i < words; i++) {
            path.add(new Segment(word, i * frames, (i + 1) * frames - 1, probability, language));
        }
        return path;
    }
}
