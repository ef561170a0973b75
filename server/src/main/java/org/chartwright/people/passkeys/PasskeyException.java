package org.chartwright.people.passkeys;

/** An answer that proves nobody. Its message is one word, for the audit record. */
public final class PasskeyException extends Exception {

    private static final long serialVersionUID = 1;

    PasskeyException(String why) {
        super(why);
    }

    /** Why, in one word: question, unknown, answer, counter. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
