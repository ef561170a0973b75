package org.chartwright.wording;

/** What may stand after a word. */
public enum Mark {
    /** Nothing. */
    NONE("", 0),
    /** A pause inside a sentence. */
    COMMA(",", 1),
    /** The end of a statement. */
    PERIOD(".", 2),
    /** The end of a question. */
    QUESTION("?", 3);

    private final String sign;
    private final int place;

    Mark(String sign, int place) {
        this.sign = sign;
        this.place = place;
    }

    /** Where it stands in arrays of one value for each mark; part of what the models learned. */
    public int place() {
        return place;
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
