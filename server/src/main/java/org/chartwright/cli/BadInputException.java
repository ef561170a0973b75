package org.chartwright.cli;

import java.io.Serial;

/** The user gave something that cannot be used. Its message is for them. */
final class BadInputException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    BadInputException(String message) {
        super(message);
    }
}
