package org.chartwright.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chartwright.clinical.Reading;
import org.chartwright.encounter.Note;
import org.chartwright.encounter.Note.NoteSection;
import org.chartwright.encounter.Segment;
import org.chartwright.encounter.Statement;
import org.junit.jupiter.api.Test;

/** Errors of a note that would hurt the patient. */
final class PatientSafetyTest {

    private static final Pattern NUMBER = Pattern.compile("(?<![\\d.])\\d+(?:\\.\\d+)?");
    private static final String COUGH =
            """
            [doctor] Hello Mrs. Hill, what brings you in?
            [patient] I have had a cough for five days, and some fever.
            """;
    private static final String END =
            """
            [doctor] Your temperature is 100.4. Your lungs have crackles on the right. Your hemoglobin A1c was 6.9 last month.
            [doctor] I think you have pneumonia. I would like to order a chest x-ray. I am going to start you on azithromycin 500 mg today.
            [patient] Okay. Thank you, doctor.
            """;

    private final NoteWriter writer = new NoteWriter();
    private final Verifier verifier = new Verifier();

    @Test
    void aDrugThatIsNotBorneIsAnAllergyAndNeverTaken() {
        String note = note("""
                [doctor] Which medicines do you take?
                [patient] I take lisinopril 20 mg every morning.
                [doctor] Are you allergic to any medicines?
                [patient] Yes, I am allergic to penicillin. It gives me a rash.
                """);
        assertThat(note).contains("Allergic to penicillin (rash).").contains("taking lisinopril 20 mg every morning.");
        assertThat(note).doesNotContainPattern("taking[^.]*penicillin").doesNotContain("allergic to medicines")
                .doesNotContain("allergic to any").doesNotContainIgnoringCase("reports rash");
    }

    @Test
    void anAllergyNamedOnlyInTheAnswerIsAnAllergy() {
        assertThat(note("""
                [doctor] Are you allergic to anything?
                [patient] Sulfa and codeine.
                """)).contains("Allergic to sulfa drugs and codeine.").doesNotContain("Patient reports taking");
    }

    @Test
    void aDrugThatDoesHarmIsNotTakenThoughNobodySpeaksOfAllergies() {
        assertThat(taking("I take metformin and lisinopril, and penicillin gives me a rash."))
                .contains("taking metformin and lisinopril.").contains("Reaction to penicillin (rash).");
        assertThat(taking("Just metformin. Penicillin makes me itch."))
                .contains("taking metformin.").contains("Reaction to penicillin (itching).");
        assertThat(taking("I take metformin. I can't take ibuprofen or aspirin because of my stomach."))
                .contains("taking metformin.").contains("Cannot take ibuprofen or aspirin.");
        assertThat(taking("I cannot take metformin with food. I can't take lisinopril at night.")).doesNotContain("ALLERGIES");
        assertThat(taking("I take lisinopril. Metformin gives me diarrhea.")).doesNotContain("ALLERGIES");
    }

    @Test
    void whatANoLeavesOutIsAnAllergy() {
        for (String answer : List.of("No, just penicillin.", "No. Only penicillin.", "None except penicillin.", "Nothing but penicillin.",
                "No, nothing other than penicillin.", "No just penicillin", "Um, no, only penicillin.")) {
            String note = answered(answer);
            assertThat(note).as(answer).contains("Allergic to penicillin.")
                    .doesNotContainPattern("(?i)den(?:y|ies)[^.]*(?:allerg|penicillin)").doesNotContainPattern("taking[^.]*penicillin");
        }
        assertThat(answered("No, just penicillin. It gives me a rash.")).contains("Allergic to penicillin (rash).");
        assertThat(answered("No, I just get a runny nose in spring.")).doesNotContain("Allergic to");
        assertThat(answered("No, not penicillin.")).doesNotContain("Allergic to");
    }

    @Test
    void eachAllergyKeepsWhatItDoes() {
        assertThat(answered("I am allergic to sulfa, I get a rash. And penicillin."))
                .contains("Allergic to sulfa drugs (rash) and penicillin.");
        assertThat(answered("Penicillin gives me hives and codeine makes me itchy."))
                .contains("Allergic to penicillin (hives) and codeine (itchy).");
        assertThat(answered("I am allergic to penicillin and codeine gives me hives."))
                .contains("Allergic to penicillin and codeine (hives).");
        assertThat(answered("Penicillin. My throat swelled up.")).contains("Allergic to penicillin (throat swelling).");
        assertThat(answered("Codeine. It makes me itch all over.")).contains("Allergic to codeine (itching).");
    }

