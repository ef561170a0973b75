package org.chartwright.note;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Visits in which somebody speaks in the patient's place: what is the speaker's own is never the patient's. */
final class SpokenForTest {

    private static final String CHILD =
            """
            [doctor] What's going on with Mia today?
            [patient] She has had a cough for four days and a runny nose.
            [doctor] Is she on any medicine?
            [patient] No. I gave her honey. I took Tylenol 500 milligrams myself because I have a headache.
            [doctor] Has she had a fever?
            [patient] Yes, a hundred and one last night. I gave her children's Tylenol, five milliliters, every six hours.
            [doctor] Her ears are clear and her lungs are clear. Her throat is a little red. This looks like a viral infection. Don't give her aspirin. You can give her Tylenol for the fever. Bring her back if she has trouble breathing.
            [patient] Okay.
            """;

    private final NoteWriter writer = new NoteWriter();

    @Test
    void theMothersDoseAndHeadacheAreNotTheChilds() {
        assertThat(note(CHILD)).contains("given children's Tylenol, 5 ml, every 6 hours").contains("given honey")
                .doesNotContain("500 mg").doesNotContainIgnoringCase("headache");
    }

    @Test
    void whatWasTheMothersOwnStandsInTheReport() {
        assertThat(draft(CHILD).report().dropped()).anySatisfy(one -> {
            assertThat(one.statement().text()).contains("500 mg");
            assertThat(one.verdict().reasons()).containsExactly(Verdict.Reason.PERSON);
        });
    }

    @Test
    void whatMustNotBeGivenAndWhenToComeBackStandInThePlan() {
        String note = note(CHILD);
        assertThat(note.substring(note.indexOf("PLAN"))).contains("Do not give her aspirin")
                .contains("Give her Tylenol for the fever").contains("Bring her back if she has trouble breathing");
    }

    @Test
    void theMotherIsNotThePatientWhoGivesADrug() {
        assertThat(note(CHILD)).doesNotContainPattern("(?i)(?:she|patient) (?:can |has )?g(?:ive|ave|iven) her");
    }

    @Test
    void bothParentsSpeakForTheirChild() {
        String note = note("""
                [doctor] What is going on with Ben? Has he been sick long?
                [mother] He has had diarrhea since Monday. He threw up twice.
                [doctor] Has he had a fever?
                [father] No, he hasn't. I had it last week, I took loperamide 2 milligrams for it.
                [doctor] Is he drinking? Does he have tears when he cries?
                [mother] Yes, he is drinking and he has tears.
                [doctor] His belly is soft. I think he has gastroenteritis. Give him small sips.
                """);
        assertThat(note).contains("diarrhea").doesNotContain("loperamide");
    }

    @Test
    void aDaughterWhoHelpsHerFatherDoesNotSpeakInHisPlace() {
        assertThat(note("""
                [doctor] What brings you in? Do you have any chest pain?
                [patient] I have had a cough for two weeks. I have no chest pain. I take lisinopril 10 mg.
                [daughter] He coughs all night. He had a fever on Monday.
                [doctor] Do you feel short of breath?
                [patient] I do when I climb the stairs.
                """)).contains("cough").contains("lisinopril 10 mg");
    }

    @Test
    void anInterpretersSheSaysIsThePatientsOwnWord() {
        String note = note("""
                [doctor] Good morning. Please ask her what brings her in today.
                [patient] She says she has burning when she urinates for three days.
                [doctor] Does she have a fever?
                [patient] She says no.
                [doctor] Is she pregnant?
                [patient] She says no. She says she feels cold sometimes.
                [doctor] Tell her that she has a bladder infection. I will prescribe nitrofurantoin 100 milligrams twice a day for five days.
                [patient] She says thank you.
                """);
        assertThat(note).contains("has burning when she urinates").contains("does not have a fever").contains("is not pregnant")
                .contains("She has a bladder infection").doesNotContain("says").doesNotContain("upper respiratory");
    }

    @Test
    void whatADrugDoesIsToldByWhoeverSpeaksForThePatient() {
        assertThat(asked("[patient] She says she is allergic to sulfa. It gives her a rash."))
                .contains("Allergic to sulfa drugs (rash).");
        assertThat(asked("[husband] Yes, she had hives with penicillin.")).contains("Allergic to penicillin (hives).");
    }

    @Test
    void aRelativesAllergyIsNotThePatients() {
        assertThat(asked("[patient] No. My husband can't take penicillin. It gives him a rash.")).doesNotContain("Allergic to");
    }

    private String asked(String answer) {
        return note("""
                [doctor] Good morning. What brings her in today?
                [patient] She says she has had a cough for five days.
                [doctor] Does she have any allergies?
                %s
                [doctor] Her lungs are clear. I think she has bronchitis. I would like to order a chest x-ray.
                [patient] She says thank you.
                """.formatted(answer));
    }

    private String note(String dialogue) {
        return draft(dialogue).plain();
    }

    private Draft draft(String dialogue) {
        return writer.write(Readings.of(dialogue), NoteRequest.DEFAULT);
    }
}
