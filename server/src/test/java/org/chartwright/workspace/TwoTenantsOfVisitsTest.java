package org.chartwright.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chartwright.audit.Actor;
import org.chartwright.database.TenantRows;
import org.chartwright.people.Person.Role;
import org.chartwright.workspace.WorkspaceHouse.Answer;
import org.chartwright.workspace.WorkspaceHouse.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two tenants in the workspace: by no call does the one learn that something of the other's is there. */
final class TwoTenantsOfVisitsTest {

    private static final String FAMILY = "Quillfeather";
    private static final String ACCOUNT = "quillon";
    private static final String WORDS = "quill-words";

    @TempDir
    private static Path folder;

    private static WorkspaceHouse house;
    private static Browser clinician;
    private static final Map<Role, Browser> OTHERS = new HashMap<>();
    private static String patient;
    private static String visit;
    private static String accessKey;
    private static String namedKey;
    private static final UUID DELIVERY = UUID.randomUUID();
    private static final UUID PASSKEY = UUID.randomUUID();
    private static final UUID OPENING = UUID.randomUUID();

    /** What a call names, and what is sent with it. */
    private enum Names {
        VISIT,
        PATIENT,
        DELIVERY,
        ACCOUNT,
        VOCABULARY,
        TEMPLATE,
        ACCESS_KEY,
        NAMED_KEY,
        PASSKEY,
        OPENING,
        /** It gives a list or a sum of what is the caller's. */
        OWN,
        /** It gives nothing that belongs to a tenant, or is for whoever is not signed in and holds a secret. */
        NOTHING
    }

    /** What is answered where it is not that there is no such thing. */
    private static final Map<String, String> KNOWN_TO_NOBODY = Map.of(
            "CreateVisit", "400 .*patientId.*",
            "PutVocabulary", "204 ",
            "DeleteVocabulary", "204 ",
            "GetTemplate", "403 .*",
            "PutTemplate", "403 .*",
            "DeleteTemplate", "403 .*");

    private record Row(Names names, Object body) {

        static Row of(Names names) {
            return new Row(names, null);
        }
    }

    /** What is done only by whoever has just proved who they are. */
    private static final Set<String> FRESH =
            Set.of("SignNote", "AmendNote", "DisableAccessKey", "EnableAccessKey", "RotateKeyOnDemand", "RemovePasskey", "OpenAnyway");

    private static final List<Map<String, String>> EDITS =
            List.of(Map.of("op", "remove", "sentence", UUID.randomUUID().toString()));

