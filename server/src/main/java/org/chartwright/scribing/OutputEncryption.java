package org.chartwright.scribing;

import java.util.Map;

/**
 * With which key the documents are to be encrypted.
 *
 * @param keyId id, alias or ARN of the key, as the user gave it
 * @param context what the ciphertext is bound to; may be empty
 */
public record OutputEncryption(String keyId, Map<String, String> context) {

    /** Copies the context. */
    public OutputEncryption {
        context = Map.copyOf(context);
    }
}
