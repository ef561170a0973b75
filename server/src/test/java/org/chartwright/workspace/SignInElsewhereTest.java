package org.chartwright.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.chartwright.access.TenantId;
import org.chartwright.access.Tenants;
import org.chartwright.audit.Act;
import org.chartwright.people.People;
import org.chartwright.people.oidc.Attempt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Signing in by a real, if small, provider of OpenID Connect. */
final class SignInElsewhereTest {

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

    private String refusal() throws Exception {
        HttpResponse<String> answer = trips.signIn();
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(ProviderTrips.set(answer, "__Host-chartwright")).isEmpty();
        String location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith("/app/visits/new#sign-in=");
        return location.replaceAll(".*=", "");
    }

    @Test
    void somebodyOfTheHospitalSignsInProvesThemselvesAgainAndSignsOutThereToo() throws Exception {
        JsonNode ways = house.stranger().get("session/ways").expect(200);
        assertThat(ways.path("local").booleanValue()).isFalse();
        assertThat(ways.path("provider").stringValue()).isEqualTo("St Agnes");
        assertThat(ways.path("passkeys").stringValue()).isEqualTo(house.here());
        WorkspaceHouse.Browser grace = trips.signedIn();
        JsonNode shown = grace.get("session").expect(200);
        assertThat(shown.path("person").path("account").stringValue()).isEqualTo("grace");
        assertThat(shown.path("person").path("name").stringValue()).isEqualTo("Grace Hopper");
        assertThat(shown.path("person").path("role").stringValue()).isEqualTo("clinician");
        assertThat(shown.path("elsewhere").booleanValue()).isTrue();

        for (int minutes = 0; minutes < 16; minutes += 8) {
            house.forward(Duration.ofMinutes(8));
            shown = grace.get("session").expect(200);
        }
        assertThat(shown.path("proved").booleanValue()).isFalse();
        ProviderTrips.Trip trip = trips.leave(grace, "session/provider/proof", "visits/new");
        assertThat(trip.go()).contains("max_age=0");
        assertThat(trips.back(trips.atProvider(trip), trip.attempt()).headers().firstValue("Location")).contains("/app/visits/new");
        assertThat(grace.get("session").expect(200).path("proved").booleanValue()).isTrue();

        WorkspaceHouse.Answer out = grace.send("DELETE", "session", null, Map.of("X-Chartwright", "workspace"));
        assertThat(out.expect(200).path("go").stringValue())
                .startsWith(provider.issuer + "/leave?").contains("client_id=chartwright", "post_logout_redirect_uri=http");
        assertThat(grace.get("session").code()).isEqualTo("signed-out");
        assertThat(house.audited(house.clinic)).extracting(entry -> entry.path("action").stringValue())
                .containsSubsequence("workspace:SignInElsewhere", "workspace:ProveElsewhere", "workspace:SignOut");
    }

    @Test
    void whoeverIsKnownByTheirSubjectStaysThemselvesAndNoNameMakesThemSomebodyElse() throws Exception {
        JsonNode first = trips.signedIn().get("session").expect(200).path("person");
        provider.claims = made -> made.claim("preferred_username", "ghopper").claim("name", "Grace B. Hopper").claim("roles", "privacy");
        JsonNode second = trips.signedIn().get("session").expect(200).path("person");
        assertThat(second.path("id")).isEqualTo(first.path("id"));
        assertThat(second.path("account").stringValue()).isEqualTo("grace");
        assertThat(second.path("name").stringValue()).isEqualTo("Grace B. Hopper");
        assertThat(second.path("role").stringValue()).isEqualTo("auditor");
        provider.claims = made -> made;
        provider.subject = "subject-2";
        assertThat(refusal()).isEqualTo("account");
    }

