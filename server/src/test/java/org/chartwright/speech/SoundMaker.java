package org.chartwright.speech;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** Makes sounds for tests: synthetic speech, noise, tones, silence; all 16 kHz mono. */
public final class SoundMaker {

    private static final int RATE = 16_000;

    private SoundMaker() {}

    /** Whether Debian's speech synthesiser is there. */
    public static boolean canSpeak() {
        return Files.isExecutable(Path.of("/usr/bin/flite"));
    }

    /** A sentence said by flite's voice of that name. */
    public static short[] speech(String voice, String text) throws IOException, InterruptedException {
        File file = File.createTempFile("speech", ".wav");
        try {
            Process flite = new ProcessBuilder("flite", "-voice", voice, "-t", text, "-o", file.toString())
                    .inheritIO()
                    .start();
            if (!flite.waitFor(30, TimeUnit.SECONDS) || flite.exitValue() != 0) {
                flite.destroyForcibly();
                throw new IOException("flite failed");
            }
            try (AudioInputStream audio = AudioSystem.getAudioInputStream(file)) {
                if (audio.getFormat().getSampleRate() != RATE) {
                    throw new IOException("flite's voice has another rate");
                }
                byte[] bytes = audio.readAllBytes();
                short[] samples = new short[bytes.length / 2];
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
                return samples;
            } catch (UnsupportedAudioFileException e) {
                throw new IOException(e);
            }
        } finally {
            Files.deleteIfExists(file.toPath());
        }
    }

    /** Nothing at all. */
    public static short[] silence(double seconds) {
        return new short[(int) (seconds * RATE)];
    }

    /** White noise of that loudness, 0 to 1. */
    public static short[] noise(double seconds, double loudness, long seed) {
        Random random = new Random(seed);
        short[] samples = silence(seconds);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) Math.clamp(random.nextGaussian() * loudness * 32767, -32768, 32767);
        }
        return samples;
    }

    /** Steady tones together. */
    public static short[] tones(double seconds, double loudness, double... hertz) {
        short[] samples = silence(seconds);
        for (int i = 0; i < samples.length; i++) {
            double sum = 0;
            for (double frequency : hertz) {
                sum += Math.sin(2 * Math.PI * frequency * i / RATE);
            }
            samples[i] = (short) (sum / hertz.length * loudness * 32767);
        }
        return samples;
    }

    /** A tone of a fifth of a second, every second. */
    public static short[] beeps(double seconds, double hertz) {
        short[] samples = tones(seconds, 0.3, hertz);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = i % RATE < RATE / 5 ? samples[i] : 0;
        }
        return samples;
    }

    /** One note a second with overtones, dying away as a plucked string does. */
    public static short[] notes(int seconds, double... hertz) {
        short[] samples = silence(seconds);
        for (int i = 0; i < samples.length; i++) {
            double sum = 0;
            for (int overtone = 1; overtone <= 5; overtone++) {
                double frequency = hertz[i / RATE % hertz.length] * overtone;
                sum += Math.sin(2 * Math.PI * frequency * i / RATE) / overtone;
            }
            samples[i] = (short) (sum * 4000 * Math.exp(-(i % RATE) / (double) RATE));
        }
        return samples;
    }

    /** Drums, and now and then another chord of sawtooths under a filter that opens: what a band sounds like from afar. */
    public static short[] band(double seconds, long seed) {
        Random random = new Random(seed);
        double[] sum = new double[(int) (seconds * RATE)];
        int beat = RATE * 2 / 5;
        double most = 1;
        double low = 0;
        double root = 110;
        for (int i = 0; i < sum.length; i++) {
            if (i % (2 * beat) == 0) {
                root = 110 * Math.pow(2, random.nextInt(8) / 12.0);
            }
            double inBeat = i % beat / (double) RATE;
            double chord = 0;
            for (double third : new double[] {1, 1.25, 1.5, 2}) {
                chord += 2 * (i * root * third / RATE % 1) - 1;
            }
            low += (0.05 + 0.3 * Math.exp(-6 * inBeat)) * (chord - low);
            double drum = i / beat % 2 == 0
                    ? 4 * Math.sin(2 * Math.PI * (50 + 80 * Math.exp(-30 * inBeat)) * inBeat) * Math.exp(-15 * inBeat)
                    : 3 * random.nextGaussian() * Math.exp(-25 * inBeat);
            sum[i] = low + drum;
            most = Math.max(most, Math.abs(sum[i]));
        }
        short[] samples = new short[sum.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (sum[i] / most * 12_000);
        }
        return samples;
    }
}
