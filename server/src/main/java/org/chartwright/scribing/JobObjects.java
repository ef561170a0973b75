package org.chartwright.scribing;

import java.io.IOException;
import java.io.Serial;
import org.chartwright.access.TenantId;
import org.chartwright.audio.MediaSource;

/** The door to the objects jobs read and write, each as its tenant. Any number of threads. */
public interface JobObjects {

    /** The bytes of an object. Whether it is there is found out here, not at the first read. */
    MediaSource open(TenantId tenant, String bucket, String key) throws IOException, ObjectRefusedException;

    /** Writes an object whole, in place of an older one. */
    void put(TenantId tenant, String bucket, String key, byte[] content, String type)
            throws IOException, ObjectRefusedException;

    /** Deletes an object if it is there. */
    void delete(TenantId tenant, String bucket, String key) throws IOException, ObjectRefusedException;

    /** The same, for one job and with no more rights than it has. */
    default JobObjects as(Job job) {
        return this;
    }

    /** The store says no, and will say so again: no such bucket or object, or no permission. */
    final class ObjectRefusedException extends Exception {

        @Serial
        private static final long serialVersionUID = 1;

        /** A refusal with a sentence for the job's user; no clinical text. */
        public ObjectRefusedException(String message) {
            super(message);
        }
    }
}
