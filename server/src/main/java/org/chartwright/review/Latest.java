package org.chartwright.review;

import java.io.Serial;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The things that were asked for last, in memory; the one that was not asked for the longest goes first. */
final class Latest<K, V> extends LinkedHashMap<K, V> {

    @Serial
    private static final long serialVersionUID = 1;

    private final int most;

    private Latest(int most) {
        super(most, 0.75f, true);
        this.most = most;
    }

    /** So many of them; any thread. */
    static <K, V> Map<K, V> of(int most) {
        return Collections.synchronizedMap(new Latest<>(most));
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
