package org.chartwright.people.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.chartwright.people.oidc.OidcException.Reason;
import tools.jackson.databind.JsonNode;

/**
 * The EHR that leads somebody here with a visit: where they say yes to it, whom and which patient it means. It is asked for the
 * first time when somebody comes. Only addresses that the operator named, and those that these name, are called. Any thread.
 */
public final class SmartServer {

    private static final int LONGEST_SUBJECT = 255;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");
    private static final Pattern CARES = Pattern.compile("(?:.*/)?(?:Practitioner|PractitionerRole)/[A-Za-z0-9.-]{1,64}(?:/_history/.*)?");

    private final SmartSettings settings;
    private final OAuthHttp http;
    private final CodeExchange exchange;
    private final Discovered<Known> known;

    /** That one. */
    public SmartServer(SmartSettings settings, OAuthHttp http, Clock clock) {
        this.settings = settings;
        this.http = http;
        this.exchange = new CodeExchange(settings.client(), settings.proof(), http, clock);
        this.known = new Discovered<>(clock, () -> {
            ProviderMetadata.OfSmart told = ProviderMetadata.ofSmart(settings.fhir(), http);
            return new Known(
                    told.metadata(), told.finerScopes(),
                    new IdTokens(http, told.issuer(), settings.client(), told.metadata().keys(), clock));
        });
    }

    /** What it said of itself. */
    private record Known(ProviderMetadata metadata, boolean finerScopes, IdTokens tokens) {}

    /**
     * What came of it.
     *
     * @param subject what the EHR calls its user, for ever
     * @param patient the id of the patient's resource there
     * @param encounter the id of the visit's, where the EHR said which
     * @param token lets us read both; kept nowhere
     */
    public record Launched(String subject, String patient, Optional<String> encounter, String token) {

        /** Says nothing. */
        @Override
        public String toString() {
            return "Launched[]";
        }
    }

    /** Which EHR. */
    public SmartSettings settings() {
        return settings;
    }

    /**
     * The page of the EHR's that lets its user say yes.
     *
     * @param launch what the EHR called the launch; empty where somebody began here, and chooses the patient there
     * @param back where the answer goes
     * @throws OidcException if the EHR does not say where that is
     */
    public URI page(Attempt attempt, String launch, URI back) throws OidcException {
        Known there = known.get();
        String read = there.finerScopes ? ".rs" : ".read";
        String scope = "openid fhirUser " + (launch.isEmpty() ? "launch/patient launch/encounter" : "launch")
                + " patient/Patient" + read + " patient/Encounter" + read;
        Map<String, String> asked = exchange.question(attempt, scope, back);
        if (!launch.isEmpty()) {
            asked.put("launch", launch);
        }
        asked.put("aud", settings.fhir().toString());
        return there.metadata.authorization(asked);
    }

    /**
     * Redeems an answer.
     *
     * @throws OidcException if anything in it, in the token or in what was launched is not as it must be
     */
    public Launched finish(Attempt attempt, OidcProvider.Answer answer, URI back) throws OidcException {
        String state = answer.state();
        if (state == null || !attempt.isState(state)) {
            throw new OidcException(Reason.STATE);
        }
        String code = answer.code();
        if (answer.error() != null || code == null) {
            throw new OidcException(Reason.DENIED);
        }
        Known there = known.get();
        JsonNode tokens = exchange.redeem(there.metadata, attempt, code, back);
        JWTClaimsSet claims = there.tokens.check(tokens.path("id_token").asString(""), attempt.nonce());
        String subject = String.valueOf(claims.getSubject());
        if (subject.length() > LONGEST_SUBJECT) {
            throw new OidcException(Reason.TOKEN);
        }
        requireCarer(claims);
        String patient = tokens.path("patient").asString("");
        String encounter = tokens.path("encounter").asString("");
        String token = tokens.path("access_token").asString("");
        if (!ID.matcher(patient).matches() || token.isEmpty() || !(encounter.isEmpty() || ID.matcher(encounter).matches())) {
            throw new OidcException(Reason.PATIENT);
        }
        return new Launched(subject, patient, encounter.isEmpty() ? Optional.empty() : Optional.of(encounter), token);
    }

    /**
     * A resource of the EHR's, as it stands there.
     *
     * @throws OidcException if it cannot be had
     */
    public String read(Launched launched, String type, String id) throws OidcException {
        try {
            return http.get(
                    URI.create(settings.fhir() + "/" + type + "/" + id),
                    Map.of("Authorization", "Bearer " + launched.token(), "Accept", "application/fhir+json"));
        } catch (IOException _) {
            throw new OidcException(Reason.UNREACHABLE);
        }
    }

    /** A patient who looks at their own record with an app is no business of ours. */
    private static void requireCarer(JWTClaimsSet claims) throws OidcException {
        try {
            String user = claims.getStringClaim("fhirUser");
            if (user == null || !CARES.matcher(user).matches()) {
                throw new OidcException(Reason.ROLE);
            }
        } catch (ParseException _) {
            throw new OidcException(Reason.TOKEN);
        }
    }
}
