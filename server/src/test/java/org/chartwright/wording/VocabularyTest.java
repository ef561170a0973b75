package org.chartwright.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chartwright.encounter.Speaker;
import org.chartwright.encounter.TimeSpan;
import org.chartwright.encounter.Turn;
import org.chartwright.encounter.Word;
import org.junit.jupiter.api.Test;

final class VocabularyTest {

    @Test
    void maskedWordsKeepTheirMarkAndTime() {
        Turn turn = VocabularyFilter.of(List.of("damn"), VocabularyFilter.Method.MASK)
                .applied(List.of(turn("Oh, Damn, that hurts.")))
                .getFirst();
        assertThat(turn.text()).isEqualTo("Oh, ***, that hurts.");
        assertThat(turn.words().get(1).time()).isEqualTo(new TimeSpan(100, 190));
    }

    @Test
    void removedWordsLeaveTheEndOfTheirSentence() {
        VocabularyFilter filter = VocabularyFilter.of(List.of("damn", "um"), VocabularyFilter.Method.REMOVE);
        assertThat(filter.applied(List.of(turn("That hurts, damn. Um, yes."), turn("Um.")))
                        .stream().map(Turn::text).toList())
                .containsExactly("That hurts. yes.");
    }

    @Test
    void taggedWordsAreFlaggedAndNothingElseChanges() {
        Turn turn = VocabularyFilter.of(List.of("PAIN"), VocabularyFilter.Method.TAG)
                .applied(List.of(turn("Pain or painful pain.")))
                .getFirst();
        assertThat(turn.text()).isEqualTo("Pain or painful pain.");
        assertThat(turn.words()).extracting(Word::flagged).containsExactly(true, false, false, true);
    }

    @Test
    void onlyTheExactFormMatches() {
        VocabularyFilter filter = VocabularyFilter.of(List.of("pain"), VocabularyFilter.Method.MASK);
        assertThat(filter.applied(List.of(turn("painful pained pains"))).getFirst().text())
                .isEqualTo("painful pained pains");
    }

    @Test
    void phrasesAreShownAsTheVocabularyAsks() {
        DisplayForms forms = DisplayForms.of(Map.of(
                "los-angeles", "Los Angeles", "z.y.r.", "Zyr-5", "dyspnea-on-exertion", "DOE", "metoprolol", "Metoprolol XL",
                "plain", ""));
        assertThat(forms.applied(List.of(turn("in los angeles the dyspnea on exertion, plain"))).getFirst().text())
                .isEqualTo("in Los Angeles the DOE, plain");
        assertThat(forms.applied(List.of(turn("take z y r now"))).getFirst().text()).isEqualTo("take Zyr-5 now");
        assertThat(forms.applied(List.of(turn("dyspnea. on exertion"))).getFirst().text()).isEqualTo("dyspnea. on exertion");
    }

    @Test
    void timesOfDisplayedWordsFillTheTimeOfTheHeardOnes() {
        DisplayForms forms = DisplayForms.of(Map.of("dyspnea-on-exertion", "DOE", "metoprolol", "Metoprolol XL"));
        Turn turn = forms.applied(List.of(turn("dyspnea on exertion metoprolol?"))).getFirst();
        assertThat(turn.words()).extracting(Word::time).containsExactly(
                new TimeSpan(0, 290), new TimeSpan(300, 375), new TimeSpan(375, 390));
        assertThat(turn.text()).isEqualTo("DOE Metoprolol XL?");
    }

    @Test
    void displayFormsSurviveTheWording() {
        DisplayForms forms = DisplayForms.of(Map.of("zyrtec", "ZyrTEC"));
        assertThat(Wording.open().readable(forms.applied(List.of(turn("i take zyrtec every day")))).getFirst().text())
                .isEqualTo("I take ZyrTEC every day.");
    }

    private static Turn turn(String text) {
        List<Word> words = new ArrayList<>();
        for (String token : text.split(" ")) {
            boolean marked = ",.?".indexOf(token.charAt(token.length() - 1)) >= 0;
            String plain = marked ? token.substring(0, token.length() - 1) : token;
            long start = words.size() * 100L;
            words.add(new Word(plain, marked ? token.substring(plain.length()) : "", new TimeSpan(start, start + 90), 0.9,
                    0, false));
        }
        return new Turn(Speaker.PATIENT, words);
    }
}
