package org.chartwright.people.oidc;

/** How this server proves, where it redeems codes, that it is the client that is known there. */
public sealed interface ClientProof {

    /** Not at all: PKCE alone protects the code. */
    record None() implements ClientProof {}

    /** By a secret that both know. */
    record Secret(String secret) implements ClientProof {

        /** Leaves the secret out. */
        @Override
        public String toString() {
            return "Secret[]";
        }
    }

    /** By a key that this server alone has ({@code private_key_jwt}). */
    record Key(ClientKeys keys) implements ClientProof {}

    /** By that secret; not at all where it is empty. */
    static ClientProof ofSecret(String secret) {
        return secret.isEmpty() ? new None() : new Secret(secret);
    }
}
