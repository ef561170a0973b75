package org.chartwright.live;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The client of a stream, as the stream sees it. Called by one thread, which may wait for
 * a slow client. */
public interface LiveListener {

    /** Tells what was heard. */
    void caption(Caption caption) throws IOException, InterruptedException;

    /** Whether {@link #draft} is of interest; making one costs something. */
    default boolean wantsDraft() {
        return false;
    }

    /** Tells what is understood of the visit so far. */
    default void draft(VisitDraft draft) throws IOException, InterruptedException {}

    /** Tells that the stream lives, when there was nothing else to tell for a while. */
    void heartbeat() throws IOException, InterruptedException;

    /** Tells why the stream ends, or {@code null} if it ends well; nothing follows, and nothing more is read. */
    void ended(@Nullable LiveException why) throws IOException, InterruptedException;

    /** Breaks the connection off, because its client does not read. Called by another thread. */
    void abort();
}
