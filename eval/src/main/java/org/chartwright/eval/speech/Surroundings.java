package org.chartwright.eval.speech;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.chartwright.eval.SyntheticVoice;

/**
 * Where and how a recording was made: makes a clean one sound as if it came from a room, through noise, over the telephone
 * or through a codec. The same seed gives the same sound. Levels are chosen like the rest, so that nothing hangs on them.
 */
final class Surroundings {

    private static final int RATE = 16_000;

    private final Random luck;

    Surroundings(long seed) {
        this.luck = new Random(seed);
    }

    /**
     * In a room.
     *
     * @param decay seconds until the sound has died by 60 dB
     * @param direct how much stronger the direct sound is than the rest, in dB
     */
    double[] room(double[] clean, double decay, double direct) {
        return new Convolution(impulseResponse(decay, direct)).of(clean);
    }

    /** Direct sound, some early echoes, and a tail whose high frequencies die faster. */
    private double[] impulseResponse(double decay, double direct) {
        int length = (int) (RATE * Math.min(1.2, decay * 1.1));
        double[] early = new double[length];
        double echoes = between(0.2, 0.9);
        for (int i = 5 + luck.nextInt(7); i > 0; i--) {
            int at = (int) (RATE * between(0.001, 0.05));
            if (at < length) {
                early[at] += between(-0.7, 0.7) * fade(at, decay);
            }
        }
        double[] late = new double[length];
        double share = between(0.2, 0.6);
        int silent = (int) (RATE * between(0.002, 0.008));
        double dark = 0;
        for (int i = 0; i < length; i++) {
            dark += share * (luck.nextGaussian() - dark);
            double tail = 0.5 * luck.nextGaussian() * fade(i, 0.7 * decay) + dark * fade(i, decay);
            late[i] = i < silent ? 0 : tail;
        }
        scale(early, echoes / Math.max(1e-9, Math.sqrt(energy(early))));
        scale(late, Math.sqrt((1 + energy(early)) * Math.pow(10, -direct / 10) / energy(late)));
        double[] response = new double[length];
        response[0] = 1;
        for (int i = 0; i < length; i++) {
            response[i] += early[i] + late[i];
        }
        scale(response, 1 / Math.sqrt(energy(response)));
        return response;
    }

    private static double fade(int sample, double decay) {
        return Math.pow(10, -3.0 * sample / RATE / decay);
    }

    /** With noise of a random kind, so many dB below the speech. */
    double[] noisy(double[] clean, double below) {
        double[] noise = noise(clean.length);
        double speech = 0;
        int count = 1;
        for (double sample : clean) {
            if (Math.abs(sample) > 50) {
                speech += sample * sample;
                count++;
            }
        }
        double power = speech / count;
        double gain = Math.sqrt(power / Math.max(1e-9, energy(noise) / noise.length) * Math.pow(10, -below / 10));
        double[] sum = new double[clean.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = clean[i] + gain * noise[i];
        }
        return sum;
    }

    /** White, falling with frequency, a hum with a fan, or a band. */
    private double[] noise(int length) {
        int kind = luck.nextInt(4);
        double hum = between(48, 125);
        double slow = 0;
        double slower = 0;
        double low = between(0.05, 0.3);
        double high = between(0.4, 0.9);
        double[] noise = new double[length];
        for (int i = 0; i < length; i++) {
            double white = luck.nextGaussian();
            switch (kind) {
                case 0 -> noise[i] = white;
                case 1 -> noise[i] = slow = 0.97 * slow + white;
                case 2 -> {
                    slow = 0.9 * slow + white;
                    noise[i] = 0.3 * slow;
                    for (int k = 1; k < 8; k++) {
                        noise[i] += Math.sin(2 * Math.PI * hum * k * i / RATE) / k;
                    }
                }
                default -> {
                    slow += high * (white - slow);
                    slower += low * (slow - slower);
                    noise[i] = slow - slower;
                }
            }
        }
        return noise;
    }

    /** Over the telephone: 300 to 3,400 Hz, 8 kHz, eight bits by the mu law. */
    double[] telephone(double[] clean) throws IOException, InterruptedException {
        return through(clean, List.of("-af", "highpass=f=300:p=2,lowpass=f=3400:p=2", "-ar", "8000", "-c:a", "pcm_mulaw"), "wav");
    }

    /** Through a codec of FFmpeg's, there and back. */
    static double[] through(double[] clean, List<String> encoder, String container) throws IOException, InterruptedException {
        List<String> raw = List.of("-f", "s16le", "-ar", "16000", "-ac", "1");
        List<String> there = new java.util.ArrayList<>(List.of("ffmpeg", "-v", "error"));
        there.addAll(raw);
        there.addAll(List.of("-i", "-"));
        there.addAll(encoder);
        there.addAll(List.of("-f", container, "-"));
        List<String> back = new java.util.ArrayList<>(List.of("ffmpeg", "-v", "error", "-i", "-"));
        back.addAll(raw);
        back.add("-");
        byte[] coded = SyntheticVoice.run(there, SyntheticVoice.bytes(levelled(clean, 12_000)));
        short[] samples = SyntheticVoice.samples(SyntheticVoice.run(back, coded));
        double[] heard = new double[clean.length];
        for (int i = 0; i < heard.length && i < samples.length; i++) {
            heard[i] = samples[i];
        }
        return heard;
    }

    /** One of the above by chance, with a microphone's colour. */
    double[] any(double[] clean, Kind kind) throws IOException, InterruptedException {
        double[] heard = switch (kind) {
            case CLEAN -> clean;
            case ROOM -> noisy(room(clean, between(0.2, 0.9), between(-6, 8)), between(15, 40));
            case NOISE -> noisy(clean, between(3, 25));
            case TELEPHONE -> telephone(noisy(clean, between(12, 35)));
        };
        return luck.nextBoolean() ? heard : coloured(heard, between(-0.5, 0.5), between(-0.3, 0.3));
    }

    private static double[] coloured(double[] samples, double zero, double pole) {
        double[] out = new double[samples.length];
        for (int i = 1; i < samples.length; i++) {
            out[i] = samples[i] + zero * samples[i - 1] - pole * out[i - 1];
        }
        return out;
    }

    /** What a recording may have gone through. */
    enum Kind {
        CLEAN,
        ROOM,
        NOISE,
        TELEPHONE
    }

    /** A random level, as whole samples. */
    short[] levelled(double[] samples) {
        return levelled(samples, 16_000 * Math.pow(10, -between(0, 15) / 20));
    }

    /** As whole samples with that highest one. */
    static short[] levelled(double[] samples, double peak) {
        double most = 1;
        for (double sample : samples) {
            most = Math.max(most, Math.abs(sample));
        }
        short[] out = new short[samples.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (short) Math.round(samples[i] * peak / most);
        }
        return out;
    }

    static double[] doubles(short[] samples) {
        double[] out = new double[samples.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = samples[i];
        }
        return out;
    }

    private double between(double least, double most) {
        return least + luck.nextDouble() * (most - least);
    }

    private static double energy(double[] samples) {
        double sum = 0;
        for (double sample : samples) {
            sum += sample * sample;
        }
        return sum;
    }

    private static void scale(double[] samples, double factor) {
        for (int i = 0; i < samples.length; i++) {
            samples[i] *= factor;
        }
    }
}
