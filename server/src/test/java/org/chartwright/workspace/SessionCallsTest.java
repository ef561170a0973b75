package org.chartwright.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.chartwright.people.Person.Role;
import org.chartwright.people.PersonSessions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Signing in over HTTP, and what holds for every call. */
final class SessionCallsTest {

    private WorkspaceHouse house;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        house = new WorkspaceHouse(folder);
    }

    @AfterEach
    void close() throws Exception {
        house.close();
    }

    @Test
    void somebodyInvitedSignsInGoesOnAndSignsOut() throws Exception {
        WorkspaceHouse.Browser ada = house.person("ada", Role.CLINICIAN);
        JsonNode shown = ada.get("session").expect(200);
        assertThat(shown.path("person").path("name").stringValue()).isEqualTo("Ada Okafor");
        assertThat(shown.path("person").path("role").stringValue()).isEqualTo("clinician");
        assertThat(shown.path("person").path("tenant").stringValue()).isEqualTo("default");
        assertThat(shown.path("idleSeconds").intValue()).isEqualTo(900);
        assertThat(shown.path("proved").booleanValue()).isTrue();
        WorkspaceHouse.Answer out = ada.send("DELETE", "session", null, Map.of("X-Chartwright", "workspace"));
        out.expect(204);
        assertThat(out.http().headers().firstValue("Clear-Site-Data")).contains("\"cache\"");
        assertThat(ada.get("session").code()).isEqualTo("signed-out");
        assertThat(house.audited(house.clinic)).extracting(entry -> entry.path("action").stringValue())
                .containsSubsequence("workspace:SignIn", "workspace:GetSession", "workspace:SignOut");
    }

    @Test
    void theCookieIsForThisHostOnlyAndOutOfReachOfScripts() throws Exception {
        WorkspaceHouse.Browser ada = house.person("ada", Role.CLINICIAN);
        house.forward(Duration.ofSeconds(31));
        assertThat(ada.signIn().http().headers().firstValue("Set-Cookie").orElseThrow())
                .matches("__Host-chartwright=[\\w-]{43}; Path=/; Secure; HttpOnly; SameSite=Strict");
    }

    @Test
    void whoeverGuessesLearnsNothingAndWaits() throws Exception {
        house.person("ada", Role.CLINICIAN);
        WorkspaceHouse.Browser thief = house.stranger();
        String first = "";
        for (int i = 0; i < 5; i++) {
            WorkspaceHouse.Answer answer = thief.post("session", Map.of("account", "ada", "password", "wrong", "code", "123456"));
            assertThat(answer.code()).isEqualTo("wrong-credentials");
            first = answer.text();
        }
        WorkspaceHouse.Answer waits = thief.post("session", Map.of("account", "ada", "password", "wrong", "code", "123456"));
        assertThat(waits.code()).isEqualTo("wait");
        assertThat(waits.json().path("retryAfterSeconds").intValue()).isPositive();
        assertThat(waits.http().headers().firstValue("Retry-After")).isPresent();
        assertThat(thief.post("session", Map.of("account", "nobody", "password", "wrong", "code", "123456")).text()).isEqualTo(first);
        assertThat(thief.post("session", Map.of("tenant", "nowhere", "account", "a", "password", "b", "code", "c")).text())
                .isEqualTo(first);
    }

    @Test
    void aSessionRestsAndPollingDoesNotKeepItAwake() throws Exception {
        WorkspaceHouse.Browser ada = house.person("ada", Role.CLINICIAN);
        house.forward(Duration.ofMinutes(10));
        ada.send("GET", "session", null, Map.of("X-Chartwright", "background")).expect(200);
        house.forward(Duration.ofMinutes(6));
        ada.get("session").expect(401);
        ada.signIn();
        house.forward(Duration.ofMinutes(10));
        ada.get("session").expect(200);
        house.forward(Duration.ofMinutes(6));
        assertThat(ada.get("session").expect(200).path("proved").booleanValue()).isFalse();
        ada.prove();
        assertThat(ada.get("session").expect(200).path("proved").booleanValue()).isTrue();
    }

    @Test
    void aCallFromAnotherSiteHasNoEffect() throws Exception {
        WorkspaceHouse.Browser ada = house.person("ada", Role.CLINICIAN);
        for (Map<String, String> sent : java.util.List.of(
                Map.<String, String>of(),
                Map.of("X-Chartwright", "workspace", "Origin", "https://evil.example"),
                Map.of("X-Chartwright", "workspace", "Origin", "null"),
                Map.of("X-Chartwright", "workspace", "Sec-Fetch-Site", "cross-site"),
                Map.of("X-Chartwright", "workspace", "Sec-Fetch-Site", "same-site"))) {
            assertThat(ada.send("DELETE", "session", null, sent).code()).isEqualTo("cross-site");
        }
        ada.get("session").expect(200);
        ada.send("DELETE", "session", null, Map.of(
                "X-Chartwright", "workspace", "Origin", house.address)).expect(204);
        house.forward(Duration.ofSeconds(31));
        ada.signIn();
        ada.send("DELETE", "session", null, Map.of(
                "X-Chartwright", "workspace", "Sec-Fetch-Site", "same-origin", "Origin", "https://scribe.example.org")).expect(204);
    }

    @Test
    void whatIsSentMustBeRightInEverything() throws Exception {
        WorkspaceHouse.Browser somebody = house.stranger();
        assertThat(somebody.post("session", Map.of("account", "ada", "hat", "red")).json().path("field").stringValue()).isEqualTo("hat");
        assertThat(somebody.send("POST", "session", new byte[] {'{'}, Map.of("X-Chartwright", "workspace")).code()).isEqualTo("invalid");
        assertThat(somebody.get("nothing/here").code()).isEqualTo("not-found");
        assertThat(somebody.post("invitations/open", Map.of("token", "x")).code()).isEqualTo("not-found");
        assertThat(somebody.send("POST", "session", new byte[(8 << 20) + 1], Map.of("X-Chartwright", "workspace")).code())
                .isEqualTo("too-large");
        assertThat(somebody.get("session").code()).isEqualTo("signed-out");
    }

    @Test
    void pagesAreServedWithEveryHeaderAndNoPathLeavesThem() throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (String path : java.util.List.of("/app/", "/app/visits/1", "/app/assets/none.js", "/app/api/none", "/app/a/%2e%2e/x.class",
                    "/app/../server/Serve.class", "/app//etc/passwd.txt")) {
                HttpResponse<String> page = http.send(
                        HttpRequest.newBuilder(URI.create(house.address + path)).build(), BodyHandlers.ofString());
                if (page.statusCode() >= 400 && !path.equals("/app/assets/none.js")) {
                    continue; // refused by Jetty itself
                }
                assertThat(page.headers().firstValue("Content-Security-Policy")).as(path)
                        .hasValueSatisfying(policy -> assertThat(policy)
                                .contains("default-src 'none'", "require-trusted-types-for 'script'", "frame-ancestors 'none'")
                                .doesNotContain("unsafe"));
                assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
                assertThat(page.body()).doesNotContain("root:");
            }
            HttpResponse<String> missing = http.send(
                    HttpRequest.newBuilder(URI.create(house.address + "/app/assets/none.js")).build(), BodyHandlers.ofString());
            assertThat(missing.statusCode()).isEqualTo(404);
        }
        assertThat(PersonSessions.COOKIE).startsWith("__Host-");
    }
}
