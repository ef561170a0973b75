package org.chartwright.eval.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Written text becomes the lower-case words that a speaker would say, sentence by sentence. */
final class SpokenForm {

    private static final Map<String, String> SAID = Map.ofEntries(
            Map.entry("dr", "doctor"), Map.entry("mr", "mister"), Map.entry("mrs", "missus"),
            Map.entry("ms", "miss"), Map.entry("mg", "milligrams"), Map.entry("mcg", "micrograms"),
            Map.entry("ml", "milliliters"), Map.entry("cm", "centimeters"), Map.entry("mm", "millimeters"),
            Map.entry("kg", "kilograms"), Map.entry("lbs", "pounds"), Map.entry("hrs", "hours"),
            Map.entry("yrs", "years"), Map.entry("vs", "versus"), Map.entry("ok", "okay"),
            Map.entry("mmhg", "millimeters of mercury"), Map.entry("bpm", "beats per minute"),
            Map.entry("1st", "first"), Map.entry("2nd", "second"), Map.entry("3rd", "third"),
            Map.entry("4th", "fourth"), Map.entry("5th", "fifth"), Map.entry("6th", "sixth"),
            Map.entry("7th", "seventh"), Map.entry("8th", "eighth"), Map.entry("9th", "ninth"),
            Map.entry("10th", "tenth"), Map.entry("hba1c", "hemoglobin a one c"), Map.entry("a1c", "a one c"),
            Map.entry("l4", "l four"), Map.entry("l5", "l five"), Map.entry("s1", "s one"),
            Map.entry("b12", "b twelve"), Map.entry("covid-19", "covid nineteen"), Map.entry("uh-huh", "uh huh"),
            Map.entry("mm-hmm", "mm hmm"), Map.entry("%", "percent"), Map.entry("&", "and"));

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[a-z0-9)][.?!])\\s+|\\s[.?!]\\s+|\\n+");
    private static final Pattern CLITIC = Pattern.compile("\\s+(n't|'s|'re|'ve|'ll|'m|'d)(?![a-z])");
    private static final Pattern TOKEN = Pattern.compile(
            "\\d+(?:st|nd|rd|th)\\b|covid-19|hba1c|[a-z]\\d{1,2}c?\\b|\\d{1,3}(?:,\\d{3})+|\\d+/\\d+|\\d+(?:\\.\\d+)?"
                    + "|uh-huh|mm-hmm|[a-z]+(?:'[a-z]+)*|'(?:cause|em|til)\\b|[%&]");

    private SpokenForm() {}

    /** The sentences of a text, each as words; sentences without words are left out. */
    static List<List<String>> sentences(String text) {
        String plain = text.toLowerCase(Locale.ROOT)
                .replace('\u2019', '\'')
                .replace('\u2018', '\'')
                .replaceAll("<[^<>]{1,40}>|\\[[^\\[\\]]{1,40}\\]", " ")
                .replaceAll("\\b(dr|mr|mrs|ms)\\.", "$1");
        plain = CLITIC.matcher(plain).replaceAll("$1").replaceAll("\\b(gon|wan)\\s+na\\b", "$1na");
        List<List<String>> sentences = new ArrayList<>();
        for (String sentence : SENTENCE_END.split(plain)) {
            List<String> words = words(sentence);
            if (!words.isEmpty()) {
                sentences.add(words);
            }
        }
        return sentences;
    }

    private static List<String> words(String sentence) {
        List<String> words = new ArrayList<>();
        Matcher tokens = TOKEN.matcher(sentence);
        while (tokens.find()) {
            String token = tokens.group();
            String said = SAID.get(token);
            if (said == null) {
                said = Character.isDigit(token.charAt(0)) ? Numbers.said(token) : lettersAndDigits(token);
            }
            words.addAll(List.of(said.split(" ")));
        }
        return words;
    }

    /** "t2" is said "t two". */
    private static String lettersAndDigits(String token) {
        if (token.length() > 1 && Character.isDigit(token.charAt(1))) {
            String digits = token.substring(1).replaceAll("\\D", "");
            return token.charAt(0) + " " + Numbers.said(digits) + (token.endsWith("c") ? " c" : "");
        }
        return token;
    }
}
