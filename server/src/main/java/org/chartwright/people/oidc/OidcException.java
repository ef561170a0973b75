package org.chartwright.people.oidc;

/** A sign-in elsewhere that came to nothing. Its reason is a word of ours: nothing that a provider says gets into it. */
public final class OidcException extends Exception {

    private static final long serialVersionUID = 1;

    private final Reason reason;

    OidcException(Reason reason) {
        super(reason.word());
        this.reason = reason;
    }

    /** The browser has no attempt, or one that is too old. */
    public static OidcException ofAttempt() {
        return new OidcException(Reason.ATTEMPT);
    }

    /** What the EHR led somebody here with cannot be read. */
    public static OidcException ofPatient() {
        return new OidcException(Reason.PATIENT);
    }

    /** Whoever came is somebody else than who is signed in here. */
    public static OidcException ofSomebodyElse() {
        return new OidcException(Reason.SOMEBODY_ELSE);
    }

    /** Whoever proved themselves has no such session. */
    public static OidcException ofProof() {
        return new OidcException(Reason.PROOF);
    }

    /** Why. */
    public enum Reason {
        /** The browser has no attempt, or it is too old. */
        ATTEMPT("attempt"),
        /** The answer belongs to another attempt. */
        STATE("state"),
        /** The answer is another provider's. */
        ISSUER("issuer"),
        /** The provider said no, or the person did. */
        DENIED("denied"),
        /** The provider does not answer, or not as one does. */
        UNREACHABLE("unreachable"),
        /** The token's signature, issuer, audience or time is wrong, or it has none. */
        TOKEN("token"),
        /** The token is of another attempt. */
        NONCE("nonce"),
        /** The token was used before. */
        REPLAY("replay"),
        /** Whoever should prove themselves again did so too long ago, or is somebody else. */
        PROOF("proof"),
        /** The EHR did not say of which patient it speaks, or lets us read nothing. */
        PATIENT("patient"),
        /** No claim gives them a role here. */
        ROLE("role"),
        /** No claim gives them a tenant here. */
        TENANT("tenant"),
        /** Their account's name is somebody else's here, or none. */
        ACCOUNT("account"),
        /** The EHR's user is tied to another account, or the account to another user. */
        SOMEBODY_ELSE("somebody-else"),
        /** Their account was disabled here. */
        DISABLED("disabled");

        private final String word;

        Reason(String word) {
            this.word = word;
        }

        /** In the audit record and to the page. */
        public String word() {
            return word;
        }
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
