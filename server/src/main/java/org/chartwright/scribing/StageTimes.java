package org.chartwright.scribing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What an attempt at a job spent its time with. Pieces are decoded, recognised and listened to by turns and side by side, so a
 * step has the time from its first beginning to its last end, and of that the time in which it was at work. Any thread.
 */
public final class StageTimes implements Progress {

    private final Clock clock;
    private final Map<Step, Spent> spent = new EnumMap<>(Step.class);

    /** Nothing yet, by that clock. */
    public StageTimes(Clock clock) {
        this.clock = clock;
    }

    /**
     * What a step took.
     *
     * @param step which
     * @param from when it first began
     * @param to when it last ended
     * @param busy how long it was at work, summed over all that went on side by side
     */
    public record Spent(Step step, Instant from, Instant to, Duration busy) {

        private Spent and(Spent other) {
            return new Spent(
                    step,
                    from.isBefore(other.from) ? from : other.from,
                    to.isAfter(other.to) ? to : other.to,
                    busy.plus(other.busy));
        }
    }

    @Override
    public void reached(Stage stage, Duration heard) {}

    @Override
    public Lap begin(Step step) {
        Instant from = clock.instant();
        return () -> add(step, from);
    }

    private synchronized void add(Step step, Instant from) {
        Instant to = clock.instant();
        spent.merge(step, new Spent(step, from, to, Duration.between(from, to)), Spent::and);
    }

    /** All steps that were begun and ended, by their first beginnings. */
    public synchronized List<Spent> spent() {
        return spent.values().stream().sorted(Comparator.comparing(Spent::from).thenComparing(Spent::step)).toList();
    }
}
