package org.chartwright.wording;

import java.util.List;
import java.util.Set;
import org.chartwright.models.FeatureList;

/** What the choice of a mark looks at: the words around the gap, and in the second pass the marks around it. */
public final class MarkFeatures {

    private static final Set<String> FILLERS = Set.of("um", "uh", "mm", "hmm");

    private final String[] words;
    private final String[] classes;
    private final int count;
    private final String style;

    /** The lower-case words of one turn. */
    public MarkFeatures(List<String> turn) {
        count = turn.size();
        words = new String[count];
        classes = new String[count];
        for (int i = 0; i < count; i++) {
            words[i] = turn.get(i);
            classes[i] = WordClasses.of(words[i]);
        }
        style = style(turn);
    }

    /** How people talk in this turn: fillers, spelling, length. Conversation and dictation are punctuated differently. */
    private static String style(List<String> turn) {
        boolean fillers = false;
        boolean apart = false;
        boolean brief = false;
        for (String word : turn) {
            fillers |= FILLERS.contains(word);
            apart |= word.equals("n't") || word.equals("na");
            brief |= word.equals("ok");
        }
        int n = turn.size();
        int length = n < 4 ? n : n < 8 ? 4 : n < 16 ? 5 : n < 32 ? 6 : 7;
        return "st" + (fillers ? "f" : "") + (apart ? "c" : "") + (brief ? "k" : "") + length;
    }

    /** Adds the features of the gap after word {@code i}. */
    public void first(int i, FeatureList f) {
        for (int d = -3; d <= 4; d++) {
            f.put("w").put(d).put(w(i + d)).end();
        }
        for (int d = -2; d <= 2; d++) {
            words(f.put("b").put(d), i + d, 2);
        }
        for (int d = -2; d <= 1; d++) {
            words(f.put("t").put(d), i + d, 3);
        }
        words(f.put("q"), i - 1, 4);
        f.put("s").put(w(i - 1)).put(' ').put(w(i + 1)).end();
        f.put("S").put(w(i)).put(' ').put(w(i + 2)).end();
        for (int d = -2; d <= 3; d++) {
            f.put("c").put(d).put(c(i + d)).end();
        }
        for (int d = -2; d <= 2; d++) {
            classes(f.put("cb").put(d), i + d, 2);
        }
        for (int d = -2; d <= 1; d++) {
            classes(f.put("ct").put(d), i + d, 3);
        }
        classes(f.put("cq"), i - 1, 4);
        f.put("wc").put(w(i)).put(' ').put(c(i + 1)).put(' ').put(c(i + 2)).end();
        f.put("cw").put(c(i)).put(' ').put(w(i + 1)).put(' ').put(c(i + 2)).end();
        f.put("x").put(c(i - 1)).put(' ').put(c(i)).put(' ').put(w(i + 1)).end();
        f.put("e2").put(tail(w(i), 2)).end();
        f.put("e3").put(tail(w(i + 1), 3)).end();
        f.put("p").put(bin(i)).end();
        f.put("r").put(bin(count - 1 - i)).end();
        shape(i, f);
    }

    /** The turn's style, lists, stutters, and at the end of the turn how it began. */
    private void shape(int i, FeatureList f) {
        f.put(style).end();
        f.put(style).put(w(i)).end();
        f.put(style).put('>').put(w(i + 1)).end();
        f.put(style).put(c(i)).put('>').put(c(i + 1)).end();
        int ahead = joiner(i, 1);
        int back = joiner(i, -1);
        f.put("and").put(ahead).end();
        f.put("dna").put(back).end();
        f.put("dd").put(ahead).put(' ').put(back).end();
        if (i < count - 1 && words[i].equals(words[i + 1])) {
            f.put("same").end();
        }
        if (i == count - 1) {
            f.put("end").put(w(0)).end();
            words(f.put("end"), 0, 2);
            classes(f.put("end"), 0, 3);
            f.put("endlen").put(bin(count)).end();
        }
    }

