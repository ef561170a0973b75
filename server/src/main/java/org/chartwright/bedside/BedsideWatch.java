package org.chartwright.bedside;

import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chartwright.live.Caption;
import org.chartwright.live.LiveException;
import org.chartwright.live.LiveListener;
import org.chartwright.live.LiveSession;
import org.chartwright.live.VisitDraft;
import org.jspecify.annotations.Nullable;

/**
 * The events of somebody who only watches a session. Their number counts final captions, so that who comes again gets what
 * they missed, whichever server they had it from. One thread.
 */
public final class BedsideWatch implements LiveListener {

    private final Events events;
    private final BedsideCaller caller;
    private final DraftDiff drafts = new DraftDiff();
    private final Set<UUID> told = new HashSet<>();
    private int seen;

    /** The way to a watcher. */
    public interface Events {

        /** Sends an event; {@code id} is what to ask for after a cut. */
        void send(String type, int id, String data) throws IOException;

        /** Breaks off. */
        void abort();
    }

    private BedsideWatch(Events events, BedsideCaller caller, int seen) {
        this.events = events;
        this.caller = caller;
        this.seen = seen;
    }

    /** The session that somebody may watch; none if there is no such, or it is no visit's and they are a person. */
    public static Optional<LiveSession> find(Bedside bedside, BedsideCaller caller, UUID session) {
        return bedside.sessions().find(caller.tenant(), session).filter(found -> !caller.isPerson()
                || (found.configuration() != null && found.configuration().visit().filter(caller::sees).isPresent()));
    }

    /** Whether there is nothing more to watch. */
    public static boolean isOver(LiveSession session) {
        return session.ended() != null;
    }

    /**
     * Serves a watcher until the session ends or they leave.
     *
     * @param seen how many final captions they had before
     */
    public static void serve(Bedside bedside, BedsideCaller caller, LiveSession session, int seen, Events events)
            throws IOException {
        BedsideWatch watch = new BedsideWatch(events, caller, seen);
        var configuration = session.configuration();
        var visit = configuration == null ? Optional.<UUID>empty() : configuration.visit();
        var opened = ServerMessages.opened(
                session.id().toString(), visit.map(UUID::toString).orElse(null), 0, seen > 0);
        events.send("opened", seen, ServerMessages.text(opened));
        bedside.sessions().watch(session, seen, watch);
    }

    @Override
    public void caption(Caption caption) throws IOException {
        boolean counts = !caption.isPartial() && !caption.words().isEmpty();
        if (counts && !told.add(caption.segment())) {
            return; // told while those from before were looked up
        }
        seen += counts ? 1 : 0;
        events.send("caption", seen, ServerMessages.caption(caption));
    }

    @Override
    public boolean wantsDraft() {
        return true;
    }

    @Override
    public void draft(VisitDraft draft) throws IOException {
        for (String message : drafts.tell(draft)) {
            events.send(message.startsWith("{\"type\":\"note\"") ? "note" : "understood", seen, message);
        }
    }

    @Override
    public void heartbeat() throws IOException {
        try {
            caller.requireStillIn();
        } catch (RefusedException why) {
            events.send("error", seen, ServerMessages.error(why));
            throw new IOException("A watcher may not watch any more", why);
        }
        events.send("beat", seen, ServerMessages.text(ServerMessages.of("beat")));
    }

    @Override
    public void ended(@Nullable LiveException why) throws IOException {
        if (why == null) {
            events.send("ended", seen, ServerMessages.text(ServerMessages.of("ended")));
        } else {
            events.send("error", seen, ServerMessages.error(RefusedException.of(why)));
        }
    }

    @Override
    public void abort() {
        events.abort();
    }
}
