package org.chartwright.access;

import java.util.Optional;

/** The lock on the door: finds whose an access key is. Disabling a key takes effect within 5 seconds. Thread-safe. */
public interface Credentials {

    /** The holder of an enabled access key; empty for an unknown or disabled one, without saying which. */
    Optional<Holder> find(String accessKeyId);

    /**
     * An access key and the one whose it is.
     *
     * @param key id and secret
     * @param identity whose
     */
    record Holder(AccessKey key, Identity identity) {}
}
