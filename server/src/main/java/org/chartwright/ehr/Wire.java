package org.chartwright.ehr;

import org.chartwright.fhir.SignedNote;

/** Takes a note to a target. Any thread. */
interface Wire extends AutoCloseable {

    /**
     * Sends once. Never throws: whatever goes wrong is an outcome.
     *
     * @param target where to
     * @param control names the delivery; the same at every attempt, 20 letters and digits
     * @param note what
     */
    Outcome send(Target target, String control, SignedNote note);

    @Override
    void close();

    /** What the other side said, in codes and words of ours. */
    sealed interface Outcome {

        /** In a few words. */
        String summary();

        /** It says that it has it. */
        record Acknowledged(String summary) implements Outcome {}

        /** It says that it will not have it, however often it is asked. */
        record Refused(String summary) implements Outcome {}

        /** It did not answer, or may say yes another time. */
        record NotNow(String summary) implements Outcome {}
    }
}
