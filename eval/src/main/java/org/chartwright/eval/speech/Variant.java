package org.chartwright.eval.speech;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.chartwright.eval.SyntheticVoice;

/** A recording made worse in a known way; always the same way. None is used for training. */
enum Variant {
    /** A room with half a second of reverberation. */
    ROOM,
    /** A large room: nearly a second, and the microphone far away. */
    HALL,
    /** Noise 20 dB below the speech. */
    NOISE20,
    /** Noise 10 dB below it. */
    NOISE10,
    /** A telephone. */
    TELEPHONE,
    /** Opus at 12 kbit/s. */
    OPUS,
    /** MP3 at 24 kbit/s. */
    MP3;

    private static final long SEED = 4711;

    /** Its name on the command line. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Variant named(String label) {
        return Arrays.stream(values())
                .filter(one -> one.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no variant " + label));
    }

    /** Makes it, as FLAC. */
    void make(Path recording, Path made) throws IOException, InterruptedException {
        byte[] raw = SyntheticVoice.run(List.of(
                "ffmpeg", "-v", "error", "-i", recording.toString(), "-f", "s16le", "-ar", "16000", "-ac", "1", "-"));
        double[] worse = of(Surroundings.doubles(SyntheticVoice.samples(raw)));
        SyntheticVoice.run(
                List.of("ffmpeg", "-v", "error", "-y", "-f", "s16le", "-ar", "16000", "-ac", "1", "-i", "-", made.toString()),
                SyntheticVoice.bytes(Surroundings.levelled(worse, 12_000)));
    }

    private double[] of(double[] clean) throws IOException, InterruptedException {
        Surroundings around = new Surroundings(SEED + ordinal());
        return switch (this) {
            case ROOM -> around.noisy(around.room(clean, 0.5, 2), 30);
            case HALL -> around.noisy(around.room(clean, 0.9, -2), 30);
            case NOISE20 -> around.noisy(clean, 20);
            case NOISE10 -> around.noisy(clean, 10);
            case TELEPHONE -> around.telephone(around.noisy(clean, 30));
            case OPUS -> Surroundings.through(clean, List.of("-c:a", "libopus", "-b:a", "12k"), "ogg");
            case MP3 -> Surroundings.through(clean, List.of("-c:a", "libmp3lame", "-b:a", "24k"), "mp3");
        };
    }
}
