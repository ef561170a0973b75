package org.chartwright.speech.pocketsphinx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.chartwright.audio.SoundTraits;
import org.chartwright.speech.pocketsphinx.Decoder.Segment;
import org.junit.jupiter.api.Test;

final class MusicLikenessTest {

    private static final SoundTraits VOICE = new SoundTraits(0.3, 0.2, 0.9, 0.42);
    private static final SoundTraits MONOTONE = new SoundTraits(0.7, 0.2, 0.9, 0.54);
    private static final SoundTraits BAND = new SoundTraits(0.3, 0.8, 0.8, 0.55);
    private static final SoundTraits CHIME = new SoundTraits(0.6, 0.2, 0.7, 0.72);
    private static final SoundTraits BIRD = new SoundTraits(0.1, 0, 0.001, 0.3);

    @Test
    void plainWordsInMovingSoundAreSpeechThoughTheirPitchStandsStill() {
        List<Segment> said = path("doctor", 10, 40, 0.7, -300);
        assertThat(isMusic(said, 0.95, 0.08, VOICE)).isFalse();
        assertThat(isMusic(said, 0.92, 0.06, MONOTONE)).isFalse();
    }

    @Test
    void unlikelyWordsDrawnOutOverStillSoundAreMusic() {
        assertThat(isMusic(path("and", 18, 40, 0.2, -450), 0.6, 0.35, CHIME)).isTrue();
    }

    @Test
    void whatKeepsTimeIsMusicThoughItMovesAsAVoiceDoes() {
        List<Segment> found = path("and", 18, 40, 0.3, -350);
        assertThat(isMusic(found, 0.9, 0.2, BAND)).isTrue();
        assertThat(isMusic(found, 0.9, 0.2, VOICE)).isFalse();
    }

    @Test
    void whatSoundsOnlyHighUpIsNoVoiceHoweverSureTheWordIs() {
        assertThat(isMusic(path("you", 1, 30, 1, -200), 1, 0.1, BIRD)).isTrue();
        assertThat(isMusic(path("you", 1, 30, 1, -200), 1, 0.1, VOICE)).isFalse();
    }

    @Test
    void whereNoWordWasFoundThereIsNothingToRefuse() {
        assertThat(isMusic(List.of(new Segment("<sil>", 0, 99, 1, 0)), 0.2, 0.6, BAND)).isFalse();
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
        assertThat(MusicLooks.movement(noise)).isCloseTo(1, within(0.05));
        assertThat(MusicLooks.movement(held)).isLessThan(0.3);
        assertThat(MusicLooks.movement(new float[0])).isEqualTo(1);
    }

    @Test
    void whatIsWrittenIsWhatIsShipped() throws IOException {
        try (InputStream file = MusicLikeness.class.getResourceAsStream("music.txt")) {
            assertThat(MusicLikeness.shipped().written()).isEqualTo(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static boolean isMusic(List<Segment> path, double movement, double change, SoundTraits traits) {
        return MusicLooks.of(path, movement, change, traits).filter(MusicLikeness.shipped()::isMusic).isPresent();
    }

    private static List<Segment> path(String word, int words, int frames, double probability, int language) {
        List<Segment> path = new ArrayList<>();
        for (int i = 0; i < words; i++) {
            path.add(new Segment(word, i * frames, (i + 1) * frames - 1, probability, language));
        }
        return path;
    }
}
