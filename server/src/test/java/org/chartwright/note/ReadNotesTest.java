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

    @Test
    void whatThereIsSomeOfIsNotDenied() {
        String note = note("""
                [doctor] What brings you in?
                [patient] I have had a cough since Friday.
                [doctor] Any fever, chills or sweating?
                [patient] No fever, some chills.
                """);
        assertThat(note).contains("Reports chills").contains("Denies fever").doesNotContainPattern("Denies[^.]*chills");
    }

    @Test
    void aContractionIsNoMan() {
        assertThat(note("""
                [doctor] Hi Brittany, so if you don't mind, what brings you in? You don't look well.
                [patient] I have had a cough since Friday, and I took ibuprofen.
                """)).contains("She ").doesNotContainPattern("\\b(?:He|his)\\b");
    }

    @Test
    void aDecimalPointThatStandsApartIsNoEnd() {
        assertThat(note("""
                [doctor] what brings you in
                [patient] my blood pressure is high and i have a headache
                [doctor] i do want to add amlodipine twelve . five milligrams daily and then i will see you in a month
                """)).contains("12.5 mg daily").doesNotContain("12.\n");
    }

    @Test
    void whatIsHopedForIsNotSo() {
        String visit = """
                [doctor] What brings you in?
                [patient] I have pain in my right flank since Sunday.
                [doctor] The CT shows a kidney stone. I do want to see you back in two weeks and hopefully by then you've passed the stone.
                """;
        assertThat(note(visit)).doesNotContainPattern("(?m)^(?:The patient|They|He|She) (?:has|have) passed");
        assertThat(orders(visit)).contains("Follow up in 2 weeks.");
    }

    @Test
    void whatThePatientFearsAloudAndTheClinicianDeniesIsNoIllness() {
        assertThat(note("""
                [doctor] What brings you in?
                [patient] I have pain in my right flank since Sunday.
                [doctor] There is CVA tenderness on the right.
                [patient] I have a stroke?
                [doctor] No, no, no, that only means that your kidney is inflamed.
                """)).doesNotContain("stroke");
    }

    @Test
    void aPhraseIsNotTheIllnessOfItsWords() {
        String note = note("""
                [doctor] What brings you in?
                [patient] I have had pain on the right hand side of my belly since Friday, and I broke out into a sweat. I wear tight fitting shoes and I have dandruff.
                """);
        assertThat(note).doesNotContain("hand pain").doesNotContain("rash").doesNotContain("Reports tightness").doesNotContain("seborrheic");
    }

    @Test
    void whyThePatientCameIsNotWhatADescriptionAsksFor() {
        assertThat(note("""
                [doctor] Hi, how are you?
                [patient] My big toe hurts and it's red.
                [doctor] Does it throb, ache, or burn?
                [patient] It throbs at night.
                """)).contains("Big toe pain.").doesNotContain("evaluation of throb");
        assertThat(note("""
                [doctor] The assistant told me that you have this ulcer on your left foot.
                [patient] Yes, for six weeks. I get tension headaches too.
                """)).contains("CHIEF COMPLAINT\n\nLeft foot ulcer.");
    }

    @Test
    void aTitleThatBelongsToTheNextFindingEndsNoFinding() {
        String note = note("""
                [doctor] What brings you in?
                [patient] I have had a cough since Friday.
                [doctor] Let me examine you. There is no rebound or guarding on your skin exam. I don't see any rash. You do have some fine rales. No wheezes.
                """);
        assertThat(note).doesNotContain("guarding on the skin").contains("rales");
    }

    @Test
    void aProblemIsNeitherAnExaminationNorAnHour() {
        String note = note("""
                [doctor] What brings you in?
                [patient] My right foot hurts since I fell on it.
                [doctor] For your neurovascular exam of your right foot your pulses are strong.
                [doctor] Your first problem is right foot pain consistent with a metatarsal fracture. Take the ibuprofen first thing in the morning when you get up.
                """);
        assertThat(note).contains("1. Right foot pain.").doesNotContain("exam of.").doesNotContain("In the morning when.");
        assertThat(note.indexOf("consistent with a metatarsal fracture")).isGreaterThan(note.indexOf("\nASSESSMENT"));
    }

    @Test
    void howLongAgoSomebodySmokedIsNotTheOnset() {
        assertThat(note("""
                [doctor] What brings you in?
                [patient] I have an ulcer on my right foot.
                [doctor] When did you stop smoking?
                [patient] About four years ago.
                """)).doesNotContain("Onset");
    }

    @Test
    void wordsOfTheVisitItselfAreNoSteps() {
        String note = note("""
                [doctor] What brings you in?
                [patient] I have had a cough since Friday.
                [doctor] I'm gonna go ahead and do my, my physical exam. Let me explain to you what that all means. I think you have bronchitis. You take care and have a good evening.
                """);
        assertThat(note).contains("bronchitis").doesNotContain("physical exam").doesNotContain("explain").doesNotContain("evening");
    }

    @Test
    void aYesToTheLastQuestionSaysNothingOfTheOnesBefore() {
        String note = note("""
                [doctor] What brings you in?
                [patient] I have had a cough since Friday.
                [doctor] Any nausea, vomiting, or diarrhea? Are you sleeping badly?
                [patient] Yes.
                """);
        assertThat(note).doesNotContainPattern("Reports[^.]*(?:nausea|vomiting|diarrhea)");
        assertThat(note("""
                [doctor] What brings you in?
                [patient] I have had a cough since Friday.
                [doctor] Do you have a fever? Is it high?
                [patient] Yes.
                """)).contains("Reports fever");
    }

    @Test
    void aSideThatThePatientNamesAgainstTheCliniciansStands() {
        String note = note("""
                [doctor] What brings you in?
                [patient] I have back pain that goes down my left leg since Sunday.
                [doctor] So you had the sharp pain going down your right leg, you said.
                [patient] Left leg.
                [doctor] Left leg, okay, sorry.
                """);
        assertThat(note).contains("left leg").doesNotContain("right leg");
    }

    @Test
    void whatSumsUpIsNotAskedAgain() {
        assertThat(note("""
                [doctor] What brings you in?
                [patient] My belly hurts up here.
                [doctor] So, epigastric pain. Alright. Any blood in your stool?
                [patient] Not that I noticed.
                """)).doesNotContainPattern("Denies[^.]*epigastric").contains("Denies blood in stool");
    }

    @Test
    void theCliniciansOwnChildIsNotThePatient() {
        assertThat(note("""
                [doctor] What brings you in?
                [patient] My left foot hurts since I played soccer.
                [doctor] That's cool. Our youngest daughter plays too. She is almost sixteen.
                [patient] I took ibuprofen.
                """)).doesNotContain("sixteen").doesNotContain("16");
    }

    @Test
    void whatThePatientIsToldToDoIsNotTheStory() {
        String note = note("""
                [doctor] What brings you in?
                [patient] I twisted my right ankle last night and it hurts.
                [doctor] It looks like you hurt your ankle. You have an ankle sprain. I want you to continue to ice it. You take one gram of acetaminophen four times a day.
                """);
        assertThat(note).doesNotContain("like him hurt").doesNotContain("like them hurt");
        assertThat(note.indexOf("continue to ice it")).isGreaterThan(note.indexOf("\nPLAN"));
    }

    @Test
    void whatDependsOnAConditionIsNotStatedWithoutIt() {
        String note = note("""
                [doctor] What brings you in?
                [patient] My big toe hurts and it's red.
                [doctor] I'm going to give you meloxicam 15 mg once a day. If you do start to notice that you're getting heartburn right there
                [patient] Yeah.
                [doctor] You would need to stop taking the medicine. However if you are unable to avoid hay it's very important that you wear a respirator.
                """);
        assertThat(note).contains("meloxicam").doesNotContain("would need to stop").doesNotContain("\nIt is very important that the patient wears");
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
