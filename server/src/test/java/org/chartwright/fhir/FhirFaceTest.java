package org.chartwright.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.interceptor.BearerTokenAuthInterceptor;
import ca.uhn.fhir.rest.server.exceptions.AuthenticationException;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.chartwright.access.Tenants;
import org.chartwright.audit.Act;
import org.chartwright.audit.Actor;
import org.chartwright.audit.AuditExport;
import org.chartwright.audit.AuditLog;
import org.chartwright.audit.Checkpoint;
import org.chartwright.audit.Entry;
import org.chartwright.audit.Outcome;
import org.hl7.fhir.instance.model.api.IIdType;
import org.chartwright.chart.Chart;
import org.chartwright.chart.Kept;
import org.chartwright.chart.NoteLife;
import org.chartwright.chart.Samples;
import org.chartwright.chart.Signings;
import org.chartwright.chart.VisitNote;
import org.chartwright.database.Database;
import org.chartwright.database.TenantRows;
import org.chartwright.database.TestDatabase;
import org.chartwright.encounter.SegmentId;
import org.chartwright.keys.TestSeals;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The face over HTTP, asked by HAPI's own client; all that it answers passes the validator. */
final class FhirFaceTest {

    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final ZoneId ZONE = ZoneOffset.UTC;

    private Database database;
    private TenantId clinic;
    private Chart chart;
    private final NothingBeside beside = new NothingBeside();
    private Server server;
    private String address;
    private IGenericClient client;

    @BeforeEach
    void open() throws Exception {
        database = TestDatabase.fresh();
        Tenants tenants = new Tenants(database.jdbi(), Clock.systemUTC(), new SecureRandom());
        tenants.add("clinic");
        tenants.add("other");
        clinic = tenants.find("clinic").orElseThrow().id();
        TenantId other = tenants.find("other").orElseThrow().id();
        chart = new Chart(database.jdbi(), Clock.systemUTC(), TestSeals.make(), new SecureRandom());
        server = new Server(0);
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServlet(
                new ServletHolder(FhirFace.open(
                        chart,
                        beside,
                        request -> switch (String.valueOf(request.getHeader("Authorization"))) {
                            case "Bearer all" -> Optional.of(new Caller(clinic, "Clinic", "ehr", (act, type) -> true, ZONE));
                            case "Bearer read" -> Optional.of(new Caller(
                                    clinic, "Clinic", "viewer",
                                    (act, type) -> type.equals("Patient") && act != Caller.Act.CREATE && act != Caller.Act.UPDATE,
                                    ZONE));
                            case "Bearer far" -> Optional.of(
                                    new Caller(clinic, "Clinic", "ehr", (act, type) -> true, ZoneId.of("Pacific/Kiritimati")));
                            case "Bearer other" -> Optional.of(new Caller(other, "Other", "ehr", (act, type) -> true, ZONE));
                            default -> Optional.empty();
                        },
                        new AuditLog(database.jdbi(), Clock.systemUTC()),
                        "")),
                FhirFace.PATH + "/*");
        server.setHandler(context);
        server.start();
        address = "http://127.0.0.1:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort() + FhirFace.PATH;
        client = as("all");
    }

    @AfterEach
    void close() throws Exception {
        server.stop();
        database.close();
    }

    private IGenericClient as(String token) {
        IGenericClient made = FHIR.newRestfulGenericClient(address);
        made.registerInterceptor(new BearerTokenAuthInterceptor(token));
        return made;
    }

    @Test
    void saysWhatItCanDoToAnybodyAndNothingElse() {
        CapabilityStatement can = FHIR.newRestfulGenericClient(address)
                .capabilities()
                .ofType(CapabilityStatement.class)
                .execute();
        assertThat(can.getRestFirstRep().getResource())
                .extracting(CapabilityStatement.CapabilityStatementRestResourceComponent::getType)
                .contains("Patient", "Encounter", "DocumentReference", "Composition", "Provenance", "Condition");
        assertThatThrownBy(() -> as("nobody").search().forResource(Patient.class).execute())
                .isInstanceOf(AuthenticationException.class);
        assertThatThrownBy(() -> as("read").create().resource(patient("Pena")).execute())
                .isInstanceOf(ForbiddenOperationException.class);
        assertThat(found(as("read"), "Patient?name=x")).isEmpty();
    }

