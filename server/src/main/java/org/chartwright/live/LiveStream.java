package org.chartwright.live;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.chartwright.live.LiveException.Kind;
import org.chartwright.live.log.SessionLog;
import org.chartwright.scribing.ScribeRequest.WordRules;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection that adds to a session: what comes is decoded, kept and heard, and what is heard is told. One thread calls
 * {@link #configure}, {@link #sound}, {@link #endSession} and {@link #finish}; any may call the others.
 */
public final class LiveStream {

    private static final Logger LOG = LoggerFactory.getLogger(LiveStream.class);

    private static final long SAMPLES_PER_SECOND = 16_000;

    private final LiveSession session;
    private final LiveSessions sessions;
    private final LiveListener listener;
    private final Telling telling;
    private final Audience audience;
    private final SoundQueue waiting = new SoundQueue();
    private final Patience patience;
    private final AtomicBoolean releasing = new AtomicBoolean();
    private final CountDownLatch released = new CountDownLatch(1);
    private final Thread teller;
    private @Nullable Intake intake;
    private @Nullable Thread hearer;
    private volatile @Nullable Drafting drafting;
    private volatile @Nullable SessionLog log;
    private volatile @Nullable Configuration configuration;
    private volatile @Nullable Listening listening;
    private volatile boolean paused;
    private boolean sessionEnded;

    LiveStream(LiveSession session, LiveSessions sessions, LiveListener listener) {
        this.session = session;
        this.sessions = sessions;
        this.listener = listener;
        this.configuration = null;
        this.telling = new Telling(listener, sessions.nanos());
        this.audience = new Audience(telling, () -> sessions.watching(session));
        this.patience = new Patience(sessions.nanos());
        this.teller = Thread.ofVirtual().name("live-teller").start(telling::run);
    }

    /** The name of its session. */
    public UUID sessionId() {
        return session.id();
    }

    LiveSession session() {
        return session;
    }

    /** The client waits for us, until {@link #ready}: its silence does not count. So it is from the beginning. */
    public void busy() {
        patience.ours();
    }

    /** All is done that the client has to wait for: from here on it may not be silent for long. */
    public void ready() {
        patience.theirs();
    }

    /**
     * Takes what must come first: how to work.
     *
     * @param rules what the vocabulary and the filter that it names say
     * @throws LiveException if it came before, or is not what the session's first stream said
     */
    public void configure(Configuration wanted, WordRules rules) throws LiveException, IOException {
        Configuration known = session.configuration();
        if (configuration != null) {
            throw new LiveException(Kind.BAD_REQUEST, "A ConfigurationEvent can come only once, at the beginning.");
        }
        if (known != null && !known.saysTheSameAs(wanted)) {
            throw new LiveException(
                    Kind.BAD_REQUEST, "The ConfigurationEvent must be the same in all streams of a session.");
        }
        if (known == null) {
            sessions.rows().configure(session, wanted);
        }
        SessionLog opened = sessions.openLog(session, wanted.soundChannels());
        log = opened;
        configuration = wanted;
        requireRoom(opened);
        Listening with = sessions.listening(rules);
        listening = with;
        drafting = new Drafting(session, opened, with, audience, wanted, sessions.rooms());
        opened.flush();
        // Looked at before any sound can come.
        long before = opened.frames();
        intake = Intake.of(
                session.encoding(), session.sampleRate(), wanted.soundChannels(), sessions.decoder(), this::keep);
        hearer = Thread.ofVirtual().name("live-hearer").start(() -> hear(opened, before));
    }

    private Hearing hearing(SessionLog open, long known) throws IOException {
        Configuration how = Objects.requireNonNull(configuration);
        Listening with = Objects.requireNonNull(listening);
        return new Hearing(session.id(), open, known, how.soundChannels(), with,
                (segment, channel, words, time, isPartial) -> tell(open, new Caption(
                        segment, channel, time, with.readable(words, isPartial), isPartial)));
    }

    /** What was said so far and will not change, of all streams of the session. */
    public List<Caption> spoken() throws IOException {
        SessionLog open = log;
        Listening with = listening;
        return open == null || with == null
                ? List.of()
                : with.captions(session.id(), open.notes(), Objects.requireNonNull(configuration).soundChannels() > 1);
    }

    /** The newest draft, if anybody wants one. */
    Optional<VisitDraft> draft() {
        Drafting open = drafting;
        if (open != null) {
            open.wake();
        }
        return open == null ? Optional.empty() : open.newest();
    }

    /** How many frames of sound there are, over all streams of the session. */
    public long frames() {
        SessionLog open = log;
        return open == null ? 0 : open.frames();
    }

    /**
     * Waits until all sound that was taken is safe.
     *
     * @return how many frames those are
     */
    public long secure() throws IOException, InterruptedException {
        SessionLog open = log;
        if (open == null || waiting.isStopped()) {
            throw new InterruptedException("The stream has ended");
        }
        long frames = open.frames();
        open.secure();
        return frames;
    }

    /** No sound will come for a while: what is being said is ended, and nobody need wait for more. */
    public void pause() {
        paused = true;
        waiting.pause();
    }

    /** Sound comes again. */
    public void resume() {
        patience.theirs();
        paused = false;
    }

    /**
     * Takes sound as it was encoded; waits while hearing is far behind.
     *
     * @throws LiveException if it came too early, is not what it should be, or is more than a session may have
     */
    public void sound(byte[] bytes) throws LiveException, IOException, InterruptedException {
        Intake open = intake;
        if (open == null) {
            throw new LiveException(Kind.BAD_REQUEST, "The first event must be a ConfigurationEvent.");
        }
        if (sessionEnded) {
            throw new LiveException(Kind.BAD_REQUEST, "No audio can follow the end of the session.");
        }
        if (bytes.length > 0) {
            patience.theirs();
            open.add(bytes);
            patience.theirs();
        }
    }

    /** Takes the client's word that the visit is over. */
    public void endSession() throws LiveException {
        if (configuration == null) {
            throw new LiveException(Kind.BAD_REQUEST, "The first event must be a ConfigurationEvent.");
        }
        sessionEnded = true;
    }

    /**
     * Says that the client's input is over, well or not, and waits until all is heard, kept and told. Without
     * {@link #endSession} the session rests and can be gone on with.
     */
    public void finish() throws InterruptedException {
        Intake open = intake;
        patience.theirs();
        try {
            if (open != null && !waiting.isStopped()) {
                open.end();
            }
        } catch (LiveException e) {
            fail(e);
        } catch (IOException e) {
            fail(inside());
        }
        waiting.end();
        if (hearer == null) {
            release();
            telling.end(null);
        }
        awaitReleased();
        telling.awaitDone();
    }

    /** Ends this stream for a reason that its client is told; the session rests. The first reason counts. */
    public void fail(LiveException why) {
        telling.end(why);
        if (!waiting.stop()) {
            return;
        }
        // Who hears comes to an end by itself, with whatever it is just hearing: an interrupt would kill an engine.
        if (hearer == null) {
            release();
        }
    }

    /** The sink of the intake: kept first, then heard. */
    private void keep(short[] samples) throws LiveException, IOException, InterruptedException {
        SessionLog open = log;
        if (open == null || waiting.isStopped()) {
            throw new InterruptedException("The stream has ended");
        }
        requireRoom(open);
        open.append(samples);
        waiting.put(samples);
    }

    private void requireRoom(SessionLog open) throws LiveException {
        if (open.frames() >= sessions.settings().sound().toSeconds() * SAMPLES_PER_SECOND) {
            throw new LiveException(
                    Kind.LIMIT,
                    "A session can have at most " + sessions.settings().sound().toMinutes() + " minutes of audio. End it.");
        }
    }

    private void hear(SessionLog open, long before) {
        boolean heard = false;
        try {
            long frames = before;
            while (frames >= 0) {
                frames = hearUntilPause(open, frames);
            }
            open.secure();
            heard = true;
        } catch (InterruptedException _) {
            // Ended by whoever interrupts us, who has said why.
        } catch (IOException | RuntimeException e) {
            LOG.error("Session {} stops hearing: {}", session.id(), e.getClass().getName());
            telling.end(inside());
        }
        boolean complete = heard && !waiting.isStopped() && complete();
        finishDraft(complete);
        if (complete) {
            sessions.over(session);
        }
        release();
        telling.end(null);
    }

    /** Hears until there is a pause; gives the frames that were heard, or -1 when there will be no more. */
    private long hearUntilPause(SessionLog open, long before) throws IOException, InterruptedException {
        long frames = before;
        try (Hearing hearing = hearing(open, before)) {
            hearing.catchUp();
            short[] next;
            while ((next = waiting.next()) != null) {
                if (next == SoundQueue.PAUSE) {
                    hearing.end();
                    return frames;
                }
                frames += next.length / Objects.requireNonNull(configuration).soundChannels();
                hearing.hear(next);
            }
            hearing.end();
            return -1;
        }
    }

    private void finishDraft(boolean complete) {
        Drafting open = drafting;
        try {
            if (open != null) {
                open.finish(complete);
            }
        } catch (InterruptedException _) {
            // Its thread ends by itself.
        }
    }

    private boolean complete() {
        Configuration known = configuration;
        if (sessionEnded && known != null) {
            try {
                sessions.complete(session, known);
                return true;
            } catch (LiveException why) {
                telling.end(why);
            } catch (RuntimeException e) {
                LOG.error("Session {} could not be ended: {}", session.id(), e.getClass().getName());
                telling.end(inside());
            }
        }
        return false;
    }

    /** A caption is an acknowledgement: what was said until now must be safe before. */
    private void tell(SessionLog open, Caption caption) throws IOException, InterruptedException {
        open.secure();
        if (!audience.tell(caption)) {
            fail(new LiveException(Kind.LIMIT, "The captions are not read as fast as they come."));
        }
        Drafting drafter = drafting;
        if (!caption.isPartial() && drafter != null) {
            drafter.wake();
        }
    }

    /** The session can be gone on with by another stream from here on. */
    private void release() {
        waiting.stop();
        if (releasing.getAndSet(true)) {
            return;
        }
        Intake open = intake;
        if (open != null) {
            open.close();
        }
        SessionLog kept = log;
        try {
            if (kept != null) {
                kept.close();
            }
        } catch (IOException e) {
            LOG.error("Session {}: its last sound may not be kept: {}", session.id(), e.getClass().getName());
        }
        sessions.released(this);
        released.countDown();
    }

    void awaitReleased() throws InterruptedException {
        released.await();
    }

    boolean awaitReleased(long seconds) throws InterruptedException {
        return released.await(seconds, TimeUnit.SECONDS);
    }

    /** Looks after the stream, now and then. */
    void tick(long now) {
        SessionLog open = log;
        if (open != null && !waiting.isStopped()) {
            try {
                open.flush();
            } catch (IOException e) {
                fail(inside());
            }
        }
        telling.beatAfter(sessions.settings().heartbeat().toNanos());
        boolean waitsForUs = waiting.isFull() || waiting.isEnded() || waiting.isStopped() || paused;
        if (!waitsForUs && patience.isOverAt(now, sessions.settings().idle())) {
            fail(new LiveException(
                    Kind.IDLE,
                    "Your request timed out because no new audio was received for "
                            + sessions.settings().idle().toSeconds() + " seconds."));
        }
        if (patience.isOursForTooLongAt(now)) {
            fail(new LiveException(Kind.UNAVAILABLE, "The stream could not be opened in time. Try again later."));
        }
        Duration most = sessions.settings().heartbeat();
        if (telling.stuckNanos() > most.toNanos() && patience.isOpenLongerAt(now, most)) {
            fail(new LiveException(Kind.LIMIT, "The captions are not read."));
            teller.interrupt();
            listener.abort();
        }
    }

    static LiveException inside() {
        return new LiveException(Kind.INTERNAL, "There was an internal error. Open a new stream with the same session id to"
                + " go on; what was acknowledged is kept.");
    }
}
