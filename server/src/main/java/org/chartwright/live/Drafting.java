package org.chartwright.live;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.live.log.SessionLog;
import org.chartwright.note.NoteRequest;
import org.chartwright.scribing.ScribeRequest;
import org.chartwright.scribing.Stages;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes drafts of a session as its words come, on a thread of its own and only while somebody wants them. Whoever hears is
 * never kept waiting; words that come while a draft is made are in the next one.
 */
final class Drafting {

    private static final Logger LOG = LoggerFactory.getLogger(Drafting.class);
    private static final int SAMPLES_PER_MILLI = 16;

    private final LiveSession session;
    private final SessionLog log;
    private final Listening listening;
    private final Audience audience;
    private final ScribeRequest request;
    private final Stages stages;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread drafter;
    private boolean dirty = true;
    private boolean over;
    private boolean ended;
    private volatile @Nullable VisitDraft newest;

    /** Of a session whose words lie in that log. */
    Drafting(LiveSession session, SessionLog log, Listening listening, Audience audience, Configuration configuration,
            LiveRooms rooms) {
        this.session = session;
        this.log = log;
        this.listening = listening;
        this.audience = audience;
        this.stages = rooms.stages();
        var job = configuration.job(session.id());
        NoteRequest note = rooms.desk().note(job).orElse(NoteRequest.DEFAULT);
        this.request = ScribeRequest.of(job, listening.rules(), note, session.id());
        this.drafter = Thread.ofVirtual().name("live-drafter").start(this::run);
    }

    /** The newest draft, if one was made. */
    Optional<VisitDraft> newest() {
        return Optional.ofNullable(newest);
    }

    /** There are new words, or there is somebody new who wants a draft. */
    void wake() {
        signal(() -> dirty = true);
    }

    /**
     * Says that no more words come, and waits until the last draft was given to those who are told.
     *
     * @param last whether it is to be of the whole visit
     */
    void finish(boolean last) throws InterruptedException {
        signal(() -> {
            over = true;
            ended = last;
        });
        drafter.join();
    }

    private void signal(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try (GrowingVisit visit = new GrowingVisit(session.id(), request, stages)) {
            int known = 0;
            while (awaitChange()) {
                if (audience.wantsDraft()) {
                    known = add(visit, known);
                    tell(visit.now());
                }
            }
            if (ended && audience.wantsDraft()) {
                add(visit, known);
                tell(visit.last());
            }
        } catch (InterruptedException _) {
            // Nobody does; the stream says when it is over.
        } catch (IOException | RuntimeException e) {
            LOG.error("Session {} gets no draft any more: {}", session.id(), e.getClass().getName());
        }
    }

    /** Waits for news; false when there will be none. */
    private boolean awaitChange() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!dirty && !over) {
                changed.await();
            }
            dirty = false;
            return !over;
        } finally {
            lock.unlock();
        }
    }

    private int add(GrowingVisit visit, int known) throws IOException {
        List<byte[]> notes = log.notes();
        for (byte[] note : new ArrayList<>(notes.subList(known, notes.size()))) {
            HeardPiece piece = HeardPiece.unpacked(note);
            boolean byChannel = request.byChannel();
            visit.add(
                    piece,
                    listening.caption(session.id(), piece, byChannel).words(),
                    byChannel ? new SpeechPiece(piece.startMillis(), piece.channel(), new short[0]) : sound(piece));
        }
        return notes.size();
    }

    private SpeechPiece sound(HeardPiece piece) throws IOException {
        int count = (int) ((piece.endMillis() - piece.startMillis()) * SAMPLES_PER_MILLI);
        return new SpeechPiece(
                piece.startMillis(),
                piece.channel(),
                log.samples(piece.channel(), piece.startMillis() * SAMPLES_PER_MILLI, count));
    }

    private void tell(VisitDraft draft) {
        newest = draft;
        audience.tell(draft);
    }
}
