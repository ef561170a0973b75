package org.chartwright.ehr;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.annotation.Transaction;
import ca.uhn.fhir.rest.annotation.TransactionParam;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.exceptions.InternalErrorException;
import ca.uhn.fhir.rest.server.exceptions.PreconditionFailedException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.hl7.fhir.instance.model.api.IBaseReference;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Somebody else's FHIR server, HAPI's, that does transactions as the specification has them: conditions, placeholders, all or nothing. */
public final class FhirHospital implements AutoCloseable {

    private static final FhirContext FHIR = FhirContext.forR4Cached();

    private final Server server = new Server();
    private final ServerConnector connector;
    private final String scheme;
    private Map<String, Resource> held = new LinkedHashMap<>();
    final List<Bundle> received = new CopyOnWriteArrayList<>();
    volatile boolean losesItsAnswer;
    volatile boolean refuses;

    FhirHospital() throws Exception {
        this(null);
    }

    /** Over TLS, if there is one; then it wants to see a certificate that it trusts. */
    public FhirHospital(@Nullable SSLContext tls) throws Exception {
        if (tls == null) {
            connector = new ServerConnector(server);
        } else {
            SslContextFactory.Server secured = new SslContextFactory.Server();
            secured.setSslContext(tls);
            secured.setNeedClientAuth(true);
            connector = new ServerConnector(server, secured);
        }
        scheme = tls == null ? "http" : "https";
        server.addConnector(connector);
        RestfulServer fhir = new RestfulServer(FHIR);
        fhir.registerProvider(this);
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServlet(new ServletHolder(fhir), "/r4/*");
        server.setHandler(context);
        server.start();
    }

    public String address() {
        return scheme + "://127.0.0.1:" + connector.getLocalPort() + "/r4";
    }

    public void knows(String system, String number) {
        Patient patient = new Patient();
        patient.setId("Patient/" + UUID.randomUUID());
        patient.addIdentifier().setSystem(system).setValue(number);
        held.put(patient.getId(), patient);
    }

    public <R extends Resource> List<R> all(Class<R> type) {
        return held.values().stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** HAPI calls it. */
    @Transaction
    public synchronized Bundle transaction(@TransactionParam Bundle bundle) {
        received.add(bundle.copy());
        if (refuses) {
            OperationOutcome outcome = new OperationOutcome();
            outcome.addIssue().setCode(OperationOutcome.IssueType.BUSINESSRULE).setDiagnostics("Rosa Pena takes lisinopril");
            throw new UnprocessableEntityException("Rosa Pena takes lisinopril", outcome);
        }
        Map<String, Resource> before = new LinkedHashMap<>(held);
        try {
            Bundle answer = run(bundle);
            if (losesItsAnswer) {
                losesItsAnswer = false;
                throw new InternalErrorException("It is done, but nobody will hear of it.");
            }
            return answer;
        } catch (PreconditionFailedException e) {
            held = before;
            throw e;
        }
    }

    /** HAPI calls it: all that there are. */
    @Search(type = DocumentReference.class)
    public synchronized List<DocumentReference> documents() {
        return all(DocumentReference.class);
    }

    /** HAPI calls it. */
    @Read(type = Binary.class)
    public synchronized Binary binary(@IdParam IdType id) {
        return all(Binary.class).stream()
                .filter(one -> one.getIdElement().getIdPart().equals(id.getIdPart()))
                .findFirst()
                .orElseThrow(() -> new ResourceNotFoundException(id));
    }

    private Bundle run(Bundle bundle) {
        Map<String, String> places = new HashMap<>();
        Map<BundleEntryComponent, String> ids = new LinkedHashMap<>();
        for (BundleEntryComponent entry : bundle.getEntry()) {
            String id = place(entry);
            ids.put(entry, id);
            if (entry.hasFullUrl()) {
                places.put(entry.getFullUrl(), id);
            }
        }
        Bundle answer = new Bundle().setType(Bundle.BundleType.TRANSACTIONRESPONSE);
        ids.forEach((entry, id) -> {
            boolean there = held.containsKey(id) && entry.getRequest().getMethod() == HTTPVerb.POST;
            if (!there) {
                Resource resource = entry.getResource();
                resource.setId(id);
                held.put(id, resource);
            }
            answer.addEntry().getResponse().setStatus(there ? "200 OK" : "201 Created").setLocation(id);
        });
        for (BundleEntryComponent entry : bundle.getEntry()) {
            FHIR.newTerser().getAllResourceReferences(entry.getResource()).forEach(found -> resolve(found.getResourceReference(), places));
        }
        return answer;
    }

    /** Where an entry's resource is or will be. */
    private String place(BundleEntryComponent entry) {
        String type = entry.getResource().fhirType();
        if (entry.getRequest().getMethod() == HTTPVerb.POST) {
            List<String> there = matching(type + "?" + entry.getRequest().getIfNoneExist());
            return there.isEmpty() ? type + "/" + UUID.randomUUID() : there.getFirst();
        }
        String url = entry.getRequest().getUrl();
        if (!url.contains("?")) {
            return new IdType(url).getValue();
        }
        List<String> there = matching(url);
        return there.isEmpty() ? type + "/" + UUID.randomUUID() : there.getFirst();
    }

    private void resolve(IBaseReference reference, Map<String, String> places) {
        String named = reference.getReferenceElement().getValue();
        if (named == null) {
            return;
        }
        if (named.contains("?")) {
            List<String> there = matching(named);
            if (there.size() != 1) {
                throw new PreconditionFailedException("A reference matches " + there.size() + " resources.");
            }
            reference.setReference(there.getFirst());
        } else if (places.containsKey(named)) {
            reference.setReference(places.get(named));
        } else if (!held.containsKey(named)) {
            throw new PreconditionFailedException("A reference leads nowhere.");
        }
    }

    private List<String> matching(String query) {
        String type = query.substring(0, query.indexOf('?'));
        String[] wanted = query.substring(query.indexOf("identifier=") + "identifier=".length()).split("\\|");
        String system = URLDecoder.decode(wanted[0], StandardCharsets.UTF_8);
        String value = URLDecoder.decode(wanted[1], StandardCharsets.UTF_8);
        List<String> found = new ArrayList<>();
        held.forEach((id, resource) -> {
            if (resource.fhirType().equals(type)
                    && identifiers(resource).anyMatch(one -> system.equals(one.getSystem()) && value.equals(one.getValue()))) {
                found.add(id);
            }
        });
        return found;
    }

    private static Stream<Identifier> identifiers(Resource resource) {
        return switch (resource) {
            case Patient patient -> patient.getIdentifier().stream();
            case Encounter encounter -> encounter.getIdentifier().stream();
            case DocumentReference document -> document.getIdentifier().stream();
            case Composition composition -> Stream.of(composition.getIdentifier());
            default -> Stream.empty();
        };
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }
}
