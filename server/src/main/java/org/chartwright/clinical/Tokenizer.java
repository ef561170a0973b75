package org.chartwright.clinical;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.chartwright.models.Recall;

/**
 * Takes text apart into tokens that remember their characters. Contractions come apart ("don't" and "do n't" are the
 * same two tokens), hyphens part words, a number keeps its comma, point, colon or slash, and a unit glued to a number
 * ("500mg") is loosened. A run of more than {@value #LONGEST_WORD} characters without a space gives no token.
 */
final class Tokenizer {

    private static final Set<String> CLITICS = Set.of("n't", "'s", "'m", "'re", "'ve", "'ll", "'d");
    private static final Set<String> ORDINALS = Set.of("st", "nd", "rd", "th");

    /** More than this without a space is no word that anybody said, and would only cost time. */
    private static final int LONGEST_WORD = 200;

    private Tokenizer() {}

    static List<Token> tokens(String text) {
        return Recall.of("tokens", text, Tokenizer::read);
    }

    private static List<Token> read(String text) {
        List<Token> tokens = new ArrayList<>();
        int i = 0;
        int runEnd = 0;
        while (i < text.length()) {
            int codePoint = text.codePointAt(i);
            if (i >= runEnd) {
                runEnd = endOfRun(text, i);
                if (runEnd - i > LONGEST_WORD) {
                    i = runEnd;
                    continue;
                }
            }
            if (isSpace(codePoint) || codePoint == '-' || codePoint == '\u2010' || codePoint == '\u2011') {
                i += Character.charCount(codePoint);
            } else if (Character.isDigit(codePoint)) {
                i = number(text, i, tokens);
            } else if (Character.isLetter(codePoint) || isApostrophe(codePoint)) {
                i = word(text, i, tokens);
            } else {
                int end = skipMarks(text, i + Character.charCount(codePoint));
                add(text, i, end, tokens);
                i = end;
            }
        }
        return tokens;
    }

    /** Where the next space stands; after it, when one stands here. */
    private static int endOfRun(String text, int start) {
        int i = start;
        while (i < text.length() && !isSpace(text.codePointAt(i))) {
            i += Character.charCount(text.codePointAt(i));
        }
        return Math.max(i, start + Character.charCount(text.codePointAt(start)));
    }

    private static int number(String text, int start, List<Token> tokens) {
        int i = start;
        while (i < text.length()) {
            char c = text.charAt(i);
            boolean inside = (c == '.' || c == ',' || c == '/' || c == ':')
                    && i + 1 < text.length()
                    && Character.isDigit(text.charAt(i + 1));
            if (!Character.isDigit(c) && !inside) {
                break;
            }
            i++;
        }
        int letters = i;
        while (letters < text.length() && Character.isLetter(text.charAt(letters))) {
            letters++;
        }
        if (ORDINALS.contains(text.substring(i, letters).toLowerCase(Locale.ROOT))) {
            i = letters;
        }
        add(text, start, i, tokens);
        return i;
    }

    private static int word(String text, int start, List<Token> tokens) {
        int i = start;
        int lastLetter = start;
        while (i < text.length()) {
            int codePoint = text.codePointAt(i);
            if (!Character.isLetterOrDigit(codePoint) && !isMark(codePoint) && !isApostrophe(codePoint)) {
                break;
            }
            i += Character.charCount(codePoint);
            if (!isApostrophe(codePoint)) {
                lastLetter = i;
            }
        }
        int end = Math.max(lastLetter, start);
        if (end == start) { // only apostrophes: quotation marks
            add(text, start, i, tokens);
            return i;
        }
        String plain = plain(text.substring(start, end));
        int clitic = cliticLength(plain);
        if (clitic > 0 && clitic < plain.length() && plain.length() == end - start) {
            add(text, start, end - clitic, tokens);
            add(text, end - clitic, end, tokens);
        } else if (isApostrophe(text.codePointAt(start)) && !CLITICS.contains(plain)) {
            add(text, start, start + 1, tokens);
            return start + 1;
        } else {
            add(text, start, end, tokens);
        }
        return end;
    }

    private static int cliticLength(String word) {
        for (int length = 2; length <= 3 && length <= word.length(); length++) {
            if (CLITICS.contains(word.substring(word.length() - length))) {
                return length;
            }
        }
        return 0;
    }

    private static void add(String text, int begin, int end, List<Token> tokens) {
        String form = plain(text.substring(begin, end));
        if (form.isEmpty()) { // a combining mark that stands alone
            form = text.substring(begin, end);
        }
        tokens.add(new Token(form, stem(form), begin, end));
    }

    /** Lower case, accents off, apostrophes straight. */
    private static String plain(String word) {
        String plain = word;
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) >= 128) {
                plain = Normalizer.normalize(word, Normalizer.Form.NFKD)
                        .replaceAll("\\p{M}+", "")
                        .replace('\u2019', '\'')
                        .replace('\u2018', '\'');
                break;
            }
        }
        return plain.toLowerCase(Locale.ROOT);
    }

    /** Takes a plural ending off; the result need not be a word, it must only be the same for both forms. */
    static String stem(String form) {
        int length = form.length();
        if (length < 4 || form.charAt(length - 1) != 's') {
            return form;
        }
        char before = form.charAt(length - 2);
        if (before == 's' || before == 'u' || before == 'i' || before == '\'') {
            return form;
        }
        if (before == 'e' && length > 4) {
            char third = form.charAt(length - 3);
            if (third == 'i') {
                return form.substring(0, length - 3) + "y";
            }
            if (third == 'x' || third == 's' || third == 'h' || third == 'z') {
                return form.substring(0, length - 2);
            }
        }
        return form.substring(0, length - 1);
    }

    private static int skipMarks(String text, int from) {
        int i = from;
        while (i < text.length() && isMark(text.codePointAt(i))) {
            i += Character.charCount(text.codePointAt(i));
        }
        return i;
    }

    private static boolean isSpace(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }

    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || codePoint == 0x200D;
    }

    private static boolean isApostrophe(int codePoint) {
        return codePoint == '\'' || codePoint == '\u2019' || codePoint == '\u2018';
    }
}
