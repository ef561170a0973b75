package org.chartwright.scribing;

import java.util.UUID;

/** Writes the documents of a visit in the form that its user reads. Deterministic: same visit, same bytes. */
public interface Publisher {

    /**
     * The two documents of a finished visit.
     *
     * @param jobName the name its user gave
     * @param visit names the visit
     * @param result what was made of it
     */
    Documents write(String jobName, UUID visit, ScribeResult result);

    /**
     * The two documents of a visit that was streamed.
     *
     * @param session the name of the stream's session
     * @param visit names the visit
     * @param result what was made of it
     */
    Documents writeStreamed(UUID session, UUID visit, ScribeResult result);

    /**
     * Both documents, whole.
     *
     * @param transcript the transcript's bytes
     * @param summary the note's bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // large and never compared
    record Documents(byte[] transcript, byte[] summary) {

        @Override
        public String toString() {
            return "Documents[" + transcript.length + " + " + summary.length + " bytes]";
        }
    }
}
