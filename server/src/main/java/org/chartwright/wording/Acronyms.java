package org.chartwright.wording;

import java.util.Locale;
import java.util.Map;

/** Acronyms that are not all capitals. */
final class Acronyms {

    private static final Map<String, String> MIXED = Map.of(
            "AFIB", "AFib", "NSAIDS", "NSAIDs", "LFTS", "LFTs", "PFTS", "PFTs", "BIPAP", "BiPAP", "TDAP", "Tdap", "DTAP",
            "DTaP", "QHS", "qHS");

    private Acronyms() {}

    /** How an acronym is written. */
    static String written(String acronym) {
        return MIXED.getOrDefault(acronym.toUpperCase(Locale.ROOT), acronym.toUpperCase(Locale.ROOT));
    }
}
