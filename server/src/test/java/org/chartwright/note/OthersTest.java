package org.chartwright.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.chartwright.note.visit.ProposedOrder;
import org.junit.jupiter.api.Test;

/** What is said of others, was never so, or is over, and what a question asked after that its answer left. */
final class OthersTest {

    private final NoteWriter writer = new NoteWriter();

    @Test
    void whomThePatientMeansIsNamed() {
        String note = note("[patient] I have a friend with a bad knee, and she does have diabetes. She takes metformin.\n");
        assertThat(note).doesNotContain("reports taking").doesNotContain("history of diabetes").doesNotContain("\nShe does have diabetes");
        assertThat(note("[doctor] Did your physician say anything about the labs?\n[patient] He said my liver enzymes were high.\n"))
                .doesNotContainPattern("\\b(?:He|She) said").contains("physician said");
    }

    @Test
    void whoIsNeverNamedIsNotTakenForThePatient() {
        assertThat(note("[patient] She has diabetes and she smokes.\n")).doesNotContain("She has diabetes");
    }

    @Test
    void aChildOfWhomBothSpeakStaysThePatient() {
        assertThat(writer.write(Readings.of("""
                [doctor] What brings her in? Is she eating? Has she had a fever?
                [patient] I am worried. She has a cough since Monday. I gave my daughter honey.
                [doctor] Does she have a rash?
                [patient] No. She has been sleeping badly.
                [doctor] I think she has a cold. Give her fluids.
                """), NoteRequest.DEFAULT).plain()).contains("has a cough since Monday");
    }

    @Test
    void aDrugThatWasOfferedTriedOrMeasuredIsNotTaken() {
        for (String said : List.of("My sister gave me some of her oxycodone, but I didn't take it.", "I tried to take oxycodone.",
                "I was on oxycodone then.", "My doctor said I should take oxycodone.")) {
            assertThat(note("[patient] " + said + "\n")).as(said).doesNotContain("reports taking");
        }
        assertThat(note("[patient] Was it the pill that I was taking that caused it?\n[doctor] I would need to see a high testosterone.\n"))
                .doesNotContain("reports taking");
        assertThat(note("[doctor] What medicines do you take?\n[patient] I take amlodipine 5 mg, and I was on lisinopril, but they stopped it.\n"))
                .contains("reports taking amlodipine 5 mg.");
    }

    @Test
    void aDrugThatWasStoppedIsNotTakenAndWhatItDidIsOver() {
        String note = note("[doctor] What do you take?\n[patient] I'm supposed to take metoprolol, but I stopped, it made me tired.\n");
        assertThat(note).doesNotContain("reports taking").doesNotContainPattern("Reports[^.]*fatigue");
        assertThat(note("[doctor] What do you take?\n[patient] I take metformin twice a day. I don't take insulin.\n"))
                .contains("reports taking metformin twice daily.");
    }

    @Test
    void howOftenAndHowLongADrugIsTakenIsSaidOfTheDrug() {
        assertThat(note("[doctor] How often do you take the Tylenol?\n[patient] Maybe once a month.\n"))
                .contains("taking Tylenol once a month.").doesNotContain("often").doesNotContain("Frequency:");
        assertThat(note("[doctor] Crestor, how long have you been taking that?\n[patient] About 18 months.\n")).doesNotContain("Duration:");
        assertThat(note("[doctor] What do you take?\n[patient] Advil, a day or two.\n")).doesNotContain("Advil a day.");
    }

    @Test
    void howOftenADrugIsTakenIsNotAsItWasAskedWhereThePatientNarrowsIt() {
        assertThat(note("[doctor] Are you taking the metformin twice a day?\n[patient] Only in the morning, at night I forget.\n"))
                .contains("reports taking metformin.").doesNotContain("metformin twice daily");
        assertThat(note("[doctor] Are you taking the metformin twice a day?\n[patient] Yes.\n")).contains("metformin twice daily");
    }

    @Test
    void aDrugOfWhichLessIsTakenThanBeforeIsTaken() {
        assertThat(note("[doctor] How much oxycodone are you taking?\n[patient] Five milligrams, three times a day. It used to be ten.\n"))
                .contains("reports taking oxycodone");
    }

    @Test
    void aDrugToldLateIsTaken() {
        assertThat(note("[doctor] I want labs today. Take aspirin 81 mg a day. See you in one week.\n[patient] I'm taking a prenatal vitamin and Zofran 4 mg.\n"))
                .contains("Zofran 4 mg.").containsPattern("reports taking[^.]*Zofran");
    }

