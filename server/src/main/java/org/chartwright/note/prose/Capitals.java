package org.chartwright.note.prose;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartwright.clinical.Lexicon;
import org.chartwright.encounter.Segment;

/** Gives names back the capitals with which they stand inside the segments that a sentence rests on. Stateless. */
public final class Capitals {

    /** A capital word that no mark before it makes large; what opens a segment shows nothing. */
    private static final Pattern NAME = Pattern.compile("(?<=[\\p{L}\\d,] )(\\p{Lu}\\p{Ll}+)\\b(?!['\u2019]|-)");
    private static final Pattern WORD = Pattern.compile("\\b\\p{Ll}+\\b");

    private Capitals() {}

    /** The sentence with the names that its evidence writes large; generic names of drugs are none, whoever writes them large. */
    public static String restored(String sentence, List<Segment> evidence) {
        Set<String> names = new HashSet<>();
        Set<String> small = new HashSet<>();
        for (Segment segment : evidence) {
            Matcher name = NAME.matcher(segment.text());
            while (name.find()) {
                names.add(name.group(1));
            }
            Matcher word = WORD.matcher(segment.text());
            while (word.find()) {
                small.add(word.group());
            }
        }
        names.removeIf(name -> small.contains(lower(name)));
        if (names.isEmpty()) {
            return sentence;
        }
        Set<String> drugs = drugs(evidence);
        names.removeIf(name -> drugs.contains(lower(name)));
        return WORD.matcher(sentence).replaceAll(word -> {
            String large = Prose.capital(word.group());
            return names.contains(large) ? large : word.group();
        });
    }

    private static Set<String> drugs(List<Segment> evidence) {
        Set<String> words = new HashSet<>();
        for (Segment segment : evidence) {
            String text = segment.text();
            for (Lexicon.Found drug : Lexicon.standard().find(text)) {
                if (drug.type().equals("GENERIC_NAME")) {
                    words.addAll(List.of(lower(text.substring(drug.begin(), drug.end())).split(" +", -1)));
                }
            }
        }
        return words;
    }

    private static String lower(String name) {
        return name.toLowerCase(java.util.Locale.ROOT);
    }
}
