package org.chartwright.note.custom;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.chartwright.encounter.NoteForm;
import org.chartwright.specialties.Guide.Words;

/**
 * A note template that a user wrote. Immutable; made by {@link TemplateFile}.
 *
 * @param name such as {@code POST_OP_VISIT}
 * @param parts its sections, in order, never empty
 */
public record CustomTemplate(String name, List<Section> parts) implements NoteForm {

    /** Copies the sections. */
    public CustomTemplate {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("A template needs a section");
        }
    }

    /** What a section can hold. */
    public enum Content {
        /** Why the patient came. */
        COMPLAINT,
        /** The story of the present illness. */
        STORY,
        /** What is reported and denied, by system. */
        SYSTEMS,
        /** Past illnesses and operations. */
        HISTORY,
        /** Drugs taken. */
        MEDICATIONS,
        /** Drugs not borne. */
        ALLERGIES,
        /** Illnesses of relatives. */
        FAMILY,
        /** Work, habits, home. */
        SOCIAL,
        /** Examination and vital signs. */
        EXAM,
        /** Laboratory, imaging. */
        RESULTS,
        /** What it is, problem by problem. */
        ASSESSMENT,
        /** All that shall be done, problem by problem. */
        PLAN,
        /** Tests to be made. */
        TESTING,
        /** Drugs and procedures. */
        TREATMENT,
        /** What was explained and advised. */
        COUNSELING,
        /** When to be seen again. */
        FOLLOW_UP,
        /** What a person in therapy wants to reach. */
        GOALS,
        /** What the therapist did. */
        INTERVENTIONS,
        /** How the person answered to that. */
        RESPONSES,
        /** What has changed since the last session. */
        PROGRESS,
        /** How the person appeared. */
        BEHAVIOR;

        /** What only a therapy session has. */
        private static final Set<Content> OF_THERAPY = Set.of(GOALS, INTERVENTIONS, RESPONSES, PROGRESS, BEHAVIOR);

        /** Its name in a file. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** How a section is set. */
    public enum Style {
        /** Sentence after sentence. */
        PROSE,
        /** One line each, with a dash. */
        BULLETS
    }

    /** In which order statements stand. */
    public enum Order {
        /** As they were said. */
        SPOKEN,
        /** The weightiest first. */
        IMPORTANCE
    }

    /**
     * A section.
     *
     * @param name such as {@code WOUND}
     * @param title its heading in plain text
     * @param holds what it holds, in order, never empty
     * @param about only statements that hold one of these words; none: all
     * @param style how it is set
     * @param most the most statements; the weightiest are kept
     * @param order how they are ordered
     */
    public record Section(
            String name, String title, List<Content> holds, List<Words> about, Style style, int most, Order order) {

        /** Copies the lists. */
        public Section {
            holds = List.copyOf(holds);
            about = List.copyOf(about);
            if (holds.isEmpty() || most < 1) {
                throw new IllegalArgumentException("A section must hold something");
            }
        }

        /** Whether a statement is about what this section is about. */
        public boolean takes(String text) {
            return about.isEmpty() || about.stream().anyMatch(words -> words.in(text));
        }
    }

    @Override
    public List<String> sections() {
        return parts.stream().map(Section::name).toList();
    }

    /** Whether it asks for what only a therapy session has. */
    public boolean ofTherapy() {
        return parts.stream().flatMap(part -> part.holds.stream()).anyMatch(Content.OF_THERAPY::contains);
    }

    /** The heading of a section, as the user wrote it. */
    public String heading(String section) {
        return titles().getOrDefault(section, section);
    }

    /** Whether a section is set as running text. */
    public boolean isProse(String section) {
        return parts.stream().anyMatch(part -> part.name.equals(section) && part.style == Style.PROSE);
    }

    private java.util.Map<String, String> titles() {
        return parts.stream().collect(Collectors.toMap(Section::name, Section::title));
    }
}
