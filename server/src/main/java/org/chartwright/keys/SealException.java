package org.chartwright.keys;

import java.io.Serial;

/** Something cannot be sealed or opened. The message holds neither content nor names. */
public final class SealException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final Trouble trouble;

    /** That trouble. */
    public SealException(Trouble trouble) {
        super(trouble.sentence);
        this.trouble = trouble;
    }

    /** That trouble with its cause. */
    public SealException(Trouble trouble, Throwable cause) {
        super(trouble.sentence, cause);
        this.trouble = trouble;
    }

    /** What happened. */
    public Trouble trouble() {
        return trouble;
    }

    /** What can happen. */
    public enum Trouble {
        /** It is not what was sealed under this label: changed, cut, moved, or never sealed. */
        BROKEN("What was kept is not what was sealed under its label."),
        /** Its key was destroyed; nobody can read it any more. */
        DESTROYED("The key was destroyed."),
        /** The named key it asks for does not exist, or not for this tenant. */
        KEY_UNKNOWN("The named key does not exist."),
        /** The named key is disabled or waits for its deletion. */
        KEY_DISABLED("The named key is disabled."),
        /** The keeper of the key forbids its use. */
        KEY_DENIED("The use of the key was denied."),
        /** The keeper of the key does not answer for now; another attempt may succeed. */
        UNAVAILABLE("The key cannot be reached for now.");

        private final String sentence;

        Trouble(String sentence) {
            this.sentence = sentence;
        }
    }
}
