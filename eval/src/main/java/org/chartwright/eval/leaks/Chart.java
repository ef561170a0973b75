package org.chartwright.eval.leaks;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.chartwright.access.Tenants;
import org.chartwright.chart.Identifier;
import org.chartwright.chart.Patient;
import org.chartwright.chart.PersonName;
import org.chartwright.chart.Visit;
import org.chartwright.custody.Consent;
import org.chartwright.custody.Custody;
import org.chartwright.database.Database;
import org.chartwright.fhir.smart.Scopes;
import org.chartwright.fhir.smart.SmartClients;
import org.chartwright.fhir.smart.SmartTokens;
import org.chartwright.keys.KeyRoom;
import org.chartwright.scribing.Scribing;
import org.chartwright.server.KeySettings;
import org.chartwright.server.ServerConfig;

/** A patient with a visit and a consent, put into a running server's record; and a program that may read it. */
record Chart(UUID patient, UUID visit, String token) {

    private static final String AUDIENCE = "https://here.example/token";

    static Chart put(ServerConfig config, Words words) {
        Clock clock = Clock.systemUTC();
        SecureRandom luck = new SecureRandom();
        try (Database database = Database.openOrJoin(config.database());
                KeyRoom keys = KeySettings.open(config, database, clock)) {
            TenantId tenant = new Tenants(database.jdbi(), clock, luck).find(Tenants.DEFAULT).orElseThrow().id();
            org.chartwright.chart.Chart chart = new Scribing(database, keys, clock).chart();
            UUID patient = chart.add(tenant, "eval", new Patient(
                            List.of(new Identifier("urn:oid:2.16.840.1.113883.19.5", words.of("number"))),
                            new PersonName(words.of("family name"), List.of(words.of("given name"))),
                            LocalDate.of(1961, 2, 3),
                            Patient.Gender.FEMALE,
                            true))
                    .id();
            UUID visit = chart.add(tenant, "eval", new Visit(
                            patient, null, Visit.State.PROCESSING, Instant.now().minusSeconds(60), null, "", List.of(),
                            new Visit.Plan("", "", words.of("reason"), "")))
                    .id();
            Custody.of(database.jdbi(), keys.seals(), clock).consents().record(tenant.value(), new Consent(
                    visit, "Dr. " + words.of("consent"), words.of("consent"), "May we record you, " + words.of("consent") + "?",
                    Consent.Answer.GIVEN, clock.instant()));
            return new Chart(patient, visit, token(database, tenant, clock, luck));
        }
    }

    private static String token(Database database, TenantId tenant, Clock clock, SecureRandom luck) {
        try {
            ECKey key = new ECKeyGenerator(Curve.P_384).keyID("one").generate();
            SmartClients clients = new SmartClients(database.jdbi(), clock, luck);
            Scopes scopes = Scopes.parse("system/*.rs");
            String client = clients.add(tenant, "eval", new JWKSet(key).toString(), scopes).orElseThrow();
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES384).keyID("one").build(),
                    new JWTClaimsSet.Builder()
                            .issuer(client)
                            .subject(client)
                            .audience(AUDIENCE)
                            .expirationTime(Date.from(clock.instant().plusSeconds(120)))
                            .jwtID(UUID.randomUUID().toString())
                            .build());
            jwt.sign(new ECDSASigner(key));
            SmartTokens.Outcome outcome = new SmartTokens(database.jdbi(), clients, clock, luck)
                    .give(jwt.serialize(), scopes, AUDIENCE, "local");
            return ((SmartTokens.Outcome.Given) outcome).token();
        } catch (JOSEException e) {
            throw new IllegalStateException("A token could not be had", e);
        }
    }

    @Override
    public String toString() {
        return "Chart[" + visit + "]";
    }
}
