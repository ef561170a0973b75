package org.chartwright.note;

/** A dialogue that cannot be read; the message says why without repeating any of it. */
public final class DialogueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says why. */
    public DialogueException(String reason) {
        super(reason);
    }
}
