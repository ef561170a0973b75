package org.chartwright.note;

import static org.assertj.core.api.Assertions.assertThat;

import org.chartwright.clinical.Reading;
import org.chartwright.note.visit.ProposedOrder;
import org.junit.jupiter.api.Test;

/** What somebody puts right in the next breath, and what somebody says of himself who speaks for the patient. */
final class TakenBackTest {

    private static final String MOTHER =
            """
            [doctor] Hello. What is going on with him today?
            [patient] He has had a fever since Sunday. He has been pulling at his right ear.
            [doctor] Has he had a cough or a runny nose?
            [patient] He has a runny nose, yes, but no cough.
            [doctor] Is he drinking?
            [patient] He's drinking okay. I had strep throat myself two weeks ago.
            [doctor] Did he get any medicine?
            [patient] He got Tylenol last night. I took amoxicillin for ten days.
            """;

    private final NoteWriter writer = new NoteWriter();

    @Test
    void theLaterOfTwoDosesIsOrderedAndWritten() {
        NoteWriter.Written written = written(MOTHER + """
                [doctor] His right eardrum is red. This is an ear infection. I'll start him on amoxicillin, 400 mg twice a day, no wait, 600 mg twice a day for ten days.
                """);
        assertThat(written.papers().orders()).extracting(ProposedOrder::text)
                .anySatisfy(text -> assertThat(text).contains("amoxicillin 600 mg"))
                .noneSatisfy(text -> assertThat(text).contains("400"));
        assertThat(written.draft().plain()).contains("600 mg").doesNotContain("400 mg");
    }

    @Test
    void aNumberThatIsTakenBackBeforeItsUnitWasSaidIsWrittenNowhere() {
        NoteWriter.Written written = written(MOTHER + """
                [doctor] His right eardrum is red. This is an ear infection. I'll start him on amoxicillin at 400, actually make that 600 mg twice a day.
                """);
        assertThat(written.draft().plain()).contains("600 mg").doesNotContain("400");
        assertThat(written.papers().orders()).extracting(ProposedOrder::text).noneSatisfy(text -> assertThat(text).contains("400"));
    }

    @Test
    void twoDosesOfWhichNoneIsTakenBackBothStand() {
        assertThat(written(MOTHER + """
                [doctor] This is an ear infection. I'll start him on amoxicillin, 400 mg in the morning and 600 mg at night.
                """).draft().plain()).contains("400 mg").contains("600 mg");
    }

    @Test
    void whatAMotherSaysOfHerselfIsNotTheChilds() {
        String note = written(MOTHER).draft().plain();
        assertThat(note).contains("fever").contains("right ear").doesNotContainIgnoringCase("strep").doesNotContain("amoxicillin");
    }

    @Test
    void aPatientWhoSpeaksOfAnotherNowAndThenStillSpeaksForHimself() {
        assertThat(written("""
                [doctor] What brings you in?
                [patient] I have had a cough for two weeks. My son had it too, he got better.
                [doctor] Did he see anybody? Do you have a fever?
                [patient] He did. I had a fever last night, and I took ibuprofen.
                """).draft().plain()).containsIgnoringCase("cough").contains("fever");
    }

    @Test
    void aSideThatIsTakenBackIsNotWritten() {
        String note = written("""
                [doctor] What brings you in?
                [patient] I have pain in my left shoulder since I lifted a suitcase three weeks ago.
                [doctor] Which shoulder is it, the left?
                [patient] The left. No, sorry, it's the right one, I always mix them up.
                [doctor] Okay, the right shoulder. Any numbness in your arm?
                [patient] No numbness. My right shoulder hurts when I reach up.
                [doctor] There is tenderness over the front of the right shoulder. The left shoulder is normal. I think you have strained your right rotator cuff.
                """).draft().plain();
        assertThat(note).contains("right shoulder").doesNotContainPattern("(?i)pain in (?:his|her|their|the) left")
                .doesNotContainPattern("(?i)left shoulder pain");
    }

    @Test
    void aSideThatThePatientDeniesIsNoReasonForTheVisit() {
        assertThat(written("""
                [doctor] I understand you've come in with some right knee pain. What's going on?
                [patient] It's not the right knee, it's the left knee. It gives out when I walk.
                [doctor] Okay, the left knee. On exam the left knee is swollen. I think you have arthritis.
                """).draft().plain()).doesNotContain("evaluation of right knee").containsIgnoringCase("left knee");
    }

    @Test
    void theOtherSideThatIsOnlyComparedIsStillWritten() {
        assertThat(written("""
                [doctor] What brings you in?
                [patient] I have pain in my right knee since I fell last week.
                [doctor] Does the left knee hurt too?
                [patient] No, my left knee is fine.
                [doctor] On your right knee there is swelling. No pain to palpation of the left knee. I think you have a right knee sprain.
                """).draft().plain()).contains("right knee").contains("right knee pain since");
    }

    @Test
    void upToIsTheMostAndNotTheDose() {
        assertThat(written("""
                [doctor] What brings you in?
                [patient] My knee hurts.
                [doctor] You have a sprain. Take acetaminophen, 1,000 mg up to 3 times a day. Get a basic metabolic panel in two weeks.
                """).papers().orders()).extracting(ProposedOrder::text)
                .anySatisfy(text -> assertThat(text).contains("up to 3 times"))
                .anySatisfy(text -> assertThat(text).contains("basic metabolic panel"));
    }

    @Test
    void aListOfSymptomsThatIsAskedThroughHoldsNoReasonForTheVisit() {
        assertThat(written("""
                [doctor] Hello. Any fever, chills or back pain?
                [patient] No fever. I felt chills last night.
                [doctor] I think you have a urinary tract infection. I will start you on ciprofloxacin 500 mg twice a day.
                """).draft().plain()).doesNotContain("evaluation of back pain");
    }

