package org.chartwright.wording;

import java.util.List;
import org.chartwright.models.FeatureList;

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

    /** Adds the features of word {@code i}. */
    public void at(int i, FeatureList f) {
        String word = words.get(i);
        String start = i == 0 ? "T" : starts(i) ? "S" : "m";
        String before = i == 0 ? "<" : words.get(i - 1);
        String after = i + 1 < words.size() ? words.get(i + 1) : ">";
        String comma = i > 0 && marks.get(i - 1) == Mark.COMMA ? "," : "";
        f.put("st").put(start).end();
        f.put("w").put(word).end();
        f.put("ws").put(start).put(word).end();
        f.put("p").put(before).put(comma).end();
        f.put("n").put(after).end();
        f.put("pw").put(before).put(comma).put(' ').put(word).end();
        f.put("wn").put(word).put(' ').put(after).end();
        f.put("pp").put(i > 1 ? words.get(i - 2) : "<").put(' ').put(before).end();
        f.put("nn").put(after).put(' ').put(i + 2 < words.size() ? words.get(i + 2) : ">").end();
        f.put("pc").put(WordClasses.of(before)).put(comma).end();
        f.put("nc").put(after.equals(">") ? ">" : WordClasses.of(after)).end();
        f.put("len").put(Math.min(word.length(), 8)).put(start).end();
        for (int letters = 2; letters <= 4; letters++) {
            if (word.length() > letters) {
                f.put("e").put(word.substring(word.length() - letters)).end();
            }
        }
        if (word.length() > 3) {
            f.put("b").put(word.substring(0, 3)).end();
        }
        f.put("seen").put(Lexicon.entry(word)).put(start).end();
        f.put("seenp").put(Lexicon.entry(word)).put(WordClasses.of(before)).end();
        f.put("last").put(marks.get(i).sign()).end();
    }
}
