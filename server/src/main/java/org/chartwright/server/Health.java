package org.chartwright.server;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Says whether this process lives and whether it can take jobs. Safe for any number of threads. */
public final class Health {

    private final Map<String, BooleanSupplier> checks = new LinkedHashMap<>();
    private volatile boolean open;

    /** Adds something that must be up. Before the first request only. */
    public void needs(String name, BooleanSupplier isUp) {
        checks.put(name, isUp);
    }

    /** From now on requests are welcome. */
    void open() {
        open = true;
    }

    /** From now on they are not; those that are being served end in peace. */
    void close() {
        open = false;
    }

    /** What is up and what is not, by name. */
    Map<String, Boolean> look() {
        Map<String, Boolean> found = new LinkedHashMap<>();
        found.put("open", open);
        checks.forEach((name, isUp) -> found.put(name, up(isUp)));
        return found;
    }

    private static boolean up(BooleanSupplier check) {
        try {
            return check.getAsBoolean();
        } catch (RuntimeException _) {
            // Whatever it is, it is not up; the room itself has logged why.
            return false;
        }
    }
}
