package org.chartwright.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.chartwright.encounter.Speaker;
import org.chartwright.encounter.TimeSpan;
import org.chartwright.encounter.Turn;
import org.chartwright.encounter.Word;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class WordingTest {

    private static Wording wording;

    @BeforeAll
    static void open() {
        wording = Wording.open();
    }

    @Test
    void makesTurnsReadable() {
        assertThat(readable("do you have any allergies")).isEqualTo("Do you have any allergies?");
        assertThat(readable("yes i'm allergic to penicillin")).startsWith("Yes").contains("I'm").endsWith("penicillin.");
        assertThat(readable("take lisinopril ten milligrams twice a day")).isEqualTo(
                "Take lisinopril 10 mg twice a day.");
        assertThat(readable("your blood pressure is one twenty over eighty")).isEqualTo(
                "Your blood pressure is 120/80.");
        assertThat(readable("i saw doctor smith in march and had an mri")).contains("March", "MRI");
    }

    @Test
    void titlesAreWrittenBeforeNamesOnly() {
        assertThat(readable("i went to see doctor smith last week")).contains("Dr. Smith");
        assertThat(readable("i went to see the doctor last week")).contains("doctor last");
    }

    @Test
    void theOtherDoorKeepsTheWordsThatWereHeard() {
        Turn turn = wording.punctuated(List.of(said("take ten milligrams twice a day", 0))).getFirst();
        assertThat(turn.text()).isEqualTo("Take ten milligrams twice a day.");
    }

    @Test
    void mergedWordsSpanTheirSourcesWithTheirLowestConfidence() {
        List<Word> words = wording.readable(List.of(said("take five milligrams", 1000))).getFirst().words();
        assertThat(words).extracting(Word::text).containsExactly("Take", "5", "mg");
        Turn pressure = wording.readable(List.of(said("one twenty over eighty", 0))).getFirst();
        assertThat(pressure.words()).hasSize(1);
        assertThat(pressure.words().getFirst().time()).isEqualTo(new TimeSpan(0, 1150));
        assertThat(pressure.words().getFirst().confidence()).isEqualTo(0.7);
    }

    @Test
    void readableTextComesBackAsItWas() {
        List<Turn> typed = List.of(
                turn(new Word("Hello", ",", TimeSpan.NONE, 1, 0, false), new Word("doctor", ".", TimeSpan.NONE, 1, 0, false)),
                said("i take ten milligrams", 0));
        assertThat(wording.readable(typed)).isEqualTo(typed);
    }

    @Test
    void ofTypedTextOnlyNumbersAreWritten() {
        assertThat(typed("I take Zyrtec twenty mg daily, and it helps; twenty-five milligrams did not."))
                .isEqualTo("I take Zyrtec 20 mg daily, and it helps; 25 mg did not.");
        assertThat(typed("Two hundred milligrams! BP was one twenty over eighty on March third."))
                .isEqualTo("200 mg! BP was 120/80 on March 3.");
        assertThat(typed("She is a fifty-two-year-old; Type two diabetes since nineteen ninety-eight?"))
                .isEqualTo("She is a 52-year-old; Type 2 diabetes since 1998?");
        String plain = "One of the two, well-known 20 mg tablets; I'll wait a week.";
        assertThat(typed(plain)).isEqualTo(plain);
        assertThat(typed("take lisinopril ten milligrams twice a day")).isEqualTo("Take lisinopril 10 mg twice a day.");
        List<Turn> once = wording.typed(List.of(new Turn(Speaker.PATIENT, spoken("Five to ten mg, twenty five times."))));
        assertThat(wording.typed(once)).isEqualTo(once);
    }

    private static String typed(String text) {
        return wording.typed(List.of(new Turn(Speaker.PATIENT, spoken(text)))).getFirst().text();
    }

    /** Words with their marks, as a typed dialogue has them. */
    private static List<Word> spoken(String text) {
        return Arrays.stream(text.split(" ", -1))
                .map(one -> one.matches(".*[,.;:!?]")
                        ? new Word(one.substring(0, one.length() - 1), one.substring(one.length() - 1), TimeSpan.NONE, 1, 0, false)
                        : Word.heard(one, TimeSpan.NONE, 1, 0))
                .toList();
    }

    @Test
    void doingItTwiceChangesNothing() {
        List<Turn> once = wording.readable(visit(new Random(5), 40));
        assertThat(wording.readable(once)).isEqualTo(once);
        for (String alone : List.of("mm-hmm", "one twenty over eighty", "and then", "x ray")) {
            List<Turn> single = wording.readable(List.of(said(alone, 0)));
            assertThat(wording.readable(single)).as(alone).isEqualTo(single);
        }
    }

    @Test
    void wordsWrittenOnPurposeStayAmongPlainOnes() {
        String text = readable("we will start Zyrtec at 10 mg once daily and check the HbA1c");
        assertThat(text).contains("Zyrtec", "10 mg", "HbA1c");
    }

    /** Every shown word's time is the union of the heard words it stands for, in order, with none left out. */
    @Test
    void noWordIsLostAndOrderAndTimesAreKept() {
        Random random = new Random(11);
        for (int round = 0; round < 60; round++) {
            List<Turn> heard = visit(random, 5);
            List<Turn> shown = wording.readable(heard);
            assertThat(shown).hasSameSizeAs(heard);
            for (int t = 0; t < heard.size(); t++) {
                assertCovers(heard.get(t), shown.get(t));
            }
        }
    }

    private static void assertCovers(Turn heard, Turn shown) {
        assertThat(shown.speaker()).isEqualTo(heard.speaker());
        int at = 0;
        for (Word word : shown.words()) {
            assertThat(word.time().startMillis()).isEqualTo(heard.words().get(at).time().startMillis());
            TimeSpan union = heard.words().get(at).time();
            double least = heard.words().get(at).confidence();
            while (!union.equals(word.time())) {
                at++;
                union = union.union(heard.words().get(at).time());
                least = Math.min(least, heard.words().get(at).confidence());
            }
            assertThat(word.confidence()).isEqualTo(least);
            at++;
        }
        assertThat(at).isEqualTo(heard.words().size());
    }

    @Test
    void sameInSameOut() {
        List<Turn> visit = visit(new Random(3), 30);
        assertThat(wording.readable(visit)).isEqualTo(Wording.open().readable(visit));
    }

    @Test
    void noTurnsStayNoTurns() {
        assertThat(wording.readable(List.of())).isEmpty();
    }

    private static String readable(String text) {
        return wording.readable(List.of(said(text, 0))).getFirst().text();
    }

    private static List<Turn> visit(Random random, int turns) {
        String[] vocabulary = ("i you take have do what the a and or pain cough one two five ten twenty fifty hundred point"
                        + " over milligrams percent days years old october third morning at thirty a m type l four oh six"
                        + " doctor yes no okay mm-hmm temperature pressure is was for x ray don't i'm")
                .split(" ");
        List<Turn> visit = new ArrayList<>();
        for (int t = 0; t < turns; t++) {
            String text = random.ints(random.nextInt(1, 25), 0, vocabulary.length)
                    .mapToObj(i -> vocabulary[i])
                    .collect(Collectors.joining(" "));
            visit.add(said(text, t * 10_000L));
        }
        return visit;
    }

    /** Words of 250 ms, 50 ms apart; confidences fall by a tenth and start again. */
    private static Turn said(String text, long from) {
        List<String> words = Arrays.asList(text.split(" "));
        List<Word> heard = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            TimeSpan time = new TimeSpan(from + i * 300L, from + i * 300L + 250);
            heard.add(Word.heard(words.get(i), time, (10 - i % 4) / 10.0, 0));
        }
        return turn(heard.toArray(Word[]::new));
    }

    private static Turn turn(Word... words) {
        return new Turn(Speaker.PATIENT, List.of(words));
    }
}
