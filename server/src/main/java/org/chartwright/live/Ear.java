package org.chartwright.live;

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

    private final LiveSpeech speech;
    private final int channel;
    private final long skipBefore;
    private short[] more = {};
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

    List<LiveSpeech.Event> add(short[] samples) {
        return speech.add(samples, 0, samples.length);
    }

    List<LiveSpeech.Event> end() {
        return speech.end();
    }

    /** Takes more of a stretch. */
    void grow(LiveSpeech.Event.Growing growing) {
        if (growing.begins()) {
            stretch = growing.more().startMillis();
            deaf = stretch < skipBefore;
        }
        if (!deaf) {
            if (more.length == 0) {
                moreStart = growing.more().startMillis();
            }
            short[] added = growing.more().samples();
            int before = more.length;
            more = Arrays.copyOf(more, before + added.length);
            System.arraycopy(added, 0, more, before, added.length);
        }
    }

    /** Whether enough is there to be worth a guess. */
    boolean isCurious() {
        return !deaf && more.length >= STEP;
    }

    /** Guesses at the stretch so far. */
    List<Word> guess(LiveRecognizer recognizer, Hints hints) throws InterruptedException {
        SpeechPiece next = new SpeechPiece(moreStart, channel, more);
        more = new short[0];
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
        more = new short[0];
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
