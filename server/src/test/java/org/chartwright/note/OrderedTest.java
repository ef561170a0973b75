package org.chartwright.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.chartwright.note.visit.ProposedOrder;
import org.junit.jupiter.api.Test;

/** What is ordered, under which condition, what was called off, and what the recogniser's marks must not break. */
final class OrderedTest {

    private final NoteWriter writer = new NoteWriter();

    @Test
    void aConditionThatAMarkCutsOffStaysWithItsOrder() {
        NoteWriter.Written written = written("[doctor] I'm going to swab your throat and if that's positive. I want to start you on amoxicillin 500 mg three times a day.\n");
        assertThat(written.draft().plain()).contains("If that is positive, I want to start the patient on amoxicillin 500 mg");
        assertThat(orders(written)).anyMatch(text -> text.contains("amoxicillin") && text.contains("if that is positive"));
    }

    @Test
    void whatIsNotThoughtIsNotStated() {
        assertThat(note("[doctor] I think it's a tension headache, but I don't think that. This is a sign of a stroke or any bleeding.\n"))
                .doesNotContain("This is a sign of a stroke");
    }

    @Test
    void whatIsCalledOffStandsNowhere() {
        NoteWriter.Written written = written("""
                [doctor] Use ibuprofen 400 mg three times a day. Keep the foot up.
                [patient] My creatinine was 1.9.
                [doctor] Then no ibuprofen. Take Tylenol 500 mg twice a day.
                """);
        assertThat(written.draft().plain()).contains("No ibuprofen.").doesNotContain("ibuprofen 400").contains("Tylenol 500 mg");
        assertThat(orders(written)).noneMatch(text -> text.contains("ibuprofen")).anyMatch(text -> text.contains("Tylenol"));
    }

    @Test
    void whatIsHeldBeforeAnOperationIsInThePlan() {
        assertThat(note("[doctor] Before your surgery we'll have to get you off your clopidogrel for a week.\n"))
                .contains("Before their surgery we will have to get the patient off their clopidogrel for a week.");
    }

    @Test
    void ordersThatWereLostAreKept() {
        assertThat(note("[doctor] And then finally stop taking any nonsteroidals, such as Advil.\n")).contains("Stop taking any nonsteroidals");
        assertThat(note("[doctor] We can get you started right away on a fiber supplement.\n")).contains("started right away on a fiber supplement");
        assertThat(note("[doctor] We should check your liver enzymes.\n")).contains("We should check their liver enzymes");
        assertThat(note("[doctor] Recheck the TSH in six weeks.\n")).contains("Recheck the TSH in 6 weeks.");
        assertThat(note("[doctor] What I think we're dealing with is right hip arthritis.\n")).contains("I think this is right hip arthritis.");
        assertThat(note("[doctor] If you vomit or get a bad headache, go to the ER.\n")).contains("go to the ER.");
        assertThat(note("[doctor] We'll get an x-ray and then an MRI of the knee.\n")).contains("Order an x-ray and then an MRI of the knee.");
        assertThat(orders(written("[doctor] I'll send prednisone 40 mg a day for five days.\n"))).anyMatch(text -> text.contains("prednisone 40 mg"));
    }

    @Test
    void aDrugIsStoppedSwitchedKeptAndForbidden() {
        String note = note("""
                [doctor] Then let's stop the lisinopril and switch you to losartan 50 milligrams once a day. No, make that 25.
                [patient] And my water pill?
                [doctor] Keep the hydrochlorothiazide 12.5 mg. Don't ever take lisinopril again.
                """);
        assertThat(note).contains("stop the lisinopril and switch the patient to losartan 25 mg once daily")
                .contains("Keep the hydrochlorothiazide 12.5 mg.").contains("Do not ever take lisinopril again.");
        assertThat(note("[doctor] If it's negative, I'll give you sumatriptan 50 mg.\n")).contains("If it is negative, I will give the patient sumatriptan 50 mg.");
        assertThat(note("[doctor] If the pain lasts more than five minutes call 911.\n")).contains("call 911.");
        assertThat(note("[patient] Can I take Advil?\n[doctor] Yes, 400 milligrams, no more than three times a day.\n"))
                .contains("Take Advil, 400 mg, no more than 3 times daily.");
    }

    @Test
    void ordersInOneBreathKeepAllTheirDrugsAndOnlyTheirOwnConditions() {
        NoteWriter.Written written = written("""
                [doctor] Let's continue you on the Lipitor 40 milligrams a day and the aspirin and the metoprolol. It can make people dizzy if they take it in the morning so I would take it at night, and I will refer you to a urologist.
                """);
        assertThat(written.draft().plain()).contains("the aspirin and the metoprolol");
        assertThat(orders(written)).anyMatch(text -> text.contains("aspirin"))
                .anyMatch(text -> text.contains("urologist") && !text.contains("if they"));
        assertThat(note("[doctor] Let's do no running for two weeks.\n")).contains("No running for 2 weeks.");
    }

    @Test
    void ordersThatSomethingLeadsIntoAreKept() {
        NoteWriter.Written written = written("[doctor] We'll stop the Lexapro. After that we start Effexor 37.5 mg in the morning. With that history I'd recommend a mammogram every year.\n");
        assertThat(written.draft().plain()).contains("After that we start Effexor 37.5 mg in the morning.").contains("I would recommend a mammogram every year.");
        assertThat(orders(written)).anyMatch(text -> text.contains("Effexor 37.5 mg"));
        assertThat(orders(written("[doctor] I'm going to restart furosemide at 80 mg twice a day.\n"))).anyMatch(text -> text.contains("furosemide 80 mg"));
    }

