package org.chartwright.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.chartwright.note.prose.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was found wrong when notes were read against their dialogues, in other words than those of the visits. */
final class WholeSentencesTest {

    private static final String TROUBLE =
            """
            [doctor] Good morning, Mister Reed. Good to see you again. What brings you in today?
            [patient] My left shoulder hurts, and I went to the er on Sunday because of it.
            """;
    private static final String END =
            """
            [doctor] Your shoulder is tender and there is a 3 mm bump. I think you have tendinitis. I want you to rest the shoulder.
            [doctor] We'll put you on meloxicam, 15 milligrams a day. We will put you in a sling and have you come back in two weeks.
            [patient] Okay.
            """;

    private final NoteWriter writer = new NoteWriter();

    @ParameterizedTest
    @ValueSource(strings = {
        "he was short of breath", "lungs are clear", "his eyes itch at night", "she denies fever", "the pain started on monday",
        "if it gets worse we will operate", "when he bends, it hurts", "he really likes rest"})
    void whatHoldsAVerbStands(String text) {
        assertThat(Predicate.stands(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "of the stones", "when i press on that", "a little tylenol", "if his symptoms continue", "the weight of the boxes",
        "a murmur which i have heard before", "over the weekend", "mildly elevated ast"})
    void aScrapDoesNot(String text) {
        assertThat(Predicate.stands(text)).isFalse();
    }

    @Test
    void greetingsAndHalfThoughtsAreNoStatements() {
        assertThat(note("[doctor] How long has that been?\n[patient] About four days.\n"))
                .doesNotContainIgnoringCase("reed").doesNotContain("To see him").contains("Duration: about 4 days.");
    }

    @Test
    void aPlaceIsNoHesitationAndAMeasureNeither() {
        assertThat(note("")).contains("to the ER").contains("3 mm");
    }

    /** A recogniser gives no marks and mishears what was said before. */
    @ParameterizedTest
    @ValueSource(strings = {
        "[doctor] Let me look at that hip your blood pressure today is 146/88 and your heart rate is 82.\n",
        "[doctor] Let me see here that make your blood pressure is 146/88, your heart rate is 82.\n",
        "[doctor] Okay your vitals, your temperature is 98.6 your blood pressure is 146/88 your heart rate is 82.\n"})
    void everyVitalSignIsKept(String said) {
        assertThat(note(said)).contains("146/88").containsPattern("(?i)heart rate (?:is|of) 82");
    }

    @Test
    void whereTheRecogniserLostTheNounNothingIsClaimed() {
        String note = note("[doctor] Did you injure the me?\n[patient] Yes, I slipped on the stairs.\n[patient] I'll have an I'd say.\n");
        assertThat(note).doesNotContain("the me").doesNotContain("he would say");
    }

    @Test
    void whatAClinicianDoesToThePatientIsToldWithoutThem() {
        assertThat(note("[patient] It hurts right there when you press.\n")).doesNotContain("one press");
    }

    @Test
    void whatShallBeTakenAndWhenToComeBackIsNotLost() {
        assertThat(note("")).contains("meloxicam, 15 mg daily").contains("will come back in 2 weeks").contains("tendinitis");
    }

    @Test
    void ofAListOnlyWhatTheAnswerNamesIsClaimed() {
        String note = note("""
                [doctor] Any other symptoms? You know, muscle aches, chest pain ... body aches, anything like that?
                [patient] I have some body aches because I sleep badly.
                [doctor] Any wheezing or dizziness?
                [patient] No wheezing.
                """);
        assertThat(note).doesNotContainIgnoringCase("reports chest pain").doesNotContainIgnoringCase("chest pain,");
        assertThat(note).contains("Denies wheezing.").doesNotContainIgnoringCase("denies dizziness").doesNotContain("wheezing or dizziness");
    }

    @Test
    void anAnswerMaySayAWordTwice() {
        assertThat(note("[doctor] Any fever or chills?\n[patient] No fever that i know of and i feel what i feel.\n")).isNotEmpty();
    }

    @Test
    void whatIsGoneIsNotReported() {
        assertThat(note("[doctor] How is your back pain?\n[patient] I'm not really having any more.\n"))
                .doesNotContainIgnoringCase("reports back pain");
    }

    @Test
    void whatTheClinicianAsksAndThePatientDeniesIsNoReasonToCome() {
        String note = write("""
                [doctor] Hello. Are you having chest pain?
                [patient] No, no chest pain. I came because of a rash on my arm that itches.
                [doctor] Your arm has a red rash. I think you have eczema. I want you to use hydrocortisone cream twice a day.
                [patient] Okay.
                """);
        assertThat(note.lines().dropWhile(line -> !line.startsWith("CHIEF")).limit(3).toList()).noneMatch(line -> line.toLowerCase().contains("chest"));
    }

    @Test
    void aConditionStaysWithWhatDependsOnIt() {
        Stream<String> conditional = note("[doctor] If your pain gets worse, we'll talk about an injection.\n").lines()
                .filter(line -> line.contains("injection"));
        assertThat(conditional).allSatisfy(line -> assertThat(line).containsIgnoringCase("if "));
    }

    private String note(String middle) {
        return write(TROUBLE + middle + END);
    }

    private String write(String dialogue) {
        return writer.write(Readings.of(dialogue), NoteRequest.DEFAULT).plain();
    }
}
