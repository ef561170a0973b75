package org.chartwright.database;

import java.io.Serial;

/** The database cannot be opened; the sentence says what an operator can do. */
public final class DatabaseException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    /** A failure with a sentence for operators. */
    public DatabaseException(String message) {
        super(message);
    }

    /** A failure with its cause. */
    public DatabaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
