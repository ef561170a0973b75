package org.chartwright.encounter;

/**
 * A stretch of the recording.
 *
 * @param startMillis first millisecond, from the start of the recording; never negative
 * @param endMillis end, exclusive; never before the start
 */
public record TimeSpan(long startMillis, long endMillis) implements Comparable<TimeSpan> {

    /** The span of text that came without sound, as from a typed dialogue. */
    public static final TimeSpan NONE = new TimeSpan(0, 0);

    /** Checks the order of the ends. */
    public TimeSpan {
        if (startMillis < 0 || endMillis < startMillis) {
            throw new IllegalArgumentException("Bad time span " + startMillis + ".." + endMillis);
        }
    }

    /** The length in milliseconds. */
    public long durationMillis() {
        return endMillis - startMillis;
    }

    /** The smallest span that holds both. */
    public TimeSpan union(TimeSpan other) {
        return new TimeSpan(Math.min(startMillis, other.startMillis), Math.max(endMillis, other.endMillis));
    }

    /** How many milliseconds the two have in common; 0 when they do not meet. */
    public long overlapMillis(TimeSpan other) {
        return Math.max(0, Math.min(endMillis, other.endMillis) - Math.max(startMillis, other.startMillis));
    }

    /** By start, then by end. */
    @Override
    public int compareTo(TimeSpan other) {
        int byStart = Long.compare(startMillis, other.startMillis);
        return byStart != 0 ? byStart : Long.compare(endMillis, other.endMillis);
    }
}