    @Test
    void whatADrugDoesNotDoIsNotItsReaction() {
        assertThat(answered("Penicillin. It never gave me hives but I got a rash.")).contains("Allergic to penicillin (rash).");
        assertThat(answered("I am allergic to penicillin. I have had a rash since Monday.")).contains("Allergic to penicillin.");
    }

    @Test
    void anAllergenThatIsNoDrugIsAnAllergyButNotWhatIsOnlyHandled() {
        assertThat(note("""
                [doctor] Are you allergic to any medicines?
                [patient] Codeine.
                [doctor] What about latex, any allergies?
                [patient] Latex too.
                """)).contains("Allergic to codeine and latex.");
        assertThat(answered("Penicillin gives me a rash. I wear latex gloves at work.")).contains("Allergic to penicillin (rash).");
        assertThat(answered("Latex is fine, but codeine gives me hives.")).contains("Allergic to codeine (hives).");
    }

    @Test
    void whatIsTakenAgainstAReactionIsNotItsCause() {
        assertThat(answered("I had an allergic reaction to shellfish last year and took Benadryl."))
                .contains("Allergic to shellfish.");
        assertThat(answered("I had an allergic reaction to penicillin and took amoxicillin and got hives."))
                .containsPattern("Allergic to penicillin.* and amoxicillin \\(hives\\)\\.");
    }

    @Test
    void anAllergyThatDoesNotHoldLeavesTheOthersInTheNote() {
        assertThat(answered("Not to codeine. Penicillin gives me a rash.")).contains("Allergic to penicillin (rash).");
    }

    @Test
    void anAllergyToldAgainstTheQuestionIsKept() {
        assertThat(note("""
                [doctor] You don't have any allergies?
                [patient] I am allergic to penicillin.
                """)).contains("Allergic to penicillin.");
    }

    @Test
    void anAllergyDeniedIsNone() {
        assertThat(note("""
                [doctor] Are you allergic to penicillin?
                [patient] No, I am not allergic to penicillin.
                """)).doesNotContain("Allergic to penicillin");
    }

    @Test
    void drugsStoppedDeniedPlannedOrAskedAboutAreNotTaken() {
        String note = note("""
                [doctor] Are you taking any medicines?
                [patient] I take lisinopril 20 mg in the morning. I used to take atorvastatin but I stopped it in March. I don't take aspirin anymore.
                [doctor] Are you still taking your metformin?
                [patient] No, I quit that last year.
                [patient] Should I take ibuprofen for the fever?
                """);
        assertThat(note).contains("Patient reports taking lisinopril 20 mg in the morning.");
    }

    @Test
    void aQuestionWithTwoVerbsIsAnsweredByTheAnswersOwnWords() {
        String note = note("""
                [doctor] Do you smoke or drink alcohol?
                [patient] I have never smoked. I drink one beer on the weekend.
                """);
        assertThat(note).doesNotContain("smokes").contains("never smoked").contains("one beer on the weekend");
    }

    @Test
    void whatTheRestOfAnAnswerTakesBackIsNotAffirmed() {
        assertThat(note("""
                [doctor] Do you use a cane at home?
                [patient] Yeah, no, I never needed a cane.
                """)).doesNotContain("She uses a cane");
        assertThat(note("""
                [doctor] Any nausea or vomiting?
                [patient] No nausea, but I vomited once.
                """)).doesNotContainPattern("(?i)denies[^.]*vomiting").contains("Denies nausea.");
    }

    @Test
    void ofSeveralComplaintsAskedAboutOnlyThoseNamedAreReported() {
        assertThat(note("""
                [doctor] Have you had any dizziness, rash, or diarrhea?
                [patient] Running up the stairs I did get a little dizzy, it was pretty warm.
                """)).contains("dizziness").doesNotContain("diarrhea").doesNotContain("rash");
    }

    @Test
    void halfAThoughtIsNoStatement() {
        String note = noteOf(COUGH + END.replace("azithromycin 500 mg today.", "penicillin or, I am sorry, amoxicillin 500 mg today. Show me the labs."));
        assertThat(note).doesNotContainPattern("or\\.\\n").doesNotContain("me the labs");
    }

    @Test
    void aCourtesyIsNoAgreement() {
        assertThat(note("")).doesNotContain("agrees");
    }

