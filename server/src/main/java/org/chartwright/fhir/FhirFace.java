package org.chartwright.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.FifoMemoryPagingProvider;
import ca.uhn.fhir.rest.server.HardcodedServerAddressStrategy;
import ca.uhn.fhir.rest.server.IncomingRequestAddressStrategy;
import ca.uhn.fhir.rest.server.RestfulServer;
import jakarta.servlet.http.HttpServlet;
import java.util.List;
import org.chartwright.audit.AuditLog;
import org.chartwright.chart.Chart;

/** The FHIR R4 face, as a servlet below {@code /fhir}. */
public final class FhirFace {

    /** Below which all of it lies. */
    public static final String PATH = "/fhir";

    private static final int USUAL_PAGE = 20;
    private static final int LARGEST_PAGE = 200;
    private static final int SEARCHES_KEPT = 500;

    private FhirFace() {}

    /**
     * Opens the face.
     *
     * @param chart what it shows
     * @param beside what it shows besides
     * @param callers who may ask
     * @param audit where it is recorded who read what
     * @param address where clients reach it, such as {@code https://scribe.example.org/fhir}; empty for where each asked
     */
    public static HttpServlet open(
            Chart chart, Beside beside, Callers callers, AuditLog audit, String address) {
        RestfulServer server = new RestfulServer(FhirContext.forR4Cached());
        server.setServerName("Chartwright");
        server.setServerVersion("R4");
        server.setServerAddressStrategy(
                address.isEmpty() ? new IncomingRequestAddressStrategy() : new HardcodedServerAddressStrategy(address));
        server.setPagingProvider(new FifoMemoryPagingProvider(SEARCHES_KEPT)
                .setDefaultPageSize(USUAL_PAGE)
                .setMaximumPageSize(LARGEST_PAGE));
        server.setDefaultPrettyPrint(false);
        server.registerInterceptor(new Gate(callers));
        server.registerInterceptor(new Refusals());
        server.registerInterceptor(new ReadingRecord(audit, chart));
        server.registerProviders(providers(chart, beside));
        return server;
    }

    private static List<Object> providers(Chart chart, Beside beside) {
        Evidence evidence = new Evidence(chart);
        return List.of(
                new PatientProvider(chart),
                new PractitionerProvider(chart),
                new OrganizationProvider(),
                new EncounterProvider(chart),
                new DocumentReferenceProvider(chart),
                new BinaryProvider(evidence),
                new CompositionProvider(evidence),
                new ProvenanceProvider(chart),
                new ConditionProvider(evidence),
                new MedicationStatementProvider(evidence),
                new ObservationProvider(evidence),
                new AllergyIntoleranceProvider(evidence),
                new ServiceRequestProvider(evidence, beside),
                new ConsentProvider(chart, beside),
                new AuditEventProvider(beside),
                new TransactionProvider(chart));
    }
}
