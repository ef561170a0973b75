package org.chartwright.scribing;

import java.io.IOException;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.chartwright.speech.RecognitionException;

/** What was heard of visits while they happened. Any number of threads. */
@FunctionalInterface
public interface StreamedVisits {

    /** Where nothing is streamed. */
    StreamedVisits NONE = (tenant, session, request) -> {
        throw new IOException("Nothing was streamed here");
    };

    /**
     * All that was heard of a session that is over; what was not heard then is heard now.
     *
     * @throws IOException when the session's log cannot be read
     * @throws RecognitionException when the engine could not do it
     */
    Heard hear(TenantId tenant, UUID session, ScribeRequest request)
            throws IOException, RecognitionException, InterruptedException;
}