    @Test
    void anExpressAgreementIsQuoted() {
        assertThat(note("").length()).isPositive();
        assertThat(noteOf(COUGH + END.replace("Okay. Thank you, doctor.", "That sounds good.")))
                .contains("The patient agrees with the plan (\"that sounds good\").");
    }

    @Test
    void theReasonForTheVisitIsAThing() {
        assertThat(noteOf("""
                [doctor] What brings you in today?
                [patient] I have had pain in my right knee for about three weeks, and it swells.
                [doctor] Any fever?
                [patient] No.
                """)).contains("CHIEF COMPLAINT\n\nRight knee pain.").contains("evaluation of right knee pain.");
    }

    @Test
    void opinionsOrdersAndBiddingsStandWhereTheyBelong() {
        Map<String, String> sections = sections(COUGH + END);
        assertThat(sections.get("DIAGNOSTIC_TESTING")).doesNotContain("pneumonia");
        assertThat(sections.get("ASSESSMENT")).contains("I think she has pneumonia.");
        assertThat(sections.get("PLAN")).contains("Order a chest x-ray.");
    }

    @Test
    void relativesAndHabitsHaveTheirOwnSections() {
        Map<String, String> sections = sections(COUGH + """
                [doctor] Does anyone in your family have heart disease?
                [patient] My father had a heart attack at 52.
                [doctor] What work do you do?
                [patient] I work in a warehouse. I have never smoked.
                """ + END);
        assertThat(sections.get("PAST_FAMILY_HISTORY")).contains("Her father had a heart attack at 52.");
        assertThat(sections.get("PAST_SOCIAL_HISTORY")).contains("works in a warehouse").contains("never smoked");
    }

    @Test
    void everyNumberOfANoteStandsWholeInItsEvidence() {
        Random random = new Random(20);
        for (int i = 0; i < 20; i++) {
            String dose = random.nextInt(1, 20) + "." + random.nextInt(1, 10);
            String lab = random.nextInt(1, 15) + "." + random.nextInt(1, 10);
            Reading reading = Readings.of((COUGH + "[patient] I take warfarin " + dose + " mg every evening.\n" + END)
                    .replace("6.9", lab));
            Map<String, String> said = reading.segments().stream()
                    .collect(Collectors.toMap(segment -> segment.id().toString(), Segment::text));
            for (Statement statement : statements(writer.draft(reading, NoteRequest.DEFAULT))) {
                String evidence = statement.evidence().stream()
                        .map(id -> said.get(id.toString())).collect(Collectors.joining(" "));
                List<String> whole = NUMBER.matcher(evidence).results().map(MatchResult::group).toList();
                assertThat(whole).containsAll(
                        NUMBER.matcher(statement.text()).results().map(MatchResult::group).toList());
            }
            assertThat(noteOfReading(reading)).contains(dose + " mg").contains(lab);
        }
    }

    @Test
    void aNumberWithOtherDigitsBesideItIsRefused() {
        Random random = new Random(21);
        for (int i = 0; i < 200; i++) {
            int whole = random.nextInt(2, 400);
            int digit = random.nextInt(1, 10);
            List<Segment> said = segments("[doctor] Your level last month was " + whole + "." + digit + " today.");
            assertThat(numberRefused("The level last month was " + whole + "." + digit + ".", said)).isFalse();
            for (String other : List.of(Integer.toString(whole), whole + "." + digit + "1", whole + "" + digit,
                    "1" + whole + "." + digit, whole + "." + (digit + 1) % 10 + "2", Integer.toString(digit + 1000))) {
                assertThat(numberRefused("The level last month was " + other + ".", said)).isTrue();
            }
        }
    }

    @Test
    void aPartOfANumberInWordsIsRefused() {
        List<Segment> said = segments("[patient] my sugar was six point nine and I took twenty five milligrams");
        assertThat(numberRefused("Sugar was 6.9.", said)).isFalse();
        assertThat(numberRefused("Took 25 mg.", said)).isFalse();
        for (String part : List.of("Sugar was 6.", "Sugar was 9.", "Took 20 mg.", "Took 5 mg.", "Took 205 mg.")) {
            assertThat(numberRefused(part, said)).isTrue();
        }
    }

    private boolean numberRefused(String sentence, List<Segment> said) {
        return verifier.judge(sentence, said).reasons().contains(Verdict.Reason.NUMBER);
    }

