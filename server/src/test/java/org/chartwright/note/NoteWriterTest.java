package org.chartwright.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.chartwright.clinical.Reading;
import org.chartwright.encounter.Note;
import org.chartwright.encounter.Note.NoteSection;
import org.chartwright.encounter.NoteTemplate;
import org.chartwright.encounter.Pronouns;
import org.chartwright.encounter.SegmentId;
import org.chartwright.encounter.Statement;
import org.chartwright.specialties.Specialty;
import org.junit.jupiter.api.Test;

final class NoteWriterTest {

    private final NoteWriter writer = new NoteWriter();

    @Test
    void everyStatementRestsOnSegmentsOfTheVisit() {
        Reading reading = Readings.of(Readings.KNEE);
        Set<SegmentId> known = reading.segments().stream().map(segment -> segment.id()).collect(Collectors.toSet());
        List<Statement> statements = statements(writer.draft(reading, NoteRequest.DEFAULT));
        assertThat(statements).hasSizeGreaterThan(8).allSatisfy(one -> {
            assertThat(one.evidence()).isNotEmpty();
            assertThat(known).containsAll(one.evidence());
        });
    }

    @Test
    void theNoteSaysWhyThePatientCameWhatIsDeniedAndWhatIsPrescribed() {
        String plain = writer.write(Readings.of(Readings.KNEE), NoteRequest.DEFAULT).plain();
        assertThat(plain)
                .contains("CHIEF COMPLAINT\n\nRight knee pain.")
                .contains("REVIEW OF SYSTEMS")
                .containsPattern("[Dd]enies (?:any )?fever")
                .contains("meloxicam 15 mg daily")
                .contains("no fracture")
                .contains("The patient agrees with the plan (\"that sounds good\").");
    }

    @Test
    void theRequestDecidesThePronouns() {
        Reading reading = Readings.of(Readings.KNEE);
        String he = plain(reading, Pronouns.HE_HIM);
        assertThat(he).containsPattern("\\b(?:He|his)\\b").doesNotContainPattern("\\b(?:She|her)\\b");
        assertThat(plain(reading, Pronouns.SHE_HER)).doesNotContainPattern("\\b(?:He|his)\\b");
    }

    @Test
    void everyTemplateHasItsSectionsInOrder() {
        Reading reading = Readings.of(Readings.KNEE);
        for (NoteTemplate template : NoteTemplate.values()) {
            Note note = writer.draft(reading, new NoteRequest(template, Pronouns.THEY_THEM, Specialty.GENERAL));
            assertThat(note.sections().stream().map(NoteSection::name)).isEqualTo(template.sections());
            assertThat(statements(note)).isNotEmpty();
        }
    }

    @Test
    void theSameReadingGivesTheSameNote() {
        assertThat(writer.write(Readings.of(Readings.KNEE), NoteRequest.DEFAULT).plain())
                .isEqualTo(new NoteWriter().write(Readings.of(Readings.KNEE), NoteRequest.DEFAULT).plain());
    }

    @Test
    void silenceGivesAnEmptyNote() {
        Note note = writer.draft(new Reading(List.of(), List.of(), List.of()), NoteRequest.DEFAULT);
        assertThat(statements(note)).isEmpty();
        assertThat(note.sections()).hasSize(10);
    }

    @Test
    void smallTalkAloneGivesAnEmptyNote() {
        assertThat(statements(writer.draft(Readings.of(
                        """
                        [doctor] Good morning! How was your weekend?
                        [patient] Great, we went to the lake with the kids and grilled some burgers.
                        [doctor] That sounds lovely. Did you watch the game on Sunday?
                        [patient] I did, what a finish. My son plays baseball too, he is the pitcher.
                        [doctor] Nice. The traffic was terrible this morning, was it not?
                        [patient] It was, they closed the bridge again.
                        """), NoteRequest.DEFAULT))).isEmpty();
    }

    @Test
    void talkAboutSomethingElseGivesAnEmptyNote() {
        assertThat(statements(writer.draft(Readings.of(
                        """
                        [doctor] So the car makes a noise when you brake?
                        [patient] Yes, a grinding noise, mostly on the left side, for about two weeks.
                        [doctor] I looked at the pads, they are worn down. I want to replace both discs as well.
                        [patient] How much is that going to be?
                        [doctor] About four hundred dollars. I will order the parts today and see you back on Friday.
                        [patient] Okay, sounds good.
                        """), NoteRequest.DEFAULT))).isEmpty();
    }

    @Test
    void droppedSentencesAreReportedAndAbsent() {
        Draft draft = writer.write(Readings.of(Readings.KNEE), NoteRequest.DEFAULT);
        Set<String> kept = statements(draft.note()).stream().map(Statement::text).collect(Collectors.toSet());
        assertThat(draft.report().dropped()).allSatisfy(one -> {
            assertThat(kept).doesNotContain(one.statement().text());
            assertThat(one.verdict().reasons()).isNotEmpty();
        });
    }

    private String plain(Reading reading, Pronouns pronouns) {
        return writer.write(reading, new NoteRequest(NoteTemplate.HISTORY_AND_PHYSICAL, pronouns, Specialty.GENERAL)).plain();
    }

    private static List<Statement> statements(Note note) {
        List<Statement> all = new ArrayList<>();
        note.sections().forEach(section -> all.addAll(section.statements()));
        return all;
    }
}
