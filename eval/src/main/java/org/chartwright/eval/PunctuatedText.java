package org.chartwright.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartwright.wording.Mark;

/** Reads a written turn into the words a recogniser would give and the labels to learn, as the scorer reads it. */
final class PunctuatedText {

    /** A word, lower case; the mark after it; and how it was written. */
    record Item(String word, Mark mark, String written) {}

    private static final Pattern JOINER = Pattern.compile("(?<=[\\p{L}\\p{N}_])[-/\u2013\u2014](?=[\\p{L}\\p{N}_])");
    private static final Pattern DASH = Pattern.compile("\\s[-\u2013\u2014]+(?=\\s)");
    private static final Pattern TOKEN =
            Pattern.compile("[^\\p{L}\\p{N}_]*(.*?)([^\\p{L}\\p{N}_]*)", Pattern.DOTALL);

    private PunctuatedText() {}

    static List<Item> read(String text) {
        String plain = text.replace('\u2019', '\'').replace('\u2018', '\'');
        plain = JOINER.matcher(plain).replaceAll(" ");
        plain = DASH.matcher(plain).replaceAll(" ");
        List<Item> items = new ArrayList<>();
        for (String token : plain.strip().split("\\s+", -1)) {
            Matcher parts = TOKEN.matcher(token);
            if (token.isEmpty() || !parts.matches()) {
                continue;
            }
            String core = parts.group(1);
            Mark mark = lastMark(core.isEmpty() ? token : parts.group(2));
            if (!core.isEmpty()) {
                items.add(new Item(core.toLowerCase(Locale.ROOT), mark, core));
            } else if (mark != Mark.NONE && !items.isEmpty() && items.getLast().mark() == Mark.NONE) {
                Item last = items.removeLast();
                items.add(new Item(last.word(), mark, last.written()));
            }
        }
        return items;
    }

    private static Mark lastMark(String tail) {
        for (int i = tail.length() - 1; i >= 0; i--) {
            switch (tail.charAt(i)) {
                case ',', ';', ':' -> {
                    return Mark.COMMA;
                }
                case '.', '!', '\u2026' -> {
                    return Mark.PERIOD;
                }
                case '?' -> {
                    return Mark.QUESTION;
                }
                default -> {}
            }
        }
        return Mark.NONE;
    }
}
