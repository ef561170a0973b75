package org.chartwright.access.policy;

import java.io.Serial;

/** A document is not a policy. The message says where and what to do, and may be shown to its author. */
public final class PolicyException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    PolicyException(String message) {
        super(message);
    }
}
