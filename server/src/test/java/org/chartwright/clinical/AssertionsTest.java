package org.chartwright.clinical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class AssertionsTest {

    @Test
    void aNoAnswersAllThatWasAsked() {
        assertThat(claims("d: Any fever, chills or cough?", "p: No."))
                .containsExactly("fever DENIED [1]", "chills DENIED [1]", "cough DENIED [1]");
        assertThat(claims("d: any fever ?", "d: any chest pain ?", "p: no , not that i've noticed ."))
                .containsExactly("fever DENIED [2]", "chest pain DENIED [2]");
    }

    @Test
    void aYesAnswersToo() {
        assertThat(claims("d: Do you have any chest pain?", "p: Yeah, sometimes.")).containsExactly("chest pain PRESENT [1]");
    }

    @Test
    void whatIsNamedInTheAnswerIsClaimedThere() {
        assertThat(claims("d: Any nausea or diarrhea?", "p: No diarrhea, but I have been vomiting."))
                .contains("diarrhea DENIED [1]", "vomiting PRESENT []");
        assertThat(claims("d: Any abdominal pain, fever or nausea?", "p: Just nausea."))
                .startsWith("abdominal pain DENIED [1]", "fever DENIED [1]", "nausea PRESENT [1]");
    }

    @Test
    void anUnansweredQuestionClaimsNothing() {
        assertThat(claims("d: Do you have any fever?")).containsExactly("fever ASKED []");
    }

    @Test
    void anOpenQuestionTakesWhatItNamesForGiven() {
        assertThat(claims("d: How long have you had the cough?", "p: Two weeks.")).containsExactly("cough PRESENT []");
    }

    @Test
    void aNegationReachesOverAListAndEndsAtBut() {
        assertThat(claims("p: I have no fever, chills, or nausea but I have a headache."))
                .containsExactly("fever DENIED []", "chills DENIED []", "nausea DENIED []", "headache PRESENT []");
        assertThat(claims("p: i do n't have any chest pain .")).containsExactly("chest pain DENIED []");
    }

    @Test
    void whatLooksLikeANegationIsNone() {
        assertThat(claims("p: My cough is not getting better.")).containsExactly("cough PRESENT []");
    }

    @Test
    void conditionsPossibilitiesAndThePastAreTold() {
        assertThat(claims("d: Call me if you have any fever.")).containsExactly("fever CONDITIONAL []");
        assertThat(claims("d: It could be pneumonia.")).containsExactly("pneumonia POSSIBLE []");
        assertThat(claims("p: I used to have migraines.")).containsExactly("migraine PAST []");
        assertThat(claims("p: The rash went away.")).containsExactly("rash PAST []");
    }

    @Test
    void aRelativeIsNotThePatient() {
        assertThat(Dialogues.read("p: My mother had breast cancer and I have asthma.").mentions())
                .extracting(mention -> mention.concept().name() + " " + mention.subject() + " " + mention.relation())
                .containsExactly("breast cancer FAMILY mother", "asthma PATIENT ");
        assertThat(Dialogues.read("d: Does anyone in your family have diabetes?", "p: Yes, my dad.").mentions().getFirst())
                .matches(mention -> mention.subject() == Subject.FAMILY && mention.assertion() == Assertion.PRESENT);
    }

    @Test
    void whatIsDoneAgainstAnIllnessOrNamedAfterItIsNotTheIllness() {
        assertThat(claims("d: Are you due for a colon cancer screening?", "p: Yes.")).contains("colon cancer CONDITIONAL []");
        assertThat(claims("d: Did you get the influenza shot?", "p: Yes.")).doesNotContain("influenza PRESENT [1]");
        assertThat(claims("p: I am vaccinated against pneumonia.")).contains("pneumonia CONDITIONAL []");
        assertThat(claims("p: I have worked at home since COVID.")).containsExactly("covid-19 CONDITIONAL []");
        assertThat(claims("p: I had COVID in May.")).containsExactly("covid-19 PRESENT []");
        assertThat(claims("p: I tested positive for COVID.")).contains("covid-19 PRESENT []");
        assertThat(claims("d: High levels are known to cause acne.")).containsExactly("acne CONDITIONAL []");
    }

    @Test
    void whatWasNeverHadIsDenied() {
        assertThat(claims("p: I never had a kidney stone.")).containsExactly("kidney stones DENIED []");
        assertThat(claims("p: I've never had asthma.")).containsExactly("asthma DENIED []");
    }

    @Test
    void tellMeWhetherTakesNothingForGiven() {
        assertThat(claims("d: Now tell me, have you had any chest pain or fever?", "p: No, not at all."))
                .containsExactly("chest pain DENIED [1]", "fever DENIED [1]");
        assertThat(claims("d: Tell me about the chest pain.", "p: It began on Monday.")).containsExactly("chest pain PRESENT []");
    }

    @Test
    void aNoToAnyTroubleWithItLeavesOpenWhetherItIsThere() {
        assertThat(claims("d: How is your heartburn? Any problems with that?", "p: No.")).containsExactly("heartburn ASKED []");
    }

    @Test
    void aYesToOneOfSeveralDrugsTellsOfNone() {
        assertThat(claims("d: Do you take Advil or Aleve?", "p: Yes, now and then."))
                .containsExactly("ibuprofen ASKED []", "naproxen ASKED []");
        assertThat(claims("d: Do you take Advil?", "p: Yes, now and then.")).containsExactly("ibuprofen PRESENT [1]");
    }

    @Test
    void aNoThatBecomesAYesInTheSameBreathIsNeither() {
        assertThat(claims("d: Do you have dizziness?", "p: No, I, yeah, I do.")).containsExactly("dizziness POSSIBLE [1]");
    }

    @Test
    void coldIsNotACold() {
        assertThat(claims("p: I was cold because the fan was on, and I quit cold turkey.")).isEmpty();
        assertThat(claims("p: I had a lower respiratory infection.")).containsExactly("lower respiratory infection PRESENT []");
    }

    @Test
    void whatIsNotSoAnymoreIsPast() {
        assertThat(claims("p: I had headaches in May, but not anymore.")).containsExactly("headache PAST []");
    }

    @Test
    void aNoThatAnswersSomethingElseDoesNotDenyWhatFollows() {
        assertThat(claims("d: And the simvastatin?", "p: No, my muscles hurt, I quit.")).contains("muscle pain PRESENT []");
    }

    @Test
    void aWordPutAgainAfterWhatIsAQuestion() {
        assertThat(claims("d: Any history of endometriosis?", "p: Any history of what?", "d: Endometriosis.", "p: No."))
                .containsExactly("endometriosis ASKED []", "endometriosis DENIED [3]");
    }

    @Test
    void whatBreaksOffInADenialGoesOnDenying() {
        assertThat(claims("p: I've never", "d: Okay.", "p: Injured or broken a bone.")).contains("fracture DENIED []");
    }

    @Test
    void anExclamationBeforeANoIsNoYes() {
        assertThat(claims("d: Have you ever had urinary retention?", "p: My gosh, no.")).containsExactly("urinary retention DENIED [1]");
    }

    @Test
    void theBackOfTheHeadIsNoBack() {
        assertThat(claims("p: I have a dull pain in the back of my head.")).doesNotContain("back pain PRESENT []");
    }

    @Test
    void whomThePatientSpeaksOfAsHeIsNotThePatient() {
        assertThat(subjects("d: Tell me of your father.", "p: It is sad.", "d: He drank, right?", "p: He died of cirrhosis."))
                .contains("cirrhosis FAMILY");
    }

    @Test
    void peopleAndFriendsAreNotThePatient() {
        assertThat(subjects("d: A lot of people have anemia.")).containsExactly("anemia OTHER");
        assertThat(subjects("p: I have a friend from work. She takes metformin.")).containsExactly("metformin OTHER");
        assertThat(subjects("p: My sister called. She has asthma and I always thought I had it too.")).containsExactly("asthma FAMILY");
        assertThat(subjects("p: I am careful because skin cancer does run in my family.")).containsExactly("skin cancer FAMILY");
        assertThat(subjects("p: Somebody stepped on my foot and I have numbness.")).contains("numbness PATIENT");
    }

    @Test
    void aPrintedMentionKeepsThePatientsStoryToItself() {
        assertThat(Dialogues.read("p: I have asthma.").mentions().getFirst().toString()).doesNotContain("asthma");
    }

    private static List<String> subjects(String... lines) {
        return Dialogues.read(lines).mentions().stream().map(mention -> mention.concept().name() + " " + mention.subject()).toList();
    }

    private static List<String> claims(String... lines) {
        return Dialogues.read(lines).mentions().stream()
                .map(mention -> mention.concept().name() + " " + mention.assertion() + " " + mention.support())
                .toList();
    }
}