    @Test
    void whoReadsAPatientIsRecordedUnderAPseudonymBeforeAnythingIsGiven() {
        IIdType pena = client.create().resource(patient("Pena")).execute().getId();
        client.create().resource(patient("Pena")).execute();
        client.read().resource(Patient.class).withId(pena.getIdPart()).execute();
        assertThat(found(client, "Patient?family=Pena")).hasSize(2);
        assertThatThrownBy(() -> as("read").create().resource(patient("Nobody")).execute())
                .isInstanceOf(ForbiddenOperationException.class);
        List<Entry> entries = new ArrayList<>();
        AuditExport.each(database.jdbi(), clinic.value(), line -> {
            if (!Checkpoint.isMeantBy(line)) {
                entries.add(Entry.parse(line));
            }
        });
        assertThat(entries).extracting(entry -> entry.act().action() + " " + entry.outcome()).containsExactly(
                "chart:CreatePatient DONE", "chart:CreatePatient DONE", "fhir:ReadPatient DONE", "fhir:SearchPatient DONE",
                "fhir:SearchPatient DONE", "fhir:CreatePatient REFUSED");
        String pseudonym = chart.pseudonym(clinic, UUID.fromString(pena.getIdPart()));
        assertThat(pseudonym).matches("p-[0-9a-f]{32}");
        assertThat(entries).filteredOn(entry -> pseudonym.equals(entry.act().patient())).hasSize(3);
        assertThat(entries.get(2).act().actor().name()).isEqualTo("ehr");
        assertThat(entries.get(3).act().patient()).isNotEqualTo(entries.get(4).act().patient());
        assertThat(entries).noneMatch(entry -> entry.canonical().contains("Pena"));
    }

