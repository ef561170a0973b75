package org.chartwright.note.visit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartwright.note.prose.Prose;
import org.chartwright.note.prose.Rules;

/** Puts what a clinician said to the patient into a plain sentence from the practice to the patient. Stateless. */
final class PlainWords {

    private static final Map<String, String> LAY = lay();
    private static final Pattern CLINICAL = Pattern.compile("\\b(?:" + String.join("|", LAY.keySet()) + ")\\b");
    private static final Pattern LEAD = Pattern.compile(
            "^(?:and|so|but|then|also|now|again|okay|well|because|plus|i mean|like|just|obviously|basically)\\b,? *");

    private PlainWords() {}

    /** The clinical words and their plain ones. */
    static Map<String, String> table() {
        return LAY;
    }

    /** A clause in lower case as a sentence: "i think you have hypertension" → "We think you have high blood pressure." */
    static String sentence(String clause) {
        String text = clause;
        for (Matcher lead = LEAD.matcher(text); lead.find(); lead = LEAD.matcher(text)) {
            text = text.substring(lead.end());
        }
        text = text.replaceAll("\\bi am\\b", "we are").replaceAll("\\bi was\\b", "we were").replaceAll("\\bam i\\b", "are we")
                .replaceAll("\\bi\\b", "we").replaceAll("\\bme\\b", "us").replaceAll("\\bmy\\b", "our")
                .replaceAll("\\bmyself\\b", "ourselves");
        return Prose.sentence(words(text));
    }

    /** The same text with plain words for clinical ones. */
    static String words(String text) {
        return CLINICAL.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(LAY.getOrDefault(found.group(), found.group())))
                .replaceAll("\\ban (?=[bcdfghjklmnpqrstvwz])", "a ")
                .replaceAll("\\ba (?=[aeio])", "an ");
    }

    private static Map<String, String> lay() {
        Map<String, String> lay = new LinkedHashMap<>();
        for (String line : Rules.lines("/org/chartwright/note/visit/lay.txt")) {
            String[] sides = line.split(" => ", -1);
            lay.put(sides[0].strip(), sides[1].strip());
        }
        return lay;
    }
}
