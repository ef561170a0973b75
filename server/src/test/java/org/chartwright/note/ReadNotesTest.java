package org.chartwright.note;

import static org.assertj.core.api.Assertions.assertThat;

import org.chartwright.note.visit.ProposedOrder;
import org.junit.jupiter.api.Test;

/** Errors that were found by reading whole notes against whole dialogues, each in words of our own. */
final class ReadNotesTest {

    private final NoteWriter writer = new NoteWriter();

    @Test
    void aDrugThatTheClinicianNamesAndThePatientHasGivenUpIsNotTaken() {
        assertThat(note("""
                [doctor] What brings you in? How is your mood?
                [patient] I have been feeling sad and I have a headache.
                [doctor] We have you on the sertraline 50 mg a day. Are you taking that?
                [patient] I was taking it, but I weaned myself off of it in June.
                """)).doesNotContain("taking sertraline");
    }

    @Test
    void whatThePatientOnlyThoughtToHaveIsNoIllness() {
        assertThat(note("""
                [doctor] What brings you in?
                [patient] I was short of breath on Sunday and I thought I was having a heart attack.
                [doctor] Do you have any other medical problems?
                [patient] I have diabetes.
                """)).doesNotContain("history of heart attack").doesNotContain("heart attack and").contains("diabetes");
    }

    @Test
    void whatThePatientWishesForIsNoComplaint() {
        assertThat(note("""
                [doctor] What brings you in? Any weight loss?
                [patient] I have a cough. I wish I had some weight loss.
                """)).doesNotContainPattern("(?i)reports[^.]*weight loss");
    }

    @Test
    void aNoThatIsTakenBackInTheSameBreathDeniesNothing() {
        assertThat(note("""
                [doctor] What brings you in?
                [patient] I have been tired for two weeks.
                [doctor] Any nausea or vomiting?
                [patient] Not really. Yeah, maybe a bit of nausea.
                """)).doesNotContain("denies any nausea");
    }

    @Test
    void ofTwoQuestionsInOneBreathTheLastOneIsAnswered() {
        assertThat(note("""
                [doctor] What brings you in?
                [patient] My right elbow hurts since yesterday.
                [doctor] Can you move your fingers okay? Does that hurt?
                [patient] No.
                """)).doesNotContainPattern("(?i)can ?not move");
    }

    @Test
    void anOrderThatEndsInOkayIsNoQuestion() {
        String note = note("""
                [doctor] What brings you in?
                [patient] I am here for my epilepsy and my stomach hurts.
                [doctor] For your epilepsy, we'll just continue you on the Keppra 500 mg twice a day, okay?
                [patient] Sure.
                [doctor] For your stomach, try not to take any ibuprofen, okay?
                [patient] Okay.
                """);
        assertThat(note).contains("continue").contains("Keppra 500 mg twice daily").contains("not to take any ibuprofen");
    }

    @Test
    void whatIsSeenIsADiagnosis() {
        assertThat(note("""
                [doctor] What happened to your arm?
                [patient] I fell on my right arm last night and it hurts really bad.
                [doctor] Let's look at your x-ray. This is looking at your right arm, and what I see is a proximal humerus fracture. I will put you in a sling.
                """)).contains("proximal humerus fracture");
    }

    @Test
    void anAdjectiveBeforeACommaIsNoFiller() {
        assertThat(note("""
                [doctor] How are you doing with your depression?
                [patient] I'm doing pretty well, actually. I take my sertraline every day.
                [doctor] Any chest pain?
                [patient] No.
                """)).contains("doing pretty well");
    }

    @Test
    void aNumberAloneIsHowBadItIs() {
        assertThat(note("""
                [doctor] What brings you in?
                [patient] My right arm hurts since I fell.
                [doctor] What would you rate your pain?
                [patient] It's like a nine.
                """)).contains("Severity: nine");
    }

    @Test
    void lookingAtAPictureOrdersNone() {
        assertThat(orders("""
                [doctor] What brings you in?
                [patient] My leg hurts since I fell.
                [doctor] You probably have a contusion, but let's take a look at your x-ray first. This is a normal x-ray.
                """)).noneMatch(text -> text.contains("x-ray"));
    }

    @Test
    void whatIsIncreasedUpToADoseIsIncreasedToIt() {
        assertThat(orders("""
                [doctor] How is your blood pressure?
                [patient] It is high at home. I take Norvasc.
                [doctor] I want to increase the Norvasc up to 10 mg a day.
                """)).anySatisfy(text -> assertThat(text).contains("Norvasc 10 mg").doesNotContain("up to"));
    }

    @Test
    void whatTheClinicianConcludesWhileLookingIsNoFinding() {
        String note = note("""
                [doctor] Hi, what brings you in today?
                [patient] My right ear has been hurting since Saturday.
                [doctor] Any fever or dizziness?
                [patient] No.
                [doctor] Okay, let me look. Your left ear looks normal. Your right eardrum is red and bulging. You have a middle ear infection. Your throat is fine. I'm going to give you azithromycin 500 mg a day. If it's not better in three days or you get a fever, come back in.
                """);
        assertThat(note.indexOf("has a middle ear infection")).isGreaterThan(note.indexOf("\nASSESSMENT"));
        assertThat(note.indexOf("come back in")).isGreaterThan(note.indexOf("\nPLAN"));
    }

    private String note(String dialogue) {
        return writer.write(Readings.of(dialogue), NoteRequest.DEFAULT).plain();
    }

    private java.util.List<String> orders(String dialogue) {
        return writer.writeWithPapers(Readings.of(dialogue), NoteRequest.DEFAULT).papers().orders().stream()
                .map(ProposedOrder::text)
                .toList();
    }
}
