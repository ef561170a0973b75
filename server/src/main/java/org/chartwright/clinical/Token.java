package org.chartwright.clinical;

/**
 * A token of a segment's text: what the rules look at, tied to the characters it came from.
 *
 * @param form the normalised form: lower case, accents and curly apostrophes made plain
 * @param stem the form without a plural ending
 * @param begin its first UTF-16 unit in the text
 * @param end its end, exclusive
 */
record Token(String form, String stem, int begin, int end) {

    boolean isWord() {
        return Character.isLetterOrDigit(form.charAt(0)) || (form.length() > 1 && form.charAt(0) == '\'');
    }

    /** A token may be a patient's word. */
    @Override
    public String toString() {
        return "Token[" + begin + ".." + end + "]";
    }
}
