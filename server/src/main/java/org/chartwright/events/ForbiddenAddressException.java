package org.chartwright.events;

import java.io.Serial;

/** A name leads to an address that must not be reached from here. */
public final class ForbiddenAddressException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    ForbiddenAddressException() {
        super("The name leads to an address that must not be reached from here.");
    }
}
