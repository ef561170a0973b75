package org.chartwright.note;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.chartwright.note.custom.CustomTemplate;
import org.chartwright.note.custom.CustomTemplate.Order;
import org.chartwright.note.custom.CustomTemplate.Section;
import org.chartwright.note.custom.CustomTemplate.Style;
import org.chartwright.note.plan.Candidate;
import org.chartwright.note.plan.Part;

/** Lays a note out as a user's template wants it: what goes in, in which order, how much, how it is set. For one visit. */
final class CustomSections {

    private final Content content;
    private final ToDoubleFunction<Candidate> worth;
    private final Set<Candidate> placed = new HashSet<>();
    private final List<Candidate> unplaced = new ArrayList<>();

    /** Keeps the worthiest where a section is too small. */
    CustomSections(Content content, ToDoubleFunction<Candidate> worth) {
        this.content = content;
        this.worth = worth;
    }

    /** Sections that ask for particular words choose first, so that a general section does not empty them. */
    Map<String, List<Candidate>> lay(CustomTemplate template) {
        Map<String, List<Candidate>> sections = new LinkedHashMap<>();
        template.sections().forEach(name -> sections.put(name, List.of()));
        for (boolean particular : new boolean[] {true, false}) {
            for (Section section : template.parts()) {
                if (section.about().isEmpty() != particular) {
                    sections.put(section.name(), fill(section));
                }
            }
        }
        for (CustomTemplate.Content kind : CustomTemplate.Content.values()) {
            of(kind).stream().filter(one -> !placed.contains(one) && !one.heading()).forEach(one -> {
                placed.add(one);
                unplaced.add(one);
            });
        }
        return sections;
    }

    /** What has no section, or for which there was no room. */
    List<Candidate> unplaced() {
        return unplaced;
    }

    private List<Candidate> fill(Section section) {
        List<Candidate> fitting = new ArrayList<>();
        for (CustomTemplate.Content kind : section.holds()) {
            for (Candidate candidate : of(kind)) {
                if (section.takes(candidate.text()) && placed.add(candidate)) {
                    fitting.add(candidate);
                }
            }
        }
        Comparator<Candidate> worthiest = Comparator.comparingDouble(this::worth).reversed();
        List<Candidate> kept = new ArrayList<>(fitting.stream().sorted(worthiest).limit(section.most()).toList());
        fitting.stream().filter(one -> !kept.contains(one)).forEach(unplaced::add);
        if (section.order() == Order.SPOKEN) {
            kept.sort(Comparator.comparingInt(fitting::indexOf));
        }
        return kept.stream().map(one -> set(one, section.style())).toList();
    }

    /** Facts are made of what matters by rule, and have no learned worth. */
    private double worth(Candidate candidate) {
        return candidate.features().isEmpty() ? 1 : worth.applyAsDouble(candidate);
    }

    private static Candidate set(Candidate candidate, Style style) {
        return switch (style) {
            case PROSE -> candidate;
            case BULLETS -> candidate.heading() ? candidate : candidate.written("- " + candidate.text()).under("");
        };
    }

    private List<Candidate> of(CustomTemplate.Content kind) {
        return switch (kind) {
            case COMPLAINT -> content.of(Part.COMPLAINT);
            case STORY -> content.of(Part.STORY);
            case SYSTEMS -> content.of(Part.SYSTEMS);
            case HISTORY -> history("");
            case MEDICATIONS -> history("MEDICATIONS");
            case ALLERGIES -> history("ALLERGIES");
            case FAMILY -> content.of(Part.FAMILY);
            case SOCIAL -> content.of(Part.SOCIAL);
            case EXAM -> content.of(Part.EXAM);
            case RESULTS -> content.of(Part.RESULTS);
            case ASSESSMENT -> content.of(Part.ASSESSMENT);
            case PLAN -> content.plan();
            case TESTING -> content.of(Part.TESTING);
            case TREATMENT -> content.of(Part.TREATMENT);
            case COUNSELING -> content.of(Part.COUNSELING);
            case FOLLOW_UP -> content.of(Part.FOLLOW_UP);
            case GOALS -> content.of(Part.GOAL);
            case INTERVENTIONS -> content.of(Part.INTERVENTION);
            case RESPONSES -> content.of(Part.RESPONSE);
            case PROGRESS -> content.of(Part.PROGRESS);
            case BEHAVIOR -> content.of(Part.BEHAVIOR);
        };
    }

    /** The lines of the history by the heading under which {@link HistoryFacts} puts them. */
    private List<Candidate> history(String heading) {
        return content.of(Part.HISTORY).stream()
                .filter(one -> heading.isEmpty()
                        ? !one.label().contains("MEDICATIONS") && !one.label().contains("ALLERGIES")
                        : one.label().contains(heading))
                .toList();
    }
}
