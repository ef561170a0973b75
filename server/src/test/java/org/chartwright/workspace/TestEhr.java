package org.chartwright.workspace;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.exceptions.AuthenticationException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import tools.jackson.databind.json.JsonMapper;

/** A small EHR: HAPI's FHIR server behind a token, and an authorization server that launches apps. */
public final class TestEhr implements AutoCloseable {

    static final String MR = "urn:oid:1.2.3.4";

    final TestProvider door;
    final Patient patient = new Patient();
    final Encounter encounter = new Encounter();
    /** What it says of itself, before that leaves it. */
    UnaryOperator<Map<String, Object>> configuration = told -> told;
    private final Server server = new Server(0);

    TestEhr(Clock clock) throws Exception {
        door = new TestProvider(clock);
        door.claims = made -> made.claim("fhirUser", address() + "/Practitioner/prac-7");
        door.launched = Map.of("patient", "pat-1", "encounter", "enc-1", "need_patient_banner", true);
        patient.setId("pat-1");
        patient.addIdentifier().setSystem(MR).setValue("MR-77");
        patient.addName().setFamily("Quill").addGiven("Joan");
        patient.setGender(AdministrativeGender.FEMALE);
        patient.getBirthDateElement().setValueAsString("1961-02-03");
        encounter.setId("enc-1");
        encounter.addIdentifier().setSystem("urn:oid:1.2.3.5").setValue("V-9");
        encounter.setSubject(new Reference("Patient/pat-1"));
        encounter.getPeriod().setStart(Date.from(Instant.parse("2026-11-25T10:30:00Z")));
        RestfulServer fhir = new RestfulServer(FhirContext.forR4Cached());
        fhir.registerProvider(this);
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServlet(new ServletHolder(new Configuration()), "/r4/.well-known/smart-configuration");
        context.addServlet(new ServletHolder(fhir), "/r4/*");
        server.setHandler(context);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort() + "/r4";
    }

    private final class Configuration extends HttpServlet {

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setContentType("application/json");
            response.getOutputStream().write(JsonMapper.builder().build().writeValueAsBytes(configuration.apply(new HashMap<>(Map.of(
                    "issuer", door.issuer,
                    "authorization_endpoint", door.issuer + "/authorize",
                    "token_endpoint", door.issuer + "/token",
                    "jwks_uri", door.issuer + "/keys",
                    "code_challenge_methods_supported", List.of("S256"),
                    "capabilities", List.of("launch-ehr", "sso-openid-connect", "permission-v2"))))));
        }
    }

    /** HAPI calls it. */
    @Read(type = Patient.class)
    public Patient patient(@IdParam IdType id, RequestDetails request) {
        return held(patient, id, request);
    }

    /** HAPI calls it. */
    @Read(type = Encounter.class)
    public Encounter encounter(@IdParam IdType id, RequestDetails request) {
        return held(encounter, id, request);
    }

    private static <R extends org.hl7.fhir.r4.model.Resource> R held(R resource, IdType id, RequestDetails request) {
        if (!"Bearer opaque".equals(request.getHeader("Authorization"))) {
            throw new AuthenticationException("no token");
        }
        if (!id.getIdPart().equals(resource.getIdElement().getIdPart())) {
            throw new ResourceNotFoundException(id);
        }
        return resource;
    }

    @Override
    public void close() throws Exception {
        server.stop();
        door.close();
    }
}
