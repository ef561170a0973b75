package org.chartwright.wording;

import java.util.HashMap;
import java.util.Map;

/** A coarse part of speech for the closed classes of English, so that rare neighbours still say something. */
final class WordClasses {

    private static final Map<String, String> CLASSES = new HashMap<>();

    static {
        put("S", "i you he she we they it");
        put("SV", "i'm you're he's she's we're they're it's that's there's here's i've you've we've they've i'll you'll"
                + " he'll she'll we'll they'll it'll i'd you'd he'd she'd we'd they'd let's");
        put("O", "me him us them myself yourself himself herself");
        put("D", "a an the this that these those my your his her its our their some any every each no another");
        put("A", "do does did is are was were am have has had can could would will should may might must shall");
        put("N", "don't doesn't didn't isn't aren't wasn't weren't haven't hasn't hadn't can't couldn't wouldn't won't"
                + " shouldn't n't not never");
        put("W", "what when where who how why which whose what's how's where's who's when's");
        put("C", "and or but");
        put("B", "because if when while although though since unless until whether cause 'cause");
        put("P", "of in on at to for with from by about into over under after before during through between without"
                + " within per than as like around down up off out");
        put("F", "um uh er erm hmm hm ah mm mhm");
        put("Y", "yes yeah yep no nope okay ok sure right alright oh well so great good perfect exactly absolutely"
                + " correct thanks hi hello hey ohh mm-hmm uh-huh");
        put("T", "today now yesterday tomorrow then again ago later lately recently usually currently");
        put("I", "please actually basically obviously maybe probably also too just really very still even only");
        put("M", "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
                + " seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand"
                + " half once twice");
        put("U", "milligram milligrams mg day days week weeks month months year years hour hours minute minutes percent"
                + " pounds times pills tablets degrees");
        put("H", "doctor dr mr mrs ms miss missus mister sir ma'am");
        put("V", "be been being get got go going take taking feel feeling think know see want need say tell look let make"
                + " mean come came help give keep");
    }

    private WordClasses() {}

    /** The class of a lower-case word; its last three letters where it has none. */
    static String of(String word) {
        String known = CLASSES.get(word);
        if (known != null) {
            return known;
        }
        if (Character.isDigit(word.charAt(0))) {
            return "M";
        }
        return word.length() > 4 ? word.substring(word.length() - 3) : "x";
    }

    private static void put(String name, String words) {
        for (String word : words.split(" ", -1)) {
            CLASSES.putIfAbsent(word, name);
        }
    }
}
