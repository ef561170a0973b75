package org.chartwright.note;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Ways in which an allergy, or what a drug did, is told in the middle of other talk. */
final class AllergiesTest {

    private final NoteWriter writer = new NoteWriter();

    @Test
    void aClinicianAsksWhetherTheChartIsRight() {
        assertThat(note("[doctor] The chart says that you're allergic to Augmentin, is that right?\n[patient] Yes, that's correct.\n"))
                .contains("Allergic to Augmentin.");
        assertThat(note("[doctor] The chart says that you're allergic to Augmentin, is that right?\n[patient] No, that's my sister.\n"))
                .doesNotContain("Allergic to");
        assertThat(note("[doctor] I see you have a penicillin allergy. And I see an allergy to codeine.\n[patient] Okay.\n"))
                .contains("Allergic to penicillin and codeine.");
    }

    @Test
    void anAllergyNamedByMistakeIsNone() {
        for (String said : new String[] {"Penicillin, no wait, sulfa.", "Penicillin. No, sorry, it was sulfa.", "No, sorry, just sulfa.", "No, wait, sulfa.", "No. Wait, sulfa."}) {
            assertThat(note("[doctor] Are you allergic to anything?\n[patient] " + said + "\n")).as(said)
                    .contains("Allergic to sulfa drugs.").doesNotContainIgnoringCase("penicillin")
                    .doesNotContain("not allergic").doesNotContain("it was sulfa");
        }
        assertThat(note("[doctor] Are you allergic to anything?\n[patient] Penicillin. Sorry, I have no allergy to sulfa.\n"))
                .contains("Allergic to penicillin.");
        assertThat(note("[doctor] Any allergies to medicines?\n[patient] No, sorry, none.\n"))
                .contains("denies any allergies").doesNotContain("Allergic to");
    }

    @Test
    void aDenialOfAllAllergiesDoesNotStandBesideOne() {
        String found = "[doctor] Do you have any %sallergies?\n[patient] No.\n[patient] Oh, and I'm allergic to %s.\n";
        assertThat(note(found.formatted("", "penicillin"))).contains("Allergic to penicillin.").doesNotContain("denies any");
        assertThat(note(found.formatted("drug ", "latex"))).contains("Allergic to latex.").contains("denies any drug allergies");
        assertThat(note("[doctor] Any allergies?\n[patient] Penicillin.\n[doctor] Any other allergies?\n[patient] No.\n"))
                .contains("Allergic to penicillin.").contains("denies any other allergies");
    }

    @Test
    void aBrandKeepsItsName() {
        assertThat(note("[doctor] Any allergies?\n[patient] Percocet.\n")).contains("Allergic to Percocet.");
    }

    @Test
    void aReactionIsToldBeforeItsDrug() {
        assertThat(note("[patient] I get hives from sulfa.\n")).contains("Reaction to sulfa drugs (hives).").doesNotContainPattern("Skin: Reports");
        String note = note("[patient] The doctor wanted to give me amoxicillin, but I had a reaction to amoxicillin as a kid.\n");
        assertThat(note).contains("Reaction to amoxicillin.").doesNotContain("reports taking");
        assertThat(note("[doctor] He did not want a steroid because of the reaction to dexamethasone.\n"))
                .contains("Reaction to dexamethasone.");
        assertThat(note("[patient] I never had a reaction to penicillin.\n")).doesNotContain("Reaction to");
        assertThat(note("[doctor] Did you have a reaction to penicillin?\n[patient] No.\n")).doesNotContain("Reaction to");
    }

    @Test
    void whatItDidIsToldOfTheDrugNamedBefore() {
        assertThat(note("[doctor] Any trouble with sulfa?\n[patient] Yes. I had hives when I took it.\n"))
                .contains("Reaction to sulfa drugs (hives).").doesNotContain("reports taking");
        assertThat(note("[doctor] Do you take codeine or morphine?\n[patient] Once. I had hives when I took it.\n"))
                .doesNotContain("Reaction to");
    }

    @Test
    void whatHappenedIsToldAfterTheDrug() {
        String note = note("[doctor] Any allergies?\n[patient] Yes, sulfa.\n[doctor] What happened?\n[patient] I broke out in hives.\n");
        assertThat(note).contains("Allergic to sulfa drugs (hives).").doesNotContainPattern("Skin: Reports");
    }

    @Test
    void bleedingFromADrugIsNoIllness() {
        String note = note("[patient] Aspirin gives me stomach bleeding.\n");
        assertThat(note).contains("Reaction to aspirin (stomach bleeding).").doesNotContain("history of").doesNotContain("reports taking");
        assertThat(note("[patient] I came with my mother. Aspirin gives her stomach bleeding.\n"))
                .doesNotContain("Reaction to").doesNotContain("history of");
    }

    @Test
    void vomitingFromADrugIsNoComplaintOfToday() {
        assertThat(note("[doctor] Are you allergic to anything?\n[patient] I am allergic to codeine. It makes me throw up.\n"))
                .contains("Allergic to codeine (vomiting).").doesNotContainPattern("Gastrointestinal: Reports");
    }

    private String note(String middle) {
        String dialogue = "[doctor] What brings you in?\n[patient] I have had a cough for five days.\n" + middle
                + "[doctor] I think you have bronchitis. I will order a chest x-ray.\n";
        return writer.write(Readings.of(dialogue), NoteRequest.DEFAULT).plain();
    }
}
