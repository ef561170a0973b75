package org.chartwright.scribing;

import java.io.Serial;

/** A vocabulary or filter file is wrong; the sentence names line and column and may be shown to its user. */
public final class VocabularyException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    VocabularyException(String message) {
        super(message);
    }
}
