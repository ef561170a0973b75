package org.chartwright.wording;

/** What may stand after a word. */
public enum Mark {
    /** Nothing. */
    NONE(""),
    /** A pause inside a sentence. */
    COMMA(","),
    /** The end of a statement. */
    PERIOD("."),
    /** The end of a question. */
    QUESTION("?");

    private final String sign;

    Mark(String sign) {
        this.sign = sign;
    }

    /** As it is written. */
    public String sign() {
        return sign;
    }

    /** Whether a sentence ends here. */
    public boolean endsSentence() {
        return this == PERIOD || this == QUESTION;
    }
}
