package org.chartwright.scribing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A custom vocabulary.
 *
 * @param name unique among the tenant's
 * @param language always {@code en-US} now
 * @param state how far
 * @param modified when its content was last handed in
 * @param failureReason what is wrong and where; only when FAILED
 */
public record Vocabulary(
        String name, String language, State state, Instant modified, @Nullable String failureReason) {

    /** How far the preparation of a vocabulary is. */
    public enum State {
        /** Its content is being read. */
        PENDING,
        /** Jobs may use it. */
        READY,
        /** Its content is wrong. */
        FAILED
    }
}
