package org.chartwright.note;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chartwright.encounter.NoteForm;
import org.chartwright.encounter.NoteTemplate;
import org.chartwright.note.custom.CustomTemplate;
import org.chartwright.note.custom.CustomTemplate.Content;
import org.chartwright.note.plan.Part;

/** Where things stand in a note, whatever its template. Stateless. */
public final class Places {

    private Places() {}

    /** The section that takes a part; empty when the template has none for it. */
    static Optional<String> of(Part part, NoteForm form) {
        return switch (form) {
            case CustomTemplate own -> own.parts().stream()
                    .filter(section -> section.holds().stream().anyMatch(contents(part)::contains))
                    .map(CustomTemplate.Section::name)
                    .findFirst();
            default -> TemplateSections.namesFor(part).stream().filter(form.sections()::contains).findFirst();
        };
    }

    /** The section of another template that takes what stood in a section; its last one when none does. */
    public static String like(String section, NoteForm from, NoteForm to) {
        if (to.sections().contains(section)) {
            return section;
        }
        return Arrays.stream(Part.values())
                .filter(part -> of(part, from).filter(section::equals).isPresent())
                .flatMap(part -> of(part, to).stream())
                .findFirst()
                .orElse(to.sections().getLast());
    }

    /** The heading of a section, as people read it. */
    public static String title(String section, NoteForm form) {
        return form instanceof CustomTemplate own ? own.heading(section) : PlainNote.heading(section);
    }

    /** What a template is called. */
    public static String title(NoteForm form) {
        return switch (form) {
            case NoteTemplate ours -> title(ours);
            default -> form.name();
        };
    }

    private static String title(NoteTemplate ours) {
        return switch (ours) {
            case HISTORY_AND_PHYSICAL -> "History and physical";
            case PHYSICAL_SOAP -> "SOAP";
            case BEHAVIORAL_SOAP -> "SOAP, behavioral health";
            case GIRPP, BIRP, SIRP, DAP -> ours.name();
        };
    }

    private static Set<Content> contents(Part part) {
        List<String> names = switch (part) {
            case HISTORY -> List.of("HISTORY", "MEDICATIONS", "ALLERGIES");
            case TESTING, TREATMENT, COUNSELING, FOLLOW_UP -> List.of(part.name(), "PLAN");
            case GOAL, INTERVENTION, RESPONSE -> List.of(part.name() + "S");
            case COMPLAINT, STORY, SYSTEMS, FAMILY, SOCIAL, EXAM, RESULTS, ASSESSMENT, PROGRESS, BEHAVIOR -> List.of(part.name());
        };
        return names.stream().map(Content::valueOf).collect(Collectors.toSet());
    }
}
