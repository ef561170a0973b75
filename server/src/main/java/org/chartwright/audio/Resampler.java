package org.chartwright.audio;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Brings samples of a higher rate to 16 kHz, chunk by chunk; where the chunks are cut makes no difference. A low-pass with a
 * Kaiser window stops what 16 kHz cannot hold. One thread at a time.
 */
public final class Resampler {

    private static final int HALF_WIDTH = 24;
    private static final double CUTOFF = 0.93;
    private static final double BETA = 8;
    private static final Map<Integer, Bank> BANKS = new ConcurrentHashMap<>();

    private final Bank bank;
    private short[] held;
    private int count;
    /** Where the next output lies, in the held samples, and which of the bank's phases it has. */
    private int at;

    private int phase;

    private Resampler(Bank bank) {
        this.bank = bank;
        this.held = new short[2 * bank.half];
        this.count = bank.half;
        this.at = bank.half;
    }

    /** From that rate, in samples per second. */
    public static Resampler from(int rate) {
        if (rate < AudioStream.sampleRate() || rate > 48_000) {
            throw new IllegalArgumentException("Sample rate out of range: " + rate);
        }
        return new Resampler(BANKS.computeIfAbsent(rate, Bank::of));
    }

    /** Takes samples and gives those at 16 kHz that can be made so far; the same array where there is nothing to do. */
    public short[] add(short[] samples, int from, int length) {
        if (bank.step == bank.phases) {
            return from == 0 && length == samples.length ? samples : Arrays.copyOfRange(samples, from, from + length);
        }
        if (count + length > held.length) {
            held = Arrays.copyOf(held, count + length);
        }
        System.arraycopy(samples, from, held, count, length);
        count += length;
        return make();
    }

    /** Gives what is left when no more follows. */
    public short[] end() {
        return bank.step == bank.phases ? new short[0] : add(new short[bank.half], 0, bank.half);
    }

    private short[] make() {
        short[] made = new short[(int) ((long) count * bank.phases / bank.step) + 1];
        int written = 0;
        while (at + bank.half < count) {
            float[] weights = bank.weights[phase];
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i] * held[at - bank.half + 1 + i];
            }
            made[written++] = (short) Math.clamp(Math.round(sum), Short.MIN_VALUE, Short.MAX_VALUE);
            phase += bank.step;
            at += phase / bank.phases;
            phase %= bank.phases;
        }
        int drop = at - bank.half;
        System.arraycopy(held, drop, held, 0, count - drop);
        count -= drop;
        at -= drop;
        return Arrays.copyOf(made, written);
    }

    /** The filter's weights for each place that an output can have between two inputs. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Bank(int phases, int step, int half, float[][] weights) {

        static Bank of(int rate) {
            int common = gcd(rate, AudioStream.sampleRate());
            int phases = AudioStream.sampleRate() / common;
            int step = rate / common;
            double scale = CUTOFF * AudioStream.sampleRate() / rate;
            int half = (int) Math.ceil(HALF_WIDTH / scale);
            float[][] weights = new float[phases][2 * half];
            for (int phase = 0; phase < phases; phase++) {
                double sum = 0;
                for (int i = 0; i < 2 * half; i++) {
                    double x = i - half + 1 - (double) phase / phases;
                    double weight = sinc(scale * x) * kaiser(x / half);
                    weights[phase][i] = (float) weight;
                    sum += weight;
                }
                for (int i = 0; i < 2 * half; i++) {
                    weights[phase][i] /= (float) sum;
                }
            }
            return new Bank(phases, step, half, weights);
        }

        private static int gcd(int a, int b) {
            return b == 0 ? a : gcd(b, a % b);
        }

        private static double sinc(double x) {
            return x == 0 ? 1 : StrictMath.sin(Math.PI * x) / (Math.PI * x);
        }

        private static double kaiser(double x) {
            return Math.abs(x) >= 1 ? 0 : bessel(BETA * Math.sqrt(1 - x * x)) / bessel(BETA);
        }

        private static double bessel(double x) {
            double sum = 1;
            double term = 1;
            for (int k = 1; term > 1e-12 * sum; k++) {
                term *= x * x / (4.0 * k * k);
                sum += term;
            }
            return sum;
        }
    }
}
