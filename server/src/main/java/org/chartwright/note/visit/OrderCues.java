package org.chartwright.note.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.chartwright.note.prose.Rules;

/**
 * How clinicians order things, read from {@code orders.txt}: {@code [list]} opens a list, every line is a pattern on a
 * cleaned clause in lower case. Stateless.
 */
final class OrderCues {

    private OrderCues() {}

    /** The patterns of a list. */
    static List<Pattern> list(String name) {
        List<Pattern> patterns = new ArrayList<>();
        boolean open = false;
        for (String line : Rules.lines("/org/chartwright/note/visit/orders.txt")) {
            if (line.startsWith("[") && line.endsWith("]")) {
                open = line.equals("[" + name + "]");
            } else if (open) {
                patterns.add(Pattern.compile(line));
            }
        }
        if (patterns.isEmpty()) {
            throw new IllegalStateException("orders.txt has no list " + name);
        }
        return patterns;
    }

    static boolean any(List<Pattern> patterns, String text) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(text).find());
    }
}
