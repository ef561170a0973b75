package org.chartwright.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.chartwright.access.TenantId;
import org.chartwright.audit.Act;
import org.chartwright.people.People;
import org.chartwright.people.Person.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Passkeys over HTTP, by an authenticator that signs. */
final class PasskeyCallsTest {

    private WorkspaceHouse house;
    private TestAuthenticator key;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        house = new WorkspaceHouse(folder);
        key = new TestAuthenticator(house.here());
    }

    @AfterEach
    void close() throws Exception {
        house.close();
    }

    private WorkspaceHouse.Answer register(WorkspaceHouse.Browser person, TestAuthenticator authenticator) throws Exception {
        JsonNode question = person.post("passkeys/question", Map.of()).expect(200);
        return person.post("passkeys", Map.of("name", "desk", "credential", authenticator.create(question)));
    }

    private WorkspaceHouse.Answer signIn(WorkspaceHouse.Browser stranger, TestAuthenticator authenticator) throws Exception {
        house.forward(Duration.ofSeconds(2));
        JsonNode question = stranger.post("session/passkey/question", Map.of()).expect(200);
        return stranger.post("session/passkey", Map.of("credential", authenticator.get(question)));
    }

    @Test
    void aPasskeyIsMadeSignsInProvesAgainAndIsRemoved() throws Exception {
        WorkspaceHouse.Browser ada = house.person("ada", Role.CLINICIAN);
        assertThat(ada.get("session").expect(200).path("passkeys").booleanValue()).isFalse();
        String id = WorkspaceHouse.id(register(ada, key).expect(201));
        assertThat(register(ada, key).code()).as("the same once more").isEqualTo("conflict");

        WorkspaceHouse.Browser again = house.stranger();
        WorkspaceHouse.Answer in = signIn(again, key);
        assertThat(in.expect(200).path("person").path("account").stringValue()).isEqualTo("ada");
        assertThat(in.json().path("passkeys").booleanValue()).isTrue();
        again.cookie = in.http().headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];

        house.forward(Duration.ofMinutes(10));
        again.get("session").expect(200);
        house.forward(Duration.ofMinutes(6));
        assertThat(again.send("DELETE", "passkeys/" + id, null, Map.of("X-Chartwright", "workspace")).code()).isEqualTo("step-up");
        JsonNode question = again.post("session/proof/passkey/question", Map.of()).expect(200);
        assertThat(question.path("allowCredentials")).hasSize(1);
        again.post("session/proof/passkey", Map.of("credential", key.get(question))).expect(204);
        assertThat(again.get("passkeys").expect(200).path("items").get(0).path("usedAt").isMissingNode()).isFalse();
        again.send("DELETE", "passkeys/" + id, null, Map.of("X-Chartwright", "workspace")).expect(204);
        assertThat(signIn(house.stranger(), key).code()).isEqualTo("wrong-credentials");
        assertThat(house.audited(house.clinic)).extracting(entry -> entry.path("action").stringValue())
                .containsSubsequence(
                        "workspace:RegisterPasskey", "workspace:SignIn", "workspace:ProveAgain", "workspace:RemovePasskey");
    }

    @Test
    void noAnswerCountsThatIsWrongInAnything() throws Exception {
        WorkspaceHouse.Browser ada = house.person("ada", Role.CLINICIAN);
        register(ada, key).expect(201);

        key.origin = "https://evil.example";
        assertThat(signIn(house.stranger(), key).code()).isEqualTo("wrong-credentials");
        key.origin = house.here();
        key.rpId = "evil.example";
        assertThat(signIn(house.stranger(), key).code()).isEqualTo("wrong-credentials");
        key.rpId = "localhost";
        key.verifies = false;
        assertThat(signIn(house.stranger(), key).code()).as("present, but not verified").isEqualTo("wrong-credentials");
        key.verifies = true;
        byte[] mine = key.userHandle;
        key.userHandle = new byte[16];
        assertThat(signIn(house.stranger(), key).code()).isEqualTo("wrong-credentials");
        key.userHandle = mine;

        TestAuthenticator other = new TestAuthenticator(house.here());
        System.arraycopy(key.credentialId, 0, other.credentialId, 0, other.credentialId.length);
        other.userHandle = mine;
        other.counter = 50;
        assertThat(signIn(house.stranger(), other).code()).as("another key under the same name").isEqualTo("wrong-credentials");

        signIn(house.stranger(), key).expect(200);
        key.counter -= 3;
        assertThat(signIn(house.stranger(), key).code()).as("a copy of the authenticator").isEqualTo("wrong-credentials");
        assertThat(house.audited(new TenantId(Act.HOUSE))).extracting(entry -> entry.path("reason").asString(""))
                .contains("passkey-answer", "passkey-unknown", "passkey-counter");
    }

    @Test
    void aQuestionIsAnsweredOnceInTimeAndForWhatItWasAsked() throws Exception {
        WorkspaceHouse.Browser ada = house.person("ada", Role.CLINICIAN);
        register(ada, key).expect(201);
        JsonNode question = house.stranger().post("session/passkey/question", Map.of()).expect(200);
        Map<String, Object> answer = Map.of("credential", key.get(question));
        house.stranger().post("session/passkey", answer).expect(200);
        house.forward(Duration.ofSeconds(3));
        assertThat(house.stranger().post("session/passkey", answer).code()).as("again").isEqualTo("wrong-credentials");
        JsonNode late = house.stranger().post("session/passkey/question", Map.of()).expect(200);
        house.forward(Duration.ofMinutes(6));
        assertThat(house.stranger().post("session/passkey", Map.of("credential", key.get(late))).code()).isEqualTo("wrong-credentials");
        JsonNode other = house.stranger().post("session/passkey/question", Map.of()).expect(200);
        assertThat(ada.post("session/proof/passkey", Map.of("credential", key.get(other))).code())
                .as("asked of somebody who signs in").isEqualTo("wrong-credentials");
        JsonNode made = WorkspaceHouse.JSON.valueToTree(Map.of("challenge", "AAAA"));
        assertThat(house.stranger().post("session/passkey", Map.of("credential", key.get(made))).code()).isEqualTo("wrong-credentials");
        assertThat(house.stranger().post("session/passkey", Map.of("credential", "x")).code()).isEqualTo("invalid");
        assertThat(house.stranger().post("session/passkey", Map.of("credential", Map.of("id", "x"))).code()).isEqualTo("invalid");
        house.forward(Duration.ofSeconds(3));
        assertThat(house.stranger().post("session/passkey", Map.of("credential", Map.of(
                        "id", "!", "rawId", "!", "type", "public-key", "clientExtensionResults", Map.of(),
                        "response", Map.of("clientDataJSON", "!", "authenticatorData", "!", "signature", "!", "userHandle", "!")))).code())
                .isEqualTo("wrong-credentials");
    }

    @Test
    void nobodyProvesThemselvesByAnothersPasskeyNorRemovesOrSeesIt() throws Exception {
        WorkspaceHouse.Browser ada = house.person("ada", Role.CLINICIAN);
        WorkspaceHouse.Browser eve = house.person(house.other, "other", "eve", Role.CLINICIAN);
        String id = WorkspaceHouse.id(register(ada, key).expect(201));
        JsonNode question = eve.post("session/proof/passkey/question", Map.of()).expect(200);
        assertThat(eve.post("session/proof/passkey", Map.of("credential", key.get(question))).code()).isEqualTo("wrong-credentials");
        assertThat(eve.get("passkeys").expect(200).path("items")).isEmpty();
        assertThat(eve.send("DELETE", "passkeys/" + id, null, Map.of("X-Chartwright", "workspace")).code()).isEqualTo("not-found");
        JsonNode adas = ada.post("passkeys/question", Map.of()).expect(200);
        assertThat(eve.post("passkeys", Map.of("name", "x", "credential", new TestAuthenticator(house.here()).create(adas))).code())
                .isEqualTo("conflict");
    }

    @Test
    void whoeverIsDisabledOrNotFreshlyProvedGetsNoFurther() throws Exception {
        WorkspaceHouse.Browser ada = house.person("ada", Role.CLINICIAN);
        register(ada, key).expect(201);
        house.forward(Duration.ofMinutes(14));
        ada.get("session").expect(200);
        house.forward(Duration.ofMinutes(2));
        assertThat(ada.post("passkeys/question", Map.of()).code()).isEqualTo("step-up");
        new People(house.database.jdbi()).disable(house.clinic, "ada");
        assertThat(signIn(house.stranger(), key).code()).isEqualTo("wrong-credentials");
    }
}
