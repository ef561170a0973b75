package org.chartwright.wording;

import java.util.ArrayList;
import java.util.List;

/** What the choice of a mark looks at: the words around the gap, and in the second pass the marks around it. */
public final class MarkFeatures {

    private final String[] words;
    private final String[] classes;
    private final int count;

    /** The lower-case words of one turn. */
    public MarkFeatures(List<String> turn) {
        count = turn.size();
        words = new String[count];
        classes = new String[count];
        for (int i = 0; i < count; i++) {
            words[i] = turn.get(i);
            classes[i] = WordClasses.of(words[i]);
        }
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

    /** The features of the gap after word {@code i}. */
    public List<String> first(int i) {
        List<String> f = new ArrayList<>(64);
        for (int d = -3; d <= 4; d++) {
            f.add("w" + d + w(i + d));
        }
        for (int d = -2; d <= 2; d++) {
            f.add("b" + d + w(i + d) + ' ' + w(i + d + 1));
        }
        for (int d = -2; d <= 1; d++) {
            f.add("t" + d + w(i + d) + ' ' + w(i + d + 1) + ' ' + w(i + d + 2));
        }
        f.add("q" + w(i - 1) + ' ' + w(i) + ' ' + w(i + 1) + ' ' + w(i + 2));
        f.add("s" + w(i - 1) + ' ' + w(i + 1));
        f.add("S" + w(i) + ' ' + w(i + 2));
        for (int d = -2; d <= 3; d++) {
            f.add("c" + d + c(i + d));
        }
        for (int d = -2; d <= 2; d++) {
            f.add("cb" + d + c(i + d) + ' ' + c(i + d + 1));
        }
        for (int d = -2; d <= 1; d++) {
            f.add("ct" + d + c(i + d) + ' ' + c(i + d + 1) + ' ' + c(i + d + 2));
        }
        f.add("cq" + c(i - 1) + ' ' + c(i) + ' ' + c(i + 1) + ' ' + c(i + 2));
        f.add("wc" + w(i) + ' ' + c(i + 1) + ' ' + c(i + 2));
        f.add("cw" + c(i) + ' ' + w(i + 1) + ' ' + c(i + 2));
        f.add("x" + c(i - 1) + ' ' + c(i) + ' ' + w(i + 1));
        f.add("e2" + tail(w(i), 2));
        f.add("e3" + tail(w(i + 1), 3));
        f.add("p" + bin(i));
        f.add("r" + bin(count - 1 - i));
        if (i < count - 1 && words[i].equals(words[i + 1])) {
            f.add("same");
        }
        if (i == count - 1) {
            f.add("end" + w(0));
            f.add("end" + w(0) + ' ' + w(1));
            f.add("end" + c(0) + ' ' + c(1) + ' ' + c(2));
            f.add("endlen" + bin(count));
        }
        return f;
    }

    /** The features of the same gap once {@code guess[gap][mark]} says how likely each mark is at each gap. */
    public List<String> second(int i, double[][] guess) {
        List<String> f = first(i);
        for (int d = -3; d <= 3; d++) {
            int at = i + d;
            if (at >= 0 && at < count) {
                for (int mark = 0; mark < guess[at].length; mark++) {
                    f.add("g" + d + mark + level(guess[at][mark]));
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
        f.add("from" + likely + w(from));
        f.add("from2" + likely + w(from) + ' ' + w(from + 1));
        f.add("fromc" + likely + c(from) + ' ' + c(from + 1) + ' ' + c(from + 2));
        f.add("piece" + likely + w(piece));
        f.add("piece2" + likely + w(piece) + ' ' + w(piece + 1));
        f.add("piecec" + likely + c(piece) + ' ' + c(piece + 1) + ' ' + c(piece + 2));
        f.add("len" + likely + bin(i - from + 1));
        f.add("plen" + likely + bin(i - piece + 1));
        f.add("next" + likely + bin(to - i));
        f.add("asks" + likely + asks(from, i));
        f.add("pasks" + likely + asks(piece, i));
        return f;
    }

    /** Whether an auxiliary stands before its subject, or a question word opens, between two words. */
    private String asks(int from, int to) {
        String how = c(from).equals("W") ? "W" : "";
        for (int i = from; i < to; i++) {
            if ((c(i).equals("A") || c(i).equals("N"))
                    && (c(i + 1).equals("S") || c(i + 1).equals("D") || w(i + 1).equals("there"))) {
                boolean subjectBefore = i > from && (c(i - 1).equals("S") || c(i - 1).equals("O"));
                how += subjectBefore ? "b" : i == from ? "I" : "i";
                break;
            }
        }
        return how;
    }

    private static double ending(double[] marks) {
        return marks[2] + marks[3];
    }

    private static String level(double p) {
        return p < 0.02 ? "a" : p < 0.08 ? "b" : p < 0.2 ? "c" : p < 0.35 ? "d" : p < 0.5 ? "e" : p < 0.65 ? "f"
                : p < 0.8 ? "g" : p < 0.93 ? "h" : "i";
    }
}
