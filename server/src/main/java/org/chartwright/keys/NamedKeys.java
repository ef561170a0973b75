package org.chartwright.keys;

import java.util.Map;
import java.util.UUID;

/** Keys that a tenant names itself, at home in a key management service or here. Any thread. */
public interface NamedKeys {

    /**
     * A key under a named one.
     *
     * @param arn of the named key, as {@link NamedKey#arn()} gave it
     * @param context pairs that must be the same at unwrapping
     * @throws SealException if the named key cannot be used
     */
    byte[] wrap(UUID tenant, String arn, Map<String, String> context, byte[] key);

    /**
     * The key that was wrapped.
     *
     * @throws SealException if the named key cannot be used, or it was not wrapped under it with these pairs
     */
    byte[] unwrap(UUID tenant, String arn, Map<String, String> context, byte[] wrapped);

    /** Where no keys can be named: whatever is asked of it is unknown. */
    NamedKeys NONE = new NamedKeys() {
        @Override
        public byte[] wrap(UUID tenant, String arn, Map<String, String> context, byte[] key) {
            throw new SealException(SealException.Trouble.KEY_UNKNOWN);
        }

        @Override
        public byte[] unwrap(UUID tenant, String arn, Map<String, String> context, byte[] wrapped) {
            throw new SealException(SealException.Trouble.KEY_UNKNOWN);
        }
    };
}
