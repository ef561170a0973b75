package org.chartwright.live;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.chartwright.live.LiveSessions.Name;
import org.chartwright.live.log.SessionLog;
import org.chartwright.scribing.RuleBook;
import org.jspecify.annotations.Nullable;

/** Those who watch sessions without adding to them. Any thread. */
final class Watches {

    private final LiveSessions sessions;
    private final Map<Name, List<Watch>> all = new ConcurrentHashMap<>();

    /** Somebody who watches, and the thread that tells them. */
    private record Watch(Telling telling, LiveListener listener, Thread teller) {}

    Watches(LiveSessions sessions) {
        this.sessions = sessions;
    }

    /**
     * Tells a watcher on the calling thread, until it leaves or there is nothing more to tell.
     *
     * @param seen how many final captions it has had already
     */
    void serve(LiveSession session, int seen, LiveListener listener) {
        Telling telling = new Telling(listener, sessions.nanos(), told -> tellBefore(session, seen, told));
        if (sessions.find(session.tenant(), session.id()).stream().anyMatch(now -> now.status().ended())) {
            telling.end(null);
        }
        serve(Name.of(session), telling, listener);
    }

    private void tellBefore(LiveSession session, int seen, LiveListener told) throws IOException, InterruptedException {
        Optional<LiveStream> open = sessions.streaming(session);
        List<Caption> before = open.isPresent() ? open.get().spoken() : spoken(session);
        for (Caption caption : before.subList(Math.min(seen, before.size()), before.size())) {
            told.caption(caption);
        }
        Optional<VisitDraft> draft = open.flatMap(LiveStream::draft);
        if (draft.isPresent()) {
            told.draft(draft.get());
        }
    }

    private List<Caption> spoken(LiveSession session) throws IOException {
        Configuration known = session.configuration();
        if (known == null || !sessions.home().equals(session.home())) {
            return List.of();
        }
        try (SessionLog log = sessions.readLog(session, known.soundChannels())) {
            Listening listening = sessions.listening(sessions.rooms().rules().of(session.tenant(), known.settings()));
            return listening.captions(session.id(), log.notes(), known.soundChannels() > 1);
        } catch (FileNotFoundException | RuleBook.GoneException _) {
            // Nothing was said yet, or nobody knows any more how to show it.
            return List.of();
        }
    }

    private void serve(Name name, Telling telling, LiveListener listener) {
        Watch watch = new Watch(telling, listener, Thread.currentThread());
        all.compute(name, (_, others) -> {
            List<Watch> more = others == null ? new CopyOnWriteArrayList<>() : others;
            more.add(watch);
            return more;
        });
        try {
            telling.run();
        } finally {
            all.computeIfPresent(name, (_, others) -> {
                others.remove(watch);
                return others.isEmpty() ? null : others;
            });
        }
    }

    List<Telling> of(Name name) {
        List<Watch> watching = all.get(name);
        return watching == null ? List.of() : watching.stream().map(Watch::telling).toList();
    }

    /** Ends the watching of a session. */
    void end(Name name, @Nullable LiveException why) {
        of(name).forEach(telling -> telling.end(why));
    }

    /** Looks after all of them, now and then. */
    void tick(long heartbeatNanos) {
        for (List<Watch> watching : all.values()) {
            for (Watch watch : watching) {
                watch.telling().beatAfter(heartbeatNanos);
                if (watch.telling().stuckNanos() > heartbeatNanos) {
                    watch.telling().end(null);
                    watch.listener().abort();
                    watch.teller().interrupt();
                }
            }
        }
    }

    void endAll() {
        all.keySet().forEach(name -> end(name, new LiveException(LiveException.Kind.UNAVAILABLE, "This server is stopping.")));
    }
}
