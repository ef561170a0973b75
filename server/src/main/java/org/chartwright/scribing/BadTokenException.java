package org.chartwright.scribing;

import java.io.Serial;

/** A page was asked for with a token that we did not make, or made for another tenant or filter. */
public final class BadTokenException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    BadTokenException() {
        super("The token for the next page is not valid for this list.");
    }
}
