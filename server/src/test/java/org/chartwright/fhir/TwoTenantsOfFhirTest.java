package org.chartwright.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.chartwright.access.Tenants;
import org.chartwright.audit.Act;
import org.chartwright.audit.Actor;
import org.chartwright.audit.AuditExport;
import org.chartwright.audit.AuditLog;
import org.chartwright.audit.Entry;
import org.chartwright.audit.Outcome;
import org.chartwright.chart.Chart;
import org.chartwright.chart.Kept;
import org.chartwright.chart.NoteLife;
import org.chartwright.chart.Samples;
import org.chartwright.chart.Signings;
import org.chartwright.chart.VisitNote;
import org.chartwright.database.Database;
import org.chartwright.database.TestDatabase;
import org.chartwright.keys.TestSeals;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.SystemRestfulInteraction;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two tenants at the record: every interaction that the face says it has is tried with what is the other's. */
final class TwoTenantsOfFhirTest {

    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String FAMILY = "Quillfeather";

    private static Database database;
    private static TenantId clinic;
    private static TenantId other;
    private static Server server;
    private static String address;

    /** One of each type that the clinic has. */
    private static final Map<String, String> THEIRS = new HashMap<>();

    /** Asks each tenant's own, as the real one does. */
    private static final class OwnBeside implements Beside {

        private final UUID consent = UUID.randomUUID();
        private UUID visit = UUID.randomUUID();

        @Override
        public List<Consented> consents(TenantId tenant, UUID asked) {
            return tenant.equals(clinic) && asked.equals(visit) ? List.of(given()) : List.of();
        }

        @Override
        public Optional<Consented> consent(TenantId tenant, UUID id) {
            return tenant.equals(clinic) && id.equals(consent) ? Optional.of(given()) : Optional.empty();
        }

        private Consented given() {
            return new Consented(consent, visit, Answer.GIVEN, "May this visit be recorded?", "The patient", Samples.BEGAN);
        }

        @Override
        public List<Proposed> orders(TenantId tenant, UUID asked) {
            return tenant.equals(clinic)
                    ? List.of(new Proposed("LAB", "A blood count for " + FAMILY, null, List.of(Samples.DISEASE)))
                    : List.of();
        }

        @Override
        public List<Entry> audit(TenantId tenant, long before, int most, AuditExport.Within within) {
            return AuditExport.newest(database.jdbi(), tenant.value(), before, most, within);
        }
    }

    @BeforeAll
    static void open() throws Exception {
        database = TestDatabase.fresh();
        Tenants tenants = new Tenants(database.jdbi(), Clock.systemUTC(), new SecureRandom());
        tenants.add("clinic");
        tenants.add("other");
        clinic = tenants.find("clinic").orElseThrow().id();
        other = tenants.find("other").orElseThrow().id();
        Chart chart = new Chart(database.jdbi(), Clock.systemUTC(), TestSeals.make(), new SecureRandom());
        OwnBeside beside = new OwnBeside();
        server = new Server(0);
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServlet(
                new ServletHolder(FhirFace.open(
                        chart,
                        beside,
                        request -> switch (String.valueOf(request.getHeader("Authorization"))) {
                            case "Bearer clinic" -> Optional.of(new Caller(clinic, "Clinic", "ehr", (act, type) -> true, ZoneOffset.UTC));
                            case "Bearer other" -> Optional.of(new Caller(other, "Other", "ehr", (act, type) -> true, ZoneOffset.UTC));
                            default -> Optional.empty();
                        },
                        new AuditLog(database.jdbi(), Clock.systemUTC()),
                        "")),
                FhirFace.PATH + "/*");
        server.setHandler(context);
        server.start();
        address = "http://127.0.0.1:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort() + FhirFace.PATH + "/";
        seed(chart, beside);
    }

