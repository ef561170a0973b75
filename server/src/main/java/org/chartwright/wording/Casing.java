package org.chartwright.wording;

/** How a word is capitalised. */
final class Casing {

    private Casing() {}

    /** The first letter made large. */
    static String capital(String word) {
        return word.isEmpty() ? word : Character.toTitleCase(word.charAt(0)) + word.substring(1);
    }
}
