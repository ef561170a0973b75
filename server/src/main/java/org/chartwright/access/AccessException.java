package org.chartwright.access;

import java.io.Serial;

/** What an administrator asked for cannot be done. The message says why, in one sentence for people. */
public final class AccessException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    AccessException(String message) {
        super(message);
    }
}
