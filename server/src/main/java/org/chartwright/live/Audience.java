package org.chartwright.live;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who is told what a stream hears: its own client, and whoever watches the session besides. Only the client can make the
 * stream end; a watcher that is too far behind is given up. Any thread.
 *
 * @param client of the stream
 * @param watchers of the session, whoever they are just now
 */
record Audience(Telling client, Supplier<List<Telling>> watchers) {

    /** Tells a caption; false when the client is too far behind. */
    boolean tell(Caption caption) {
        for (Telling watcher : watchers.get()) {
            if (!watcher.add(caption)) {
                watcher.end(new LiveException(LiveException.Kind.LIMIT, "The captions are not read as fast as they come."));
            }
        }
        return client.add(caption);
    }

    void tell(VisitDraft draft) {
        watchers.get().forEach(watcher -> watcher.add(draft));
        client.add(draft);
    }

    boolean wantsDraft() {
        return client.wantsDraft() || watchers.get().stream().anyMatch(Telling::wantsDraft);
    }

    /** The stream is over for its client; those who watch wait for the next one. */
    void end(@Nullable LiveException reason) {
        client.end(reason);
    }
}
