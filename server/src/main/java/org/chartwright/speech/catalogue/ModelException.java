package org.chartwright.speech.catalogue;

import java.io.IOException;
import java.io.Serial;

/** A model could not be fetched, or is not what it should be; the sentence is for the person who asked. */
public final class ModelException extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    /** A failure with its sentence. */
    public ModelException(String message) {
        super(message);
    }

    /** A failure with its cause. */
    public ModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
