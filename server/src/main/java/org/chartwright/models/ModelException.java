package org.chartwright.models;

/** A learned model cannot be used: its file is missing, damaged, or of another version. Names the file, never text. */
public final class ModelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A model that cannot be used, and why. */
    public ModelException(String message) {
        super(message);
    }

    /** A model that could not be read. */
    public ModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
