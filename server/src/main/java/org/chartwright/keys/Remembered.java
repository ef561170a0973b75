package org.chartwright.keys;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** Remembers a bounded number of things for a bounded time. Two threads may look the same thing up at once. Any thread. */
final class Remembered<K, V> {

    private final Map<K, Aged<V>> entries;
    private final long nanos;
    private final LongSupplier nanoTime;

    Remembered(int most, Duration time, LongSupplier nanoTime) {
        this.nanos = time.toNanos();
        this.nanoTime = nanoTime;
        this.entries = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Aged<V>> eldest) {
                return size() > most;
            }
        };
    }

    private record Aged<V>(long since, V value) {}

    V get(K key, Function<K, V> look) {
        long now = nanoTime.getAsLong();
        synchronized (entries) {
            Aged<V> known = entries.get(key);
            if (known != null && now - known.since < nanos) {
                return known.value;
            }
            entries.remove(key);
        }
        V found = look.apply(key);
        synchronized (entries) {
            entries.put(key, new Aged<>(now, found));
        }
        return found;
    }

    void forget(K key) {
        synchronized (entries) {
            entries.remove(key);
        }
    }

    void forgetAll() {
        synchronized (entries) {
            entries.clear();
        }
    }
}
