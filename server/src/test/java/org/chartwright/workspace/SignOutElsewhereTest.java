package org.chartwright.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.chartwright.access.TenantId;
import org.chartwright.audit.Act;
import org.chartwright.people.oidc.OAuthHttp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing out at the provider ends sessions here: OpenID Connect's back-channel logout. */
final class SignOutElsewhereTest {

    private static final UnaryOperator<JWTClaimsSet.Builder> AS_IT_IS = made -> made;

    private ProviderTrips trips;
    private WorkspaceHouse house;
    private TestProvider provider;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        trips = new ProviderTrips(folder);
        house = trips.house;
        provider = trips.provider;
    }

    @AfterEach
    void close() throws Exception {
        trips.close();
    }

    private WorkspaceHouse.Answer tell(String token) throws Exception {
        house.forward(Duration.ofMillis(100));
        return send(OAuthHttp.form(Map.of("logout_token", token)), "application/x-www-form-urlencoded");
    }

    private WorkspaceHouse.Answer send(String body, String type) throws Exception {
        return house.stranger().send("POST", "session/provider/logout", body.getBytes(StandardCharsets.UTF_8), Map.of("Content-Type", type));
    }

    private static boolean isIn(WorkspaceHouse.Browser person) throws Exception {
        return person.get("session").status() == 200;
    }

    private WorkspaceHouse.Browser signedIn(String session) throws Exception {
        provider.session = session;
        return trips.signedIn();
    }

    private List<String> recorded(TenantId tenant) {
        return house.audited(tenant).stream()
                .filter(entry -> entry.path("action").stringValue().equals("workspace:SignOutElsewhere"))
                .map(entry -> entry.path("outcome").stringValue() + " " + entry.path("object").stringValue()
                        + entry.path("reason").stringValue())
                .toList();
    }

    @Test
    void whoeverSignsOutThereIsSignedOutHereOfThatSessionOnly() throws Exception {
        WorkspaceHouse.Browser desk = signedIn("desk");
        WorkspaceHouse.Browser ward = signedIn("ward");
        provider.session = "desk";
        WorkspaceHouse.Answer answer = tell(provider.logoutToken(AS_IT_IS));
        answer.expect(200);
        assertThat(answer.http().headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(isIn(desk)).isFalse();
        assertThat(isIn(ward)).isTrue();
        provider.session = "ward";
        tell(provider.logoutToken(made -> made.subject(null))).expect(200);
        assertThat(isIn(ward)).isFalse();
        assertThat(recorded(house.clinic)).containsExactly("DONE person/grace", "DONE person/grace");
    }

    @Test
    void aPersonThatIsNamedWithoutASessionIsSignedOutOfAllAndNobodyElseIs() throws Exception {
        WorkspaceHouse.Browser desk = signedIn("desk");
        WorkspaceHouse.Browser ward = signedIn("ward");
        provider.subject = "subject-2";
        provider.claims = made -> made.claim("preferred_username", "ada");
        WorkspaceHouse.Browser ada = signedIn("other");
        provider.subject = "subject-1";
        tell(provider.logoutToken(made -> made.claim("sid", null))).expect(200);
        assertThat(isIn(desk)).isFalse();
        assertThat(isIn(ward)).isFalse();
        assertThat(isIn(ada)).isTrue();
        // The session of somebody else is not ended under this person's name, and who is not here is no failure.
        provider.session = "other";
        tell(provider.logoutToken(AS_IT_IS)).expect(200);
        assertThat(isIn(ada)).isTrue();
        assertThat(recorded(new TenantId(Act.HOUSE))).containsExactly("DONE ");
    }

    @Test
    void aSessionOfWhichTheProviderNeverSaidMoreEndsWithItsPersonAndAProofMovesItToTheSessionThatProvedIt() throws Exception {
        WorkspaceHouse.Browser unnamed = signedIn(null);
        provider.session = "whichever";
        tell(provider.logoutToken(AS_IT_IS)).expect(200);
        assertThat(isIn(unnamed)).isFalse();

        WorkspaceHouse.Browser grace = signedIn("morning");
        provider.session = "noon";
        ProviderTrips.Trip trip = trips.leave(grace, "session/provider/proof", "visits/new");
        trips.back(trips.atProvider(trip), trip.attempt());
        provider.session = "morning";
        tell(provider.logoutToken(AS_IT_IS)).expect(200);
        assertThat(isIn(grace)).isTrue();
        provider.session = "noon";
        tell(provider.logoutToken(AS_IT_IS)).expect(200);
        assertThat(isIn(grace)).isFalse();
    }

    @Test
    void aTokenCountsOnce() throws Exception {
        WorkspaceHouse.Browser before = signedIn("desk");
        String token = provider.logoutToken(AS_IT_IS);
        tell(token).expect(200);
        assertThat(isIn(before)).isFalse();
        WorkspaceHouse.Browser after = signedIn("desk");
        assertThat(tell(token).expect(400).path("error_description").stringValue()).isEqualTo("replay");
        assertThat(isIn(after)).isTrue();
        assertThat(recorded(new TenantId(Act.HOUSE))).containsExactly("REFUSED replay");
        house.forward(Duration.ofMinutes(4));
        assertThat(tell(token).expect(400).path("error_description").stringValue()).isEqualTo("token");
        assertThat(isIn(after)).isTrue();
    }

    @Test
    void noTokenCountsThatIsWrongInAnything() throws Exception {
        WorkspaceHouse.Browser grace = signedIn("desk");
        String event = "http://schemas.openid.net/event/backchannel-logout";
        List<UnaryOperator<JWTClaimsSet.Builder>> lies = List.of(
                made -> made.issuer("https://evil.example"),
                made -> made.issuer(null),
                made -> made.audience("another"),
                made -> made.audience((String) null),
                made -> made.subject(null).claim("sid", null),
                made -> made.subject("").claim("sid", " "),
                made -> made.claim("sid", 7),
                made -> made.jwtID(null),
                made -> made.issueTime(null),
                made -> made.issueTime(Date.from(house.clock.instant().plusSeconds(120))),
                made -> made.expirationTime(null),
                made -> made.expirationTime(Date.from(house.clock.instant().minusSeconds(61))),
                made -> made.expirationTime(Date.from(house.clock.instant().plus(Duration.ofDays(400)))),
                made -> made.notBeforeTime(Date.from(house.clock.instant().plusSeconds(120))),
                made -> made.claim("events", null),
                made -> made.claim("events", event),
                made -> made.claim("events", List.of(event)),
                made -> made.claim("events", Map.of()),
                made -> made.claim("events", Map.of(event, true)),
                made -> made.claim("events", Map.of("http://schemas.openid.net/event/another", Map.of())),
                made -> made.claim("nonce", "n"));
        for (UnaryOperator<JWTClaimsSet.Builder> lie : lies) {
            assertThat(tell(provider.logoutToken(lie)).expect(400).path("error").stringValue()).isEqualTo("invalid_request");
        }
        assertThat(isIn(grace)).isTrue();
        assertThat(recorded(new TenantId(Act.HOUSE))).hasSameSizeAs(lies).containsOnly("REFUSED token");
    }

    @Test
    void noTokenCountsThatTheProvidersKeyHasNotSignedForThis() throws Exception {
        WorkspaceHouse.Browser grace = signedIn("desk");
        JWTClaimsSet claims = provider.logout(AS_IT_IS);
        SignedJWT shared = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("one").build(), claims);
        shared.sign(new MACSigner(provider.keys.getFirst().toRSAPublicKey().getEncoded()));
        SignedJWT access = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").type(new JOSEObjectType("at+jwt")).build(), claims);
        access.sign(new RSASSASigner(provider.keys.getFirst()));
        for (String token : List.of(
                "", "not.a.token", new PlainJWT(claims).serialize(), shared.serialize(), access.serialize(),
                TestProvider.signed(claims, TestProvider.key("one")))) {
            tell(token).expect(400);
        }
        assertThat(isIn(grace)).isTrue();
        SignedJWT typed = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").type(new JOSEObjectType("logout+jwt")).build(), claims);
        typed.sign(new RSASSASigner(provider.keys.getFirst()));
        tell(typed.serialize()).expect(200);
        assertThat(isIn(grace)).isFalse();
    }

    @Test
    void aLogoutTokenSignsNobodyIn() throws Exception {
        provider.signing = claims -> provider.logoutToken(AS_IT_IS);
        assertThat(trips.signIn().headers().firstValue("Location").orElseThrow()).endsWith("#sign-in=nonce");
    }

    @Test
    void whoeverComesWithoutAFormOrTooOftenOrWithKeysThatNobodyHasCostsLittle() throws Exception {
        String token = provider.logoutToken(AS_IT_IS);
        provider.metadata = told -> Map.of("issuer", "https://evil.example");
        assertThat(tell("not.a.token").json().path("error_description").stringValue()).as("nobody is asked").isEqualTo("token");
        assertThat(tell(token).json().path("error_description").stringValue()).isEqualTo("unreachable");
        provider.metadata = told -> told;
        send("{\"logout_token\":\"" + token + "\"}", "application/json").expect(400);
        send("other=" + token, "application/x-www-form-urlencoded").expect(400);
        send("logout_token=" + "x".repeat(70_000), "application/x-www-form-urlencoded").expect(413);
        String unknown = TestProvider.signed(provider.logout(AS_IT_IS), TestProvider.key("unknown"));
        for (int i = 0; i < 20; i++) {
            tell(unknown).expect(400);
        }
        assertThat(provider.askedForKeys.get()).as("asked for keys").isBetween(1, 12);
        int refused = 0;
        for (int i = 0; i < 60; i++) {
            refused += send("other=x", "application/x-www-form-urlencoded").status() == 429 ? 1 : 0;
        }
        assertThat(refused).isPositive();
    }
}