    @Test
    void noAnswerCountsThatIsNotOfThisBrowsersOwnAttempt() throws Exception {
        ProviderTrips.Trip mine = trips.leave(house.stranger(), "session/provider", "visits/new");
        ProviderTrips.Trip theirs = trips.leave(house.stranger(), "session/provider", "visits/new");
        String answer = trips.atProvider(mine);
        assertThat(refused(trips.back(answer, theirs.attempt()))).isEqualTo("state");
        assertThat(refused(trips.back(answer.replace("state=", "state=x"), mine.attempt()))).isEqualTo("state");
        assertThat(refused(trips.back(answer.replaceAll("state=[^&]*", "x=y"), mine.attempt()))).isEqualTo("state");
        assertThat(refused(trips.back(answer, "a=b"))).isEqualTo("attempt");
        assertThat(refused(trips.back(answer.replaceAll("iss=.*", "iss=https%3A%2F%2Fevil.example"), mine.attempt()))).isEqualTo("issuer");
        house.forward(Attempt.LIFE.plusSeconds(1));
        assertThat(refused(trips.back(answer, mine.attempt()))).isEqualTo("attempt");
        assertThat(refused(trips.back(answer.replaceAll("code=[^&]*", "error=access_denied"), theirs.attempt()))).isEqualTo("attempt");
        assertThat(house.audited(new TenantId(Act.HOUSE)))
                .filteredOn(entry -> entry.path("outcome").stringValue().equalsIgnoreCase("refused"))
                .extracting(entry -> entry.path("reason").stringValue())
                .contains("state", "attempt", "issuer");
    }

    @Test
    void aCodeIsGoodOnceAndOnlyWithItsVerifier() throws Exception {
        ProviderTrips.Trip trip = trips.leave(house.stranger(), "session/provider", "visits/new");
        String answer = trips.atProvider(trip);
        trips.signedIn(trips.back(answer, trip.attempt()));
        assertThat(refused(trips.back(answer, trip.attempt()))).isEqualTo("unreachable");
        ProviderTrips.Trip other = trips.leave(house.stranger(), "session/provider", "visits/new");
        String stolen = trips.atProvider(trip).replaceAll(".*code=([^&]*).*", "$1");
        assertThat(refused(trips.back(trips.atProvider(other).replaceAll("code=[^&]*", "code=" + stolen), other.attempt())))
                .isEqualTo("unreachable");
    }

    private static String refused(HttpResponse<String> answer) {
        assertThat(ProviderTrips.set(answer, "__Host-chartwright")).isEmpty();
        return answer.headers().firstValue("Location").orElseThrow().replaceAll(".*#sign-in=", "");
    }

    @Test
    void noTokenCountsThatIsWrongInAnything() throws Exception {
        Map<UnaryOperator<JWTClaimsSet.Builder>, String> lies = new LinkedHashMap<>();
        lies.put(made -> made.claim("nonce", "another"), "nonce");
        lies.put(made -> made.claim("nonce", null), "nonce");
        lies.put(made -> made.audience("another"), "token");
        lies.put(made -> made.audience(List.of(TestProvider.CLIENT, "another")), "token");
        lies.put(made -> made.claim("azp", "another"), "token");
        lies.put(made -> made.issuer("https://evil.example"), "token");
        lies.put(made -> made.issuer(null), "token");
        lies.put(made -> made.subject(null), "token");
        lies.put(made -> made.expirationTime(null), "token");
        lies.put(made -> made.expirationTime(Date.from(provider.clock.instant().minusSeconds(61))), "token");
        lies.put(made -> made.notBeforeTime(Date.from(provider.clock.instant().plusSeconds(120))), "token");
        lies.put(made -> made.claim("roles", List.of("porters")), "role");
        lies.put(made -> made.claim("preferred_username", "@"), "account");
        for (Map.Entry<UnaryOperator<JWTClaimsSet.Builder>, String> lie : lies.entrySet()) {
            provider.claims = lie.getKey();
            assertThat(refusal()).isEqualTo(lie.getValue());
        }
    }

