package org.chartwright.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chartwright.clinical.Reading;
import org.chartwright.encounter.Note;
import org.chartwright.encounter.NoteTemplate;
import org.chartwright.encounter.Pronouns;
import org.chartwright.encounter.Segment;
import org.chartwright.encounter.SegmentId;
import org.chartwright.encounter.Statement;
import org.chartwright.specialties.Specialty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class BehavioralNotesTest {

    private static final Path SAMPLES = Path.of("../samples/behavioral");

    private static final List<NoteTemplate> THERAPY = List.of(
            NoteTemplate.GIRPP, NoteTemplate.BIRP, NoteTemplate.SIRP, NoteTemplate.DAP, NoteTemplate.BEHAVIORAL_SOAP);

    private final NoteWriter writer = new NoteWriter();

    @Test
    void goalsInterventionsResponsesAndProgressStandInTheirSections() throws IOException {
        Map<String, String> note = sections("anxiety.txt", NoteTemplate.GIRPP);
        assertThat(note.get("GOAL")).contains("goal is to sleep through the night", "wants to be able to go back to work");
        assertThat(note.get("INTERVENTION"))
                .contains("The clinician invited the patient to look at the thought")
                .contains("The clinician asked: \"what is the evidence for the thought that you will get fired?\"")
                .contains("The clinician reflected that it sounds like the worry")
                .contains("The clinician offered to teach her box breathing")
                .contains("The clinician asked the patient to close her eyes");
        assertThat(note.get("RESPONSE")).contains("feels lighter", "shoulders dropped").doesNotContain("box breathing");
        assertThat(note.get("PROGRESS")).contains("only had one panic attack", "able to take the bus", "affect is brighter");
        assertThat(note.get("PLAN")).contains("For homework, practice the box breathing", "sertraline 50 mg");
    }

    @Test
    void theOtherTemplatesTakeTheSameByTheirOwnSections() throws IOException {
        Map<String, String> birp = sections("anxiety.txt", NoteTemplate.BIRP);
        assertThat(birp.get("BEHAVIOR")).contains("affect is brighter", "still worries every night");
        assertThat(birp.get("RESPONSE")).contains("feels lighter");
        Map<String, String> sirp = sections("grief.txt", NoteTemplate.SIRP);
        assertThat(sirp.get("SITUATION")).contains("misses her husband", "tearful");
        assertThat(sirp.get("INTERVENTION")).contains("reflected that it sounds like the evenings are the hardest");
        assertThat(sirp.get("RESPONSE")).contains("She feels guilty");
        Map<String, String> dap = sections("grief.txt", NoteTemplate.DAP);
        assertThat(dap.get("DATA")).contains("misses her husband", "The clinician asked:", "She feels guilty");
        assertThat(dap.get("ASSESSMENT")).contains("went for a walk twice this week");
        Map<String, String> soap = sections("anxiety.txt", NoteTemplate.BEHAVIORAL_SOAP);
        assertThat(soap.get("SUBJECTIVE")).contains("still worries", "goal is to sleep");
        assertThat(soap.get("OBJECTIVE")).contains("affect is brighter").doesNotContain("still worries");
        assertThat(soap.get("ASSESSMENT")).contains("generalized anxiety disorder");
    }

    @Test
    void whatAMotherSaysOfHerselfOrIsToldToDoIsNotThePatients() throws IOException {
        for (NoteTemplate template : THERAPY) {
            String note = whole("school.txt", template);
            assertThat(note).contains("went to school on 2 days", "sat with Ben at lunch", "goal is to go 4 days a week")
                    .doesNotContain("hard for her", "will try it", "drive him", "stay calm");
        }
    }

    @Test
    void aSlipBehindTheDrinkIsReflectedAndPlannedFor() throws IOException {
        for (NoteTemplate template : THERAPY) {
            assertThat(whole("drinking.txt", template))
                    .contains("wants to get through the month without drinking", "wants to be there for her daughter", "4 beers on Friday")
                    .contains("The clinician affirmed that she was honest about that", "write that down on the card", "denies any thoughts of hurting herself")
                    .doesNotContain("Severity");
        }
    }

    @Test
    void anExposureIsToldStepByStepWithoutHalfSentences() throws IOException {
        for (NoteTemplate template : THERAPY) {
            assertThat(whole("exposure.txt", template))
                    .contains("asked the patient to put both hands on the trash can", "feels sick", "did that without any ritual", "Doctor Lee", "in May")
                    .doesNotContain("The patient should be.", "She did not.");
        }
    }

    @Test
    void theStoryOfATraumaKeepsWhatTheClinicianPromises() throws IOException {
        for (NoteTemplate template : THERAPY) {
            assertThat(whole("sleepless.txt", template))
                    .contains("The clinician said that the patient can stop at any time", "had the nightmare 3 times", "prazosin to 2 mg at bedtime")
                    .contains("hope is that she can drive the kids to school")
                    .doesNotContain("\"from zero to ten?\"");
        }
    }

    @Test
    void whatTheClinicianSaysToHaveDoneIsAnIntervention() {
        Note note = writer.draft(Readings.of("""
                [doctor] How was your week? How bad was the anxiety?
                [patient] I felt anxious every day and I had two panic attacks.
                [doctor] Last time we set a goal to practice the breathing. I guided Sam through muscle relaxation.
                [patient] I feel calmer.
                [doctor] We'll meet again on Tuesday.
                """), new NoteRequest(NoteTemplate.BIRP, Pronouns.HE_HIM, Specialty.GENERAL));
        assertThat(joined(note).get("INTERVENTION")).contains("The clinician guided Sam through muscle relaxation.");
    }

    @Test
    void aPhysicalNoteHasFindingsAndResultsUnderObjective() {
        Note note = writer.draft(
                Readings.of(Readings.KNEE),
                new NoteRequest(NoteTemplate.PHYSICAL_SOAP, Pronouns.SHE_HER, Specialty.GENERAL));
        Map<String, String> sections = joined(note);
        assertThat(sections.get("OBJECTIVE")).containsIgnoringCase("lungs are clear").contains("no fracture");
        assertThat(sections.get("SUBJECTIVE")).contains("basketball");
        assertThat(sections.get("PLAN")).contains("meloxicam");
    }

    @ParameterizedTest
    @EnumSource(NoteTemplate.class)
    void everyStatementIsSupportedByTheSegmentsThatItCites(NoteTemplate template) throws IOException {
        // A session with little talk of illness is no visit to the other templates.
        List<String> samples = THERAPY.contains(template)
                ? List.of("anxiety.txt", "grief.txt", "drinking.txt", "exposure.txt", "school.txt", "sleepless.txt")
                : List.of("anxiety.txt", "grief.txt", "drinking.txt", "sleepless.txt");
        for (String sample : samples) {
            Reading reading = Readings.of(Files.readString(SAMPLES.resolve(sample)));
            Map<SegmentId, Segment> segments =
                    reading.segments().stream().collect(Collectors.toMap(Segment::id, Function.identity()));
            Verifier verifier = new Verifier();
            assertThat(writer.draft(reading, new NoteRequest(template, Pronouns.SHE_HER, Specialty.GENERAL)).sections())
                    .flatExtracting(Note.NoteSection::statements)
                    .isNotEmpty()
                    .allSatisfy(one -> assertThat(verifier.judge(
                                            one.text(), one.evidence().stream().map(segments::get).toList())
                                    .finding())
                            .as(one.text())
                            .isEqualTo(Verdict.Finding.SUPPORTED));
        }
    }

    @ParameterizedTest
    @EnumSource(value = NoteTemplate.class, names = {"GIRPP", "BIRP", "SIRP", "DAP", "BEHAVIORAL_SOAP"})
    void chatterIsNoSession(NoteTemplate template) {
        Note note = writer.draft(
                Readings.of(
                        """
                        [therapist] Let's try the new restaurant on Friday. I want to show you the garden.
                        [patient] I would like to go back to the lake. We had so much fun, I felt great.
                        [therapist] It sounds like the weather was lovely. What helps with the mosquitoes?
                        [patient] Nothing, they were terrible this year.
                        """),
                new NoteRequest(template, Pronouns.THEY_THEM, Specialty.GENERAL));
        assertThat(note.sections()).flatExtracting(Note.NoteSection::statements).isEmpty();
    }

    private String whole(String sample, NoteTemplate template) throws IOException {
        return String.join("\n", sections(sample, template).values());
    }

    private Map<String, String> sections(String sample, NoteTemplate template) throws IOException {
        Reading reading = Readings.of(Files.readString(SAMPLES.resolve(sample)));
        return joined(writer.draft(reading, new NoteRequest(template, Pronouns.SHE_HER, Specialty.GENERAL)));
    }

    private static Map<String, String> joined(Note note) {
        return note.sections().stream().collect(Collectors.toMap(
                Note.NoteSection::name,
                section -> section.statements().stream().map(Statement::text).collect(Collectors.joining("\n"))));
    }
}
