package org.chartwright.wording;

import java.util.ArrayList;
import java.util.List;

/** What the choice of a word's casing looks at: the word, its neighbours, and whether a sentence starts at it. */
public final class CaseFeatures {

    private final List<String> words;
    private final List<Mark> marks;

    /** The lower-case words of one turn and the mark after each. */
    public CaseFeatures(List<String> words, List<Mark> marks) {
        this.words = words;
        this.marks = marks;
    }

    /** Whether word {@code i} is the first of a sentence. */
    public boolean starts(int i) {
        return i == 0 || marks.get(i - 1).endsSentence();
    }

    /** The features of word {@code i}. */
    public List<String> at(int i) {
        List<String> f = new ArrayList<>(24);
        String word = words.get(i);
        String start = i == 0 ? "T" : starts(i) ? "S" : "m";
        String before = i == 0 ? "<" : words.get(i - 1);
        String after = i + 1 < words.size() ? words.get(i + 1) : ">";
        String comma = i > 0 && marks.get(i - 1) == Mark.COMMA ? "," : "";
        f.add("st" + start);
        f.add("w" + word);
        f.add("ws" + start + word);
        f.add("p" + before + comma);
        f.add("n" + after);
        f.add("pw" + before + comma + ' ' + word);
        f.add("wn" + word + ' ' + after);
        f.add("pp" + (i > 1 ? words.get(i - 2) : "<") + ' ' + before);
        f.add("nn" + after + ' ' + (i + 2 < words.size() ? words.get(i + 2) : ">"));
        f.add("pc" + WordClasses.of(before) + comma);
        f.add("nc" + (after.equals(">") ? ">" : WordClasses.of(after)));
        f.add("len" + Math.min(word.length(), 8) + start);
        for (int letters = 2; letters <= 4; letters++) {
            if (word.length() > letters) {
                f.add("e" + word.substring(word.length() - letters));
            }
        }
        if (word.length() > 3) {
            f.add("b" + word.substring(0, 3));
        }
        f.add("seen" + Lexicon.entry(word) + start);
        f.add("seenp" + Lexicon.entry(word) + WordClasses.of(before));
        f.add("last" + (marks.get(i) == Mark.NONE ? "" : marks.get(i).sign()));
        return f;
    }
}