    @Test
    void aDrugIsRestartedAndAnotherForbiddenForAWhile() {
        NoteWriter.Written written = written("[doctor] Restart the Xarelto tomorrow, 20 mg with dinner. No aspirin for a week.\n");
        assertThat(written.draft().plain()).contains("Restart the Xarelto tomorrow, 20 mg with dinner.").contains("No aspirin for a week.");
        assertThat(orders(written)).anyMatch(text -> text.contains("Xarelto"));
    }

    @Test
    void theNextVisitIsToldOnce() {
        assertThat(note("[doctor] I'll see you again in 14 days.\n")).containsOnlyOnce("I will see the patient");
    }

    @Test
    void aVitalSignIsToldWithTheNumberThatFollows() {
        assertThat(note("[doctor] I looked at your blood pressure. It's still high. It's 169 over 74.\n")).contains("lood pressure is 169");
    }

    @Test
    void aDoseThatIsToldOtherwiseOrPutRightIsNotTheWrongOne() {
        assertThat(note("[doctor] Are you taking the levothyroxine 50 micrograms?\n[patient] I take 75.\n"))
                .contains("taking levothyroxine 75 mcg").doesNotContain("50 mcg");
        String note = note("[doctor] So you are taking vitamin d around 5000 units on Sundays, and two. Or 50,000 units, excuse me, and 2000 on the other days, right?\n[patient] Yes.\n");
        assertThat(note).doesNotContain("5000 units").doesNotContain("5,000 units");
        assertThat(note("[doctor] The redness is about two centimeters. No, wait, it's three centimeters.\n")).doesNotContain("2 cm");
    }

    @Test
    void aDrugToldInAnswerToAnyQuestionAfterDrugsIsTaken() {
        assertThat(note("[doctor] Have you taken anything for it?\n[patient] Ibuprofen 800 mg three times a day.\n"))
                .contains("taking ibuprofen 800 mg 3 times daily");
        assertThat(note("[doctor] Are you on blood thinners?\n[patient] Just a baby aspirin, 81 milligrams.\n")).contains("taking baby aspirin 81 mg");
    }

    @Test
    void whatADrugDidToThePatientIsAlwaysTold() {
        assertThat(note("[doctor] Use ibuprofen.\n[patient] Ibuprofen makes me sick.\n")).contains("Ibuprofen makes the patient sick.");
    }

    @Test
    void whatTheClinicianSupposesAndThePatientDeniesIsNotStated() {
        assertThat(note("[doctor] Okay, you are still watching your diet and getting exercise.\n[patient] I have not been eating well.\n"))
                .doesNotContain("still watching");
    }

    @Test
    void theCliniciansOwnMotherIsNotInTheNote() {
        assertThat(note("[doctor] My mother takes it too, and she is doing well on it.\n[patient] Okay.\n"))
                .doesNotContain("mother").doesNotContain("doing well on it");
    }

    @Test
    void whatIsAskedWhileExaminingIsNoHistory() {
        assertThat(note("[doctor] Lean back for me. Any pain here?\n[patient] No.\n")).doesNotContain("denies any pain");
        assertThat(note("[doctor] Does it hurt when I press on it?\n[patient] No.\n")).doesNotContain("not hurt when");
    }

    @Test
    void listsOfDrugsStandUnderTheirOwnHeadingOnly() {
        assertThat(note("[patient] I take metformin.\n")).contains("\nMEDICATIONS\n").doesNotContain("MEDICAL HISTORY");
        assertThat(note("[patient] I take metformin for my diabetes.\n")).contains("\nMEDICAL HISTORY\n").contains("\nMEDICATIONS\n");
        assertThat(note("[patient] I have numbness on the left.\n")).doesNotContain("left numbness");
    }

    @Test
    void whatTheClinicianDoesNotFindIsToldInWholeWords() {
        String note = note("[doctor] On exam, I don't appreciate any masses. I do not hear a murmur.\n");
        assertThat(note).contains("o masses").contains("o murmur").doesNotContain("omasses").doesNotContain("nomurmur");
    }

    @Test
    void formsOfSpeechDoNotBreakWords() {
        assertThat(note("[doctor] Pathology showed an er/pr positive cancer.\n")).doesNotContain(" /pr");
        assertThat(note("[doctor] Your psa was .5 last year.\n")).doesNotContain("was.5");
        assertThat(note("[doctor] The doctor follows you for your blood pressure.\n")).doesNotContain("follows he");
        assertThat(note("[doctor] I want to applaud you on quitting smoking. You're welcome.\n")).doesNotContain("applaud he").doesNotContain("applaud the patient quits")
                .doesNotContain("welcome");
        assertThat(note("[doctor] It does show a fracture of the wrist.\n")).doesNotContain("does demonstrates");
        assertThat(note("[patient] I felt like, \"what is going on?\"\n")).doesNotContain(", \".");
    }

    private String note(String middle) {
        return written(middle).draft().plain();
    }

    private NoteWriter.Written written(String middle) {
        String dialogue = "[doctor] Hello, what brings you in?\n[patient] I have had a headache and a sore throat for five days.\n" + middle
                + "[doctor] I will see you in two weeks.\n";
        return writer.writeWithPapers(Readings.of(dialogue), NoteRequest.DEFAULT);
    }

    private static List<String> orders(NoteWriter.Written written) {
        return written.papers().orders().stream().map(ProposedOrder::text).toList();
    }
}
