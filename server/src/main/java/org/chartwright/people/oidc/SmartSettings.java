package org.chartwright.people.oidc;

import java.net.URI;
import java.util.Optional;

/**
 * A hospital's EHR that may lead its people here with a visit (SMART App Launch 2).
 *
 * @param name what people call it: letters, digits and dashes
 * @param fhir the address of its FHIR server, without a slash at its end; what it calls {@code iss}
 * @param client what it calls this server
 * @param proof how it proves there that it is that client
 * @param tenant the name of the tenant whose people and visits are concerned
 */
public record SmartSettings(String name, URI fhir, String client, ClientProof proof, String tenant) {

    /** What makes them unsafe or useless, for the operator; empty if nothing does. */
    public Optional<String> objection() {
        if (!name.matches("[A-Za-z0-9-]{1,64}")) {
            return Optional.of("a name has at most 64 letters, digits and dashes");
        }
        if (!OAuthHttp.isSafe(fhir) || fhir.getRawQuery() != null || fhir.toString().endsWith("/")) {
            return Optional.of("the FHIR server must be an https:// address without user, query and fragment");
        }
        return client.isBlank() ? Optional.of("the client that it knows must be named") : Optional.empty();
    }

    /** Leaves the proof out. */
    @Override
    public String toString() {
        return "SmartSettings[" + name + ", " + fhir + "]";
    }
}
