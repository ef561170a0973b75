package org.chartwright.ehr;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One signed version of a note on its way to one target. Holds nothing of what the note says.
 *
 * @param id names it; the same for every attempt
 * @param target the name of where it goes
 * @param form what is spoken there
 * @param visit whose note it is
 * @param note which note
 * @param version which version of it
 * @param state how far it is
 * @param attempts how often it was tried since it was made or sent again by hand
 * @param made when the note was signed
 * @param changed when its state was last looked at or changed
 * @param next when it is tried next, while it waits
 * @param outcome how the last attempt went, a code or a few words; null before the first
 */
public record Delivery(
        UUID id,
        String target,
        Target.Form form,
        UUID visit,
        UUID note,
        int version,
        State state,
        int attempts,
        Instant made,
        Instant changed,
        Instant next,
        @Nullable String outcome) {

    /** How far a delivery is. */
    public enum State {
        /** It will be tried, or is being tried. */
        WAITING,
        /** The target says that it has it. */
        ACKNOWLEDGED,
        /** The target refused it, or did not answer for days: nobody tries any more until it is sent again by hand. */
        FAILED
    }
}
