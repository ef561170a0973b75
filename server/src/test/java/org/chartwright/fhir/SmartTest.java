package org.chartwright.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.chartwright.access.TenantId;
import org.chartwright.access.Tenants;
import org.chartwright.audit.AuditExport;
import org.chartwright.audit.Entry;
import org.chartwright.database.Database;
import org.chartwright.database.TenantRows;
import org.chartwright.database.TestDatabase;
import org.chartwright.fhir.Caller.Act;
import org.chartwright.fhir.smart.Scopes;
import org.chartwright.fhir.smart.SmartClients;
import org.chartwright.fhir.smart.SmartTokens.Outcome;
import org.chartwright.fhir.smart.SmartTokens.Refusal;
import org.chartwright.fhir.smart.SmartTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SmartTest {

    private static final String AUDIENCE = "https://scribe.example.org/auth/token";
    private static final String HERE = "10.0.0.7";
    private static final Instant NOW = Instant.parse("2026-03-04T10:15:00Z");
    private static final Scopes READ = Scopes.parse("system/*.rs");

    private Database database;
    private TenantId clinic;
    private SmartClients clients;
    private ECKey key;
    private String client;

    @BeforeEach
    void open() throws Exception {
        database = TestDatabase.fresh();
        Tenants tenants = new Tenants(database.jdbi(), Clock.systemUTC(), new SecureRandom());
        tenants.add("clinic");
        clinic = tenants.find("clinic").orElseThrow().id();
        clients = new SmartClients(database.jdbi(), Clock.systemUTC(), new SecureRandom());
        key = new ECKeyGenerator(Curve.P_384).keyID("one").generate();
        client = clients.add(clinic, "ehr", new JWKSet(key).toString(false), Scopes.parse("system/*.read system/Patient.c"))
                .orElseThrow();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aSignedAssertionGivesATokenForSomeMinutesWithNoMoreThanWasGranted() throws Exception {
        Outcome.Given given = (Outcome.Given) tokens(NOW).give(assertion(claims -> claims), Scopes.parse("system/Patient.cruds system/Patient.rs"), AUDIENCE, HERE);
        assertThat(given.scopes()).hasToString("system/Patient.rs");
        Caller caller = tokens(NOW).caller(given.token()).orElseThrow();
        assertThat(caller.tenant()).isEqualTo(clinic);
        assertThat(caller.rights().allow(Act.SEARCH, "Patient")).isTrue();
        assertThat(caller.rights().allow(Act.CREATE, "Patient")).isFalse();
        assertThat(caller.rights().allow(Act.READ, "Encounter")).isFalse();
        assertThat(tokens(NOW.plus(SmartTokens.LIFE)).caller(given.token())).isEmpty();
        assertThat(given.toString()).doesNotContain(given.token());
    }

    @Test
    void anAssertionIsTakenOnceAndOnlyWhenEverythingAboutItIsRight() throws Exception {
        String once = assertion(claims -> claims);
        assertThat(tokens(NOW).give(once, READ, AUDIENCE, HERE)).isInstanceOf(Outcome.Given.class);
        assertRefused(once);
        assertRefused(assertion(claims -> claims.audience("https://elsewhere.example.org/token")));
        assertRefused(assertion(claims -> claims.subject("somebody")));
        assertRefused(assertion(claims -> claims.issuer(UUID.randomUUID().toString())));
        assertRefused(assertion(claims -> claims.jwtID(null)));
        assertRefused(assertion(claims -> claims.expirationTime(Date.from(NOW.minusSeconds(60)))));
        assertRefused(assertion(claims -> claims.expirationTime(Date.from(NOW.plus(Duration.ofHours(1))))));
        assertRefused(assertion(claims -> claims.notBeforeTime(Date.from(NOW.plusSeconds(120)))));
        assertRefused("nonsense");
        ECKey other = new ECKeyGenerator(Curve.P_384).keyID("one").generate();
        assertRefused(assertion(other, claims -> claims));
        String good = assertion(claims -> claims);
        assertRefused(good.substring(0, good.length() - 4) + "AAAA");
        String[] parts = good.split("\\.");
        assertRefused("eyJhbGciOiJub25lIn0." + parts[1] + ".");
    }

    @Test
    void whatIsGivenAndRefusedIsInTheRecordAndWhatCannotBeRecordedIsNotGiven() throws Exception {
        tokens(NOW).give(assertion(claims -> claims), READ, AUDIENCE, HERE);
        tokens(NOW).give(assertion(claims -> claims), Scopes.parse("system/Patient.u"), AUDIENCE, HERE);
        assertRefused("nonsense");
        assertThat(recorded(clinic.value())).containsExactly(
                "smart-client/" + client + " fhir:SignIn client/" + client + " DONE ",
                "smart-client/" + client + " fhir:SignIn client/" + client + " REFUSED INVALID_SCOPE");
        assertThat(recorded(org.chartwright.audit.Act.HOUSE)).containsExactly("somebody fhir:SignIn  REFUSED INVALID_CLIENT");
        // The next entry will meet one that has its number already.
        TenantRows.ofAll(database.jdbi(), handle -> handle.execute("update audit_chain set seq = seq - 1"));
        String assertion = assertion(claims -> claims);
        assertThatThrownBy(() -> tokens(NOW).give(assertion, READ, AUDIENCE, HERE)).isInstanceOf(RuntimeException.class);
        assertThat((int) TenantRows.ofAll(database.jdbi(), handle ->
                        handle.createQuery("select count(*) from smart_token").mapTo(Integer.class).one()))
                .isEqualTo(1);
    }

    private List<String> recorded(UUID chain) {
        List<String> lines = new ArrayList<>();
        AuditExport.each(database.jdbi(), chain, line -> {
            Entry entry = Entry.parse(line);
            lines.add(entry.act().actor().name() + " " + entry.act().action() + " " + entry.act().object() + " " + entry.outcome() + " "
                    + entry.reason());
        });
        return lines;
    }

    @Test
    void aDisabledProgramCanDoNothingAtOnce() throws Exception {
        Outcome.Given given = (Outcome.Given) tokens(NOW).give(assertion(claims -> claims), READ, AUDIENCE, HERE);
        assertThat(clients.disable(clinic, client)).isTrue();
        assertThat(tokens(NOW).caller(given.token())).isEmpty();
        assertRefused(assertion(claims -> claims));
        assertThat(clients.disable(new TenantId(UUID.randomUUID()), client)).isFalse();
    }

    @Test
    void onlyPublicKeysAreKeptAndOnlyScopesOfTheSystemsKindAreTaken() {
        assertThat(clients.find(client).orElseThrow().keys().containsNonPublicKeys()).isFalse();
        assertThatThrownBy(() -> clients.add(clinic, "bad", "{}", READ)).isInstanceOf(IllegalArgumentException.class);
        for (String wrong : new String[] {"", "patient/*.rs", "system/Patient.", "system/Patient.sr", "system/patient.rs", "openid"}) {
            assertThatThrownBy(() -> Scopes.parse(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(clients.add(clinic, "ehr", new JWKSet(key).toString(), READ)).isEmpty();
    }

    private void assertRefused(String assertion) {
        assertThat(tokens(NOW).give(assertion, READ, AUDIENCE, HERE)).isEqualTo(new Outcome.Refused(Refusal.INVALID_CLIENT));
    }

    private SmartTokens tokens(Instant now) {
        return new SmartTokens(database.jdbi(), clients, Clock.fixed(now, ZoneOffset.UTC), new SecureRandom());
    }

    private String assertion(UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
        return assertion(key, change);
    }

    private String assertion(ECKey signer, UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(client)
                .subject(client)
                .audience(AUDIENCE)
                .expirationTime(Date.from(NOW.plusSeconds(120)))
                .jwtID(UUID.randomUUID().toString());
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES384).keyID("one").build(), change.apply(claims).build());
        jwt.sign(new ECDSASigner(signer));
        return jwt.serialize();
    }
}
