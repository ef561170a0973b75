package org.chartwright.audio;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How good the sound of one channel is, with what a person may do about it.
 *
 * @param seconds how long it is
 * @param speechRatio how much of it lies in pieces of speech, 0 to 1
 * @param speechLevel level of the speech in dB of full scale; -100 when there is none
 * @param noiseLevel level of the noise between, in dB of full scale
 * @param clippedRatio how many samples lie in runs at the limit of the scale, 0 to 1
 * @param bandwidth up to which frequency in hertz speech reaches; 0 when there is none
 * @param echo seconds until a sound in the room has died by 60 dB; 0 when it cannot be told
 * @param damaged whether the file was broken in places
 */
public record AudioQuality(
        double seconds,
        double speechRatio,
        double speechLevel,
        double noiseLevel,
        double clippedRatio,
        int bandwidth,
        double echo,
        boolean damaged) {

    /** From how many seconds of dying away on words suffer. */
    private static final double ECHOING = 0.24;

    /** Of sound that nobody measured. */
    public static final AudioQuality UNKNOWN = new AudioQuality(0, 0, -100, -100, 0, 0, 0, false);

    /** Level of the speech above that of the noise in dB; 0 when there is no speech. */
    public double signalToNoise() {
        return speechRatio == 0 ? 0 : Math.max(0, speechLevel - noiseLevel);
    }

    /** Whether speech reaches no further than a telephone carries it. */
    public boolean telephone() {
        return bandwidth > 0 && bandwidth <= 4500;
    }

    /** What is wrong, each in a sentence that says what to do; empty when the sound is good. */
    public List<String> warnings() {
        List<String> found = new ArrayList<>();
        if (damaged) {
            found.add("The file is damaged or cut short; what was said there is missing. Use the original if there is one.");
        }
        if (seconds > 0 && speechRatio == 0) {
            found.add("No speech was found on this channel. Check that its microphone was connected and not muted.");
            return List.copyOf(found);
        }
        if (seconds == 0) {
            return List.copyOf(found);
        }
        if (clippedRatio > 0.001) {
            found.add(text("%.1f %% of the sound is clipped. Lower the recording level.", clippedRatio * 100));
        }
        if (speechLevel < -45) {
            found.add(text("Speech is very quiet (%.0f dB). Raise the recording level or move closer.", speechLevel));
        }
        if (signalToNoise() < 12) {
            found.add(text("Speech is only %.0f dB above the noise. Move the microphone closer.", signalToNoise()));
        }
        if (echo >= ECHOING) {
            found.add(text("The room echoes (%.1f s). Move the microphone closer, or use a smaller or furnished room.", echo));
        }
        if (telephone()) {
            found.add("The sound has the band of a telephone. Record at 16 kHz or more for fewer errors.");
        }
        return List.copyOf(found);
    }

    private static String text(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