    /** The segments as given: without the wording that would write the numbers in digits. */
    private static List<Segment> segments(String dialogue) {
        return Readings.unworded(dialogue).segments();
    }

    @Test
    void aDrugNamedByMistakeIsNotTakenNorOrdered() {
        assertThat(taking("I take lisinopril 20 mg, no wait, losartan, 50 mg once a day."))
                .contains("taking losartan 50 mg").doesNotContainPattern("taking[^.]*lisinopril");
        assertThat(taking("I take lisinopril, no, wait, losartan 50 mg once a day."))
                .contains("taking losartan 50 mg").doesNotContain("lisinopril");
        assertThat(note("[doctor] I'll start you on lisinopril, no wait, losartan 50 mg daily.\n"))
                .contains("losartan 50 mg daily").doesNotContain("lisinopril");
        assertThat(taking("I take metformin and lisinopril, I mean losartan, and aspirin."))
                .contains("taking metformin, losartan, and aspirin").doesNotContain("lisinopril");
        assertThat(taking("I take lisinopril and, sorry, metformin.")).containsPattern("taking lisinopril and metformin");
        assertThat(taking("I take lisinopril, no aspirin.")).containsPattern("taking lisinopril");
    }

    @Test
    void aSidePutRightInTheSameBreathIsTheOnlyOneWritten() {
        assertThat(note("[patient] I also have pain in my left shoulder, sorry, the right shoulder.\n"))
                .contains("right shoulder").doesNotContainIgnoringCase("left");
        assertThat(note("[patient] My left knee, no wait, my right knee, hurts when I climb stairs.\n"))
                .contains("right knee").doesNotContainIgnoringCase("left");
        assertThat(note("[patient] I also have pain in my left knee, no, the right one.\n")).doesNotContainIgnoringCase("left");
        assertThat(note("[patient] I have pain in my left knee, no right knee pain.\n")).doesNotContain("her right knee");
    }

    @Test
    void aSideThatIsWellTakesNothingBack() {
        assertThat(noteOf("""
                [doctor] Hello Mrs. Hill, what brings you in?
                [patient] My left knee has been hurting for two weeks.
                [doctor] Does the right knee hurt too?
                [patient] No, my right knee is fine.
                [doctor] The left knee is swollen. I think you have arthritis of the left knee.
                """)).contains("left knee").doesNotContainPattern("(?i)right knee pain|pain in (?:\\w+ )?right knee|right knee (?:has been )?hurt");
        assertThat(note("[patient] My right knee hurts. No, my left knee is fine.\n"))
                .contains("right knee hurts").doesNotContainPattern("(?i)left knee pain");
    }

    @Test
    void rightNowIsNoSide() {
        Reading reading = Readings.of("[doctor] What brings you in?\n[patient] I have pain in my knee right now.\n");
        assertThat(reading.insights()).noneSatisfy(one -> assertThat(one.toString()).contains("DIRECTION"));
    }

    @Test
    void whatIsOverOfAnotherDrugIsNotOfTheOneAskedAbout() {
        assertThat(note("[doctor] Are you taking the metformin?\n"
                        + "[patient] I take 500 mg twice a day. I was on glipizide but I stopped it last year.\n"))
                .containsPattern("taking metformin 500 mg").doesNotContainPattern("taking[^.]*glipizide");
        assertThat(note("[doctor] Are you taking the metformin?\n[patient] 500 mg twice a day. I stopped it, I take Advil now.\n"))
                .doesNotContainPattern("taking[^.]*metformin");
    }

    private String note(String middle) {
        return noteOf(COUGH + middle + END);
    }

    private String answered(String allergies) {
        return note("[doctor] Are you allergic to anything?\n[patient] " + allergies + "\n");
    }

    private String taking(String drugs) {
        return note("[doctor] Which medicines do you take?\n[patient] " + drugs + "\n");
    }

    private String noteOf(String dialogue) {
        return noteOfReading(Readings.of(dialogue));
    }

    private String noteOfReading(Reading reading) {
        return writer.write(reading, NoteRequest.DEFAULT).plain();
    }

    private Map<String, String> sections(String dialogue) {
        return writer.draft(Readings.of(dialogue), NoteRequest.DEFAULT).sections().stream().collect(Collectors.toMap(
                NoteSection::name,
                section -> section.statements().stream().map(Statement::text).collect(Collectors.joining(" "))));
    }

    private static List<Statement> statements(Note note) {
        return note.sections().stream().flatMap(section -> section.statements().stream()).toList();
    }
}
