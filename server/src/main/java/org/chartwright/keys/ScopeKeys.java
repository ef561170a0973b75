package org.chartwright.keys;

import java.util.UUID;

/** Wraps the keys of sealed things under the key of their scope. Any thread. */
interface ScopeKeys {

    /**
     * A thing's key under that of its scope, which is made if there is none yet.
     *
     * @param bound opens only together with the same bytes
     * @throws SealException if the scope was destroyed, or its key cannot be reached
     */
    byte[] wrap(UUID tenant, UUID scope, byte[] key, byte[] bound);

    /**
     * The key that was wrapped.
     *
     * @throws SealException likewise, and if it is not what was wrapped
     */
    byte[] unwrap(UUID tenant, UUID scope, byte[] wrapped, byte[] bound);
}
