package org.chartwright.live;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.chartwright.audio.ChannelSplit;
import org.chartwright.audio.LiveSpeech;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.encounter.TimeSpan;
import org.chartwright.encounter.Word;
import org.chartwright.live.log.SessionLog;
import org.chartwright.speech.LiveRecognizer;
import org.chartwright.speech.RecognitionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sound becomes captions: guesses while somebody speaks, and the words that stay when they pause. Goes on where the log of
 * the session says that hearing had come to. One thread calls.
 */
final class Hearing implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Hearing.class);

    /** The longest stretch that is heard at once: a compromise between its words and the wait for them. */
    private static final Duration LONGEST = Duration.ofSeconds(8);

    /** How much before that is listened to again, so that the ear knows the room. */
    private static final long WARM_UP_MILLIS = 60_000;

    private static final int SAMPLES_PER_MILLI = 16;
    private static final int CHUNK = 8000;
    private static final int ATTEMPTS = 3;

    private final UUID session;
    private final SessionLog log;
    private final Listening listening;
    private final Captions captions;
    private final ChannelSplit split;
    private final List<Ear> ears = new ArrayList<>();
    private final List<Final> finals = new ArrayList<>();
    private final boolean byChannel;
    private volatile boolean abandoned;
    private final long known;
    private long from;
    private @Nullable ExecutorService finisher;

    /** A stretch that is being ended, and the engine that it may still have. */
    private record Final(Future<?> done, LiveRecognizer.@Nullable Utterance open) {}

    /** Is given what is heard, in order for each stretch. Called by the thread that hears and by the one that ends stretches. */
    interface Captions {
        void add(UUID segment, int channel, List<Word> words, TimeSpan time, boolean isPartial)
                throws IOException, InterruptedException;
    }

    /**
     * A hearing that goes on with this log, whose sound has that many channels.
     *
     * @param known how many frames of the log {@link #catchUp} shall hear; those that follow are given to {@link #hear}
     */
    Hearing(UUID session, SessionLog log, long known, int channels, Listening listening, Captions captions)
            throws IOException {
        this.session = session;
        this.log = log;
        this.listening = listening;
        this.captions = captions;
        this.split = new ChannelSplit(channels);
        this.byChannel = channels > 1;
        log.flush();
        this.known = known;
        long[] heardTo = new long[channels];
        for (byte[] note : log.notes()) {
            HeardPiece piece = HeardPiece.unpacked(note);
            heardTo[piece.channel()] = Math.max(heardTo[piece.channel()], piece.endMillis());
        }
        long first = Long.MAX_VALUE;
        for (long to : heardTo) {
            first = Math.min(first, to);
        }
        this.from = Math.max(0, first - WARM_UP_MILLIS) / Ear.BLOCK_MILLIS * Ear.BLOCK_MILLIS;
        for (int channel = 0; channel < channels; channel++) {
            ears.add(new Ear(new LiveSpeech(channel, from, LONGEST), channel, heardTo[channel]));
        }
    }

    /** Hears what was in the log when this hearing was made and was not heard before. */
    void catchUp() throws IOException, InterruptedException {
        for (long at = from * SAMPLES_PER_MILLI; at < known; at += CHUNK) {
            short[] chunk = log.interleaved(at, (int) Math.min(CHUNK, known - at));
            hear(chunk);
        }
    }

    /** Hears the next samples, of all channels in turn; they are in the log already. */
    void hear(short[] samples) throws IOException, InterruptedException {
        short[][] channels = split.add(samples);
        for (Ear ear : ears) {
            for (short[] block : ear.blocks(channels[ear.channel()])) {
                take(ear, ear.add(block));
            }
        }
    }

    /** Ends all stretches that are open, and waits for their words. */
    void end() throws IOException, InterruptedException {
        short[][] channels = split.end();
        for (Ear ear : ears) {
            for (short[] block : ear.blocks(channels[ear.channel()])) {
                take(ear, ear.add(block));
            }
            take(ear, ear.end());
        }
        for (Final last : finals) {
            await(last.done());
        }
        finals.clear();
    }

    private void take(Ear ear, List<LiveSpeech.Event> events) throws IOException, InterruptedException {
        for (LiveSpeech.Event event : events) {
            switch (event) {
                case LiveSpeech.Event.Growing growing -> ear.grow(growing);
                case LiveSpeech.Event.Ended ended -> finish(ear, ended.whole());
                case LiveSpeech.Event.Withdrawn _ -> withdraw(ear);
            }
        }
        if (ear.isCurious()) {
            guess(ear);
        }
    }

    private void guess(Ear ear) throws IOException, InterruptedException {
        List<Word> words = ear.guess(listening.recognizer(), listening.hints());
        if (!words.isEmpty()) {
            ear.told();
            captions.add(ear.segment(session), shown(ear.channel()), words, span(words), true);
        }
    }

    private void withdraw(Ear ear) throws IOException, InterruptedException {
        if (ear.wasTold()) {
            TimeSpan none = new TimeSpan(ear.stretch(), ear.stretch());
            captions.add(ear.segment(session), shown(ear.channel()), List.of(), none, false);
        }
        ear.forget();
    }

    private void finish(Ear ear, SpeechPiece whole) throws IOException, InterruptedException {
        boolean told = ear.wasTold();
        LiveRecognizer.Utterance open = ear.handOver();
        SpeechPiece piece = ear.unheard(whole);
        if (piece == null) {
            if (open != null) {
                open.close();
            }
            return;
        }
        // Of a stretch that was cut the first part was told under the name of its beginning; the rest needs one of its own.
        UUID segment = CaptionIds.of(session, piece.channel(), piece.startMillis());
        ExecutorService last = finisher;
        if (last == null) {
            last = Executors.newSingleThreadExecutor(Thread.ofVirtual().name("live-final").factory());
            finisher = last;
        }
        while (!finals.isEmpty() && finals.getFirst().done().isDone()) {
            await(finals.removeFirst().done());
        }
        Future<?> done = last.submit(() -> {
            if (!abandoned) {
                settle(segment, piece, open, told);
            }
            return null;
        });
        finals.add(new Final(done, open));
    }

    /** The words of a stretch that is over, into the log and then to whoever listens. */
    private void settle(UUID segment, SpeechPiece piece, LiveRecognizer.@Nullable Utterance open, boolean told)
            throws IOException, InterruptedException {
        Optional<List<Word>> words = words(piece, open);
        log.note(new HeardPiece(piece.channel(), piece.startMillis(), piece.time().endMillis(), words).packed());
        List<Word> heard = words.orElse(List.of());
        if (told || !heard.isEmpty()) {
            TimeSpan time = heard.isEmpty() ? piece.time() : span(heard);
            captions.add(segment, shown(piece.channel()), heard, time, false);
        }
    }

    private Optional<List<Word>> words(SpeechPiece piece, LiveRecognizer.@Nullable Utterance open)
            throws InterruptedException {
        LiveRecognizer.Utterance engine = open;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try (LiveRecognizer.Utterance used =
                    engine == null ? listening.recognizer().listen(listening.hints()) : engine) {
                return Optional.of(used.end(piece));
            } catch (RecognitionException e) {
                LOG.warn("Session {}: a stretch could not be heard, attempt {} of {}", session, attempt + 1, ATTEMPTS);
                engine = null;
            }
        }
        return Optional.empty();
    }

    private int shown(int channel) {
        return byChannel ? channel : -1;
    }

    private static TimeSpan span(List<Word> words) {
        return words.stream().map(Word::time).reduce(TimeSpan::union).orElseThrow();
    }

    private static void await(Future<?> last) throws IOException, InterruptedException {
        try {
            last.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException failure -> throw failure;
                case InterruptedException interrupted -> throw interrupted;
                case RuntimeException bug -> throw bug;
                case null, default -> throw new IllegalStateException("A stretch could not be ended", e);
            }
        }
    }

    /** Gives engines back; what waits to be ended is left to the next stream. */
    @Override
    public void close() {
        ears.forEach(Ear::close);
        ExecutorService last = finisher;
        if (last != null) {
            abandoned = true;
            last.close();
        }
        for (Final unfinished : finals) {
            LiveRecognizer.Utterance open = unfinished.open();
            if (open != null) {
                open.close();
            }
        }
    }
}