    @Test
    void whatIsDeniedInTheAnswerIsNoReasonForTheVisit() {
        assertThat(written(MOTHER).draft().plain()).doesNotContain("evaluation of cough");
    }

    @Test
    void genericNamesOfDrugsStandSmallWhereverTheyWereWrittenLarge() {
        String note = written("""
                [doctor] What brings you in?
                [patient] My stomach hurts since I take ibuprofen.
                [doctor] You have gastritis. You will stop the Ibuprofen. You should keep taking the Metformin and take Tylenol.
                """).draft().plain();
        assertThat(note).contains("stop the ibuprofen").contains("taking the metformin").doesNotContain("Metformin").doesNotContain("continuetaking");
    }

    private static final String DRUGS =
            """
            [doctor] What brings you in today?
            [patient] I am here for my blood pressure.
            [doctor] Are you still on the lisinopril?
            [patient] Yes, twenty milligrams.
            [doctor] And the metformin?
            [patient] Yes, five hundred milligrams twice a day.
            """;

    @Test
    void aDoseThatIsAnsweredStandsBehindTheDrugThatWasAskedAbout() {
        assertThat(written(DRUGS).draft().plain()).contains("taking lisinopril 20 mg and metformin 500 mg twice daily");
    }

    @Test
    void whatIsAskedAboutAsTheNextAllergyIsNotTaken() {
        assertThat(written("""
                [doctor] What brings you in today?
                [patient] I have a cough.
                [doctor] Are you taking anything? Are you allergic to penicillin?
                [patient] Yes, I get hives.
                [doctor] And the sulfa?
                [patient] Yes.
                [doctor] And the codeine?
                [patient] Yes.
                """).draft().plain()).doesNotContain("taking");
    }

    @Test
    void aDoseThatIsPutRightInASentenceOfItsOwnIsTheOneThatCounts() {
        NoteWriter.Written written = written(DRUGS + """
                [doctor] How much atorvastatin are you taking?
                [patient] Forty milligrams. No, twenty.
                [doctor] And how often do you take the metoprolol?
                [patient] Once a day. Sorry, twice a day.
                [doctor] I will start you on amlodipine 10 mg daily. Sorry, make that 5 mg.
                """);
        assertThat(written.draft().plain()).contains("atorvastatin 20 mg").doesNotContain("40 mg")
                .contains("metoprolol twice daily").doesNotContain("once daily")
                .contains("amlodipine 5 mg").doesNotContain("10 mg");
        assertThat(written.papers().orders()).extracting(ProposedOrder::text)
                .anySatisfy(text -> assertThat(text).contains("amlodipine 5 mg"))
                .noneSatisfy(text -> assertThat(text).contains("10"));
    }

    @Test
    void aDoseThatSomebodyElseRepeatsBeforeItIsPutRightIsTheWrongOneToo() {
        String note = written(DRUGS + """
                [doctor] How much atorvastatin are you taking?
                [patient] Forty milligrams.
                [doctor] Forty?
                [patient] No, twenty milligrams.
                """).draft().plain();
        assertThat(note).contains("atorvastatin 20 mg").doesNotContain("40 mg");
    }

    @Test
    void ofTwoDosesInOneSentenceNobodyKnowsWhichOneWasPutRight() {
        assertThat(written(DRUGS + """
                [doctor] How much atorvastatin are you taking?
                [patient] I take 40 mg on Mondays and 60 mg on Fridays. No, twenty.
                """).draft().plain()).contains("atorvastatin").doesNotContain("40 mg").doesNotContain("60 mg");
    }

    @Test
    void aPatientWhoNamesAnotherNumberChangesNoOrder() {
        assertThat(written(DRUGS + """
                [doctor] I will increase the lisinopril to 40 mg.
                [patient] No, twenty.
                """).papers().orders()).extracting(ProposedOrder::text).noneSatisfy(text -> assertThat(text).contains("20"));
    }

    @Test
    void whatWasTakenBackStandsInTheReport() {
        assertThat(written("""
                [doctor] What brings you in?
                [patient] I have pain in my left shoulder. No, sorry, it's the right one.
                [doctor] Any numbness?
                [patient] No. My right shoulder hurts when I reach up.
                """).draft().report().dropped())
                .anySatisfy(one -> {
                    assertThat(one.statement().text()).contains("left shoulder");
                    assertThat(one.verdict().reasons()).containsExactly(Verdict.Reason.TAKEN_BACK);
                });
    }

    @Test
    void aDenialInTheSecondSentenceOfAnAnswerStands() {
        String note = written("""
                [doctor] Hello, what is going on with Sam?
                [patient] He has had a stomach ache since yesterday.
                [doctor] Any vomiting or diarrhea?
                [patient] He threw up once. No diarrhea.
                """).draft().plain();
        assertThat(note).contains("vomiting").contains("Denies diarrhea");
    }

    @Test
    void aQuestionAboutASideThatIsDeniedIsASentence() {
        String note = written("""
                [doctor] What brings you in?
                [patient] My right knee hurts since I fell last week.
                [doctor] Does the left knee hurt too?
                [patient] No.
                [doctor] Does your lower back hurt?
                [patient] Yes.
                """).draft().plain();
        assertThat(note).contains("left knee does not hurt").contains("lower back hurts").doesNotContain("does not knee");
    }

    private NoteWriter.Written written(String dialogue) {
        Reading reading = Readings.of(dialogue);
        return writer.writeWithPapers(reading, NoteRequest.DEFAULT);
    }
}
