package org.chartwright.scribing;

import java.time.Duration;

/** Is told how far a recording is. Called by the thread that scribes; must return soon. */
@FunctionalInterface
public interface Progress {

    /** Tells nobody. */
    Progress NONE = (stage, heard) -> {};

    /**
     * It is there now.
     *
     * @param stage what is being done
     * @param heard how much of the recording has been decoded; how long it will be is not known before its end
     */
    void reached(Stage stage, Duration heard);

    /** What is done with a recording, in order. */
    enum Stage {
        /** Sound becomes words. */
        HEARING,
        /** Words become turns, and turns become readable. */
        WORDING,
        /** Turns become segments and insights. */
        READING,
        /** All becomes a note. */
        DRAFTING
    }
}