    private static void seed(Chart chart, OwnBeside beside) throws Exception {
        UUID patient = chart.add(clinic, "ada", Samples.patient(FAMILY, "Rosa", "MR-1")).id();
        UUID practitioner = chart.add(clinic, "ada", Samples.practitioner()).id();
        beside.visit = chart.add(clinic, "ada", Samples.visit(patient, practitioner)).id();
        UUID transcript = chart.add(clinic, "chartwright", Samples.transcript(patient, beside.visit)).id();
        Kept<VisitNote> note = chart.add(clinic, "chartwright", Samples.note(patient, beside.visit, transcript));
        new NoteLife(chart, Clock.systemUTC(), Signings.UNTOLD).sign(clinic, new NoteLife.Person("ada", "Ada Okafor"), note);
        new AuditLog(database.jdbi(), Clock.systemUTC()).record(
                Act.of(clinic.value(), Actor.SERVER, "workspace:SignNote", "visit/1"), Outcome.DONE, "");
        for (CapabilityStatementRestResourceComponent type : types()) {
            String name = type.getType();
            String asked = switch (name) {
                case "Patient" -> "?family=" + FAMILY;
                case "Practitioner", "Organization", "AuditEvent" -> "";
                case "Provenance" -> "?target=DocumentReference/" + note.id();
                default -> "?patient=" + patient;
            };
            if (name.equals("Binary")) {
                continue; // named by what a document attaches
            }
            Bundle found = FHIR.newJsonParser().parseResource(
                    Bundle.class, send("clinic", "GET", name + asked, null).body());
            assertThat(found.getEntry()).as("one of the clinic's own " + name).isNotEmpty();
            Resource one = found.getEntryFirstRep().getResource();
            THEIRS.put(name, one.getIdElement().getIdPart());
            if (one instanceof org.hl7.fhir.r4.model.DocumentReference document) {
                THEIRS.put("Binary", document.getContentFirstRep().getAttachment().getUrl().replaceAll(".*Binary/", ""));
            }
        }
    }

    @AfterAll
    static void close() throws Exception {
        server.stop();
        database.close();
    }

    private static CapabilityStatement can() throws Exception {
        return FHIR.newJsonParser().parseResource(CapabilityStatement.class, send("other", "GET", "metadata", null).body());
    }

    private static List<CapabilityStatementRestResourceComponent> types() throws Exception {
        return can().getRestFirstRep().getResource().stream()
                .filter(type -> !type.getType().equals("OperationDefinition"))
                .toList();
    }

    private static HttpResponse<String> send(String who, String method, String path, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + who)
                .header("Content-Type", "application/fhir+json")
                .header("If-Match", "W/\"1\"")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    /** What the other is told of a resource of that name. */
    private static String said(TypeRestfulInteraction interaction, String type, String id) throws Exception {
        HttpResponse<String> answer = switch (interaction) {
            case READ -> send("other", "GET", type + "/" + id, null);
            case VREAD -> send("other", "GET", type + "/" + id + "/_history/1", null);
            case HISTORYINSTANCE -> send("other", "GET", type + "/" + id + "/_history", null);
            case UPDATE -> send("other", "PUT", type + "/" + id, changed(type, id));
            case CREATE -> send("other", "POST", type, pointing(type));
            case SEARCHTYPE -> send("other", "GET", type + "?_id=" + id, null);
            case DELETE, PATCH, HISTORYTYPE, NULL ->
                throw new AssertionError(type + " can " + interaction + " now: say here how the other tenant tries it");
        };
        return answer.statusCode() + " " + answer.body()
                .replace(id, "NAME")
                .replaceAll("\"lastUpdated\":\"[^\"]*\"", "")
                .replaceAll("\"id\":\"[^\"]*\"", "");
    }

    private static String changed(String type, String id) throws Exception {
        String text = send("clinic", "GET", type + "/" + THEIRS.get(type), null).body();
        return text.replace(THEIRS.get(type), id);
    }

    /** One of the caller's own that points at what is the other's. */
    private static String pointing(String type) throws Exception {
        return send("clinic", "GET", type + "/" + THEIRS.get(type), null).body()
                .replaceFirst("\"id\":\"[^\"]*\",", "");
    }

