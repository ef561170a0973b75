package org.chartwright.chart;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for: all of it must hold.
 *
 * @param all for each, one of its values must be a property of the entry
 * @param ids only these; empty for any
 * @param updated when its newest version was written
 * @param moment when what it tells of happened
 * @param order in which they come
 */
public record Query(List<List<Find>> all, List<UUID> ids, Period updated, Period moment, Order order) {

    /** Everything, what was changed last first. */
    public static final Query ALL =
            new Query(List.of(), List.of(), Period.ANY, Period.ANY, Order.LATEST_CHANGE_FIRST);

    /** Copies the lists. */
    public Query {
        all = all.stream().map(List::copyOf).toList();
        ids = List.copyOf(ids);
    }

    /** Everything with that property. */
    public static Query of(Find find) {
        return new Query(List.of(List.of(find)), List.of(), Period.ANY, Period.ANY, Order.LATEST_CHANGE_FIRST);
    }

    /** The same in another order. */
    public Query in(Order other) {
        return new Query(all, ids, updated, moment, other);
    }

    /**
     * A stretch of time.
     *
     * @param from its first moment, or null for none
     * @param to the moment after its last, or null for none
     */
    public record Period(@Nullable Instant from, @Nullable Instant to) {

        /** Any time, also none. */
        public static final Period ANY = new Period(null, null);

        /** What is within both. */
        public Period and(Period other) {
            return new Period(
                    from == null || other.from != null && other.from.isAfter(from) ? other.from : from,
                    to == null || other.to != null && other.to.isBefore(to) ? other.to : to);
        }

        /** Whether that moment is within. */
        public boolean holds(Instant moment) {
            return (from == null || !moment.isBefore(from)) && (to == null || moment.isBefore(to));
        }
    }

    /** An order of results. Equal ones are put in order by their ids, so that pages fit together. */
    public enum Order {
        /** By when the newest version was written, newest first. */
        LATEST_CHANGE_FIRST,
        /** By when it happened, newest first; what is no event comes last. */
        LATEST_MOMENT_FIRST,
        /** By when it happened, oldest first. */
        EARLIEST_MOMENT_FIRST
    }
}
