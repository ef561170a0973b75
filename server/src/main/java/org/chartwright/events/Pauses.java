package org.chartwright.events;

import java.time.Duration;

/** How long rests what did not arrive: 5 s, and four times as long after each further attempt, at most 6 h. */
public final class Pauses {

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(6);

    private Pauses() {}

    /** After that many attempts. */
    public static Duration after(int attempts) {
        Duration rest = FIRST;
        for (int i = 1; i < attempts && rest.compareTo(LONGEST) < 0; i++) {
            rest = rest.multipliedBy(4);
        }
        return rest.compareTo(LONGEST) > 0 ? LONGEST : rest;
    }
}