    @Test
    void whatIsTheOthersIsAnsweredLikeWhatIsNowhereByEveryInteraction() throws Exception {
        int tried = 0;
        for (CapabilityStatementRestResourceComponent type : types()) {
            for (var interaction : type.getInteraction()) {
                String theirs = THEIRS.get(type.getType());
                String absent = theirs.matches("[0-9a-f-]{36}.*") ? UUID.randomUUID() + theirs.substring(36) : theirs + "9";
                if (interaction.getCode() != TypeRestfulInteraction.CREATE) {
                    String hers = said(interaction.getCode(), type.getType(), theirs);
                    assertThat(hers.replaceAll("http[^\"]*", ""))
                            .as(type.getType() + " " + interaction.getCode())
                            .isEqualTo(said(interaction.getCode(), type.getType(), absent).replaceAll("http[^\"]*", ""))
                            .startsWith(interaction.getCode() == TypeRestfulInteraction.SEARCHTYPE ? "" : "4")
                            .doesNotContain(FAMILY);
                } else if (!type.getType().equals("Patient") && !type.getType().equals("Practitioner")) {
                    assertThat(said(interaction.getCode(), type.getType(), theirs))
                            .as("creating " + type.getType() + " that points at the other's")
                            .startsWith("4")
                            .doesNotContain(FAMILY);
                }
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(20);
    }

    @Test
    void operationsFindNothingOfTheOthers() throws Exception {
        int tried = 0;
        assertThat(can().getRestFirstRep().getOperation()).as("of all of it: say here how the other tenant tries it").isEmpty();
        for (CapabilityStatementRestResourceComponent type : types()) {
            for (var operation : type.getOperation()) {
                assertThat(operation.getName()).as("what can be asked: say here how the other tenant tries it").isEqualTo("docref");
                String absent = UUID.randomUUID().toString();
                for (String method : List.of("GET", "POST")) {
                    assertThat(docref("clinic", method, THEIRS.get("Patient"))).contains(THEIRS.get(type.getType()));
                    assertThat(docref("other", method, THEIRS.get("Patient")))
                            .as(operation.getName() + " by " + method)
                            .isEqualTo(docref("other", method, absent))
                            .startsWith("200")
                            .contains("\"total\":0");
                }
                tried++;
            }
        }
        assertThat(tried).isEqualTo(1);
    }

    private static String docref(String who, String method, String patient) throws Exception {
        String body = """
                {"resourceType":"Parameters","parameter":[{"name":"patient","valueId":"%s"},
                 {"name":"start","valueDate":"2026-01-01"}]}""".formatted(patient);
        HttpResponse<String> answer = method.equals("GET")
                ? send(who, "GET", "DocumentReference/$docref?start=2026-01-01&patient=" + patient, null)
                : send(who, "POST", "DocumentReference/$docref", body);
        return answer.statusCode() + " " + answer.body()
                .replace(patient, "NAME")
                .replaceFirst("\"id\":\"[^\"]*\"", "")
                .replaceAll("\"lastUpdated\":\"[^\"]*\"", "");
    }

    @Test
    void searchesAndTransactionsFindNothingOfTheOthers() throws Exception {
        for (CapabilityStatementRestResourceComponent type : types()) {
            if (type.getInteraction().stream().anyMatch(one -> one.getCode() == TypeRestfulInteraction.SEARCHTYPE)) {
                for (String asked : List.of("", "?patient=" + THEIRS.get("Patient"), "?family=" + FAMILY)) {
                    HttpResponse<String> answer = send("other", "GET", type.getType() + asked, null);
                    assertThat(answer.body().replaceAll("\"url\":\"[^\"]*\"", ""))
                            .as(type.getType() + asked)
                            .doesNotContain(FAMILY);
                    THEIRS.forEach((of, id) -> assertThat(answer.body())
                            .as(type.getType() + asked)
                            .doesNotContain("\"id\":\"" + id + "\""));
                }
            }
        }
        assertThat(can().getRestFirstRep().getInteraction()).extracting(one -> one.getCode())
                .as("what can be done with all of it: say here how the other tenant tries it")
                .containsExactly(SystemRestfulInteraction.TRANSACTION);
        String bundle = """
                {"resourceType":"Bundle","type":"transaction","entry":[{"request":{"method":"POST","url":"Encounter"},
                 "resource":{"resourceType":"Encounter","status":"finished","class":{"code":"AMB"},
                 "subject":{"reference":"Patient/%s"},"period":{"start":"2026-03-04T10:15:00Z"}}}]}""";
        HttpResponse<String> theirs = send("other", "POST", "", bundle.formatted(THEIRS.get("Patient")));
        String absent = UUID.randomUUID().toString();
        HttpResponse<String> nobodys = send("other", "POST", "", bundle.formatted(absent));
        assertThat(theirs.statusCode()).isEqualTo(nobodys.statusCode()).isBetween(400, 499);
        assertThat(theirs.body().replace(THEIRS.get("Patient"), "NAME")).isEqualTo(nobodys.body().replace(absent, "NAME"));
    }
}
