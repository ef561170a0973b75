package org.chartwright.speech;

import java.io.Serial;

/** An engine could not do its work: it is missing, broken, died or took too long. Carries no clinical text. */
public final class RecognitionException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    /** A failure with a sentence for operators. */
    public RecognitionException(String message) {
        super(message);
    }

    /** A failure with its cause. */
    public RecognitionException(String message, Throwable cause) {
        super(message, cause);
    }
}