    /** Adds what the network knows of word {@code i}: itself, its class, how it ends, and how people talk in this turn. */
    public void alone(int i, FeatureList f) {
        f.put("w").put(words[i]).end();
        f.put("c").put(classes[i]).end();
        f.put("e").put(tail(words[i], 2)).end();
        f.put(style).end();
        if (i + 1 < count && words[i].equals(words[i + 1])) {
            f.put("same").end();
        }
    }

    /** Adds what the first pass's {@code guess[gap][mark]} says; to be used beside {@link #first}. */
    public void second(int i, double[][] guess, FeatureList f) {
        for (int d = -3; d <= 3; d++) {
            int at = i + d;
            if (at >= 0 && at < count) {
                for (int mark = 0; mark < guess[at].length; mark++) {
                    f.put("g").put(d).put(mark).put(level(guess[at][mark])).end();
                }
            }
        }
        int from = i;
        while (from > 0 && ending(guess[from - 1]) < 0.5) {
            from--;
        }
        int to = i + 1;
        while (to < count - 1 && ending(guess[to]) < 0.5) {
            to++;
        }
        int piece = i;
        while (piece > 0 && guess[piece - 1][0] > 0.5) {
            piece--;
        }
        String likely = level(ending(guess[i])) + ' ';
        f.put("from").put(likely).put(w(from)).end();
        words(f.put("from2").put(likely), from, 2);
        classes(f.put("fromc").put(likely), from, 3);
        f.put("piece").put(likely).put(w(piece)).end();
        words(f.put("piece2").put(likely), piece, 2);
        classes(f.put("piecec").put(likely), piece, 3);
        f.put("len").put(likely).put(bin(i - from + 1)).end();
        f.put("plen").put(likely).put(bin(i - piece + 1)).end();
        f.put("next").put(likely).put(bin(to - i)).end();
        f.put("asks").put(likely).put(asks(from, i)).end();
        f.put("pasks").put(likely).put(asks(piece, i)).end();
    }

    private void words(FeatureList f, int from, int many) {
        for (int k = 0; k < many; k++) {
            (k == 0 ? f : f.put(' ')).put(w(from + k));
        }
        f.end();
    }

    private void classes(FeatureList f, int from, int many) {
        for (int k = 0; k < many; k++) {
            (k == 0 ? f : f.put(' ')).put(c(from + k));
        }
        f.end();
    }

    /** How many words away the next "and" or "or" stands, which ends a list; 9 where none is near. */
    private int joiner(int i, int step) {
        int from = step > 0 ? 1 : 0;
        for (int away = from; away <= 5; away++) {
            String word = w(i + step * away);
            if (word.equals("and") || word.equals("or")) {
                return away;
            }
        }
        return 9;
    }

    /** Whether an auxiliary stands before its subject, or a question word opens, between two words. */
    private String asks(int from, int to) {
        String how = c(from).equals("W") ? "W" : "";
        for (int i = from; i < to; i++) {
            if ((c(i).equals("A") || c(i).equals("N"))
                    && (c(i + 1).equals("S") || c(i + 1).equals("D") || w(i + 1).equals("there"))) {
                boolean subjectBefore = i > from && (c(i - 1).equals("S") || c(i - 1).equals("O"));
                return how + (subjectBefore ? "b" : i == from ? "I" : "i");
            }
        }
        return how;
    }

    private String w(int i) {
        return i < 0 ? "<" : i >= count ? ">" : words[i];
    }

    private String c(int i) {
        return i < 0 ? "<" : i >= count ? ">" : classes[i];
    }

    private static String tail(String word, int letters) {
        return word.length() > letters ? word.substring(word.length() - letters) : word;
    }

    private static int bin(int n) {
        return n < 6 ? n : n < 10 ? 6 : n < 16 ? 7 : n < 30 ? 8 : 9;
    }

    private static double ending(double[] marks) {
        return marks[Mark.PERIOD.place()] + marks[Mark.QUESTION.place()];
    }

    private static String level(double p) {
        return p < 0.02 ? "a" : p < 0.08 ? "b" : p < 0.2 ? "c" : p < 0.35 ? "d" : p < 0.5 ? "e" : p < 0.65 ? "f"
                : p < 0.8 ? "g" : p < 0.93 ? "h" : "i";
    }
}
