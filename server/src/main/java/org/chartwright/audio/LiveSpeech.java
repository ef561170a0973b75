package org.chartwright.audio;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds speech while it is being said: samples are pushed in, and stretches come out as they grow and as they end. Does what
 * {@link SpeechPieces} does for recordings, with a floor of noise that looks back only. Holds one piece and half a minute
 * of levels. One thread at a time.
 */
public final class LiveSpeech {

    /** A shorter pause than in recordings ends a piece, because somebody waits for its words. */
    private static final int HANG = 45;

    private static final int HOP = FrameAnalyser.HOP;

    private final int channel;
    private final long startMillis;
    private final FrameAnalyser analyser = new FrameAnalyser();
    private final VoiceActivity activity = VoiceActivity.live();
    private final PieceCutter cutter;
    private final QualityMeter meter = new QualityMeter();
    private short[] samples = new short[AudioStream.sampleRate() / 2];
    private long base;
    private int held;
    private int analysed;
    private int growing = -1;
    private int told;

    /**
     * Speech on that channel.
     *
     * @param startMillis when its first sample is, in whole hundredths of a second
     * @param longest what a recogniser shall take at once; at least two seconds
     */
    public LiveSpeech(int channel, long startMillis, Duration longest) {
        this.startMillis = startMillis;
        this.channel = channel;
        this.cutter = new PieceCutter(Math.toIntExact(longest.toMillis() / 10), HANG);
    }

    /** What is heard of speech. */
    public sealed interface Event {

        /**
         * Somebody speaks, or speaks on.
         *
         * @param more what follows directly on what was told before
         * @param begins whether it is the first of its stretch
         */
        record Growing(SpeechPiece more, boolean begins) implements Event {}

        /** A stretch of speech is over; this is all of it. */
        record Ended(SpeechPiece whole) implements Event {}

        /** What grew was no speech after all. */
        record Withdrawn() implements Event {}
    }

    /** Takes the next samples and says what came of them, in order. */
    public List<Event> add(short[] more, int from, int count) {
        int needed = held + count + FrameAnalyser.WINDOW;
        if (needed > samples.length) {
            samples = Arrays.copyOf(samples, needed + samples.length / 2);
        }
        System.arraycopy(more, from, samples, held, count);
        held += count;
        meter.add(more, from, count);
        while ((long) analysed * HOP - base + FrameAnalyser.WINDOW <= held) {
            analyse();
        }
        return score(false);
    }

    /** Says that no more follows. */
    public List<Event> end() {
        Arrays.fill(samples, held, Math.min(samples.length, held + FrameAnalyser.WINDOW), (short) 0);
        while ((long) analysed * HOP - base < held) {
            analyse();
        }
        activity.end();
        return score(true);
    }

    /** How good the sound is so far. Ask now and then: after some seconds it means something. */
    public AudioQuality quality() {
        return meter.quality(false);
    }

    private void analyse() {
        activity.add(analyser.analyse(samples, (int) ((long) analysed * HOP - base)));
        analysed++;
    }

    private List<Event> score(boolean ended) {
        VoiceActivity.Scored scored;
        while ((scored = activity.next(ended)) != null) {
            cutter.add(scored);
            meter.add(scored);
        }
        if (ended) {
            cutter.end();
        }
        List<Event> events = new ArrayList<>();
        PieceCutter.Cut cut;
        while ((cut = cutter.cuts().poll()) != null) {
            withdrawBefore(cut.from(), events);
            SpeechPiece whole = piece(cut.from(), cut.to());
            meter.speech(whole.samples().length);
            events.add(new Event.Ended(whole));
            growing = -1;
        }
        int open = cutter.voicedFrom();
        if (growing != open) {
            withdrawBefore(open < 0 ? Integer.MAX_VALUE : open, events);
        }
        if (open >= 0) {
            grow(open, events);
        }
        drop();
        return events;
    }

    /** What was told of a stretch that is neither open nor ended with words in it is taken back. */
    private void withdrawBefore(int frame, List<Event> events) {
        if (growing >= 0 && growing < frame) {
            events.add(new Event.Withdrawn());
            growing = -1;
        }
    }

    private void grow(int open, List<Event> events) {
        boolean begins = growing < 0;
        int from = begins ? open : told;
        int to = (int) Math.min(analysed, (base + held) / HOP);
        if (to > from) {
            events.add(new Event.Growing(piece(from, to), begins));
            growing = open;
            told = to;
        }
    }

    private SpeechPiece piece(int from, int to) {
        int begin = (int) ((long) from * HOP - base);
        int end = (int) Math.min((long) to * HOP - base, held);
        return new SpeechPiece(startMillis + from * 10L, channel, Arrays.copyOfRange(samples, begin, end));
    }

    private void drop() {
        int drop = (int) Math.min(held, (long) Math.min(cutter.needed(), analysed) * HOP - base);
        if (drop > samples.length / 3) {
            System.arraycopy(samples, drop, samples, 0, held - drop);
            held -= drop;
            base += drop;
        }
    }
}
