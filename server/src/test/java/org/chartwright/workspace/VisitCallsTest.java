package org.chartwright.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.chartwright.chart.Visit;
import org.chartwright.people.Person.Role;
import org.chartwright.scribing.JobRequest;
import org.chartwright.scribing.JobSettings;
import org.chartwright.scribing.ObjectRef;
import org.chartwright.workspace.WorkspaceHouse.Answer;
import org.chartwright.workspace.WorkspaceHouse.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Patients, visits and their recordings over HTTP, and what administrators see. */
final class VisitCallsTest {

    private static final Map<String, String> OURS = Map.of("X-Chartwright", "workspace");

    private WorkspaceHouse house;
    private Browser ada;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        house = new WorkspaceHouse(folder);
        ada = house.person("ada", Role.CLINICIAN);
    }

    @AfterEach
    void close() throws Exception {
        house.close();
    }

    @Test
    void visitsAreFoundByStateNameDayAndWhose() throws Exception {
        String rosa = Visits.patient(ada, "Pena", "Rosa Maria");
        String jan = Visits.patient(ada, "Quist", "Jan");
        String one = Visits.planned(ada, rosa);
        Browser ben = house.person("ben", Role.CLINICIAN);
        String two = WorkspaceHouse.id(ben.post("visits", Map.of(
                "patientId", jan, "startedAt", "2026-11-20T10:00:00Z", "template", "PHYSICAL_SOAP", "specialty", "cardiology")).expect(201));
        assertThat(ids(ada.get("visits").expect(200))).containsExactly(one, two);
        assertThat(ids(ada.post("visits/search", Map.of("q", "ros pe")).expect(200))).containsExactly(one);
        assertThat(ids(ada.post("visits/search", Map.of("q", "MR-Quist")).expect(200))).containsExactly(two);
        assertThat(ids(ada.get("visits?day=2026-11-20").expect(200))).containsExactly(two);
        assertThat(ids(ada.get("visits?state=planned&mine=true").expect(200))).containsExactly(one);
        assertThat(ids(ada.get("visits?state=signed").expect(200))).isEmpty();
        assertThat(ada.get("visits?state=odd").code()).isEqualTo("invalid");
        JsonNode shown = ada.get("visits/" + two).expect(200);
        assertThat(shown.path("practitioner").stringValue()).isEqualTo("Ben Okafor");
        assertThat(shown.path("specialty").stringValue()).isEqualTo("cardiology");
        assertThat(shown.path("consent").stringValue()).isEqualTo("none");
        JsonNode changed = ada.send("PATCH", "visits/" + two, "{\"template\":\"GIRPP\",\"pronouns\":\"they\"}".getBytes(StandardCharsets.UTF_8), OURS)
                .expect(200);
        assertThat(changed.path("template").stringValue()).isEqualTo("GIRPP");
        assertThat(changed.path("pronouns").stringValue()).isEqualTo("they");
        assertThat(ada.send("PATCH", "visits/" + two, "{\"template\":\"NONE\"}".getBytes(StandardCharsets.UTF_8), OURS).json()
                .path("field").stringValue()).isEqualTo("template");
        assertThat(ada.get("patients/" + jan).expect(200).path("visits").size()).isOne();
        assertThat(ids(ada.post("patients/search", Map.of("q", "qui")).expect(200))).containsExactly(jan);
        assertThat(ids(ada.post("patients/search", Map.of()).expect(200))).containsExactlyInAnyOrder(rosa, jan);
        assertThat(ids(ada.post("visits/search", Map.of("q", "pena", "day", "2026-11-20")).expect(200))).isEmpty();
        assertThat(ada.post("visits", Map.of("patientId", one)).json().path("field").stringValue()).isEqualTo("patientId");
        assertThat(ada.post("patients", Map.of("family", "X", "sex", "cat")).json().path("field").stringValue()).isEqualTo("sex");
    }

    @Test
    void noNameIsTakenFromAnAddress() throws Exception {
        Visits.planned(ada, Visits.patient(ada, "Pena", "Rosa Maria"));
        assertThat(ada.get("visits?q=pena").json().path("field").stringValue()).isEqualTo("q");
        assertThat(ada.get("patients?q=pena").status()).isEqualTo(404);
        assertThat(ada.send("POST", "visits/search?q=pena", "{}".getBytes(StandardCharsets.UTF_8), OURS).expect(200).path("items").size())
                .as("what an address says is not sought").isOne();
        assertThat(ada.post("patients/search", Map.of("q", "x".repeat(201))).json().path("field").stringValue()).isEqualTo("q");
        assertThat(ada.post("patients/search", Map.of("state", "signed")).code()).isEqualTo("invalid");
        assertThat(ada.post("visits/search", Map.of("cursor", "one")).json().path("field").stringValue()).isEqualTo("cursor");
    }

    private static List<String> ids(JsonNode list) {
        List<String> ids = new java.util.ArrayList<>();
        list.path("items").forEach(one -> ids.add(one.path("id").stringValue()));
        return ids;
    }

    @Test
    void pagesOfALongListFitTogether() throws Exception {
        String rosa = Visits.patient(ada, "Pena", "Rosa Maria");
        for (int i = 0; i < 55; i++) {
            Visits.planned(ada, rosa);
        }
        JsonNode first = ada.get("visits").expect(200);
        JsonNode second = ada.get("visits?cursor=" + first.path("next").stringValue()).expect(200);
        assertThat(first.path("items").size()).isEqualTo(50);
        assertThat(second.path("items").size()).isEqualTo(5);
        assertThat(second.has("next")).isFalse();
        assertThat(ids(second)).doesNotContainAnyElementsOf(ids(first));
    }

    @Test
    void aRecordingNeedsConsentIsStoredQueuedAndPlayedInParts() throws Exception {
        String visit = Visits.planned(ada, Visits.patient(ada, "Pena", "Rosa Maria"));
        byte[] sound = new byte[300_000];
        new Random(7).nextBytes(sound);
        System.arraycopy("RIFF".getBytes(StandardCharsets.US_ASCII), 0, sound, 0, 4);
        String path = "visits/" + visit + "/recording";
        assertThat(ada.send("PUT", path, sound, OURS).code()).isEqualTo("consent-missing");
        Visits.consent(ada, visit);
        assertThat(ada.send("PUT", path + "?speakers=1", sound, OURS).json().path("field").stringValue()).isEqualTo("speakers");
        assertThat(ada.send("PUT", path, new byte[0], OURS).json().path("field").stringValue()).isEqualTo("Content-Length");
        JsonNode taken = ada.send("PUT", path, sound, OURS).expect(202);
        assertThat(taken.path("state").stringValue()).isEqualTo("processing");
        assertThat(taken.path("sound").booleanValue()).isTrue();
        assertThat(ada.send("PUT", path, sound, OURS).code()).isEqualTo("conflict");

        Answer whole = ada.get(path);
        assertThat(whole.http().body()).isEqualTo(sound);
        assertThat(whole.http().headers().firstValue("Content-Type")).contains("audio/wav");
        Answer part = ada.send("GET", path, null, Map.of("Range", "bytes=100000-100099"));
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.http().body()).isEqualTo(Arrays.copyOfRange(sound, 100_000, 100_100));
        assertThat(part.http().headers().firstValue("Content-Range")).contains("bytes 100000-100099/300000");
        assertThat(ada.send("GET", path, null, Map.of("Range", "bytes=-10")).http().body())
                .isEqualTo(Arrays.copyOfRange(sound, 299_990, 300_000));
        assertThat(ada.send("GET", path, null, Map.of("Range", "bytes=300000-")).status()).isEqualTo(416);
        assertThat(house.scribing.jobs().find(house.clinic, "visit-" + visit + "-1").orElseThrow().request().tags())
                .containsEntry("chartwright:visit", visit);
        assertThat(house.audited(house.clinic)).extracting(entry -> entry.path("action").stringValue() + " " + entry.path("actor").stringValue())
                .contains("workspace:PutRecording ada", "workspace:PlayRecording ada");
    }

    @Test
    void theSoundOfAStreamedVisitIsPlayedAsWavFromAnyPlace() throws Exception {
        String visit = Visits.planned(ada, Visits.patient(ada, "Pena", "Rosa Maria"));
        UUID session = UUID.randomUUID();
        house.scribing.jobs().submit(house.clinic, new JobRequest(
                "streamed", ObjectRef.ofSession(session), "", "", new JobSettings(true, 2, false, null, null, null, null),
                List.of(), Map.of(), null));
        house.scribing.visits().reached(house.clinic, UUID.fromString(visit), Visit.State.PROCESSING, "streamed");
        String path = "visits/" + visit + "/recording";
        assertThat(ada.get(path).status()).as("its sound is not kept").isEqualTo(404);
        house.streamed = new Ramp();
        byte[] whole = ada.get(path).http().body();
        assertThat(whole).hasSize(44 + 40_000 * 4);
        try (AudioInputStream wav = AudioSystem.getAudioInputStream(new ByteArrayInputStream(whole))) {
            assertThat(wav.getFormat().getChannels()).isEqualTo(2);
            assertThat(wav.getFormat().getSampleRate()).isEqualTo(16_000);
            assertThat(wav.getFrameLength()).isEqualTo(40_000);
        }
        for (int from : new int[] {0, 7, 44, 45, 46, 70_001, whole.length - 3}) {
            int to = Math.min(whole.length - 1, from + 90_000);
            Answer part = ada.send("GET", path, null, Map.of("Range", "bytes=" + from + "-" + to));
            assertThat(part.status()).isEqualTo(206);
            assertThat(part.http().body()).isEqualTo(Arrays.copyOfRange(whole, from, to + 1));
        }
    }

    /** Two channels of samples that count up. */
    private static final class Ramp implements StreamedSound.Sound {

        @Override
        public int channels() {
            return 2;
        }

        @Override
        public long frames() {
            return 40_000;
        }

        @Override
        public short[] read(long fromFrame, int count) {
            short[] samples = new short[(int) Math.max(0, Math.min(count, frames() - fromFrame)) * 2];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (short) (fromFrame * 2 + i);
            }
            return samples;
        }

        @Override
        public void close() {}
    }

    @Test
    void aDialogueThatDoesNotSayWhoSpeaksIsRefused() throws Exception {
        String visit = Visits.planned(ada, Visits.patient(ada, "Pena", "Rosa Maria"));
        Visits.consent(ada, visit);
        Answer bad = ada.put("visits/" + visit + "/dialogue", Map.of("text", "Hello there"));
        assertThat(bad.code()).isEqualTo("invalid");
        assertThat(bad.json().path("line").intValue()).isOne();
        house.forward(Duration.ofSeconds(5));
        ada.post("visits/" + visit + "/consent", Map.of(
                "wording", "May this visit be recorded?", "askedBy", "Ada", "answeredBy", "patient", "answer", "refused")).expect(201);
        assertThat(ada.put("visits/" + visit + "/dialogue", Map.of("text", Visits.DIALOGUE)).code()).isEqualTo("consent-missing");
        assertThat(ada.get("visits/" + visit).expect(200).path("state").stringValue()).isEqualTo("planned");
    }

    @Test
    void administratorsSeeTheHouseAndNoPatients() throws Exception {
        Browser boss = house.person("bo", Role.ADMINISTRATOR);
        String token = boss.post("people", Map.of("account", "cy", "name", "Cy Lund", "role", "reviewer")).expect(201).path("token").stringValue();
        assertThat(token).hasSizeGreaterThan(40);
        assertThat(boss.get("people").expect(200).path("items")).extracting(one -> one.path("account").stringValue())
                .containsExactly("ada", "bo", "cy");
        boss.post("people/ada/disable", Map.of()).expect(204);
        assertThat(ada.get("session").code()).isEqualTo("signed-out");
        assertThat(boss.post("people/bo/disable", Map.of()).code()).isEqualTo("conflict");
        assertThat(boss.get("health").expect(200).path("up").booleanValue()).isTrue();
        assertThat(boss.get("health").expect(200).path("work").path("queued").intValue()).isZero();
        JsonNode usage = boss.get("usage?from=2026-11-01&to=2026-11-30").expect(200);
        assertThat(usage.path("items").size()).isZero();
        assertThat(usage.path("price").path("hour").decimalValue()).isEqualByComparingTo("1.40");
        assertThat(boss.get("engines").expect(200).path("items").path(0).path("state").stringValue()).isEqualTo("not-set-up");
        assertThat(ada.get("engines").code()).isEqualTo("signed-out");
        assertThat(boss.post("patients/search", Map.of()).code()).isEqualTo("forbidden");
        assertThat(boss.get("audit").code()).isEqualTo("forbidden");
        assertThat(boss.get("templates").expect(200).path("items")).extracting(one -> one.path("name").stringValue())
                .contains("HISTORY_AND_PHYSICAL", "GIRPP");
        assertThat(boss.get("specialties").expect(200).path("items").size()).isGreaterThan(20);

        String template = "template: WOUND_CHECK\n\n[WOUND]\ntitle: Wound\nholds: exam\n";
        boss.put("templates/WOUND_CHECK", Map.of("text", template)).expect(204);
        assertThat(boss.get("templates/WOUND_CHECK").expect(200).path("text").stringValue()).isEqualTo(template.strip());
        Answer wrong = boss.put("templates/WOUND_CHECK", Map.of("text", "template: WOUND_CHECK\n\n[WOUND]\nholds: hats\n"));
        assertThat(wrong.json().path("line").intValue()).isEqualTo(4);
        boss.send("DELETE", "templates/WOUND_CHECK", null, OURS).expect(204);
        boss.put("vocabularies/drugs", Map.of("phrases", List.of("Dupixent"))).expect(204);
        assertThat(boss.get("vocabularies").expect(200).path("items").path(0).path("name").stringValue()).isEqualTo("drugs");
        assertThat(boss.get("deliveries").expect(200).path("items").size()).isZero();
    }

    @Test
    void auditorsReadTheRecordNewestFirstAndNothingElse() throws Exception {
        Visits.patient(ada, "Pena", "Rosa Maria");
        Browser alf = house.person("alf", Role.AUDITOR);
        JsonNode read = alf.get("audit?actor=ada").expect(200);
        assertThat(read.path("items").path(0).path("action").stringValue()).isEqualTo("workspace:CreatePatient");
        assertThat(read.path("items").path(0).path("object").stringValue()).startsWith("patient/");
        assertThat(alf.get("audit?object=patient/").expect(200).path("items").size()).isOne();
        assertThat(alf.get("audit?from=2020-01-01&to=2020-01-02").expect(200).path("items").size()).isZero();
        assertThat(alf.post("patients/search", Map.of()).code()).isEqualTo("forbidden");
        assertThat(alf.get("people").code()).isEqualTo("forbidden");
    }
}
