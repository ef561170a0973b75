package org.chartwright.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.chartwright.encounter.Note.NoteSection;
import org.chartwright.encounter.Pronouns;
import org.chartwright.encounter.Statement;
import org.chartwright.note.custom.CustomTemplate;
import org.chartwright.note.custom.TemplateException;
import org.chartwright.note.custom.TemplateFile;
import org.chartwright.specialties.Specialty;
import org.junit.jupiter.api.Test;

final class CustomTemplateTest {

    private static final String KNEE_CLINIC =
            """
            # What the knee clinic wants to read
            template: KNEE_CLINIC

            [STORY]
            title: How it happened
            holds: complaint, story
            style: prose

            [KNEE]
            title: The knee
            holds: exam
            about: knee, swelling, tender*
            style: bullets

            [DRUGS]
            title: Drugs
            holds: medications
            style: bullets

            [NEXT]
            title: What next
            holds: plan
            style: bullets
            length: 3
            order: importance
            """;

    private final NoteWriter writer = new NoteWriter();

    @Test
    void sectionsStandAsWrittenWithTheirTitlesAndTheirStyle() throws TemplateException {
        Draft draft = draft(KNEE_CLINIC);
        assertThat(draft.note().template()).isEqualTo("KNEE_CLINIC");
        assertThat(draft.note().sections()).extracting(NoteSection::name).containsExactly("STORY", "KNEE", "DRUGS", "NEXT");
        assertThat(draft.plain()).contains("How it happened\n\n").contains("The knee\n\n- ").contains("What next\n\n");
        String story = draft.plain().lines().skip(2).findFirst().orElseThrow();
        assertThat(story).as("prose is one paragraph").matches("(?s).*\\. [A-Z].*");
    }

    @Test
    void aSectionTakesOnlyWhatItIsAboutAndNoMoreThanItsLength() throws TemplateException {
        Draft draft = draft(KNEE_CLINIC);
        assertThat(texts(draft, "KNEE")).isNotEmpty().allMatch(text -> text.matches("(?i)- .*(knee|swelling|tender).*"));
        assertThat(texts(draft, "NEXT")).hasSize(3);
        assertThat(texts(draft, "DRUGS")).anyMatch(text -> text.contains("metformin"));
    }

    @Test
    void whatHasNoPlaceIsReportedAndNeverSilentlyGone() throws TemplateException {
        Draft draft = draft(KNEE_CLINIC);
        assertThat(draft.report().unplaced()).extracting(Statement::text)
                .anyMatch(text -> text.toLowerCase(java.util.Locale.ROOT).contains("lungs are clear"))
                .anyMatch(text -> text.contains("no fracture"));
        Set<String> placed = draft.note().sections().stream()
                .flatMap(section -> section.statements().stream())
                .map(one -> one.text().replaceFirst("^- ", ""))
                .collect(Collectors.toSet());
        assertThat(draft.report().unplaced()).extracting(Statement::text).doesNotContainAnyElementsOf(placed);
    }

    @Test
    void aSectionAboutSomethingChoosesBeforeAGeneralOne() throws TemplateException {
        Draft draft = draft(
                """
                template: GENERAL_FIRST
                [ALL]
                holds: exam
                [HEART]
                holds: exam
                about: heart
                """);
        assertThat(texts(draft, "HEART")).anyMatch(text -> text.contains("regular rate"));
        assertThat(texts(draft, "ALL")).isNotEmpty().noneMatch(text -> text.contains("regular rate"));
    }

    @Test
    void allMistakesAreToldEachWithItsLine() {
        assertThatThrownBy(() -> TemplateFile.parse(
                        """
                        template: soap note
                        holds: plan
                        [PLAN]
                        hold: plan
                        style: poetry
                        length: many
                        [plan]
                        holds: plan, weather
                        order: backwards
                        order: spoken
                        nonsense
                        [PLAN]
                        holds: plan
                        """))
                .isInstanceOfSatisfying(TemplateException.class, e -> assertThat(e.problems())
                        .extracting(Object::toString)
                        .satisfiesExactly(
                                one -> assertThat(one).startsWith("line 1: template names are capital letters"),
                                one -> assertThat(one).startsWith("line 2: \"holds\" stands before the first section"),
                                one -> assertThat(one).startsWith("line 3: section PLAN does not say what it holds"),
                                one -> assertThat(one).startsWith("line 4: no setting \"hold\""),
                                one -> assertThat(one).startsWith("line 5: style is one of: prose, bullets"),
                                one -> assertThat(one).startsWith("line 6: length is the most statements"),
                                one -> assertThat(one).startsWith("line 7: section names are capital letters"),
                                one -> assertThat(one).startsWith("line 8: no content \"weather\""),
                                one -> assertThat(one).startsWith("line 9: order is one of: spoken, importance"),
                                one -> assertThat(one).startsWith("line 10: \"order\" is set twice"),
                                one -> assertThat(one).startsWith("line 11: neither a section"),
                                one -> assertThat(one).startsWith("line 12: section PLAN is there twice"),
                                one -> assertThat(one).startsWith("line 13: plan is held by section")));
    }

    @Test
    void anEmptyFileAndAStolenNameAreRefused() {
        assertThatThrownBy(() -> TemplateFile.parse("")).hasMessageContaining("template: NAME").hasMessageContaining("no section");
        assertThatThrownBy(() -> TemplateFile.parse("template: GIRPP\n[PLAN]\nholds: plan"))
                .hasMessageContaining("line 1: template GIRPP is one of HealthScribe's");
    }

    private static List<String> texts(Draft draft, String section) {
        return draft.note().sections().stream()
                .filter(one -> one.name().equals(section))
                .flatMap(one -> one.statements().stream())
                .map(Statement::text)
                .toList();
    }

    private Draft draft(String template) throws TemplateException {
        CustomTemplate form = TemplateFile.parse(template);
        return writer.write(
                Readings.of(Readings.KNEE), new NoteRequest(form, Pronouns.SHE_HER, Specialty.GENERAL));
    }
}
