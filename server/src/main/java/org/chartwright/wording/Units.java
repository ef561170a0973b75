package org.chartwright.wording;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is counted, and how it is written after a number. */
final class Units {

    /** How freely a number before a unit is written in digits. */
    enum Kind {
        /** A measure: always, "one" and "half a" included. */
        MEASURE,
        /** Something taken: always, but a number without "hundred" before it may be two numbers. */
        TAKEN,
        /** A time or a count: from two on. */
        COUNT
    }

    /**
     * A unit that was said.
     *
     * @param shown how it is written; empty to leave the words as they are
     * @param end after its last word
     */
    record Unit(String shown, Kind kind, int end) {}

    private record Entry(String shown, Kind kind) {}

    private static final int LONGEST = 4;
    private static final Map<String, Entry> UNITS = new HashMap<>();
    private static final Set<String> NOT_AFTER_ONE = Set.of("day", "time", "night", "second", "drink", "minute", "visit");

    static {
        measure("mg/dL", "milligrams per deciliter", "milligram per deciliter");
        measure("mg/kg", "milligrams per kilogram", "milligram per kilogram", "milligrams per kilo", "milligram per kilo");
        measure("mg", "milligrams", "milligram", "mg", "m g", "mgs", "milli grams");
        measure("mcg", "micrograms", "microgram", "mcg", "mcgs", "micro grams", "m c g");
        measure("g", "grams", "gram", "gm");
        measure("kg", "kilograms", "kilogram", "kilos", "kg", "k g");
        measure("mL", "milliliters", "milliliter", "millilitres", "millilitre", "ml", "mls", "m l", "cc", "ccs", "c c");
        measure("L", "liters", "liter", "litres", "litre");
        measure("mEq", "milliequivalents", "milliequivalent", "meq");
        measure("mmHg", "millimeters of mercury", "millimetres of mercury");
        measure("mm", "millimeters", "millimeter", "millimetres", "millimetre");
        measure("cm", "centimeters", "centimeter", "centimetres", "centimetre", "c m");
        measure("%", "percent", "per cent");
        measure("", "units", "unit", "international units", "degrees", "pounds", "ounces", "inches", "feet", "beats",
                "breaths", "calories", "kilometers", "miles", "stone", "teaspoons", "teaspoon", "tablespoons",
                "tablespoon", "puffs", "puff", "drops", "sprays", "refills", "refill", "mm", "cm", "lbs");
        for (String taken : "tablet tablets pill pills capsule capsules patch patches dose doses inhaler inhalers"
                .split(" ", -1)) {
            UNITS.put(taken, new Entry("", Kind.TAKEN));
        }
        for (String count : ("day days week weeks month months year years hour hours minute minutes second seconds times"
                        + " nights packs cigarettes drinks beers glasses cups bottles visits episodes")
                .split(" ", -1)) {
            UNITS.put(count, new Entry("", Kind.COUNT));
        }
    }

    private Units() {}

    private static void measure(String shown, String... spoken) {
        for (String phrase : spoken) {
            UNITS.putIfAbsent(phrase, new Entry(shown, Kind.MEASURE));
        }
    }

    /** The longest unit that starts at {@code i}. */
    static @Nullable Unit at(Heard heard, int i) {
        Unit found = null;
        StringBuilder phrase = new StringBuilder();
        for (int k = 0; k < LONGEST && (k == 0 || heard.runsOn(i + k - 1)); k++) {
            phrase.append(k == 0 ? "" : " ").append(heard.word(i + k));
            Entry entry = UNITS.get(phrase.toString());
            if (entry != null) {
                found = new Unit(entry.shown(), entry.kind(), i + k + 1);
            }
        }
        return found;
    }

    /** Whether "one" before this word more likely tells a story ("one day") than a count. */
    static boolean idiomAfterOne(String word) {
        return NOT_AFTER_ONE.contains(word);
    }
}
