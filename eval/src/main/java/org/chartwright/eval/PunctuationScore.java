package org.chartwright.eval;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.chartwright.wording.Mark;

/** F1 of marks, sentence ends and casing, counted as {@code score_punct.py} counts them when no word was changed. */
final class PunctuationScore {

    static final String HEADING = String.format(Locale.ROOT, "%-16s %7s %7s %7s %7s %7s %9s %7s %7s", "set", "words",
            "comma", "period", "quest", "micro", "boundary", "casing", "exact");

    private static final Set<String> I_FORMS = Set.of("i", "i'm", "i've", "i'd", "i'll");

    private final Count[] marks = {new Count(), new Count(), new Count(), new Count()};
    private final Count micro = new Count();
    private final Count boundary = new Count();
    private final Count casing = new Count();
    private long words;
    private long exact;

    private static final class Count {
        private long both;
        private long either;

        private void add(boolean wanted, boolean given, boolean right) {
            either += (wanted ? 1 : 0) + (given ? 1 : 0);
            both += wanted && given && right ? 1 : 0;
        }

        private String f1() {
            return either == 0 ? "-" : String.format(Locale.ROOT, "%.2f", 200.0 * both / either);
        }
    }

    /** Counts one turn. */
    void add(String gold, String answer, boolean cased) {
        List<PunctuatedText.Item> want = PunctuatedText.read(gold);
        List<PunctuatedText.Item> got = PunctuatedText.read(answer);
        if (!want.stream().map(PunctuatedText.Item::word).toList().equals(
                got.stream().map(PunctuatedText.Item::word).toList())) {
            throw new IllegalStateException("A turn came back with other words");
        }
        for (int i = 0; i < want.size(); i++) {
            add(want.get(i), got.get(i), cased);
        }
    }

    private void add(PunctuatedText.Item want, PunctuatedText.Item got, boolean cased) {
        words++;
        Mark x = want.mark();
        Mark y = got.mark();
        for (Mark mark : Mark.values()) {
            marks[mark.place()].add(x == mark, y == mark, true);
        }
        micro.add(x != Mark.NONE, y != Mark.NONE, x == y);
        boundary.add(x.endsSentence(), y.endsSentence(), true);
        String wanted = shape(want.written());
        String given = shape(got.written());
        if (cased && !I_FORMS.contains(want.word())) {
            casing.add(!wanted.equals("lower"), !given.equals("lower"), wanted.equals(given));
        }
        exact += x == y && (!cased || wanted.equals(given)) ? 1 : 0;
    }

    private static String shape(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        String letters = word.codePoints()
                .filter(Character::isLetter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        if (letters.isEmpty() || word.equals(lower)) {
            return "lower";
        }
        if (letters.length() > 1 && letters.equals(letters.toUpperCase(Locale.ROOT))) {
            return "upper";
        }
        boolean capital = Character.isUpperCase(word.charAt(0)) && word.substring(1).equals(lower.substring(1));
        return capital ? "capital" : "mixed";
    }

    /** A line under {@link #HEADING}. */
    String row(String set) {
        return String.format(Locale.ROOT, "%-16s %7d %7s %7s %7s %7s %9s %7s %7.2f", set, words,
                marks[Mark.COMMA.place()].f1(), marks[Mark.PERIOD.place()].f1(), marks[Mark.QUESTION.place()].f1(),
                micro.f1(), boundary.f1(), casing.f1(), 100.0 * exact / words);
    }
}
