package org.chartwright.aws.eventstream;

import java.io.Serial;

/** Bytes are not a message of an event stream; the sentence is made to be shown to their sender. */
public final class FrameException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    FrameException(String message) {
        super(message, null, false, false);
    }
}
