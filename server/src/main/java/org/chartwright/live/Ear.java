package org.chartwright.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.chartwright.audio.LiveSpeech;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.encounter.Word;
import org.chartwright.speech.Hints;
import org.chartwright.speech.LiveRecognizer;
import org.chartwright.speech.RecognitionException;
import org.jspecify.annotations.Nullable;

/** One channel of a session and what is being said on it just now. One thread at a time. */
final class Ear {

    /** How much more must be there before it is listened to: a fifth of a second. */
    private static final int STEP = 3200;

    /** How long the blocks are in which sound is looked at, in milliseconds and in samples. */
    static final int BLOCK_MILLIS = 50;

    private static final int BLOCK = 16 * BLOCK_MILLIS;

    private final LiveSpeech speech;
    private final int channel;
    private final long skipBefore;
    private short[] rest = {};
    private short[] more = {};
    private int moreCount;
    private long moreStart;
    private long stretch = -1;
    private boolean deaf;
    private boolean told;
    private LiveRecognizer.@Nullable Utterance utterance;

    /**
     * An ear on that channel.
     *
     * @param skipBefore up to where all was heard before, in milliseconds
     */
    Ear(LiveSpeech speech, int channel, long skipBefore) {
        this.speech = speech;
        this.channel = channel;
        this.skipBefore = skipBefore;
    }

    /**
     * Cuts what comes into blocks that do not depend on how it comes; so the same sound is heard in the same way over a
     * connection, after a cut and from the log. What is left waits for more.
     */
    List<short[]> blocks(short[] samples) {
        List<short[]> blocks = new ArrayList<>();
        short[] all = joined(rest, samples);
        int at = 0;
        for (; at + BLOCK <= all.length; at += BLOCK) {
            blocks.add(Arrays.copyOfRange(all, at, at + BLOCK));
        }
        rest = Arrays.copyOfRange(all, at, all.length);
        return blocks;
    }

    List<LiveSpeech.Event> add(short[] block) {
        return speech.add(block, 0, block.length);
    }

    List<LiveSpeech.Event> end() {
        List<LiveSpeech.Event> events = new ArrayList<>(add(rest));
        rest = new short[0];
        events.addAll(speech.end());
        return events;
    }

    /** Both in a row; where one is empty the other itself, which nobody changes. */
    private static short[] joined(short[] one, short[] other) {
        if (one.length == 0 || other.length == 0) {
            return one.length == 0 ? other : one;
        }
        short[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    /** Takes more of a stretch. */
    void grow(LiveSpeech.Event.Growing growing) {
        if (growing.begins()) {
            stretch = growing.more().startMillis();
            deaf = stretch < skipBefore;
        }
        if (!deaf) {
            if (moreCount == 0) {
                moreStart = growing.more().startMillis();
            }
            short[] grown = growing.more().samples();
            if (moreCount + grown.length > more.length) {
                more = Arrays.copyOf(more, moreCount + grown.length);
            }
            System.arraycopy(grown, 0, more, moreCount, grown.length);
            moreCount += grown.length;
        }
    }

    /** Whether enough is there to be worth a guess. */
    boolean isCurious() {
        return !deaf && moreCount >= STEP;
    }

    /** Guesses at the stretch so far. */
    List<Word> guess(LiveRecognizer recognizer, Hints hints) throws InterruptedException {
        SpeechPiece next = new SpeechPiece(moreStart, channel, Arrays.copyOf(more, moreCount));
        moreCount = 0;
        try {
            LiveRecognizer.Utterance open = utterance;
            if (open == null) {
                open = recognizer.listen(hints);
                utterance = open;
            }
            return open.along(next);
        } catch (RecognitionException _) {
            // Guesses can be gone without; the whole stretch is heard at its end, by another worker.
            deaf = true;
            close();
            return List.of();
        }
    }

    /** What of a stretch was not heard before; nothing if all was. */
    @Nullable SpeechPiece unheard(SpeechPiece whole) {
        if (whole.startMillis() >= skipBefore) {
            return whole;
        }
        long rest = whole.time().endMillis() - skipBefore;
        if (rest < 200) {
            return null;
        }
        int from = whole.samples().length - (int) Math.min(whole.samples().length, rest * 16);
        return new SpeechPiece(
                skipBefore, channel, Arrays.copyOfRange(whole.samples(), from, whole.samples().length));
    }

    /** Gives the engine that listens to this stretch over, and is ready for the next one. */
    LiveRecognizer.@Nullable Utterance handOver() {
        LiveRecognizer.Utterance open = utterance;
        utterance = null;
        forget();
        return open;
    }

    /** The stretch was no speech. */
    void forget() {
        close();
        moreCount = 0;
        stretch = -1;
        deaf = false;
        told = false;
    }

    /** The name of the stretch that is being said. */
    UUID segment(UUID session) {
        return CaptionIds.of(session, channel, stretch);
    }

    long stretch() {
        return stretch;
    }

    int channel() {
        return channel;
    }

    void told() {
        told = true;
    }

    boolean wasTold() {
        return told;
    }

    void close() {
        LiveRecognizer.Utterance open = utterance;
        utterance = null;
        if (open != null) {
            open.close();
        }
    }
}
