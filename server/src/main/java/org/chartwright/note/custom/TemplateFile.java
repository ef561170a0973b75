package org.chartwright.note.custom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.chartwright.encounter.NoteTemplate;
import org.chartwright.note.custom.CustomTemplate.Content;
import org.chartwright.note.custom.CustomTemplate.Order;
import org.chartwright.note.custom.CustomTemplate.Section;
import org.chartwright.note.custom.CustomTemplate.Style;
import org.chartwright.specialties.Guide.Words;

/**
 * Reads a template file, of which {@code docs/templates.md} tells its authors. All that is wrong is found in one go. For one
 * file.
 */
public final class TemplateFile {

    /** Names of templates and of sections. */
    public static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

    private static final int MOST_SECTIONS = 40;
    private static final int MOST_STATEMENTS = 999;
    private static final int LONGEST_TITLE = 80;
    private static final int LONGEST_FILE = 65_536;
    private static final List<String> KEYS = List.of("title", "holds", "about", "style", "length", "order");

    private final List<TemplateProblem> problems = new ArrayList<>();
    private final List<Draft> drafts = new ArrayList<>();
    private String name = "";

    private TemplateFile() {}

    private static final class Draft {
        private final int line;
        private final String name;
        private final Map<String, Value> values = new HashMap<>();

        private Draft(int line, String name) {
            this.line = line;
            this.name = name;
        }
    }

    private record Value(int line, String text) {}

    /**
     * The template that a file describes.
     *
     * @throws TemplateException with everything that is wrong
     */
    public static CustomTemplate parse(String text) throws TemplateException {
        return new TemplateFile().read(text);
    }

