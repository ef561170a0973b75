package org.chartwright.scribing;

import java.time.Duration;

/** Is told how far a recording is, and what is being worked on. Must return soon. */
@FunctionalInterface
public interface Progress {

    /** Tells nobody. */
    Progress NONE = (stage, heard) -> {};

    /**
     * It is there now. Called by the thread that scribes.
     *
     * @param stage what is being done
     * @param heard how much of the recording has been decoded; how long it will be is not known before its end
     */
    void reached(Stage stage, Duration heard);

    /** Work on a step begins now; whoever closes what is given says that it has ended. Any thread, any number at a time. */
    default Lap begin(Step step) {
        return Lap.UNTIMED;
    }

    /** Some work on a step. */
    @FunctionalInterface
    interface Lap extends AutoCloseable {

        /** Nobody wants to know when it ends. */
        Lap UNTIMED = () -> {};

        @Override
        void close();
    }

    /** What time is spent with. */
    enum Step {
        /** Bytes become samples, and samples pieces of speech. */
        DECODE,
        /** Pieces become words. */
        RECOGNISE,
        /** Who spoke when, and who of them is who. */
        SPEAKERS,
        /** Words become readable. */
        WORDING,
        /** Turns become segments and insights. */
        UNDERSTAND,
        /** All becomes a note. */
        NOTE,
        /** Documents are put into their bucket. */
        WRITE
    }

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
