package org.chartwright.models;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What was computed of a dialogue, so that the same dialogue with a little more at its end costs only what is new. Functions
 * whose result depends on their key alone ask here before they compute; outside of {@link #during} they just compute. What
 * was not asked for during some rounds is forgotten. One thread at a time.
 */
public final class Recall {

    private static final ScopedValue<Recall> NOW = ScopedValue.newInstance();
    private static final int ROUNDS = 16;

    private Map<Call, Object> recent = new HashMap<>();
    private Map<Call, Object> older = new HashMap<>();
    private int rounds;

    /** A function's name and what it was asked. */
    private record Call(String function, Object key) {

        /** Leaves the key out: it may be somebody's words. */
        @Override
        public String toString() {
            return "Call[" + function + "]";
        }
    }

    /** Computes something, and recalls what was computed in earlier rounds. */
    public <R> R during(Supplier<R> round) {
        rounds++;
        if (rounds % ROUNDS == 0) {
            older = recent;
            recent = new HashMap<>();
        }
        return ScopedValue.where(NOW, this).call(round::get);
    }

    /**
     * The value of a function.
     *
     * @param function names it; no two functions share a name
     * @param key all that the result depends on, with equality; neither it nor the result may change afterwards
     */
    @SuppressWarnings("unchecked") // a function's name stands for one type of result
    public static <K, V> V of(String function, K key, Function<? super K, ? extends V> compute) {
        if (!NOW.isBound()) {
            return compute.apply(key);
        }
        Recall recall = NOW.get();
        Call call = new Call(function, key);
        Object known = recall.recent.get(call);
        if (known == null) {
            known = recall.older.get(call);
            known = known == null ? compute.apply(key) : known;
            recall.recent.put(call, known);
        }
        return (V) known;
    }
}
