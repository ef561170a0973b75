package org.chartwright.fhir;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chartwright.access.TenantId;
import org.chartwright.chart.VisitNote;
import org.chartwright.encounter.SegmentId;
import org.chartwright.fhir.Beside.Proposed;
import org.chartwright.fhir.Evidence.Rested;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.jspecify.annotations.Nullable;

/**
 * What the clinician said shall be done, drugs apart: proposals only, nothing is ordered by them. What no sentence of the
 * note rests on any more is none.
 */
public final class ServiceRequestProvider implements IResourceProvider {

    private static final String SNOMED = "http://snomed.info/sct";

    private final Evidence evidence;
    private final Beside beside;

    ServiceRequestProvider(Evidence evidence, Beside beside) {
        this.evidence = evidence;
        this.beside = beside;
    }

    @Override
    public Class<ServiceRequest> getResourceType() {
        return ServiceRequest.class;
    }

    /** Read. */
    @Read
    public ServiceRequest read(@IdParam IdType id, RequestDetails request) {
        TenantId tenant = Gate.caller(request).tenant();
        return evidence.one(tenant, id, rested -> requests(tenant, rested));
    }

    /** Search, among those of one patient. */
    @Search
    public List<ServiceRequest> search(
            @OptionalParam(name = "patient") @Nullable ReferenceParam patient,
            @OptionalParam(name = "encounter") @Nullable ReferenceParam encounter,
            @OptionalParam(name = "status") @Nullable TokenOrListParam status,
            @OptionalParam(name = "category") @Nullable TokenOrListParam category,
            RequestDetails request) {
        TenantId tenant = Gate.caller(request).tenant();
        return evidence.ofPatient(tenant, patient, rested -> requests(tenant, rested)).stream()
                .filter(one -> Matches.reference(encounter, one.getEncounter()))
                .filter(one -> Matches.code(status, one.getStatus().toCode()))
                .filter(one -> Matches.any(category, one.getCategory()))
                .toList();
    }

    private List<ServiceRequest> requests(TenantId tenant, Rested rested) {
        VisitNote note = rested.note().entry();
        Set<SegmentId> cited = new HashSet<>();
        note.sections().forEach(section -> section.sentences().forEach(one -> cited.addAll(one.evidence())));
        List<Proposed> orders = beside.orders(tenant, note.visit());
        List<ServiceRequest> requests = new ArrayList<>();
        for (int i = 0; i < orders.size(); i++) {
            Proposed order = orders.get(i);
            if (!order.kind().equals("MEDICATION") && order.evidence().stream().anyMatch(cited::contains)) {
                requests.add(resource(rested.note().id() + "-" + i, order, note));
            }
        }
        return requests;
    }

    private static ServiceRequest resource(String id, Proposed order, VisitNote note) {
        ServiceRequest request = new ServiceRequest();
        request.setId(id);
        request.setMeta(new Meta().addProfile(Names.US_CORE + "us-core-servicerequest"));
        request.setStatus(ServiceRequestStatus.DRAFT);
        request.setIntent(ServiceRequestIntent.PROPOSAL);
        request.addCategory(category(order.kind()));
        request.setCode(new CodeableConcept().setText(order.text()));
        request.setSubject(Names.to("Patient", note.patient()));
        request.setEncounter(Names.to("Encounter", note.visit()));
        request.setAuthoredOn(Date.from(note.began()));
        return request;
    }

    /** By the codes that US Core has for the few it knows; in words for the others. */
    private static CodeableConcept category(String kind) {
        return switch (kind) {
            case "LAB" -> new CodeableConcept(new Coding(SNOMED, "108252007", "Laboratory procedure"));
            case "IMAGING" -> new CodeableConcept(new Coding(SNOMED, "363679005", "Imaging"));
            case "TEST" -> new CodeableConcept(new Coding(SNOMED, "103693007", "Diagnostic procedure"));
            case "PROCEDURE" -> new CodeableConcept(new Coding(SNOMED, "387713003", "Surgical procedure"));
            default -> new CodeableConcept().setText(Templates.title(kind));
        };
    }
}