    @Test
    void aPatientIsCreatedReadChangedAndFoundWithAllVersions() {
        var id = client.create().resource(patient("Pena")).execute().getId();
        Patient read = client.read().resource(Patient.class).withId(id.getIdPart()).execute();
        assertThat(read.getNameFirstRep().getFamily()).isEqualTo("Pena");
        read.getNameFirstRep().setFamily("Quist");
        client.update().resource(read).execute();
        assertThat(client.read().resource(Patient.class).withIdAndVersion(id.getIdPart(), "1").execute()
                        .getNameFirstRep().getFamily())
                .isEqualTo("Pena");
        Bundle history = client.history()
                .onInstance(id.toUnqualifiedVersionless())
                .returnBundle(Bundle.class)
                .execute();
        assertThat(history.getEntry()).hasSize(2);
        assertThat(found(client, "Patient?family=qui&birthdate=1961-02-03&gender=female&identifier=urn:oid:2.16.840.1.113883.19.5|MR-9"))
                .hasSize(1);
        assertThat(found(client, "Patient?family=pena")).isEmpty();
        assertThatThrownBy(() -> client.update().resource(read).withId(id.getIdPart()).withAdditionalHeader("If-Match", "W/\"1\"").execute())
                .isInstanceOfAny(ResourceVersionConflictException.class, ca.uhn.fhir.rest.server.exceptions.PreconditionFailedException.class);
        assertThatThrownBy(() -> as("other").read().resource(Patient.class).withId(id.getIdPart()).execute())
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void pagesFitTogether() {
        for (int i = 0; i < 25; i++) {
            client.create().resource(patient("Pena")).execute();
        }
        Bundle page = client.search().byUrl("Patient?name=pena&_count=10").returnBundle(Bundle.class).execute();
        List<String> ids = new ArrayList<>();
        while (true) {
            page.getEntry().forEach(entry -> ids.add(entry.getResource().getIdPart()));
            if (page.getLink(Bundle.LINK_NEXT) == null) {
                break;
            }
            page = client.loadPage().next(page).execute();
        }
        assertThat(ids).hasSize(25).doesNotHaveDuplicates();
    }

    @Test
    void whatIsSoughtMayStandInABodySoThatNoAddressCarriesAName() throws Exception {
        client.create().resource(patient("Pena")).execute();
        client.create().resource(patient("Penrose")).execute();
        client.create().resource(patient("Quist")).execute();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(address + "/Patient/_search"))
                            .header("Authorization", "Bearer all")
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("family=Pen&_count=1"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            Bundle first = FHIR.newJsonParser().parseResource(Bundle.class, answer.body());
            assertThat(first.getTotal()).isEqualTo(2);
            assertThat(first.getEntry()).hasSize(1);
            assertThat(first.getLink("next").getUrl()).as("the way on carries no name").doesNotContain("Pen");
            Bundle second = client.loadPage().next(first).execute();
            assertThat(second.getEntry()).hasSize(1);
            assertThat(second.getEntryFirstRep().getResource().getIdPart())
                    .isNotEqualTo(first.getEntryFirstRep().getResource().getIdPart());
            HttpResponse<String> refused = http.send(
                    HttpRequest.newBuilder(URI.create(address + "/Patient/_search"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("family=Pen"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(refused.statusCode()).isEqualTo(401);
        }
    }

    @Test
    void aTransactionIsMadeAsAWholeOrNotAtAll() {
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        Encounter encounter = new Encounter();
        encounter.setStatus(Encounter.EncounterStatus.FINISHED);
        encounter.getSubject().setReference("urn:uuid:7d1c2f5e-0000-4000-8000-000000000001");
        encounter.getPeriod().setStart(Date.from(Samples.BEGAN));
        bundle.addEntry().setFullUrl("urn:uuid:7d1c2f5e-0000-4000-8000-000000000002").setResource(encounter)
                .getRequest().setMethod(HTTPVerb.POST).setUrl("Encounter");
        bundle.addEntry().setFullUrl("urn:uuid:7d1c2f5e-0000-4000-8000-000000000001").setResource(patient("Pena"))
                .getRequest().setMethod(HTTPVerb.POST).setUrl("Patient");
        Bundle answer = client.transaction().withBundle(bundle).execute();
        assertThat(answer.getEntry()).extracting(entry -> entry.getResponse().getStatus()).containsOnly("201 Created");
        assertThat(found(client, "Encounter?_include=Encounter:patient")).hasSize(2);
        encounter.getSubject().setReference("Patient/" + UUID.randomUUID());
        bundle.getEntry().get(1).setResource(patient("Quist"));
        assertThatThrownBy(() -> client.transaction().withBundle(bundle).execute())
                .isInstanceOf(UnprocessableEntityException.class);
        assertThat(found(client, "Patient?name=quist")).isEmpty();
    }

    @Test
    void daysWithoutAZoneAreThoseOfTheServersZoneAndMomentsAreTheirOwn() {
        VisitNote note = signed().entry(); // it began at 10:15 UTC, when the next day had begun in the far west of the Pacific
        String asked = "Encounter?patient=" + note.patient() + "&date=";
        for (String there : List.of(
                "2026-03-04", "ge2026-03-04", "le2026-03-04", "gt2026-03-03", "lt2026-03-05", "sa2026-03-03", "eb2026-03-05", "2026-03",
                "2026", "lt2026-04", "2026-03-04T10:15:00Z", "2026-03-05T00:15:00%2B14:00", "ge2026-03-04T10:15:00Z", "le2026-03-04T10:15:00Z")) {
            assertThat(found(client, asked + there)).as(there).hasSize(1);
        }
        for (String not : List.of(
                "2026-03-03", "2026-03-05", "gt2026-03-04", "lt2026-03-04", "sa2026-03-04", "ge2026-03-05", "le2026-03-03", "gt2026",
                "2026-03-04T10:14:00Z", "gt2026-03-04T10:15:00Z", "lt2026-03-04T10:15:00Z")) {
            assertThat(found(client, asked + not)).as(not).isEmpty();
        }
        assertThat(found(as("far"), asked + "2026-03-04")).isEmpty();
        assertThat(found(as("far"), asked + "2026-03-05")).hasSize(1);
        assertThat(found(as("far"), asked + "2026-03-04T10:15:00Z")).hasSize(1);
    }

    /** Each combination that US Core's server and its tests have for DocumentReference, with one that must find nothing. */
    @Test
    void documentsAreFoundByWhateverUsCoreSearchesWith() {
        Kept<VisitNote> note = signed();
        String patient = "DocumentReference?patient=" + note.entry().patient();
        String written = note.at().toString();
        String category = "http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category|clinical-note";
        for (String asked : List.of(
                patient, "DocumentReference?patient=Patient/" + note.entry().patient(), "DocumentReference?_id=" + note.id(),
                patient + "&_id=" + note.id(), patient + "&category=clinical-note", patient + "&category=" + category,
                patient + "&category=" + category + "&date=ge2026-01-01", patient + "&category=clinical-note&date=" + written.substring(0, 10),
                patient + "&type=http://loinc.org|11506-3", patient + "&type=11506-3", patient + "&status=current", patient + "&status=superseded,current",
                patient + "&type=11506-3&period=2026-03-04", patient + "&type=11506-3&period=ge2026-03-04&period=le2026-03-05",
                patient + "&encounter=" + note.entry().visit(), patient + "&_lastUpdated=ge" + written.substring(0, 10),
                patient + "&date=ge2026-01-01&_lastUpdated=lt9999-01-01")) {
            assertThat(found(client, asked)).as(asked).singleElement().isInstanceOf(DocumentReference.class);
        }
        assertThat(found(client, patient + "&_include=DocumentReference:patient&_revinclude=Provenance:target"))
                .extracting(Resource::fhirType).contains("DocumentReference", "Patient", "Provenance");
        for (String asked : List.of(
                "DocumentReference?patient=" + UUID.randomUUID(), patient + "&_id=" + UUID.randomUUID(), patient + "&category=imaging",
                patient + "&type=34133-9", patient + "&status=superseded", patient + "&type=11506-3&period=2026-03-05",
                patient + "&date=lt2020-01-01", patient + "&_lastUpdated=lt2020-01-01", patient + "&date=ge2020-01-01&_lastUpdated=lt2020-01-01",
                patient + "&_lastUpdated=ge2020-01-01&date=lt2020-01-01")) {
            assertThat(found(client, asked)).as(asked).isEmpty();
        }
    }

    @Test
    void docrefFindsThePatientsNotesOfATimeAndATypeOrTheLatest() {
        VisitNote note = signed().entry();
        chart.add(clinic, "chartwright", Samples.note(note.patient(), note.visit(), note.transcript()));
        String asked = address + "/DocumentReference/$docref?patient=" + note.patient();
        assertThat(found(client, asked)).as("the latest").hasSize(1).first().isInstanceOf(DocumentReference.class);
        found(client, asked).forEach(Validation::assertValid);
        assertThat(found(client, asked.replace("patient=", "patient=Patient/"))).hasSize(1);
        assertThat(found(client, asked + "&start=2026-03-04&end=2026-03-04")).hasSize(2);
        assertThat(found(client, asked + "&start=2026-03-04T10:15:00Z")).as("began then").hasSize(2);
        assertThat(found(client, asked + "&start=2026-03-04T10:15:01Z")).isEmpty();
        assertThat(found(client, asked + "&end=2026-03-04T10:14:59Z")).isEmpty();
        assertThat(found(client, asked + "&start=2026-03-05")).as("a day without a zone is the server's").isEmpty();
        assertThat(found(client, asked + "&end=2026-03-03")).isEmpty();
        assertThat(found(client, asked + "&start=2026-03-04&type=http://loinc.org|11506-3")).hasSize(2);
        assertThat(found(client, asked + "&type=34133-9,11506-3")).hasSize(1);
        assertThat(found(client, asked + "&type=http://loinc.org|34133-9")).isEmpty();
        assertThat(found(client, asked + "&on-demand=false")).hasSize(1);
        assertThat(found(client, asked + "&on-demand=true")).isEmpty();
        Bundle page = client.search().byUrl(asked + "&start=2026-03-04&_count=1").returnBundle(Bundle.class).execute();
        assertThat(page.getTotal()).isEqualTo(2);
        assertThat(client.loadPage().next(page).execute().getEntryFirstRep().getResource().getIdPart())
                .isNotEqualTo(page.getEntryFirstRep().getResource().getIdPart());
        assertThat(found(client, address + "/DocumentReference/$docref?patient=" + UUID.randomUUID())).as("nobody").isEmpty();
        assertThat(found(as("other"), asked)).isEmpty();
        assertThatThrownBy(() -> found(as("read"), asked)).isInstanceOf(ForbiddenOperationException.class);
        for (String wrong : List.of(
                address + "/DocumentReference/$docref", asked + "&start=yesterday", asked + "&end=ge2026", asked + "&on-demand=perhaps",
                "DocumentReference?period=yesterday")) {
            assertThatThrownBy(() -> found(client, wrong), wrong).isInstanceOf(InvalidRequestException.class);
        }
    }

    @Test
    void docrefIsListedAndMayBeAskedInABody() {
        assertThat(client.capabilities().ofType(CapabilityStatement.class).execute().getRestFirstRep().getResource())
                .filteredOn(one -> one.getType().equals("DocumentReference"))
                .flatExtracting(CapabilityStatement.CapabilityStatementRestResourceComponent::getOperation)
                .extracting(one -> one.getName() + " " + one.getDefinition())
                .containsExactly("docref http://hl7.org/fhir/us/core/OperationDefinition/docref");
        UUID patient = signed().entry().patient();
        CodeableConcept progress = new CodeableConcept(new Coding("http://loinc.org", "11506-3", null));
        assertThat(docref(patient, "start", new DateType("2026-03-04"))).hasSize(1);
        assertThat(docref(patient, "start", new DateTimeType("2026-03-04T10:15:00Z"))).hasSize(1);
        assertThat(docref(patient, "start", new DateTimeType("2026-03-04T10:15:01Z"))).isEmpty();
        assertThat(docref(patient, "end", new DateType("2026-03-02"))).isEmpty();
        assertThat(docref(patient, "type", progress)).hasSize(1);
        assertThat(docref(patient, "type", progress.getCodingFirstRep())).hasSize(1);
        assertThat(docref(patient, "type", new CodeableConcept(new Coding("http://loinc.org", "34133-9", null)))).isEmpty();
        assertThat(docref(patient, "on-demand", new BooleanType(true))).isEmpty();
        assertThat(docref(UUID.randomUUID(), "on-demand", new BooleanType(false))).isEmpty();
        assertThatThrownBy(() -> docref(patient, "type", new CodeableConcept().setText("progress")))
                .isInstanceOf(InvalidRequestException.class);
    }

    private List<Resource> docref(UUID patient, String name, Type value) {
        Parameters asked = new Parameters();
        asked.addParameter().setName("patient").setValue(new IdType(patient.toString()));
        asked.addParameter().setName(name).setValue(value);
        return client.operation().onType(DocumentReference.class).named("$docref").withParameters(asked)
                .returnResourceType(Bundle.class).execute().getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .toList();
    }

    @Test
    void aNoteIsThereAsDocumentTextPdfCompositionAndFactsAndAllOfItIsValid() {
        Kept<VisitNote> note = signed();
        String patient = note.entry().patient().toString();
        List<Resource> all = new ArrayList<>();
        for (String type : List.of("Condition", "MedicationStatement", "Observation", "AllergyIntolerance", "Composition")) {
            all.addAll(found(client, type + "?patient=" + patient));
        }
        all.addAll(found(client, "DocumentReference?patient=" + patient + "&category=clinical-note&type=http://loinc.org|11506-3"
                + "&period=ge2026-01-01&_revinclude=Provenance:target"));
        all.addAll(found(client, "Encounter?patient=" + patient
                + "&date=2026-03-04&_include=Encounter:patient&_include=Encounter:participant"));
        all.addAll(found(client, "Organization?_id=" + clinic.value()));
        assertThat(all).extracting(Resource::getClass).contains(
                Condition.class, MedicationStatement.class, Observation.class, AllergyIntolerance.class, Composition.class,
                DocumentReference.class, Provenance.class, Encounter.class, Patient.class, Practitioner.class,
                Organization.class);
        all.forEach(Validation::assertValid);

        DocumentReference document = (DocumentReference)
                all.stream().filter(DocumentReference.class::isInstance).findFirst().orElseThrow();
        assertThat(document.getDocStatus().toCode()).isEqualTo("final");
        Binary text = client.read().resource(Binary.class).withUrl(
                address + "/" + document.getContent().getFirst().getAttachment().getUrl()).execute();
        assertThat(new String(text.getData(), StandardCharsets.UTF_8))
                .contains("SUBJECTIVE\nTakes lisinopril 20 mg daily.")
                .contains("Signed by Ada Okafor");
        Binary pdf = client.read().resource(Binary.class).withUrl(
                address + "/" + document.getContent().get(1).getAttachment().getUrl()).execute();
        assertThat(new String(pdf.getData(), StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
        Observation pressure = (Observation) all.stream().filter(Observation.class::isInstance).findFirst().orElseThrow();
        assertThat(pressure.getComponent()).extracting(part -> part.getValueQuantity().getValue().intValue())
                .containsExactly(120, 80);
    }

    @Test
    void consentsProposedOrdersAndTheAuditRecordAreThereAndValid() {
        Kept<VisitNote> note = signed();
        String patient = note.entry().patient().toString();
        UUID consent = UUID.randomUUID();
        beside.consents.add(new Beside.Consented(
                consent, note.entry().visit(), Beside.Answer.GIVEN, "May this visit be recorded?", "The patient", Samples.BEGAN));
        for (String kind : List.of("LAB", "IMAGING", "TEST", "PROCEDURE", "REFERRAL", "FOLLOW_UP", "MEDICATION")) {
            beside.orders.add(new Beside.Proposed(kind, "Order of " + kind, null, List.of(Samples.DISEASE)));
        }
        beside.orders.add(new Beside.Proposed("LAB", "Nobody wrote of it", null, List.of(new SegmentId(UUID.randomUUID()))));
        new AuditLog(database.jdbi(), Clock.systemUTC()).record(
                Act.of(clinic.value(), Actor.SERVER, "workspace:SignNote", "visit/1"), Outcome.DONE, "");
        beside.jdbi = database.jdbi();
        List<Resource> all = new ArrayList<>(found(client, "Consent?patient=" + patient + "&status=active"));
        List<Resource> orders = found(client, "ServiceRequest?patient=" + patient + "&status=draft");
        all.addAll(orders);
        all.addAll(found(client, "AuditEvent?date=ge2026-01-01"));
        assertThat(all.getLast().getMeta().getProfile().getFirst().getValue()).startsWith("https://profiles.ihe.net/ITI/BALP/");
        all.stream().filter(AuditEvent.class::isInstance).forEach(one -> one.getMeta().getProfile().clear()); // not at hand
        all.forEach(Validation::assertValid);
        assertThat(orders).extracting(one -> ((ServiceRequest) one).getCode().getText())
                .containsExactly("Order of LAB", "Order of IMAGING", "Order of TEST", "Order of PROCEDURE", "Order of REFERRAL",
                        "Order of FOLLOW_UP");
        assertThat(all).extracting(Resource::fhirType).contains("Consent", "ServiceRequest", "AuditEvent");
        assertThat(client.read().resource(Consent.class).withId(consent.toString()).execute().getPatient().getReference())
                .isEqualTo("Patient/" + patient);
        Resource change = all.stream()
                .filter(one -> one instanceof AuditEvent event && event.getAction() == AuditEvent.AuditEventAction.U)
                .findFirst()
                .orElseThrow();
        assertThat(client.read().resource(AuditEvent.class).withId(change.getIdElement().getIdPart()).execute().getAction())
                .isEqualTo(AuditEvent.AuditEventAction.U);
        assertThat(found(as("other"), "AuditEvent")).isEmpty();
        assertThatThrownBy(() -> found(as("read"), "AuditEvent")).isInstanceOf(ForbiddenOperationException.class);
    }

    @Test
    void theWholeAuditRecordIsThereThoughItGrowsWhileItIsRead() {
        beside.jdbi = database.jdbi();
        AuditLog log = new AuditLog(database.jdbi(), Clock.systemUTC());
        Actor actor = new Actor("ada", "clinician", "local");
        int many = 1200;
        TenantRows.use(database.jdbi(), clinic.value(), handle -> {
            for (int i = 0; i < many; i++) {
                log.record(handle, Act.of(clinic.value(), actor, "test:Count", "thing/" + i), Outcome.DONE, "");
            }
        });
        Bundle page = client.search().byUrl("AuditEvent?_count=200").returnBundle(Bundle.class).execute();
        List<String> ids = new ArrayList<>();
        while (true) {
            page.getEntry().forEach(entry -> ids.add(entry.getResource().getIdPart()));
            if (page.getLink("next") == null) {
                break;
            }
            page = client.loadPage().next(page).execute(); // each is itself recorded
        }
        assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(many);
        assertThat(found(client, "AuditEvent?date=lt2020-01-01")).isEmpty();
        assertThat(found(client, "AuditEvent?date=gt9999")).isEmpty();
        String first = ((AuditEvent) client.search().byUrl("AuditEvent?_count=1").returnBundle(Bundle.class).execute()
                .getEntryFirstRep().getResource()).getRecordedElement().getValueAsString();
        assertThat(found(client, "AuditEvent?_count=1&date=ge" + first.replace("+", "%2B"))).isNotEmpty();
    }

    @Test
    void whatTheClinicianStruckOutIsNotExchanged() {
        Kept<VisitNote> draft = drafted();
        List<VisitNote.Section> sections = new ArrayList<>(draft.entry().sections());
        sections.set(2, new VisitNote.Section("ASSESSMENT", List.of()));
        new NoteLife(chart, Clock.systemUTC(), Signings.UNTOLD).edit(clinic, new NoteLife.Person("ada", "Ada"), draft, sections);
        String patient = draft.entry().patient().toString();
        assertThat(found(client, "Condition?patient=" + patient)).isEmpty();
        assertThat(found(client, "MedicationStatement?patient=" + patient)).hasSize(1);
    }

    @Test
    void hostileTextIsTextInTheNarrative() {
        Kept<VisitNote> draft = drafted();
        List<VisitNote.Section> sections = new ArrayList<>(draft.entry().sections());
        sections.set(3, new VisitNote.Section("PLAN", List.of(new VisitNote.Sentence(
                UUID.randomUUID(), "<script>alert(1)</script> \u202Eabc \u0001 & done", List.of(),
                VisitNote.Origin.ADDED, "UNSUPPORTED"))));
        new NoteLife(chart, Clock.systemUTC(), Signings.UNTOLD).edit(clinic, new NoteLife.Person("ada", "Ada"), draft, sections);
        Composition composition = (Composition) found(client, "Composition?patient=" + draft.entry().patient()).getFirst();
        Validation.assertValid(composition);
        assertThat(composition.getSection().get(3).getText().getDivAsString()).contains("&lt;script&gt;");
    }

    @Test
    void whatIsNotThereOrNotDoneIsRefusedInFhirsWords() {
        assertThatThrownBy(() -> client.read().resource(Patient.class).withId("nonsense").execute())
                .isInstanceOfAny(ResourceNotFoundException.class, ResourceGoneException.class);
        assertThatThrownBy(() -> client.read().resource(Condition.class).withId(UUID.randomUUID() + "-1").execute())
                .isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> client.create().resource(new Patient()).execute())
                .isInstanceOf(UnprocessableEntityException.class);
    }

    private Kept<VisitNote> drafted() {
        UUID patient = chart.add(clinic, "ada", Samples.patient("Pena", "Rosa", "MR-1")).id();
        UUID practitioner = chart.add(clinic, "ada", Samples.practitioner()).id();
        UUID visit = chart.add(clinic, "ada", Samples.visit(patient, practitioner)).id();
        UUID transcript = chart.add(clinic, "chartwright", Samples.transcript(patient, visit)).id();
        return chart.add(clinic, "chartwright", Samples.note(patient, visit, transcript));
    }

    private Kept<VisitNote> signed() {
        return new NoteLife(chart, Clock.systemUTC(), Signings.UNTOLD).sign(clinic, new NoteLife.Person("ada", "Ada Okafor"), drafted());
    }

    private static Patient patient(String family) {
        Patient patient = new Patient();
        patient.addIdentifier().setSystem("urn:oid:2.16.840.1.113883.19.5").setValue("MR-9");
        patient.addName().setFamily(family).addGiven("Rosa");
        patient.setGender(org.hl7.fhir.r4.model.Enumerations.AdministrativeGender.FEMALE);
        patient.setBirthDateElement(new org.hl7.fhir.r4.model.DateType("1961-02-03"));
        return patient;
    }

    private static List<Resource> found(IGenericClient asking, String url) {
        return asking.search().byUrl(url).returnBundle(Bundle.class).execute().getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .toList();
    }
}
