package org.chartwright.clinical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.chartwright.encounter.Segment;
import org.chartwright.encounter.Turn;
import org.chartwright.encounter.Word;
import org.junit.jupiter.api.Test;

final class SegmentingTest {

    private static final DialogueReader READER = new DialogueReader();

    private static final UUID VISIT = new UUID(17, 4);

    @Test
    void aTurnIsCutAtItsSentenceMarks() {
        assertThat(texts("Good morning. How are you? My knee hurts")).containsExactly(
                "Good morning.", "How are you?", "My knee hurts");
    }

    @Test
    void marksThatStandApartCloseTheSentenceBeforeThem() {
        assertThat(texts("i'm okay . my knee hurts ?")).containsExactly("i'm okay .", "my knee hurts ?");
    }

    @Test
    void aTitleAndASpokenDecimalDoNotEndASentence() {
        assertThat(texts("i saw dr . smith and my a1c was seven . two today .")).hasSize(1);
    }

    @Test
    void aMarkDoesNotPartAConditionFromWhatDependsOnIt() {
        assertThat(texts("we will swab you and if that's positive. i want to give you amoxicillin.")).hasSize(1);
        assertThat(texts("call me if it gets worse. i will see you on friday.")).hasSize(2);
        assertThat(texts("if it hurts, rest. i will see you on friday.")).hasSize(2);
    }

    @Test
    void aLongRunWithoutMarksIsCutWherePeopleStartAnew() {
        List<String> texts = texts("i have been having this pain in my knee for about three weeks now and it gets worse "
                + "when i walk up the stairs so i have been taking some ibuprofen for that okay and i also wanted to ask "
                + "about my blood pressure medicine");
        assertThat(texts.size()).isBetween(2, 5);
        assertThat(texts).allSatisfy(text -> assertThat(text.split(" ").length).isGreaterThan(3));
    }

    @Test
    void noSentenceIsLongerThanRulesCanBearAndARunWithoutASpaceIsNoWord() {
        List<String> texts = texts("no fever ".repeat(1_000).strip());
        assertThat(texts).allSatisfy(text -> assertThat(text.split(" ").length).isLessThanOrEqualTo(120));
        assertThat(String.join(" ", texts)).isEqualTo("no fever ".repeat(1_000).strip());
        assertThat(Tokenizer.tokens("a cough " + "fever-".repeat(20_000) + " at night"))
                .extracting(Token::form)
                .containsExactly("a", "cough", "at", "night");
    }

    @Test
    void everyWordIsKeptOnceAndInOrderWhateverTheTurns() {
        Random random = new Random(20261123);
        String[] stock = {"okay", "so", "pain", ".", "knee", "and", "i", "Dr.", "five", "?", "well", "...", "👍", "é́", "mg,"};
        for (int round = 0; round < 300; round++) {
            List<Turn> turns = new ArrayList<>();
            for (int t = 0; t < 1 + random.nextInt(4); t++) {
                StringBuilder text = new StringBuilder();
                for (int w = 0; w < 1 + random.nextInt(90); w++) {
                    text.append(stock[random.nextInt(stock.length)]).append(' ');
                }
                turns.add(Dialogues.turn(t % 2 == 0, text.toString()));
            }
            List<Word> said = turns.stream().flatMap(turn -> turn.words().stream()).toList();
            List<Segment> segments = READER.read(turns, VISIT).segments();
            assertThat(segments.stream().flatMap(segment -> segment.words().stream()).toList()).isEqualTo(said);
            assertThat(segments.stream().map(Segment::id).distinct()).hasSameSizeAs(segments);
        }
    }

    @Test
    void idsAreUuidsOfVersionFourAndDependOnVisitAndIndexOnly() {
        UUID first = SegmentIds.of(VISIT, 0).value();
        assertThat(first).isEqualTo(SegmentIds.of(VISIT, 0).value()).isNotEqualTo(SegmentIds.of(VISIT, 1).value());
        assertThat(first).isNotEqualTo(SegmentIds.of(new UUID(17, 5), 0).value());
        assertThat(first.version()).isEqualTo(4);
        assertThat(first.variant()).isEqualTo(2);
    }

    private static List<String> texts(String turn) {
        return READER
                .read(List.of(Dialogues.turn(true, turn)), VISIT).segments().stream().map(Segment::text).toList();
    }
}
