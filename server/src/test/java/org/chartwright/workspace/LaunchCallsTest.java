package org.chartwright.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.chartwright.people.Person.Role;
import org.chartwright.people.Ways;
import org.chartwright.people.oidc.Attempt;
import org.chartwright.people.oidc.ClientKeys;
import org.chartwright.people.oidc.ClientProof;
import org.chartwright.people.oidc.OAuthHttp;
import org.chartwright.people.oidc.SmartServer;
import org.chartwright.people.oidc.SmartSettings;
import org.chartwright.workspace.WorkspaceHouse.Answer;
import org.chartwright.workspace.WorkspaceHouse.Browser;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Coming from an EHR with a visit: HAPI's FHIR server and a real, if small, authorization server at the other end. */
final class LaunchCallsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private WorkspaceHouse house;
    private TestEhr ehr;
    private Browser ada;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws Exception {
        open(folder.resolve("house"), ClientProof.ofSecret(TestProvider.SECRET));
    }

    private void open(Path folder, ClientProof proof) throws Exception {
        house = new WorkspaceHouse(folder, (clock, address) -> {
            try {
                ehr = new TestEhr(clock);
                SmartSettings settings = new SmartSettings(
                        "St-Agnes", URI.create(ehr.address()), TestProvider.CLIENT, proof, "default");
                assertThat(settings.objection()).isEmpty();
                return new Ways(true, address, Optional.empty(), List.of(
                        new SmartServer(settings, new OAuthHttp(SSLContext.getDefault()), clock)));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        ada = house.person("ada", Role.CLINICIAN);
    }

    @AfterEach
    void close() throws Exception {
        ehr.close();
        house.close();
    }

    private Map<String, Object> launch(boolean tie) {
        return Map.of("iss", ehr.address() + "/", "launch", "launch-123", "tie", tie);
    }

    /** Goes to the EHR's page and comes back from it, as the page of the workspace does. */
    private Answer there(Browser person, Map<String, Object> begun) throws Exception {
        Answer going = person.post("ehrs/launch", begun);
        Map<String, String> asked = back(going.expect(200).path("go").stringValue());
        return answer(person, going, asked.get("state"), asked.get("code"));
    }

    private Map<String, String> back(String go) throws Exception {
        HttpResponse<Void> answer = http.send(HttpRequest.newBuilder(URI.create(go)).build(), BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(302);
        String location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith(house.here() + "/app/launch/back?");
        return TestProvider.form(location.replaceAll("[^?]*\\?", ""));
    }

    private static Answer answer(Browser person, Answer going, String state, String code) throws Exception {
        String attempt = going.http().headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(attempt).startsWith(LaunchCalls.COOKIE).contains("SameSite=Strict", "HttpOnly", "Secure");
        String before = person.cookie;
        person.cookie = before + "; " + attempt.split(";", 2)[0];
        try {
            return person.post("ehrs/launch/answer", Map.of("state", state, "code", code));
        } finally {
            person.cookie = before;
        }
    }

    private static String why(Answer answer) {
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("launch");
        return answer.json().path("why").stringValue();
    }

    @Test
    void aClientWithAKeyProvesItselfByItAndItsPublicHalfCanBeFetched() throws Exception {
        assertThat(send("/app/api/ehrs/keys").statusCode()).as("none").isEqualTo(404);
        close();
        open(folder.resolve("with-keys"), new ClientProof.Key(ClientKeys.read(ClientKeys.make())));
        ehr.door.clientKeys = URI.create(house.here() + "/app/api/ehrs/keys");
        assertThat(send("/app/api/ehrs/keys").body()).contains("\"kid\"", "ES384").doesNotContain("\"d\"");
        JsonNode opened = there(ada, launch(true)).expect(200);
        assertThat(opened.path("visit").stringValue()).isNotEmpty();
        assertThat(there(ada, launch(false)).expect(200)).as("an assertion is good once").isEqualTo(opened);

        Path elsewhere = Files.writeString(folder.resolve("keys.json"), JSON.writeValueAsString(ClientKeys.read(ClientKeys.make()).published()));
        ehr.door.clientKeys = elsewhere.toUri();
        assertThat(why(there(ada, launch(false)))).as("signed by a key that nobody knows there").isEqualTo("unreachable");
    }

    private HttpResponse<String> send(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(house.here() + path)).build(), BodyHandlers.ofString());
    }

    @Test
    void keysOfAClientArePrivateNamedAndStrong() {
        for (String wrong : List.of(
                "{}", "[]", "{\"keys\":[]}", "{\"keys\":[{\"kty\":\"oct\",\"k\":\"AAAA\",\"kid\":\"1\"}]}",
                ClientKeys.make().replaceAll("\"d\":\"[^\"]*\",?", ""), ClientKeys.make().replaceAll("\"kid\":\"[^\"]*\",?", ""))) {
            assertThatThrownBy(() -> ClientKeys.read(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void theEhrsVisitIsBroughtInOnceAndOpenedAgain() throws Exception {
        assertThat(ada.get("ehrs").expect(200).path("items").get(0).path("tied").booleanValue()).isFalse();
        assertThat(ada.post("ehrs/launch", launch(false)).code()).isEqualTo("untied");
        JsonNode opened = there(ada, launch(true)).expect(200);
        assertThat(ehr.door.asked)
                .containsEntry("aud", ehr.address())
                .containsEntry("launch", "launch-123")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("scope", "openid fhirUser launch patient/Patient.rs patient/Encounter.rs");
        JsonNode visit = ada.get("visits/" + opened.path("visit").stringValue()).expect(200);
        assertThat(visit.path("patient").path("name").stringValue()).isEqualTo("Joan Quill");
        assertThat(visit.path("patient").path("mrn").stringValue()).isEqualTo("MR-77");
        assertThat(visit.path("startedAt").stringValue()).isEqualTo("2026-11-25T10:30:00Z");
        assertThat(visit.path("state").stringValue()).isEqualTo("planned");
        assertThat(visit.path("practitioner").stringValue()).isEqualTo("Ada Okafor");

        assertThat(ada.get("ehrs").expect(200).path("items").get(0).path("tied").booleanValue()).isTrue();
        assertThat(there(ada, launch(false)).expect(200)).isEqualTo(opened);
        ehr.door.launched = Map.of("patient", "pat-1");
        JsonNode alone = there(ada, Map.of("name", "St-Agnes")).expect(200);
        assertThat(alone.path("visit").isMissingNode()).isTrue();
        assertThat(alone.path("patient")).isEqualTo(opened.path("patient"));
        assertThat(ehr.door.asked).doesNotContainKey("launch").extractingByKey("scope").asString().contains("launch/patient");
        assertThat(house.audited(house.clinic)).extracting(entry -> entry.path("action").stringValue())
                .containsSubsequence("workspace:BeginEhrLaunch", "workspace:TieEhrUser", "workspace:OpenEhrLaunch");
        assertThat(house.audited(house.clinic).toString()).doesNotContain("Quill", "MR-77", "pat-1", "launch-123");
    }

    @Test
    void aPatientWhoIsKnownByTheirNumberIsTheSameOneAndAContradictionOpensNothing() throws Exception {
        JsonNode first = there(ada, launch(true)).expect(200);
        ehr.encounter.setId("enc-1");
        ehr.encounter.getIdentifierFirstRep().setValue("V-10");
        JsonNode second = there(ada, launch(false)).expect(200);
        assertThat(second.path("patient")).isEqualTo(first.path("patient"));
        assertThat(second.path("visit")).isNotEqualTo(first.path("visit"));
        ehr.patient.getIdentifierFirstRep().setValue("MR-78");
        assertThat(why(there(ada, launch(false)))).isEqualTo("contradiction");
        ehr.encounter.setSubject(new Reference("Patient/pat-2"));
        assertThat(why(there(ada, launch(false)))).isEqualTo("patient");
        assertThat(ada.post("patients/search", Map.of("q", "Quill")).expect(200).path("items").size()).isEqualTo(1);
    }

    @Test
    void nobodyOpensAVisitWhoIsSomebodyElseThere() throws Exception {
        there(ada, launch(true)).expect(200);
        Browser ben = house.person("ben", Role.CLINICIAN);
        assertThat(why(there(ben, launch(true)))).as("the EHR's user is Ada's").isEqualTo("somebody-else");
        ehr.door.subject = "subject-2";
        assertThat(why(there(ada, launch(false)))).as("Ada is another user").isEqualTo("somebody-else");
        there(ben, launch(true)).expect(200);
        ehr.door.claims = made -> made.claim("fhirUser", ehr.address() + "/Patient/pat-1");
        assertThat(why(there(ben, launch(false)))).isEqualTo("role");
        house.forward(Duration.ofMinutes(14));
        ben.get("session").expect(200);
        house.forward(Duration.ofMinutes(2));
        assertThat(ben.post("ehrs/launch", launch(true)).code()).isEqualTo("step-up");
        assertThat(ben.send("DELETE", "ehrs/St-Agnes/tie", null, Map.of("X-Chartwright", "workspace")).code()).isEqualTo("step-up");
        ben.prove();
        ben.send("DELETE", "ehrs/St-Agnes/tie", null, Map.of("X-Chartwright", "workspace")).expect(204);
        assertThat(ben.post("ehrs/launch", launch(false)).code()).isEqualTo("untied");
    }

    @Test
    void noAnswerCountsThatIsNotOfThisSessionsOwnAttempt() throws Exception {
        Answer mine = ada.post("ehrs/launch", launch(true));
        Map<String, String> back = back(mine.expect(200).path("go").stringValue());
        Answer other = ada.post("ehrs/launch", launch(true));
        assertThat(why(answer(ada, other, back.get("state"), back.get("code")))).isEqualTo("state");
        Browser ben = house.person("ben", Role.CLINICIAN);
        assertThat(why(answer(ben, mine, back.get("state"), back.get("code")))).isEqualTo("attempt");
        assertThat(why(ada.post("ehrs/launch/answer", Map.of("state", "x", "code", "y")))).isEqualTo("attempt");
        house.forward(Attempt.LIFE.plusSeconds(1));
        assertThat(why(answer(ada, mine, back.get("state"), back.get("code")))).isEqualTo("attempt");
        ehr.door.signing = claims -> TestProvider.signed(claims, TestProvider.key("one"));
        assertThat(why(there(ada, launch(true)))).isEqualTo("token");
        assertThat(house.audited(house.clinic))
                .filteredOn(entry -> entry.path("action").stringValue().equals("workspace:OpenEhrLaunch"))
                .extracting(entry -> entry.path("reason").stringValue())
                .containsExactly("state", "attempt", "attempt", "attempt", "token");
    }

    @Test
    void noAddressIsCalledThatTheOperatorDidNotNameForThatTenant() throws Exception {
        for (String iss : List.of("http://127.0.0.1:1/r4", ehr.address() + "/x", "https://evil.example")) {
            assertThat(ada.post("ehrs/launch", Map.of("iss", iss, "launch", "x", "tie", true)).code()).isEqualTo("not-found");
        }
        Browser other = house.person(house.other, "other", "oto", Role.CLINICIAN);
        assertThat(other.get("ehrs").expect(200).path("items").size()).isZero();
        assertThat(other.post("ehrs/launch", launch(true)).code()).isEqualTo("not-found");
        assertThat(ada.post("ehrs/launch", Map.of("iss", ehr.address(), "tie", true)).code()).isEqualTo("invalid");
        ehr.configuration = told -> {
            Map<String, Object> without = new HashMap<>(told);
            without.remove("code_challenge_methods_supported");
            return without;
        };
        assertThat(ada.post("ehrs/launch", launch(true)).code()).isEqualTo("unavailable");
        Browser auditor = house.person("mei", Role.AUDITOR);
        assertThat(auditor.post("ehrs/launch", launch(true)).code()).isEqualTo("forbidden");
    }
}
