package org.chartwright.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.chartwright.audit.Actor;
import org.chartwright.people.Person.Role;
import org.chartwright.workspace.WorkspaceHouse.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Tenants and keys over HTTP: who may see them and what may be done. */
final class HouseCallsTest {

    private WorkspaceHouse house;
    private Browser boss;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        house = new WorkspaceHouse(folder);
        boss = house.person("bo", Role.ADMINISTRATOR);
    }

    @AfterEach
    void close() throws Exception {
        house.close();
    }

    @Test
    void aTenantIsMadeWithItsFirstAdministratorByTheFirstTenantOnly() throws Exception {
        Map<String, String> asked = Map.of("name", "north", "account", "noor", "person", "Noor Haddad");
        assertThat(boss.post("tenants", Map.of("name", "North!", "account", "noor", "person", "N")).json().path("field").stringValue())
                .isEqualTo("name");
        assertThat(boss.post("tenants", asked).expect(201).path("token").stringValue()).hasSizeGreaterThan(40);
        assertThat(boss.post("tenants", asked).code()).isEqualTo("conflict");
        JsonNode tenants = boss.get("tenants").expect(200).path("items");
        assertThat(tenants).extracting(one -> one.path("name").stringValue() + " " + one.path("own").booleanValue())
                .containsExactly("default true", "north false", "other false");
        assertThat(tenants.path(0).path("people").intValue()).isOne();

        Browser ada = house.person("ada", Role.CLINICIAN);
        assertThat(ada.get("tenants").code()).isEqualTo("forbidden");
        Browser theirs = house.person(house.other, "other", "una", Role.ADMINISTRATOR);
        assertThat(theirs.get("tenants").code()).isEqualTo("forbidden");
        assertThat(theirs.post("tenants", asked).code()).isEqualTo("forbidden");
        boss.get("session").expect(200);
        house.forward(Duration.ofMinutes(13));
        boss.get("session").expect(200);
        house.forward(Duration.ofMinutes(3));
        assertThat(boss.post("tenants", Map.of("name", "south", "account", "sam", "person", "Sam")).code()).isEqualTo("step-up");
    }

    @Test
    void keysAreRotatedAndDisabledAndWhatTheySealedStaysReadable() throws Exception {
        Browser ada = house.person("ada", Role.CLINICIAN);
        String visit = Visits.typed(ada);
        JsonNode before = boss.get("keys").expect(200);
        int version = before.path("tenant").path("version").intValue();
        assertThat(version).isPositive();
        assertThat(before.toString()).as("no secret").doesNotContain("secret");
        assertThat(boss.post("keys/tenant/rotate", Map.of()).expect(200).path("wrapped").intValue()).isPositive();
        assertThat(boss.get("keys").expect(200).path("tenant").path("version").intValue()).isEqualTo(version + 1);
        assertThat(Visits.review(ada, visit).path("status").stringValue()).isEqualTo("preliminary");

        house.keys.local().create(Actor.SERVER, house.clinic.value(), "alias/visits").orElseThrow();
        JsonNode named = boss.get("keys").expect(200).path("named").path(0);
        assertThat(named.path("aliases").path(0).stringValue()).isEqualTo("alias/visits");
        String id = named.path("id").stringValue();
        assertThat(boss.post("keys/named/" + id + "/rotate", Map.of()).expect(200).path("version").intValue()).isEqualTo(2);
        Browser theirs = house.person(house.other, "other", "una", Role.ADMINISTRATOR);
        assertThat(theirs.post("keys/named/" + id + "/rotate", Map.of()).code()).as("another's").isEqualTo("not-found");
        assertThat(house.audited(house.other)).extracting(entry -> entry.path("action").stringValue())
                .as("nothing was rotated there").doesNotContain("workspace:RotateKeyOnDemand");

        String access = before.path("access").path(0).path("id").stringValue();
        boss.post("keys/access/" + access + "/disable", Map.of()).expect(204);
        assertThat(boss.get("keys").expect(200).path("access").path(0).path("enabled").booleanValue()).isFalse();
        boss.post("keys/access/" + access + "/enable", Map.of()).expect(204);
        assertThat(theirs.post("keys/access/" + access + "/disable", Map.of()).code()).isEqualTo("not-found");
        assertThat(ada.get("keys").code()).isEqualTo("forbidden");
        assertThat(house.audited(house.clinic)).extracting(entry -> entry.path("action").stringValue())
                .contains("workspace:RotateTenantKey", "workspace:RotateKeyOnDemand", "workspace:DisableAccessKey", "iam:DisableAccessKey");
    }
}