    @Test
    void noTokenCountsThatTheProvidersKeyHasNotSigned() throws Exception {
        provider.signing = claims -> new PlainJWT(claims).serialize();
        assertThat(refusal()).isEqualTo("token");
        provider.signing = claims -> TestProvider.signed(claims, TestProvider.key("one"));
        assertThat(refusal()).isEqualTo("token");
        provider.signing = claims -> TestProvider.signed(claims, TestProvider.key("unknown"));
        assertThat(refusal()).isEqualTo("token");
        provider.signing = claims -> {
            // Signed with what everybody knows, as if it were a secret that both share.
            SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("one").type(JOSEObjectType.JWT).build(), claims);
            token.sign(new MACSigner(provider.keys.getFirst().toRSAPublicKey().getEncoded()));
            return token.serialize();
        };
        assertThat(refusal()).isEqualTo("token");
        provider.signing = claims -> "not.a.token";
        assertThat(refusal()).isEqualTo("token");
        // A key that came later is fetched.
        provider.keys = List.of(TestProvider.key("two"), provider.keys.getFirst());
        provider.signing = claims -> TestProvider.signed(claims, provider.keys.getFirst());
        trips.signedIn();
    }

    @Test
    void aProofIsOfTheSamePersonAndOfNow() throws Exception {
        WorkspaceHouse.Browser grace = trips.signedIn();
        house.forward(Duration.ofMinutes(14));
        grace.get("session").expect(200);
        house.forward(Duration.ofMinutes(2));
        provider.claims = made -> made.claim("auth_time", provider.clock.instant().minusSeconds(600).getEpochSecond());
        assertThat(proof(grace)).endsWith("#sign-in=proof");
        provider.claims = made -> made.claim("auth_time", null);
        assertThat(proof(grace)).endsWith("#sign-in=proof");
        provider.claims = made -> made.claim("preferred_username", "somebody");
        provider.subject = "subject-9";
        assertThat(proof(grace)).endsWith("#sign-in=proof");
        assertThat(grace.get("session").expect(200).path("proved").booleanValue()).isFalse();
    }

    private String proof(WorkspaceHouse.Browser person) throws Exception {
        ProviderTrips.Trip trip = trips.leave(person, "session/provider/proof", "visits/new");
        return trips.back(trips.atProvider(trip), trip.attempt()).headers().firstValue("Location").orElseThrow();
    }

    @Test
    void whatTheTokenLeavesOutIsAskedForOfTheSameSubject() throws Exception {
        provider.claims = made -> made.claim("roles", null);
        provider.userInfo = new HashMap<>(Map.of("sub", "somebody-else", "roles", "doctors"));
        assertThat(refusal()).isEqualTo("role");
        provider.userInfo = new HashMap<>(Map.of("sub", "subject-1", "roles", List.of("doctors")));
        trips.signedIn();
    }

    @Test
    void aProviderThatIsDownOrCallsItselfOtherwiseOrSpeaksInTheClearLetsNobodyIn() throws Exception {
        provider.metadata = told -> Map.of("issuer", "https://evil.example");
        assertThat(house.stranger().post("session/provider", Map.of()).code()).isEqualTo("unavailable");
        provider.metadata = told -> {
            told.put("token_endpoint", "http://login.example/token");
            return told;
        };
        assertThat(house.stranger().post("session/provider", Map.of()).code()).isEqualTo("unavailable");
        provider.metadata = told -> told;
        trips.signedIn();
    }

    @Test
    void whoeverIsDisabledHereStaysOutAndNobodyHasAPasswordWhereThereAreNone() throws Exception {
        WorkspaceHouse.Browser grace = trips.signedIn();
        new People(house.database.jdbi()).disable(house.clinic, "grace");
        assertThat(grace.get("session").code()).isEqualTo("signed-out");
        assertThat(refusal()).isEqualTo("disabled");
        assertThat(house.stranger().post("session", Map.of("account", "grace", "password", "x", "code", "1")).code()).isEqualTo("forbidden");
        assertThat(house.stranger().post("invitations/open", Map.of("token", "x")).code()).isEqualTo("forbidden");
    }

    @Test
    void nobodyIsInvitedToAnAccountThatCouldNotBeUsed() throws Exception {
        provider.claims = made -> made.claim("roles", "bosses");
        Map<String, String> asked = Map.of("account", "hal", "name", "Hal", "role", "reviewer");
        assertThat(trips.signedIn().post("people", asked).code()).isEqualTo("conflict");
        assertThat(new People(house.database.jdbi()).find(house.clinic, "hal")).isEmpty();
        Map<String, String> tenant = Map.of("name", "south", "account", "hal", "person", "Hal");
        assertThat(trips.signedIn().post("tenants", tenant).code()).isEqualTo("conflict");
        assertThat(new Tenants(house.database.jdbi(), house.clock, house.luck).find("south")).isEmpty();
    }

    @Test
    void anotherSitesPageBeginsNothing() throws Exception {
        assertThat(house.stranger().send("POST", "session/provider", "{}".getBytes(), Map.of(
                "X-Chartwright", "workspace", "Sec-Fetch-Site", "cross-site")).code()).isEqualTo("cross-site");
        ProviderTrips.Trip trip = trips.leave(house.stranger(), "session/provider", "//evil.example/..%2f");
        assertThat(trips.back(trips.atProvider(trip), trip.attempt()).headers().firstValue("Location")).contains("/app/");
    }
}
