package org.chartwright.live;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What streams may do.
 *
 * @param folder where sessions lie
 * @param streams the most at a time
 * @param idle how long a stream may bring no sound
 * @param sound the most sound of a session, over all its streams
 * @param life how long a session can be gone on with after it was begun; then it is ended for its client
 * @param heartbeat after which time without anything to tell a client is told that we are there
 */
public record LiveSettings(
        Path folder, int streams, Duration idle, Duration sound, Duration life, Duration heartbeat) {

    /** The limits of HealthScribe. */
    public static LiveSettings usual(Path folder, int streams) {
        return new LiveSettings(
                folder,
                streams,
                Duration.ofSeconds(15),
                Duration.ofHours(2),
                Duration.ofHours(5),
                Duration.ofSeconds(20));
    }

    /** How long a session that has ended is remembered. */
    static final Duration RETENTION = Duration.ofDays(90);
}
