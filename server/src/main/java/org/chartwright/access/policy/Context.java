package org.chartwright.access.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What is known when something is asked for: condition keys and their values. Names count in any case. A value that costs
 * something is found only when a policy asks for it. Immutable.
 */
public final class Context {

    /** Nothing is known. */
    public static final Context EMPTY = new Context(Map.of());

    private final Map<String, Supplier<List<String>>> values;

    private Context(Map<String, Supplier<List<String>>> values) {
        this.values = values;
    }

    /** The same with one more key, or another value of it. */
    public Context with(String key, String... known) {
        List<String> list = List.of(known);
        return with(key, () -> list);
    }

    /** The same with a value that is found when it is asked for; an empty list for a key that is not there. */
    public Context with(String key, Supplier<List<String>> known) {
        Map<String, Supplier<List<String>>> more = new TreeMap<>(values);
        more.put(key.toLowerCase(Locale.ROOT), known);
        return new Context(more);
    }

    /** The same with all of another, which wins. */
    public Context with(Context other) {
        Map<String, Supplier<List<String>>> more = new TreeMap<>(values);
        more.putAll(other.values);
        return new Context(more);
    }

    /** The values of a key; empty when it is not there. */
    public List<String> of(String key) {
        Supplier<List<String>> found = values.get(key.toLowerCase(Locale.ROOT));
        if (found != null) {
            return found.get();
        }
        // Keys with a name in them, such as aws:ResourceTag/ward, may be answered by whoever knows all of them.
        int slash = key.indexOf('/');
        Supplier<List<String>> all = slash < 0 ? null : values.get(key.substring(0, slash).toLowerCase(Locale.ROOT) + "/*");
        return all == null ? List.of() : pick(all.get(), key.substring(slash + 1));
    }

    /** The same with the tags of something, under {@code prefix/key}; they are looked up when the first is asked for. */
    public Context withTags(String prefix, Supplier<Map<String, String>> tags) {
        return with(prefix + "/*", () -> {
            List<String> pairs = new ArrayList<>();
            tags.get().forEach((key, value) -> {
                pairs.add(key);
                pairs.add(value);
            });
            return pairs;
        });
    }

    private static List<String> pick(List<String> pairs, String key) {
        for (int i = 0; i + 1 < pairs.size(); i += 2) {
            if (pairs.get(i).equalsIgnoreCase(key)) {
                return List.of(pairs.get(i + 1));
            }
        }
        return List.of();
    }

    /** Without values: they may name people. */
    @Override
    public String toString() {
        return "Context" + values.keySet();
    }
}
