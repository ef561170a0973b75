package org.chartwright.live;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.chartwright.live.LiveSession.Status;
import org.chartwright.live.log.SessionLog;
import org.chartwright.scribing.Job;
import org.chartwright.scribing.JobStatus;
import org.chartwright.scribing.ScribeRequest.WordRules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends sessions that their clients never ended, so that every visit gets its note, and deletes sound when its documents are
 * there. One sweep at a time.
 */
final class Housekeeping {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private final LiveSessions sessions;
    private final LiveRooms rooms;
    private final SessionFolder folder;
    private final ReentrantLock sweeping = new ReentrantLock();

    Housekeeping(LiveSessions sessions, LiveRooms rooms, SessionFolder folder) {
        this.sessions = sessions;
        this.rooms = rooms;
        this.folder = folder;
    }

    void sweep() {
        if (!sweeping.tryLock()) {
            return;
        }
        try {
            SessionRows rows = sessions.rows();
            for (LiveSession session : rows.overdue(folder.home(), sessions.now().minus(sessions.settings().life()))) {
                if (!sessions.isStreaming(session)) {
                    end(session);
                }
            }
            for (LiveSession session : rows.endedAndKept(folder.home())) {
                forgetIfDone(session);
            }
            rows.forgetEndedBefore(sessions.now().minus(LiveSettings.RETENTION));
        } catch (RuntimeException e) {
            LOG.warn("Sessions could not be looked through ({}); the next time is in a minute", e.getClass().getName());
        } finally {
            sweeping.unlock();
        }
    }

    /** What was not heard when the last stream broke off is heard first. */
    private void end(LiveSession session) {
        Configuration configuration = session.configuration();
        if (configuration == null) {
            sessions.rows().status(session, Status.FAILED);
            return;
        }
        int channels = configuration.soundChannels();
        try (SessionLog log = sessions.openLog(session, channels);
                Hearing hearing = new Hearing(session.id(), log, channels,
                        Listening.of(rooms.recognizer(), rooms.wording(), WordRules.NONE), (_, _, _, _, _) -> {})) {
            hearing.catchUp();
            hearing.end();
            log.secure();
            sessions.complete(session, configuration);
            LOG.info("Session {} was not ended by its client and is ended now", session.id());
        } catch (IOException e) {
            LOG.warn("Session {} cannot be ended yet: {}", session.id(), e.getClass().getName());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** The sound of a job that failed is kept until the session is forgotten, for somebody may want to try again. */
    private void forgetIfDone(LiveSession session) {
        List<Job> after = sessions.after(session).stream().toList();
        boolean written = after.stream().anyMatch(job -> job.status() == JobStatus.COMPLETED);
        boolean empty = session.status() == Status.FAILED;
        boolean old = after.isEmpty() && session.ended() != null
                && session.ended().plus(LiveSettings.RETENTION).isBefore(sessions.now());
        if (written || empty || old) {
            try {
                folder.forget(session.tenant(), session.id());
                sessions.rows().notKept(session);
            } catch (IOException e) {
                LOG.warn("The sound of session {} could not be deleted: {}", session.id(), e.getClass().getName());
            }
        }
    }
}
