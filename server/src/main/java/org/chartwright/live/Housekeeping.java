package org.chartwright.live;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.chartwright.custody.TenantRules;
import org.chartwright.live.LiveSession.Status;
import org.chartwright.live.LiveSessions.Name;
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
    private final Set<Name> ending = ConcurrentHashMap.newKeySet();
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
                endUnlessStreaming(session);
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

    /** Until its note is signed, whoever reviews it wants to hear it; then the tenant's rule counts. */
    private boolean isReviewed(LiveSession session) {
        Configuration configuration = session.configuration();
        return configuration != null
                && configuration.visit().filter(visit -> rooms.visits().isOpen(session.tenant(), visit)).isPresent();
    }

    private boolean isWanted(Job job, TenantRules.Rules rules) {
        Instant ended = job.ended();
        return job.status() != JobStatus.COMPLETED
                || ended == null
                || ended.plus(Duration.ofDays(rules.soundDays())).isAfter(sessions.now());
    }

    /** Whether a session is being ended just now; a stream of it must not begin. */
    boolean isEnding(LiveSession session) {
        return ending.contains(Name.of(session));
    }

    /** Told first and looked at then, as a stream that begins does; so at least one of both sees the other. */
    private void endUnlessStreaming(LiveSession session) {
        ending.add(Name.of(session));
        try {
            if (sessions.streaming(session).isEmpty()) {
                end(session);
            }
        } finally {
            ending.remove(Name.of(session));
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
                Hearing hearing = new Hearing(session.id(), log, log.frames(), channels,
                        Listening.of(rooms.recognizer(), rooms.stages().wording(), WordRules.NONE), (_, _, _, _, _) -> {})) {
            hearing.catchUp();
            hearing.end();
            log.secure();
            sessions.complete(session, configuration);
            sessions.over(session);
            LOG.info("Session {} was not ended by its client and is ended now", session.id());
        } catch (LiveException e) {
            LOG.info("Session {} cannot be ended yet: {}", session.id(), e.kind());
        } catch (IOException e) {
            LOG.warn("Session {} cannot be ended yet: {}", session.id(), e.getClass().getName());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** The sound of a job that failed is kept as long as the job is remembered, for somebody may want to try again. */
    private void forgetIfDone(LiveSession session) {
        UUID tenant = session.tenant().value();
        boolean wanted = isReviewed(session)
                || sessions.after(session).stream().anyMatch(job -> isWanted(job, rooms.custody().rules().of(tenant)));
        boolean empty = session.status() == Status.FAILED;
        if ((empty || !wanted)
                && !rooms.custody().holds().holds(
                        tenant, session.id().toString(), Configuration.folder(session.id()))) {
            try {
                folder.forget(session.tenant(), session.id());
                rooms.sealing().end(session.tenant(), session.id());
                sessions.rows().notKept(session);
            } catch (IOException e) {
                LOG.warn("The sound of session {} could not be deleted: {}", session.id(), e.getClass().getName());
            }
        }
    }
}
