package org.chartwright.speech.pocketsphinx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The phones of CMU's dictionary, and how to come to them from IPA. */
public final class Arpabet {

    private static final Map<String, String> FROM_IPA = Map.ofEntries(
            // Vowels; American and British values both end in the American set.
            Map.entry("iː", "IY"), Map.entry("i", "IY"), Map.entry("ɪ", "IH"), Map.entry("ᵻ", "IH"), Map.entry("ɨ", "IH"),
            Map.entry("eɪ", "EY"), Map.entry("e", "EH"), Map.entry("ɛ", "EH"), Map.entry("æ", "AE"), Map.entry("a", "AE"),
            Map.entry("ɑː", "AA"), Map.entry("ɑ", "AA"), Map.entry("ɒ", "AA"), Map.entry("ɔː", "AO"), Map.entry("ɔ", "AO"),
            Map.entry("oː", "AO"), Map.entry("oʊ", "OW"), Map.entry("əʊ", "OW"), Map.entry("o", "OW"), Map.entry("ʊ", "UH"),
            Map.entry("uː", "UW"), Map.entry("u", "UW"), Map.entry("ʌ", "AH"), Map.entry("ə", "AH"), Map.entry("ɐ", "AH"),
            Map.entry("ɜː", "ER"), Map.entry("ɜ", "ER"), Map.entry("ɝ", "ER"), Map.entry("ɚ", "ER"), Map.entry("əl", "AH L"),
            Map.entry("aɪ", "AY"), Map.entry("aʊ", "AW"), Map.entry("ɔɪ", "OY"), Map.entry("ɪə", "IH R"),
            Map.entry("eə", "EH R"), Map.entry("ɛə", "EH R"), Map.entry("ʊə", "UH R"), Map.entry("iə", "IY AH"),
            Map.entry("aɪə", "AY AH"), Map.entry("aɪɚ", "AY ER"), Map.entry("ɑːɹ", "AA R"), Map.entry("ɔːɹ", "AO R"),
            Map.entry("oːɹ", "AO R"), Map.entry("ɛɹ", "EH R"), Map.entry("ɪɹ", "IH R"), Map.entry("ʊɹ", "UH R"),
            // Consonants.
            Map.entry("p", "P"), Map.entry("b", "B"), Map.entry("t", "T"), Map.entry("d", "D"), Map.entry("k", "K"),
            Map.entry("ɡ", "G"), Map.entry("g", "G"), Map.entry("tʃ", "CH"), Map.entry("ʧ", "CH"), Map.entry("dʒ", "JH"),
            Map.entry("ʤ", "JH"), Map.entry("f", "F"), Map.entry("v", "V"), Map.entry("θ", "TH"), Map.entry("ð", "DH"),
            Map.entry("s", "S"), Map.entry("z", "Z"), Map.entry("ʃ", "SH"), Map.entry("ʒ", "ZH"), Map.entry("h", "HH"),
            Map.entry("m", "M"), Map.entry("n", "N"), Map.entry("ŋ", "NG"), Map.entry("l", "L"), Map.entry("ɫ", "L"),
            Map.entry("ɹ", "R"), Map.entry("r", "R"), Map.entry("j", "Y"), Map.entry("w", "W"), Map.entry("ʍ", "W"),
            Map.entry("ɾ", "T"), Map.entry("ʔ", "T"), Map.entry("x", "K"), Map.entry("n̩", "AH N"), Map.entry("l̩", "AH L"),
            Map.entry("m̩", "AH M"));

    private static final int LONGEST_SYMBOL = 3;
    private static final String WITHOUT_SOUND = "[ˈˌ.\\s‿͡'-]+";

    private Arpabet() {}

    /** Phones for a word in IPA, symbols joined or apart; empty when a symbol has no counterpart in English. */
    public static Optional<String> fromIpa(String ipa) {
        String plain = ipa.replaceAll(WITHOUT_SOUND, "");
        List<String> phones = new ArrayList<>();
        int at = 0;
        while (at < plain.length()) {
            String found = null;
            int length = Math.min(LONGEST_SYMBOL, plain.length() - at);
            while (length > 0 && (found = FROM_IPA.get(plain.substring(at, at + length))) == null) {
                length--;
            }
            if (found != null) {
                phones.add(found);
                at += length;
            } else if (plain.charAt(at) == 'ː') {
                at++;
            } else {
                return Optional.empty();
            }
        }
        return phones.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", phones));
    }
}
