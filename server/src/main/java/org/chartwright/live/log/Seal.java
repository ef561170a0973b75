package org.chartwright.live.log;

import java.io.IOException;

/**
 * What stands between a session's records and the disk: sound and words lie there sealed. One for each session; safe for any
 * number of threads.
 */
public interface Seal {

    /** Writes in the clear, for tests of what is around it. */
    Seal NONE = new Seal() {
        @Override
        public byte[] seal(byte[] plain, long number) {
            return plain;
        }

        @Override
        public byte[] open(byte[] sealed, long number) {
            return sealed;
        }
    };

    /**
     * Seals a record.
     *
     * @param number which record of its session it is, so that none can be put in another's place
     */
    byte[] seal(byte[] plain, long number) throws IOException;

    /**
     * Opens a record.
     *
     * @throws IOException if it was not sealed like that, or cannot be opened now
     */
    byte[] open(byte[] sealed, long number) throws IOException;
}
