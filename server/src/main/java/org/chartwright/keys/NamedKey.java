package org.chartwright.keys;

import java.util.Map;
import java.util.TreeMap;

/**
 * A named key as something is sealed with it: besides the key of its scope, this one is needed to open it.
 *
 * @param arn which key
 * @param context pairs bound to what is sealed, by which the key's keeper may allow or forbid its use; not secret
 */
public record NamedKey(String arn, Map<String, String> context) {

    /** Copies the pairs. */
    public NamedKey {
        context = Map.copyOf(context);
    }

    /** The pairs in one order. */
    Map<String, String> ordered() {
        return new TreeMap<>(context);
    }

    /** Leaves the pairs out: they are the user's. */
    @Override
    public String toString() {
        return "NamedKey[" + arn + "]";
    }
}
