package org.chartwright.audio;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Cuts one channel into pieces of speech: nothing that is said lies outside of them, silence and steady noise lie
 * between them. Holds some twenty seconds of sound, whatever the length of the recording. One thread at a time; closing
 * it closes the stream.
 */
public final class SpeechPieces implements AutoCloseable {

    private static final int HOP = FrameAnalyser.HOP;

    private final AudioStream stream;
    private final int channel;
    private final FrameAnalyser analyser = new FrameAnalyser();
    private final VoiceActivity activity = VoiceActivity.ofRecording();
    private final PieceCutter cutter;
    private final QualityMeter meter = new QualityMeter();
    private final Queue<SpeechPiece> ready = new ArrayDeque<>();
    private short[] samples = new short[8 * AudioStream.sampleRate()];
    private long base;
    private int held;
    private int analysed;
    private boolean ended;

    /**
     * Pieces of that stream.
     *
     * @param channel the number that the pieces bear
     * @param longest what the recogniser takes at once; at least two seconds
     */
    public SpeechPieces(AudioStream stream, int channel, Duration longest) {
        this.stream = stream;
        this.channel = channel;
        this.cutter = new PieceCutter(Math.toIntExact(longest.toMillis() / 10), PieceCutter.HANG);
    }

    /** The next piece in order of time, or null at the end. */
    public @Nullable SpeechPiece next() throws IOException, MediaException {
        while (ready.isEmpty() && !ended) {
            pull();
            score();
            collect();
        }
        return ready.poll();
    }

    /** How good the sound is, so far; complete once {@link #next} gave null. */
    public AudioQuality quality() {
        return meter.quality(stream.damaged());
    }

    /** How much was read so far. */
    public Duration read() {
        return Duration.ofMillis((base + held) * 1000 / AudioStream.sampleRate());
    }

    /** How much sound is held in memory, for tests. */
    int heldSamples() {
        return samples.length;
    }

    @Override
    public void close() {
        stream.close();
    }

    private void pull() throws IOException, MediaException {
        int room = AudioStream.sampleRate() / 2;
        if (held + room + FrameAnalyser.WINDOW > samples.length) {
            samples = Arrays.copyOf(samples, samples.length + 4 * room);
        }
        int count = fill(room);
        meter.add(samples, held, count);
        held += count;
        if (count < room) {
            ended = true;
            Arrays.fill(samples, held, held + FrameAnalyser.WINDOW, (short) 0);
        }
        while (true) {
            long begin = (long) analysed * HOP - base;
            if (ended ? begin >= held : begin + FrameAnalyser.WINDOW > held) {
                break;
            }
            activity.add(analyser.analyse(samples, (int) begin));
            analysed++;
        }
        if (ended) {
            activity.end();
        }
    }

    /**
     * All that is asked for, and less only at the end: how far the floor has looked ahead when a frame is judged must depend
     * on the sound and not on how a busy machine hands it over.
     */
    private int fill(int room) throws IOException, MediaException {
        int filled = 0;
        int count = 0;
        while (filled < room && count >= 0) {
            count = stream.read(samples, held + filled, room - filled);
            filled += Math.max(0, count);
        }
        return filled;
    }

    private void score() {
        VoiceActivity.Scored scored;
        while ((scored = activity.next(ended)) != null) {
            cutter.add(scored);
            meter.add(scored);
        }
        if (ended) {
            cutter.end();
        }
    }

    private void collect() {
        PieceCutter.Cut cut;
        while ((cut = cutter.cuts().poll()) != null) {
            int from = (int) ((long) cut.from() * HOP - base);
            int to = (int) Math.min((long) cut.to() * HOP - base, held);
            ready.add(new SpeechPiece(cut.from() * 10L, channel, Arrays.copyOfRange(samples, from, to)));
            meter.speech(to - from);
        }
        int drop = (int) Math.min(held, (long) cutter.needed() * HOP - base);
        // Moving the rest is worth it only now and then.
        if (drop > samples.length / 3) {
            System.arraycopy(samples, drop, samples, 0, held - drop);
            held -= drop;
            base += drop;
        }
    }
}
