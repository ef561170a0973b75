package org.chartwright.wording;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.chartwright.wording.SpokenNumber.Value;

/** Fixed expressions with letters and numbers: "a one c" → "A1c", "l four" → "L4", "m r i" → "MRI", "type two". */
final class PhraseRule implements NumberRule {

    private static final int LONGEST = 5;
    private static final Map<String, String> PHRASES = new HashMap<>();
    private static final Set<String> OPENERS = new HashSet<>();
    private static final Set<String> GRADING = Set.of(
            "type", "stage", "grade", "class", "category", "phase", "gravida", "para", "level", "room", "suite");

    /** How far the numbering of vertebrae, vitamins and leads goes. */
    private static final Map<String, Integer> NUMBERED =
            Map.of("c", 8, "t", 12, "l", 5, "s", 5, "b", 12, "d", 3, "k", 2, "v", 6);

    static {
        put("A1c", "a one c", "a1 c", "a one see");
        put("HbA1c", "h b a one c", "hba one c");
        put("COVID-19", "covid nineteen");
        put("24/7", "twenty four seven");
        put("50/50", "fifty fifty");
        put("20/20", "twenty twenty vision");
        put("x-ray", "x ray");
        put("x-rays", "x rays");
        put("CO2", "c o two");
        put("SpO2", "s p o two");
        put("H1N1", "h one n one");
        put("FEV1", "f e v one");
        put("5-HTP", "five h t p");
        for (String acronym : ("MRI MRA CT EKG ECG EEG EMG COPD CBC CMP BMP BMI ER ED ICU ENT OB IV IM IUD UTI TB HIV HPV"
                        + " STD STI DVT PE CHF CAD AFIB LDL HDL TSH PSA INR BUN GFR GERD IBS ADHD ADD PTSD OCD OCP MS"
                        + " TIA CVA MI PCP GP NP PA RN MD DO PT OT BID TID QID PRN QHS QD PO NPO ASA NSAID NSAIDS"
                        + " CPAP BIPAP TMJ ACL MCL PCL DJD RA SLE HRT ACE ARB PPI SSRI DNA RNA PCR USA US UK NHS MMR"
                        + " DTAP TDAP ABG LFT LFTS AST ALT WBC RBC EGD PET KUB PFT PFTS ICD CABG PICC LAD PVC PAC SVT"
                        + " AV BP HR RR ROM DTR HEENT")
                .split(" ", -1)) {
            String letters = String.join(" ", acronym.toLowerCase(Locale.ROOT).split("", -1)).strip();
            PHRASES.putIfAbsent(letters, Acronyms.written(acronym));
        }
        PHRASES.remove("a d d");
        PHRASES.remove("i m"); // "I'm" comes as "i m" from some recognisers
        PHRASES.remove("d o");
        PHRASES.remove("m s");
        PHRASES.remove("p a");
        PHRASES.remove("u s");
        PHRASES.keySet().forEach(phrase -> OPENERS.add(phrase.substring(0, phrase.indexOf(' '))));
    }

    private static void put(String shown, String... spoken) {
        for (String phrase : spoken) {
            PHRASES.put(phrase, shown);
        }
    }

    @Override
    public List<Piece> at(Heard heard, int i) {
        String found = null;
        int end = i;
        StringBuilder phrase = new StringBuilder();
        for (int k = 0; k < LONGEST && OPENERS.contains(heard.word(i)) && (k == 0 || heard.runsOn(i + k - 1)); k++) {
            phrase.append(k == 0 ? "" : " ").append(heard.word(i + k));
            String shown = PHRASES.get(phrase.toString());
            if (shown != null && k > 0) {
                found = shown;
                end = i + k + 1;
            }
        }
        if (found != null) {
            boolean vision = found.equals("20/20");
            return vision
                    ? List.of(new Piece(i, end - 1, found), new Piece(end - 1, end, "vision"))
                    : List.of(new Piece(i, end, found));
        }
        if (GRADING.contains(heard.word(i)) && heard.runsOn(i)) {
            return graded(heard, i);
        }
        Integer highest = NUMBERED.get(heard.word(i));
        if (highest != null && heard.runsOn(i)) {
            Value number = SpokenNumber.small(heard, i + 1);
            // "s", "d" and "v" are also the ends of misheard words; without a number up to their highest they stay.
            if (number != null && number.value() >= 1 && number.value() <= highest) {
                return List.of(new Piece(i, number.end(), heard.word(i).toUpperCase(Locale.ROOT) + number.digits()));
            }
        }
        return Piece.NONE;
    }

    private static List<Piece> graded(Heard heard, int i) {
        Value number = SpokenNumber.small(heard, i + 1);
        boolean counted = number != null
                && heard.runsOn(number.end() - 1)
                && (heard.is(number.end(), "of") || SpokenNumber.digit(heard.word(number.end())) >= 0);
        return number == null || counted
                ? Piece.NONE
                : List.of(new Piece(i, i + 1, heard.word(i)), new Piece(i + 1, number.end(), number.digits()));
    }
}