    /** Every call of the workspace, by its name in the audit record. */
    private static Map<String, Row> rows(String named) {
        Map<String, Row> rows = new HashMap<>();
        for (String action : List.of(
                "GetVisit", "OpenReview", "GetNoteVersion", "CompareNoteVersions", "ExportNote", "ExportAfterVisitSummary",
                "GetTiming", "PlayRecording")) {
            rows.put(action, Row.of(Names.VISIT));
        }
        for (String action : List.of("SearchPatients", "ListVisits", "SearchVisits", "GetUsage", "ReadAudit", "ListVocabularies",
                "ListDeliveries", "ListPeople", "GetSession", "ListKeys", "ListPasskeys", "ListOpenings", "ListEhrs")) {
            rows.put(action, Row.of(Names.OWN));
        }
        for (String action : List.of("SignIn", "SignOut", "ProveAgain", "SignInElsewhere", "ProveElsewhere", "SignOutElsewhere", "ListWays",
                "OpenInvitation", "AcceptInvitation", "ListTemplates", "ListSpecialties", "ListEngines", "GetHealth",
                "CreatePatient", "InvitePerson", "ListTenants", "CreateTenant", "RotateTenantKey",
                "AskToRegisterPasskey", "RegisterPasskey", "AskToSignIn", "AskToProve",
                "BeginEhrLaunch", "OpenEhrLaunch", "UntieEhrUser", "ReadClientKeys")) {
            rows.put(action, Row.of(Names.NOTHING));
        }
        rows.put("UpdateVisit", new Row(Names.VISIT, Map.of("reason", "Cough")));
        rows.put("RecordConsent", new Row(Names.VISIT, Map.of(
                "wording", "May we?", "askedBy", "Ada", "answeredBy", "patient", "answer", "granted")));
        rows.put("PutRecording", new Row(Names.VISIT, "RIFF"));
        rows.put("PutDialogue", new Row(Names.VISIT, Map.of("text", Visits.DIALOGUE)));
        rows.put("EditNote", new Row(Names.VISIT, Map.of("version", 1, "edits", EDITS)));
        rows.put("SignNote", new Row(Names.VISIT, Map.of("version", 1)));
        rows.put("AmendNote", new Row(Names.VISIT, Map.of("version", 1, "reason", "why", "edits", EDITS)));
        rows.put("RepairSpeakers", new Row(Names.VISIT, Map.of("version", 1, "changes", List.of(Map.of(
                "op", "swap", "speaker", "CLINICIAN", "with", "PATIENT")))));
        rows.put("RewriteNote", new Row(Names.VISIT, Map.of("version", 1, "template", "PHYSICAL_SOAP")));
        rows.put("GetPatient", Row.of(Names.PATIENT));
        rows.put("CreateVisit", new Row(Names.PATIENT, Map.of("patientId", named, "reason", "Cough")));
        rows.put("DisablePerson", new Row(Names.ACCOUNT, Map.of()));
        rows.put("RetryDelivery", new Row(Names.DELIVERY, Map.of()));
        rows.put("PutVocabulary", new Row(Names.VOCABULARY, Map.of("phrases", List.of("Dupixent"))));
        rows.put("DeleteVocabulary", Row.of(Names.VOCABULARY));
        rows.put("DisableAccessKey", new Row(Names.ACCESS_KEY, Map.of()));
        rows.put("EnableAccessKey", new Row(Names.ACCESS_KEY, Map.of()));
        rows.put("RotateKeyOnDemand", new Row(Names.NAMED_KEY, Map.of()));
        rows.put("RemovePasskey", Row.of(Names.PASSKEY));
        rows.put("OpenAnyway", new Row(Names.VISIT, Map.of("reason", "On call tonight, short of breath.")));
        rows.put("ReviewOpening", new Row(Names.OPENING, Map.of()));
        rows.put("GetTemplate", Row.of(Names.TEMPLATE));
        rows.put("PutTemplate", new Row(Names.TEMPLATE, Map.of("text", "template: QUILL\n\n[PLAN]\nholds: plan\n")));
        rows.put("DeleteTemplate", Row.of(Names.TEMPLATE));
        return rows;
    }

    @BeforeAll
    static void open() throws Exception {
        house = new WorkspaceHouse(folder);
        clinician = house.person(ACCOUNT, Role.CLINICIAN);
        Browser boss = house.person("boss", Role.ADMINISTRATOR);
        for (Role role : Role.values()) {
            Browser browser = house.person(house.other, "other", "o" + role.name().toLowerCase(java.util.Locale.ROOT), role);
            OTHERS.put(role, browser);
        }
        patient = Visits.patient(clinician, FAMILY, "Rosa");
        visit = Visits.planned(clinician, patient);
        Visits.consent(clinician, visit);
        clinician.put("visits/" + visit + "/dialogue", Map.of("text", Visits.DIALOGUE)).expect(200);
        boss.put("vocabularies/" + WORDS, Map.of("phrases", List.of(FAMILY))).expect(204);
        deliver();
        TenantRows.use(house.database.jdbi(), house.clinic.value(), handle -> handle.execute("""
                insert into passkey (tenant_id, id, person_id, credential_id, credential, name, counter, backup_eligible,
                    backed_up, created_at)
                select tenant_id, ?, id, decode('01', 'hex'), decode('02', 'hex'), 'Quill key', 0, false, false, now() from person where account = ?""",
                PASSKEY, ACCOUNT));
        TenantRows.use(house.database.jdbi(), house.clinic.value(), handle -> handle.execute("""
                insert into opened_anyway (tenant_id, id, visit_id, person_id, account, reason, at, until)
                select tenant_id, ?, ?, id, account, decode('02', 'hex'), now(), now() from person where account = ?""",
                OPENING, UUID.fromString(visit), ACCOUNT));
        accessKey = TenantRows.of(house.database.jdbi(), house.clinic.value(), handle -> handle.createQuery(
                        "select id from access_key")
                .mapTo(String.class)
                .one());
        namedKey = house.keys.local().create(Actor.SERVER, house.clinic.value(), "alias/quill").orElseThrow().replaceAll(".*/", "");
    }

    private static void deliver() {
        UUID target = UUID.randomUUID();
        TenantRows.use(house.database.jdbi(), house.clinic.value(), handle -> {
            handle.execute("""
                    insert into ehr_target (tenant_id, id, name, form, address, documents, receiver, credentials, created_at)
                    values (?, ?, 'Quillhouse', 'MDM', 'mllp://127.0.0.1:1', 'TEXT', '', '', now())""",
                    house.clinic.value(), target);
            handle.execute("""
                    insert into ehr_delivery (tenant_id, id, target_id, visit_id, note_id, note_version, state, made_at,
                        changed_at, next_at)
                    values (?, ?, ?, ?, ?, 1, 'FAILED', now(), now(), now())""",
                    house.clinic.value(), DELIVERY, target, UUID.fromString(visit), UUID.randomUUID());
        });
    }

