package org.chartwright.eval.speech;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/** How abbreviations, and a few names that letter rules get wrong, are said: written by hand. */
final class Abbreviations {

    private static final Set<String> SPELLED = Set.of(
            "abcd", "acl", "afp", "avc", "bid", "ble", "bmi", "cla", "copd", "crp", "cva", "dcis", "ecg", "ekg", "emg",
            "etoh", "hcg", "hiv", "hpi", "ibs", "ii", "iud", "iu", "iv", "lle", "mcl", "mri", "pcl", "pcp", "pnd", "pes",
            "ppi", "prn", "psa", "rle", "tia", "tid", "qid", "uihc", "uti", "ent", "er", "icu", "ed", "iop", "gi", "od", "ep",
            "obgyn", "thc", "ob", "dhea", "epi", "eeg", "mra", "alt", "ast", "tsh", "hdl", "ldl", "inr", "egd", "gerd",
            "adhd", "ptsd", "ra", "ms", "oa");

    private static final Map<String, String> BY_HAND = Map.ofEntries(
            Map.entry("afib", "EY F IH B"), Map.entry("cabg", "K AE B IH JH"), Map.entry("cath", "K AE TH"),
            Map.entry("cpap", "S IY P AE P"), Map.entry("bipap", "B AY P AE P"), Map.entry("meds", "M EH D Z"),
            Map.entry("eval", "IY V AE L"), Map.entry("cigs", "S IH G Z"), Map.entry("heent", "HH IY N T"),
            Map.entry("hent", "HH EH N T"), Map.entry("gerd", "G ER D"), Map.entry("mersa", "M ER S AH"),
            Map.entry("xarelto", "Z AH R EH L T OW"), Map.entry("lisinopril", "L AY S IH N AH P R IH L"),
            Map.entry("metformin", "M EH T F AO R M IH N"), Map.entry("semaglutide", "S EH M AH G L UW T AY D"),
            Map.entry("ozempic", "OW Z EH M P IH K"), Map.entry("jardiance", "JH AA R D IY AH N S"),
            Map.entry("farxiga", "F AA R S IY G AH"), Map.entry("eliquis", "EH L AH K W IH S"),
            Map.entry("januvia", "JH AH N UW V IY AH"), Map.entry("trulicity", "T R UW L IH S IH T IY"),
            Map.entry("mounjaro", "M AW N JH AA R OW"), Map.entry("miralax", "M IH R AH L AE K S"),
            Map.entry("uhm", "AH M"), Map.entry("spo", "S P OW"), Map.entry("situ", "S IH T UW"),
            Map.entry("tias", "T IY AY EY Z"), Map.entry("utis", "Y UW T IY AY Z"), Map.entry("ekgs", "IY K EY JH IY Z"),
            Map.entry("pfts", "P IY EH F T IY Z"), Map.entry("mgs", "M IH L AH G R AE M Z"));

    private static final Map<Character, String> LETTERS = Map.ofEntries(
            Map.entry('a', "EY"), Map.entry('b', "B IY"), Map.entry('c', "S IY"), Map.entry('d', "D IY"),
            Map.entry('e', "IY"), Map.entry('f', "EH F"), Map.entry('g', "JH IY"), Map.entry('h', "EY CH"),
            Map.entry('i', "AY"), Map.entry('j', "JH EY"), Map.entry('k', "K EY"), Map.entry('l', "EH L"),
            Map.entry('m', "EH M"), Map.entry('n', "EH N"), Map.entry('o', "OW"), Map.entry('p', "P IY"),
            Map.entry('q', "K Y UW"), Map.entry('r', "AA R"), Map.entry('s', "EH S"), Map.entry('t', "T IY"),
            Map.entry('u', "Y UW"), Map.entry('v', "V IY"), Map.entry('w', "D AH B AH L Y UW"), Map.entry('x', "EH K S"),
            Map.entry('y', "W AY"), Map.entry('z', "Z IY"));

    private Abbreviations() {}

    /** The phones of a word that is listed, or that has no vowel and must be spelled. */
    static Optional<String> phones(String word) {
        if (BY_HAND.containsKey(word)) {
            return Optional.ofNullable(BY_HAND.get(word));
        }
        if (!SPELLED.contains(word) && !word.matches("[bcdfghjklmnpqrstvwxz]{2,5}") || word.matches("h?m+|s?h+|m+h+m+")) {
            return Optional.empty();
        }
        StringJoiner said = new StringJoiner(" ");
        for (char letter : word.toCharArray()) {
            said.add(LETTERS.get(letter));
        }
        return Optional.of(said.toString());
    }
}
