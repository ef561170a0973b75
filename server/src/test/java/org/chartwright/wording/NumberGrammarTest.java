package org.chartwright.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class NumberGrammarTest {

    @ParameterizedTest(name = "{0} => {1}")
    @MethodSource("cases")
    void writesNumbersAsAClinicianDoes(String heard, String written) {
        assertThat(written(heard)).isEqualTo(written);
    }

    @Test
    void theTableIsLarge() throws IOException {
        assertThat(cases().count()).isGreaterThan(150);
    }

    @Test
    void aSentenceEndSeparatesNumbers() {
        List<String> words = List.of("i", "take", "twenty", "five", "milligrams");
        List<Mark> marks = new ArrayList<>(Collections.nCopies(5, Mark.NONE));
        marks.set(2, Mark.PERIOD);
        assertThat(written(words, marks)).isEqualTo("i take 20 5 mg");
    }

    /** Whatever is said, pieces stand for words in order, without overlap, and never for the empty. */
    @Test
    void piecesNeverOverlapWhateverIsSaid() {
        String[] vocabulary = ("one two five nine ten twelve fifteen twenty fifty ninety hundred thousand point oh zero and a half over"
                        + " to or out of milligrams percent days year old october may first third a m p o'clock at type l"
                        + " double temperature pressure i the")
                .split(" ");
        Random random = new Random(20261123);
        for (int round = 0; round < 20_000; round++) {
            List<String> words = new ArrayList<>();
            List<Mark> marks = new ArrayList<>();
            for (int i = random.nextInt(1, 12); i > 0; i--) {
                words.add(vocabulary[random.nextInt(vocabulary.length)]);
                marks.add(random.nextInt(6) == 0 ? Mark.values()[random.nextInt(4)] : Mark.NONE);
            }
            int at = 0;
            for (Piece piece : NumberGrammar.pieces(new Heard(words, marks))) {
                assertThat(piece.from()).as("%s", words).isGreaterThanOrEqualTo(at);
                assertThat(piece.to()).as("%s", words).isGreaterThan(piece.from()).isLessThanOrEqualTo(words.size());
                assertThat(piece.text()).as("%s", words).isNotBlank().doesNotContain(" ");
                at = piece.to();
            }
        }
    }

    @Test
    void whatWasWrittenOnceIsLeftAlone() throws IOException {
        cases().forEach(row -> {
            String once = String.join(" ", untouched((String) row[1]));
            assertThat(written(once).strip()).as("%s", row[1]).isEqualTo(once.strip());
        });
    }

    /** As {@link Wording} does: words with digits or capitals are hidden from the grammar. */
    private static List<String> untouched(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !ReadableText.untouchable(word)).toList().isEmpty()
                ? List.of("")
                : Arrays.stream(text.split(" ")).map(word -> ReadableText.untouchable(word) ? "#" : word).toList();
    }

    private static String written(String heard) {
        List<String> words = List.of(heard.split(" "));
        return written(words, Collections.nCopies(words.size(), Mark.NONE));
    }

    private static String written(List<String> words, List<Mark> marks) {
        List<String> shown = new ArrayList<>();
        int i = 0;
        for (Piece piece : NumberGrammar.pieces(new Heard(words, marks))) {
            shown.addAll(words.subList(i, piece.from()));
            shown.add(piece.text());
            i = piece.to();
        }
        shown.addAll(words.subList(i, words.size()));
        return String.join(" ", shown);
    }

    private static Stream<Object[]> cases() throws IOException {
        try (InputStream in = Objects.requireNonNull(NumberGrammarTest.class.getResourceAsStream("numbers.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> line.contains(" => "))
                    .map(line -> (Object[]) line.split(" => ", 2))
                    .filter(row -> !((String) row[0]).startsWith("#"))
                    .toList()
                    .stream();
        }
    }
}