    @AfterAll
    static void close() throws Exception {
        house.close();
    }

    @Test
    void everyCallHasItsRow() {
        assertThat(rows("").keySet())
                .as("a new call says here what it names of a tenant's, and a call that is gone is taken out")
                .containsExactlyInAnyOrderElementsOf(
                        house.routes.stream().map(Route::action).collect(Collectors.toSet()));
    }

    @Test
    void whatIsTheOthersIsAnsweredLikeWhatIsNowhere() throws Exception {
        for (Route route : house.routes) {
            Row row = rows("").get(route.action());
            String theirs = switch (row.names) {
                case VISIT -> visit;
                case PATIENT -> patient;
                case DELIVERY -> DELIVERY.toString();
                case ACCOUNT -> ACCOUNT;
                case VOCABULARY -> WORDS;
                case TEMPLATE -> "QUILL";
                case ACCESS_KEY -> accessKey;
                case NAMED_KEY -> namedKey;
                case PASSKEY -> PASSKEY.toString();
                case OPENING -> OPENING.toString();
                case OWN, NOTHING -> "";
            };
            if (theirs.isEmpty()) {
                continue;
            }
            String absent = switch (row.names) {
                case ACCOUNT, VOCABULARY, TEMPLATE -> theirs + "x";
                case ACCESS_KEY -> theirs.replaceAll(".{4}$", "ZZZZ");
                default -> UUID.randomUUID().toString();
            };
            assertThat(said(route, theirs, absent))
                    .as(route.action())
                    .isEqualTo(said(route, absent, theirs))
                    .matches(KNOWN_TO_NOBODY.getOrDefault(route.action(), "404 .*"))
                    .doesNotContain(FAMILY);
        }
        assertThat(clinician.get("visits/" + visit).expect(200).toString()).contains(FAMILY);
        assertThat(clinician.get("visits/" + visit + "/review").expect(200).path("version").intValue()).isEqualTo(1);
    }

    private static Browser caller(Route route) {
        Role role = route.roles().contains(Role.CLINICIAN)
                ? Role.CLINICIAN
                : route.roles().contains(Role.ADMINISTRATOR) ? Role.ADMINISTRATOR : Role.AUDITOR;
        return OTHERS.get(role);
    }

    private static String said(Route route, String named, String other) throws Exception {
        Browser browser = caller(route);
        if (FRESH.contains(route.action())) {
            browser.prove();
        }
        String path = route.path().replace("{n}", "1").replaceAll("\\{[a-z]+}", named)
                + (route.action().equals("CompareNoteVersions") ? "?from=1&to=1" : "");
        Object body = rows(named).get(route.action()).body;
        byte[] sent = body == null
                ? null
                : body instanceof String text
                        ? text.getBytes(StandardCharsets.UTF_8)
                        : WorkspaceHouse.JSON.writeValueAsBytes(body);
        Map<String, String> headers = new HashMap<>();
        if (!route.method().equals("GET")) {
            headers.put("X-Chartwright", "workspace");
        }
        if (body instanceof String) {
            headers.put("Content-Type", "audio/wav");
        }
        Answer answer = browser.send(route.method(), path, sent, headers);
        // The one name is as good as the other: what is left must be the same.
        return answer.status() + " " + answer.text().replace(named, "NAME").replace(other, "NAME");
    }

    @Test
    void listsHoldOnlyWhatIsOnesOwn() throws Exception {
        for (Route route : house.routes) {
            if (rows("").get(route.action()).names == Names.OWN) {
                Answer answer = route.method().equals("GET")
                        ? caller(route).get(
                                route.path() + (route.action().equals("GetUsage") ? "?from=2026-01-01&to=2026-12-31" : ""))
                        : caller(route).post(route.path(), Map.of("q", FAMILY.substring(0, 5)));
                assertThat(answer.status()).as(route.action()).isEqualTo(200);
                assertThat(answer.text())
                        .as(route.action())
                        .doesNotContain(FAMILY, ACCOUNT, WORDS, visit, patient, DELIVERY.toString(), "Quillhouse", "Quill key", accessKey, namedKey);
            }
        }
    }
}
