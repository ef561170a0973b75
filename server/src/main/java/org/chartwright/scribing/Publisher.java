package org.chartwright.scribing;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
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
     * Both documents, whole, and what is written beside them.
     *
     * @param transcript the transcript's bytes
     * @param summary the note's bytes
     * @param papers other objects by the last part of their keys; usually empty
     */
    @SuppressWarnings("ArrayRecordComponent") // large and never compared
    record Documents(byte[] transcript, byte[] summary, Map<String, byte[]> papers) {

        /** The documents alone. */
        public Documents(byte[] transcript, byte[] summary) {
            this(transcript, summary, Map.of());
        }

        /** Puts the papers in order. */
        public Documents {
            // What an earlier version kept of a job has none.
            papers = new TreeMap<>(Objects.requireNonNullElse(papers, Map.of()));
        }

        /** The same with papers beside them. */
        public Documents with(Map<String, byte[]> beside) {
            return new Documents(transcript, summary, beside);
        }

        @Override
        public String toString() {
            return "Documents[" + transcript.length + " + " + summary.length + " bytes]";
        }
    }
}