    @Test
    void whatTheClinicianDidIsNotDeniedByThePatient() {
        assertThat(note("[doctor] We removed two polyps, no bleeding.\n")).doesNotContain("Denies bleeding");
    }

    @Test
    void whenSomethingElseWasLastIsNotWhenItBegan() {
        assertThat(note("[doctor] When was your last tetanus shot?\n[patient] Maybe ten years ago.\n")).doesNotContain("Onset:");
    }

    @Test
    void thoughtsOfDeathAreAlwaysTold() {
        assertThat(note("[patient] I don't want to die, but sometimes I wish I wouldn't wake up.\n")).contains("would not wake up");
    }

    @Test
    void anExampleIsNoHistory() {
        assertThat(note("[doctor] So for example, cysts and lumps, those are all benign things.\n")).doesNotContain("history of cyst");
    }

    @Test
    void whereThePatientUsedToSmokeTheAnswerStandsUnderTheQuestion() {
        assertThat(note("[doctor] Do you smoke?\n[patient] I used to, ten years ago.\n")).contains("Tobacco use: the patient used to, 10 years ago.");
        assertThat(note("[doctor] Do you still smoke?\n[patient] Half a pack a day.\n")).contains("Tobacco use: half a pack a day.");
    }

    @Test
    void whatADrugGaveIsNoReasonToCome() {
        String note = writer.write(Readings.of("""
                [doctor] What can I do for you?
                [patient] I need a refill. I was on lisinopril but it gave me a cough.
                [doctor] Okay. I will refill your amlodipine 5 mg daily.
                """), NoteRequest.DEFAULT).plain();
        assertThat(note).doesNotContain("evaluation of cough").doesNotContainPattern("Reports[^.]*cough");
    }

    @Test
    void aQuestionAfterWellBeingIsNotDeniedAsAWhole() {
        assertThat(note("[doctor] Are you eating and drinking okay? Any nausea or vomiting?\n[patient] None of that.\n"))
                .doesNotContain("not eating").contains("denies any nausea or vomiting");
        assertThat(note("[doctor] Are you sleeping okay?\n[patient] No, not really.\n")).doesNotContain("not sleeping.");
        assertThat(note("[doctor] Did you have some slips with that?\n[patient] No, I, yeah, I do.\n")).doesNotContain("did not have some slips");
        assertThat(note("[doctor] Have you noticed any weakness in your hand at all?\n[patient] Yes.\n")).doesNotContain("at all.");
    }

    @Test
    void whatThePatientThoughtStaysUnderTheThought() {
        assertThat(note("[patient] My sister has asthma, and I always thought I had it too.\n")).doesNotContainPattern("(?m)(?:^|reports that |states that |notes that )[Tt]he patient had it too");
    }

    @Test
    void whatIsConcludedTodayIsNoHistory() {
        assertThat(note("")).doesNotContain("history of pharyngitis");
    }

    @Test
    void whatHappensToPeopleIsNothingThatThePatientReports() {
        assertThat(note("[doctor] There are reasons to look inside, like abdominal pain. We can see this with stress.\n"))
                .doesNotContainPattern("Reports[^.]*(?:abdominal pain|stress)");
    }

    @Test
    void twoOrdersInOneBreathStandApartAndAConditionStaysWithItsOwn() {
        String note = note("[doctor] I will order a strep test and start azithromycin 500 mg daily.\n");
        assertThat(note).contains("Order a strep test.").contains("Start azithromycin 500 mg daily.");
        List<String> orders = writer.writeWithPapers(Readings.of("""
                [doctor] What brings you in?
                [patient] My right knee hurts since Sunday.
                [doctor] I will order an MRI of the right knee, and if that is positive I will refer you to orthopedics.
                """), NoteRequest.DEFAULT).papers().orders().stream().map(ProposedOrder::text).toList();
        assertThat(orders).anyMatch(text -> text.contains("MRI") && !text.contains("if that"))
                .anyMatch(text -> text.contains("orthopedics") && text.contains("if that is positive"));
        assertThat(note("[doctor] If the swab is positive, I will order a culture and start amoxicillin 500 mg.\n"))
                .doesNotContain("\nStart amoxicillin");
    }

    private String note(String middle) {
        String dialogue = "[doctor] Hello, what brings you in?\n[patient] I have had a sore throat for five days.\n" + middle
                + "[doctor] I think you have pharyngitis. I will order a chest x-ray.\n";
        return writer.write(Readings.of(dialogue), NoteRequest.DEFAULT).plain();
    }
}
