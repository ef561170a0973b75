package org.chartwright.access;

import java.time.Instant;
import java.util.Optional;
import org.chartwright.access.policy.Asked;
import org.chartwright.access.policy.Context;
import org.chartwright.access.policy.Decision;
import org.chartwright.access.policy.Grants;
import org.jspecify.annotations.Nullable;

/**
 * The lock on the door: finds whose an access key is, and what its holder may do. Whatever is changed (a key disabled, a
 * policy detached, a user deleted) takes effect within 5 seconds. Thread-safe.
 */
public interface Credentials {

    /** The holder of an enabled access key; empty for an unknown or disabled one, without saying which. */
    Optional<Holder> find(String accessKeyId);

    /** Notes that a key was used well, for those who look for keys nobody needs; may be noted some minutes late. */
    void used(String accessKeyId, String service);

    /**
     * Whether a caller may do something as things stand now; a key that was disabled or has ended since may do nothing.
     * Whoever serves a caller for long asks again and again.
     */
    Decision decide(Identity caller, Asked asked);

    /**
     * An access key and the one whose it is.
     *
     * @param key id and secret
     * @param identity whose
     * @param userId never given twice; for a session with its name behind a colon
     * @param term how long, for temporary credentials
     * @param grants what may be done with it
     * @param about what policies may know of the holder
     */
    record Holder(
            AccessKey key, Identity identity, String userId, @Nullable Term term, Grants grants, Context about) {}

    /**
     * What makes credentials temporary.
     *
     * @param token must come with every request
     * @param end when they end
     */
    record Term(String token, Instant end) {

        /** Leaves the token out. */
        @Override
        public String toString() {
            return "Term[until " + end + "]";
        }
    }
}
