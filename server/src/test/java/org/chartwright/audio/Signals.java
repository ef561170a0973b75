package org.chartwright.audio;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Sounds made by arithmetic, and files made of them by the installed FFmpeg, for tests. */
public final class Signals {

    static final int RATE = AudioStream.sampleRate();

    private Signals() {}

    public static short[] silence(double seconds) {
        return new short[(int) (seconds * RATE)];
    }

    static short[] noise(double seconds, double level, long seed) {
        Random random = new Random(seed);
        short[] samples = silence(seconds);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) Math.clamp(random.nextGaussian() * level, -32768, 32767);
        }
        return samples;
    }

    static short[] tones(double seconds, double level, double... hertz) {
        short[] samples = silence(seconds);
        for (int i = 0; i < samples.length; i++) {
            double sum = 0;
            for (double each : hertz) {
                sum += Math.sin(2 * Math.PI * each * i / RATE);
            }
            samples[i] = (short) (sum * level / hertz.length);
        }
        return samples;
    }

    /** Something with a gliding pitch, moving formants and syllables, as a voice has. */
    public static short[] voice(double seconds, double level, long seed) {
        return voice(seconds, level, seed, 1);
    }

    /** The same with a pitch that never moves. */
    static short[] monotone(double seconds, double level, long seed) {
        return voice(seconds, level, seed, 0);
    }

    private static short[] voice(double seconds, double level, long seed, double glide) {
        Random random = new Random(seed);
        double[] wanted = new double[(int) (seconds * RATE)];
        double phase = 0;
        double[] formants = {500, 1500, 2500};
        double most = 1;
        for (int i = 0; i < wanted.length; i++) {
            if (i % (RATE / 5) == 0) {
                formants = new double[] {300 + random.nextInt(500), 900 + random.nextInt(1200), 2300 + random.nextInt(600)};
            }
            double time = i / (double) RATE;
            double pitch = 120 + glide * (25 * Math.sin(2 * Math.PI * 1.3 * time) + 10 * Math.sin(2 * Math.PI * 3.1 * time));
            phase += pitch / RATE;
            double syllable = Math.pow(Math.abs(Math.sin(Math.PI * 4 * time)), 0.7);
            double sum = 0;
            for (int harmonic = 1; harmonic * pitch < 4000; harmonic++) {
                double gain = 0.02;
                for (double formant : formants) {
                    gain += 1 / (1 + Math.pow((harmonic * pitch - formant) / 100, 2));
                }
                sum += gain * Math.sin(2 * Math.PI * harmonic * phase);
            }
            wanted[i] = sum * syllable;
            most = Math.max(most, Math.abs(wanted[i]));
        }
        short[] samples = new short[wanted.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (wanted[i] / most * level);
        }
        return samples;
    }

    static short[] mix(short[] one, short[] other) {
        short[] sum = new short[Math.max(one.length, other.length)];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = (short) Math.clamp((i < one.length ? one[i] : 0) + (i < other.length ? other[i] : 0), -32768, 32767);
        }
        return sum;
    }

    public static short[] join(short[]... parts) {
        int length = 0;
        for (short[] part : parts) {
            length += part.length;
        }
        short[] all = new short[length];
        int at = 0;
        for (short[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    /** A 16-bit WAV at 16 kHz of those channels. */
    static byte[] wav(short[]... channels) {
        int length = channels[0].length * channels.length * 2;
        ByteBuffer bytes = ByteBuffer.allocate(44 + length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("RIFF".getBytes()).putInt(36 + length).put("WAVEfmt ".getBytes()).putInt(16);
        bytes.putShort((short) 1).putShort((short) channels.length).putInt(RATE).putInt(RATE * 2 * channels.length);
        bytes.putShort((short) (2 * channels.length)).putShort((short) 16).put("data".getBytes()).putInt(length);
        for (int i = 0; i < channels[0].length; i++) {
            for (short[] channel : channels) {
                bytes.putShort(channel[i]);
            }
        }
        return bytes.array();
    }

    /** What FFmpeg makes of a WAV; nothing is written but the file that it is asked for. */
    static byte[] convert(Path folder, byte[] wav, String name, String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-f", "wav", "-i", "pipe:0"));
        command.addAll(List.of(options));
        Path file = folder.resolve(name);
        command.addAll(List.of("-y", file.toString()));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        process.getOutputStream().write(wav);
        process.getOutputStream().close();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("FFmpeg could not make " + name);
        }
        return Files.readAllBytes(file);
    }

    static MediaSource source(byte[] bytes) {
        return new MediaSource() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public InputStream open(long offset) {
                return new ByteArrayInputStream(bytes, (int) offset, bytes.length - (int) offset);
            }
        };
    }

    /** A stream of samples in chunks of random lengths. */
    static AudioStream stream(short[] samples, Random chunks) {
        return new AudioStream() {
            private int at;

            @Override
            public int read(short[] buffer, int offset, int length) {
                if (at == samples.length) {
                    return -1;
                }
                int count = Math.min(1 + chunks.nextInt(length), samples.length - at);
                System.arraycopy(samples, at, buffer, offset, count);
                at += count;
                return count;
            }

            @Override
            public void close() {
                at = samples.length;
            }
        };
    }

    static short[] all(AudioStream stream) throws IOException, MediaException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        short[] buffer = new short[4096];
        int count;
        while ((count = stream.read(buffer, 0, buffer.length)) >= 0) {
            for (int i = 0; i < count; i++) {
                bytes.write(buffer[i]);
                bytes.write(buffer[i] >> 8);
            }
        }
        short[] samples = new short[bytes.size() / 2];
        ByteBuffer.wrap(bytes.toByteArray()).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
        return samples;
    }
}
