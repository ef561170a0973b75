package org.chartwright.live;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.chartwright.live.LiveSessions.Name;
import org.jspecify.annotations.Nullable;

/** Those who watch sessions without adding to them. Any thread. */
final class Watches {

    private final Map<Name, List<Watch>> all = new ConcurrentHashMap<>();

    /** Somebody who watches, and the thread that tells them. */
    private record Watch(Telling telling, LiveListener listener, Thread teller) {}

    /** Tells a watcher on the calling thread, until it leaves or there is nothing more to tell. */
    void serve(Name name, Telling telling, LiveListener listener) {
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
