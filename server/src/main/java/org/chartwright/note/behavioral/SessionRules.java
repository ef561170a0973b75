package org.chartwright.note.behavioral;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartwright.encounter.Role;
import org.chartwright.note.plan.Part;
import org.chartwright.note.prose.Rules;

/**
 * The rules of {@code session.txt}: {@code [PART role]} opens a list, each line is a pattern on a sentence in the third
 * person, lower case, and how the sentence is then written; without an arrow it stays. The first that matches wins.
 */
final class SessionRules {

    static final Pattern LAST_MARKS = Pattern.compile("[?.!, ]+$");

    private record Rule(Pattern pattern, String replacement) {}

    private static final Map<String, List<Rule>> LISTS = read();

    /**
     * A sentence as it is written for its part.
     *
     * @param part where it belongs
     * @param text lower case, without final mark
     */
    record Rewritten(Part part, String text) {

        /** Leaves the text out: it is a patient's story. */
        @Override
        public String toString() {
            return "Rewritten[" + part + "]";
        }
    }

    private SessionRules() {}

    /**
     * Where a sentence belongs, if it belongs to the session.
     *
     * @param answers whether it was said right after an intervention
     */
    static Optional<Rewritten> of(String text, Role role, boolean answers) {
        for (Map.Entry<String, List<Rule>> list : LISTS.entrySet()) {
            String[] head = list.getKey().split(" ", -1);
            boolean fits = head[1].equals("both") || head[1].equals(role.name().toLowerCase(java.util.Locale.ROOT))
                    || (head[1].equals("answer") && answers);
            if (!fits || head[0].equals("PROBE")) {
                continue;
            }
            for (Rule rule : list.getValue()) {
                Matcher matcher = rule.pattern.matcher(text);
                if (matcher.find()) {
                    String written = rule.replacement.isEmpty() ? text : matcher.replaceFirst(rule.replacement);
                    return Optional.of(new Rewritten(Part.valueOf(head[0]), written.strip()));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a question works on a thought or a feeling, rather than asking for a fact. */
    static boolean probes(String question) {
        return LISTS.getOrDefault("PROBE clinician", List.of()).stream()
                .anyMatch(rule -> rule.pattern.matcher(question).find());
    }

    private static Map<String, List<Rule>> read() {
        Map<String, List<Rule>> lists = new LinkedHashMap<>();
        List<Rule> open = new ArrayList<>();
        for (String line : Rules.lines("/org/chartwright/note/behavioral/session.txt")) {
            if (line.startsWith("[") && line.endsWith("]")) {
                open = lists.computeIfAbsent(line.substring(1, line.length() - 1), _ -> new ArrayList<>());
                continue;
            }
            int arrow = line.indexOf(" => ");
            String pattern = arrow < 0 ? line : line.substring(0, arrow);
            open.add(new Rule(Pattern.compile(pattern.strip()), arrow < 0 ? "" : line.substring(arrow + 4).strip()));
        }
        return lists;
    }
}
