package org.chartwright.keys.root;

import java.io.Serial;

/** The root key cannot be used at all; the message is a sentence or two for the operator, without secrets. */
public final class RootException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    /** With that message. */
    public RootException(String message) {
        super(message);
    }
}
