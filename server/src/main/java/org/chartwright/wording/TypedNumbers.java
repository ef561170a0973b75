package org.chartwright.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.chartwright.encounter.Turn;
import org.chartwright.encounter.Word;

/**
 * Writes the numbers of a text that somebody typed, and nothing else of it: its words, capitals and marks stay.
 *
 * <p>Typed words differ from heard ones in two ways. Marks stand where the writer put them, so a number never runs over one. And
 * one typed word may be several said ones ("twenty-five"); it is cut for the grammar, and what the grammar finds counts
 * only where it begins and ends with typed words.
 */
final class TypedNumbers {

    private static final Pattern HYPHENATED = Pattern.compile("\\p{L}+(-\\p{L}+)+");
    private static final Pattern CAPITALISED = Pattern.compile("\\p{Lu}\\p{Ll}*");

    private final List<Word> words;
    private final List<String> parts = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private final List<Integer> owners = new ArrayList<>();

    private TypedNumbers(List<Word> words) {
        this.words = words;
        for (int i = 0; i < words.size(); i++) {
            for (String part : cut(words.get(i).text())) {
                parts.add(part);
                marks.add(Mark.NONE);
                owners.add(i);
            }
            marks.set(marks.size() - 1, mark(words.get(i).mark()));
        }
    }

    /** The same turn with its numbers written. */
    static Turn written(Turn turn) {
        return new Turn(turn.speaker(), new TypedNumbers(turn.words()).written());
    }

    private List<Word> written() {
        List<Word> written = new ArrayList<>();
        int next = 0;
        for (Piece piece : NumberGrammar.pieces(new Heard(parts, marks))) {
            int from = owners.get(piece.from());
            int to = owners.get(piece.to() - 1) + 1;
            if (startsAt(from, piece.from()) && endsAt(to, piece.to())) {
                written.addAll(words.subList(next, from));
                List<Word> said = words.subList(from, to);
                written.add(Wording.merged(said, piece, said.getFirst().text(), said.getLast().mark()));
                next = to;
            }
        }
        written.addAll(words.subList(next, words.size()));
        return written;
    }

    private boolean startsAt(int word, int part) {
        return part == 0 || owners.get(part - 1) < word;
    }

    private boolean endsAt(int afterWord, int afterPart) {
        return afterPart == owners.size() || owners.get(afterPart) == afterWord;
    }

    /** As the grammar knows words: lower case; empty for what was written on purpose, such as names of drugs and digits. */
    private static List<String> cut(String text) {
        String plain = text.replace('\u2019', '\'');
        boolean usual = plain.length() <= Parts.LONGEST
                && (!ReadableText.untouchable(plain)
                        || CAPITALISED.matcher(plain).matches()
                        || HYPHENATED.matcher(plain).matches() && !ReadableText.untouchable(plain.substring(1)));
        if (!usual) {
            return List.of("");
        }
        String lower = plain.toLowerCase(Locale.ROOT);
        List<String> cut = List.of(lower.split("-", -1));
        return HYPHENATED.matcher(lower).matches() && SpokenNumber.opens(cut.getFirst()) ? cut : List.of(lower);
    }

    private static Mark mark(String sign) {
        return switch (sign) {
            case "" -> Mark.NONE;
            case "," -> Mark.COMMA;
            case "?" -> Mark.QUESTION;
            default -> Mark.PERIOD;
        };
    }
}
