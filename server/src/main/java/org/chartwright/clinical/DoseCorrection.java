package org.chartwright.clinical;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a dose that is put right in a sentence of its own: "forty milligrams." &ndash; "no, twenty." The words that take
 * back begin the sentence, and nothing but the amount follows. Stateless.
 */
final class DoseCorrection {

    /** How many sentences back the dose may stand: between the two somebody may repeat the wrong one. */
    static final int REACH = 4;

    private static final Pattern ENDS = Pattern.compile("(?: ?[.,!])*");

    private static final Pattern TAKES = Pattern.compile(
            "(?:(?:no|well|actually|oh) ?,? )*(?:i|we) (?:now |actually |only |just )*(?:take|use|am on|'m on|am taking|'m taking)(?: the| about| only)?");

    private DoseCorrection() {}

    /** Whether a sentence begins by taking back what was said. */
    static boolean opens(SentenceText text) {
        return TakingBack.end(text.words(0, text.tokens.size())) > 0;
    }

    /** Whether all that stands before a token takes back what was said. */
    static boolean begins(SentenceText text, int token) {
        String words = text.words(0, token);
        return token > 0 && TakingBack.end(words) == words.length();
    }

    /**
     * Puts a bare number in the place of the one that was said of a drug; its unit stays. A dose of the other speaker's is
     * put right only where it was asked: nobody changes what is ordered by saying "no, twenty".
     */
    static boolean puts(SentenceText text, List<SentenceText> texts, Piece number) {
        boolean alone = (begins(text, number.begin()) || tellsAnother(text, texts, number))
                && ENDS.matcher(text.words(number.end(), text.tokens.size())).matches();
        for (int i = text.index - 1; alone && i >= Math.max(0, text.index - REACH); i--) {
            SentenceText before = texts.get(i);
            boolean own = before.segment.speaker().equals(text.segment.speaker());
            Optional<Piece> wrong = before.allPieces.stream()
                    .filter(piece -> piece.kind() == Piece.Kind.STRENGTH)
                    .reduce((first, second) -> second);
            if (wrong.isPresent() && (own || before.form(before.tokens.size() - 1).equals("?"))) {
                return replaced(text, texts.subList(Math.max(0, i - 2), i + 1), number, before, wrong.get());
            }
        }
        return false;
    }

    /** "Are you taking the 50 micrograms?" &ndash; "I take 75." */
    private static boolean tellsAnother(SentenceText text, List<SentenceText> texts, Piece number) {
        SentenceText before = text.index > 0 ? texts.get(text.index - 1) : text;
        return !text.byClinician() && before.byClinician() && before.form(before.tokens.size() - 1).equals("?")
                && TAKES.matcher(text.words(0, number.begin())).matches();
    }

    private static boolean replaced(
            SentenceText text, List<SentenceText> near, Piece number, SentenceText before, Piece wrong) {
        for (SentenceText home : near) {
            for (Entity drug : home.entities) {
                boolean dosed = drug.has("STRENGTH", before.span(wrong.begin(), wrong.end()));
                if (dosed && wrong.end() - wrong.begin() > 1) {
                    drug.replace("STRENGTH", List.of(
                            text.span(number.begin(), number.end()), before.span(wrong.end() - 1, wrong.end())));
                    drug.corrections.add(text.index);
                    text.pieces.remove(number);
                    return true;
                }
            }
        }
        return false;
    }
}
