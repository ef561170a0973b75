package org.chartwright.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of state.
 *
 * @param source of a job or of a stream
 * @param name of it, as its tenant knows it
 * @param status that it has from now on, as the contract spells it
 * @param reason why it failed, a sentence without clinical text; null if it did not
 * @param happened when
 */
public record Event(Source source, String name, String status, @Nullable String reason, Instant happened) {

    /** What changes its state. */
    public enum Source {
        /** A job. */
        JOB,
        /** A live stream. */
        STREAM
    }

    /**
     * An event on its way.
     *
     * @param event what happened
     * @param id of the event, the same for every webhook and every attempt
     * @param account the tenant's
     */
    record Outgoing(Event event, UUID id, String account) {}
}
