package org.chartwright.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chartwright.people.Person.Role;
import org.chartwright.people.Ways;
import org.chartwright.workspace.WorkspaceHouse.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Who sees whose visits where clinicians see their own, and opening another's with a reason. */
final class OpeningCallsTest {

    private static final Map<String, String> REASON = Map.of("reason", "She is on my ward tonight and short of breath.");

    private WorkspaceHouse house;
    private Browser ada;
    private Browser ben;
    private String visit;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        house = new WorkspaceHouse(folder, (_, address) -> new Ways(true, address, Optional.empty(), List.of()), VisitSight.Rule.OWN);
        ada = house.person("ada", Role.CLINICIAN);
        visit = Visits.typed(ada);
        ben = house.person("ben", Role.CLINICIAN);
    }

    @AfterEach
    void close() throws Exception {
        house.close();
    }

    private static void closed(WorkspaceHouse.Answer answer) {
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("closed");
        assertThat(answer.text()).doesNotContain("Headache", "lisinopril");
    }

    @Test
    void aClinicianSeesOfAnothersVisitOnlyThatThereIsOne() throws Exception {
        for (String path : new String[] {"", "/review", "/note/versions/1", "/note/diff?from=1&to=1", "/export?form=text",
            "/after-visit?form=text", "/timing", "/recording"}) {
            closed(ben.get("visits/" + visit + path));
        }
        JsonNode listed = ben.get("visits").expect(200).path("items").get(0);
        assertThat(listed.path("closed").booleanValue()).isTrue();
        assertThat(listed.path("reason").stringValue()).isEmpty();
        assertThat(listed.path("practitioner").stringValue()).isEqualTo("Ada Okafor");
        JsonNode ofPatient = ben.get("patients/" + listed.path("patient").path("id").stringValue()).expect(200).path("visits").get(0);
        assertThat(ofPatient.path("closed").booleanValue()).isTrue();
        assertThat(ada.get("visits").expect(200).path("items").get(0).path("reason").stringValue()).isEqualTo("Headache");
        assertThat(house.audited(house.clinic)).anySatisfy(entry -> {
            assertThat(entry.path("action").stringValue()).isEqualTo("workspace:OpenReview");
            assertThat(entry.path("reason").asString("")).isEqualTo("closed");
            assertThat(entry.path("object").stringValue()).isEqualTo("visit/" + visit);
        });
    }

    @Test
    void aReviewerSeesAllOfTheirTenant() throws Exception {
        Browser rae = house.person("rae", Role.REVIEWER);
        assertThat(Visits.review(rae, visit).path("sections")).isNotEmpty();
        Browser eve = house.person(house.other, "other", "eve", Role.REVIEWER);
        assertThat(eve.get("visits/" + visit + "/review").code()).isEqualTo("not-found");
    }

    @Test
    void aVisitIsOpenedWithAReasonForAnHourToLookAtOnly() throws Exception {
        ben.post("visits/" + visit + "/open-anyway", REASON).expect(201);
        JsonNode review = Visits.review(ben, visit);
        assertThat(ben.get("visits/" + visit).expect(200).path("openUntil").stringValue()).isNotEmpty();
        closed(ben.post("visits/" + visit + "/note/sign", Map.of("version", review.path("version").intValue())));
        closed(ben.post("visits/" + visit + "/note/edits", Map.of("version", review.path("version").intValue(), "edits", new Object[0])));
        closed(house.person("cyd", Role.CLINICIAN).get("visits/" + visit + "/review"));
        for (int minutes = 0; minutes < 60; minutes += 10) {
            ben.get("visits").expect(200);
            house.forward(Duration.ofMinutes(10));
        }
        closed(ben.get("visits/" + visit + "/review"));
    }

    @Test
    void theAuditorSeesWhoOpenedWhatAndWhyAndTheRecordHoldsNoWordOfIt() throws Exception {
        ben.post("visits/" + visit + "/open-anyway", REASON).expect(201);
        Browser mei = house.person("mei", Role.AUDITOR);
        JsonNode opening = mei.get("openings").expect(200).path("items").get(0);
        assertThat(opening.path("account").stringValue()).isEqualTo("ben");
        assertThat(opening.path("visit").stringValue()).isEqualTo(visit);
        assertThat(opening.path("reason").stringValue()).isEqualTo(REASON.get("reason"));
        mei.post("openings/" + WorkspaceHouse.id(opening) + "/reviewed", Map.of()).expect(204);
        assertThat(mei.get("openings").expect(200).path("items").get(0).path("reviewedBy").stringValue()).isEqualTo("mei");
        assertThat(mei.post("openings/" + WorkspaceHouse.id(opening) + "/reviewed", Map.of()).code()).isEqualTo("not-found");
        closed(house.person("dan", Role.CLINICIAN).get("visits/" + visit));
        assertThat(house.person(house.other, "other", "ola", Role.AUDITOR).get("openings").expect(200).path("items")).isEmpty();
        assertThat(house.audited(house.clinic)).anySatisfy(entry -> {
            assertThat(entry.path("action").stringValue()).isEqualTo("workspace:OpenAnyway");
            assertThat(entry.path("object").stringValue()).isEqualTo("visit/" + visit);
            assertThat(entry.path("actor").toString()).contains("ben");
        });
        assertThat(house.audited(house.clinic).toString()).doesNotContain("short of breath");
    }

    @Test
    void whoeverMayNotOpenOrSaysNotWhyGetsNoFurther() throws Exception {
        String path = "visits/" + visit + "/open-anyway";
        assertThat(ben.post(path, Map.of("reason", "curious")).json().path("field").stringValue()).isEqualTo("reason");
        assertThat(ada.post(path, REASON).code()).as("her own").isEqualTo("conflict");
        for (Role role : new Role[] {Role.AUDITOR, Role.ADMINISTRATOR, Role.REVIEWER}) {
            Browser other = house.person("x" + role.ordinal(), role);
            assertThat(other.post(path, REASON).code()).isEqualTo("forbidden");
            assertThat(other.get("openings").status()).isEqualTo(role == Role.AUDITOR ? 200 : 403);
        }
        assertThat(house.person(house.other, "other", "eve", Role.CLINICIAN).post(path, REASON).code()).isEqualTo("not-found");
        for (int opened = 0; opened < BrokenGlass.MOST; opened++) {
            ben.signIn();
            ben.post(path, REASON).expect(201);
            house.forward(Duration.ofSeconds(31));
        }
        assertThat(ben.post(path, REASON).code()).isEqualTo("conflict");
        house.forward(Duration.ofMinutes(14));
        ben.get("visits").expect(200);
        house.forward(Duration.ofMinutes(2));
        assertThat(ben.post(path, REASON).code()).isEqualTo("step-up");
    }
}