    private CustomTemplate read(String text) throws TemplateException {
        if (text.length() > LONGEST_FILE) {
            problem(1, "the file is longer than " + LONGEST_FILE + " characters");
        } else {
            lines(text);
        }
        List<Section> sections = new ArrayList<>();
        drafts.forEach(draft -> sections.add(section(draft)));
        if (name.isEmpty() && problems.stream().noneMatch(one -> one.what().startsWith("template"))) {
            problem(1, "the first line must be \"template: NAME\"");
        }
        if (drafts.isEmpty()) {
            problem(1, "there is no section; a section begins with a line such as [PLAN]");
        }
        if (drafts.size() > MOST_SECTIONS) {
            problem(drafts.get(MOST_SECTIONS).line, "more than " + MOST_SECTIONS + " sections");
        }
        twice();
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparingInt(TemplateProblem::line));
            throw new TemplateException(problems);
        }
        return new CustomTemplate(name, sections);
    }

    private void lines(String text) {
        String[] lines = text.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            int number = i + 1;
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("[")) {
                open(number, line);
                continue;
            }
            int colon = line.indexOf(':');
            if (colon < 1) {
                problem(number, "neither a section such as [PLAN] nor a setting such as \"holds: plan\"");
                continue;
            }
            String key = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            Value value = new Value(number, line.substring(colon + 1).strip());
            if (key.equals("template")) {
                named(value);
            } else {
                set(key, value);
            }
        }
    }

    private void named(Value value) {
        boolean taken = Arrays.stream(NoteTemplate.values()).anyMatch(one -> one.name().equals(value.text));
        if (!name.isEmpty()) {
            problem(value.line, "template is named twice");
        } else if (!NAME.matcher(value.text).matches()) {
            problem(value.line, "template names are capital letters, digits and _, such as POST_OP_VISIT");
        } else if (taken) {
            problem(value.line, "template " + value.text + " is one of HealthScribe's; take another name");
        } else {
            name = value.text;
        }
    }

    private void open(int line, String text) {
        String section = text.endsWith("]") ? text.substring(1, text.length() - 1).strip() : "";
        if (!NAME.matcher(section).matches()) {
            problem(line, "section names are capital letters, digits and _ in brackets, such as [PHYSICAL_EXAM]");
        }
        if (drafts.stream().anyMatch(one -> one.name.equals(section)) && !section.isEmpty()) {
            problem(line, "section " + section + " is there twice");
        }
        drafts.add(new Draft(line, section));
    }

    private void set(String key, Value value) {
        if (!KEYS.contains(key)) {
            problem(value.line, "no setting \"" + key + "\"; there are: " + String.join(", ", KEYS));
        } else if (drafts.isEmpty()) {
            problem(value.line, "\"" + key + "\" stands before the first section");
        } else if (value.text.isEmpty()) {
            problem(value.line, "\"" + key + "\" has no value");
        } else if (drafts.getLast().values.putIfAbsent(key, value) != null) {
            problem(value.line, "\"" + key + "\" is set twice in this section");
        }
    }

    /** What can be made of a section; where something is wrong with it, that is noted and something else put in its place. */
    private Section section(Draft draft) {
        Value title = draft.values.getOrDefault("title", new Value(draft.line, draft.name.replace('_', ' ')));
        if (title.text.length() > LONGEST_TITLE) {
            problem(title.line, "titles have at most " + LONGEST_TITLE + " characters");
        }
        return new Section(
                draft.name.isEmpty() ? "?" : draft.name,
                title.text,
                holds(draft),
                about(draft.values.get("about")),
                oneOf(draft.values.get("style"), "style", Style.PROSE),
                length(draft.values.get("length")),
                oneOf(draft.values.get("order"), "order", Order.SPOKEN));
    }

    private List<Content> holds(Draft draft) {
        Value value = draft.values.get("holds");
        List<Content> holds = new ArrayList<>();
        if (value == null) {
            problem(draft.line, "section " + draft.name + " does not say what it holds");
        } else {
            for (String word : value.text.split(",", -1)) {
                Arrays.stream(Content.values())
                        .filter(one -> one.word().equals(word.strip().toLowerCase(Locale.ROOT)))
                        .findFirst()
                        .ifPresentOrElse(holds::add, () -> problem(value.line, "no content \"" + word.strip()
                                + "\"; there is: " + words(Content.values())));
            }
        }
        return holds.isEmpty() ? List.of(Content.STORY) : holds;
    }

    private static List<Words> about(@org.jspecify.annotations.Nullable Value value) {
        return value == null ? List.of() : List.of(Words.of(value.text));
    }

    private int length(@org.jspecify.annotations.Nullable Value value) {
        if (value == null) {
            return MOST_STATEMENTS;
        }
        try {
            int most = Integer.parseInt(value.text);
            if (most >= 1 && most <= MOST_STATEMENTS) {
                return most;
            }
        } catch (NumberFormatException _) {
            // Told below, with the bounds.
        }
        problem(value.line, "length is the most statements, a number from 1 to " + MOST_STATEMENTS);
        return MOST_STATEMENTS;
    }

    private <E extends Enum<E>> E oneOf(
            @org.jspecify.annotations.Nullable Value value, String key, E usual) {
        if (value == null) {
            return usual;
        }
        E[] all = usual.getDeclaringClass().getEnumConstants();
        return Arrays.stream(all)
                .filter(one -> one.name().equalsIgnoreCase(value.text))
                .findFirst()
                .orElseGet(() -> {
                    problem(value.line, key + " is one of: " + words(all));
                    return usual;
                });
    }

    /** What one section takes whole, a later one would never get. */
    private void twice() {
        Map<Content, String> taken = new EnumMap<>(Content.class);
        Map<Integer, String> found = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            Value value = draft.values.get("holds");
            if (value == null || draft.values.containsKey("about")) {
                continue;
            }
            for (Content content : Content.values()) {
                boolean held = Arrays.stream(value.text.split(",", -1))
                        .anyMatch(word -> word.strip().equalsIgnoreCase(content.word()));
                String before = held ? taken.putIfAbsent(content, draft.name) : null;
                if (before != null) {
                    found.put(value.line, content.word() + " is held by section " + before + " already");
                }
            }
        }
        found.forEach(this::problem);
    }

    private void problem(int line, String what) {
        problems.add(new TemplateProblem(line, what));
    }

    private static String words(Enum<?>[] values) {
        return String.join(", ", Arrays.stream(values)
                .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList());
    }
}
