package org.chartwright.fhir;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.RequiredParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.chartwright.chart.Chart;
import org.chartwright.chart.Find;
import org.chartwright.chart.Kept;
import org.chartwright.chart.Query;
import org.chartwright.chart.Visit;
import org.chartwright.fhir.Beside.Consented;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** What patients answered when they were asked whether a visit may be recorded. */
public final class ConsentProvider implements IResourceProvider {

    private static final int MOST_VISITS = 1000;

    private final Chart chart;
    private final Beside beside;

    ConsentProvider(Chart chart, Beside beside) {
        this.chart = chart;
        this.beside = beside;
    }

    @Override
    public Class<Consent> getResourceType() {
        return Consent.class;
    }

    /** Read. */
    @Read
    public Consent read(@IdParam IdType id, RequestDetails request) {
        Caller caller = Gate.caller(request);
        Consented consented = beside.consent(caller.tenant(), Names.uuid(id)).orElseThrow(ConsentProvider::missing);
        UUID visit = consented.visit();
        if (visit == null) {
            throw missing(); // a job's own, of no patient in the record
        }
        Kept<Visit> kept = chart.find(caller.tenant(), Visit.class, visit).orElseThrow(ConsentProvider::missing);
        return resource(consented, kept.entry().patient(), caller);
    }

    private static ResourceNotFoundException missing() {
        return new ResourceNotFoundException("There is no such resource.");
    }

    /** Search, among those of one patient. */
    @Search
    public List<Consent> search(
            @RequiredParam(name = "patient") ReferenceParam patient,
            @OptionalParam(name = "status") @Nullable TokenOrListParam status,
            RequestDetails request) {
        Caller caller = Gate.caller(request);
        UUID id = Names.uuid(patient.getIdPart());
        Query visits = Query.of(new Find("patient", id.toString())).in(Query.Order.LATEST_MOMENT_FIRST);
        List<Consent> found = new ArrayList<>();
        for (Kept<Visit> visit : chart.search(caller.tenant(), Visit.class, visits, 0, MOST_VISITS).entries()) {
            beside.consents(caller.tenant(), visit.id()).forEach(one -> found.add(resource(one, id, caller)));
        }
        return found.stream().filter(one -> Matches.code(status, one.getStatus().toCode())).toList();
    }

    private static Consent resource(Consented consented, UUID patient, Caller caller) {
        Consent consent = new Consent();
        consent.setId(consented.id().toString());
        consent.setStatus(switch (consented.answer()) {
            case GIVEN -> ConsentState.ACTIVE;
            case REFUSED -> ConsentState.REJECTED;
            case WITHDRAWN -> ConsentState.INACTIVE;
        });
        consent.setScope(Names.hl7("consentscope", "patient-privacy", "Privacy Consent"));
        consent.addCategory(Names.loinc("59284-0", "Consent Document"));
        consent.setPatient(Names.to("Patient", patient));
        consent.setDateTime(Date.from(consented.at()));
        consent.addPerformer(new Reference().setDisplay(consented.answeredBy()));
        consent.addOrganization(Names.to("Organization", caller.tenant().value()));
        consent.setPolicyRule(new CodeableConcept().setText(consented.wording()));
        consent.getProvision().setType(switch (consented.answer()) {
            case GIVEN -> ConsentProvisionType.PERMIT;
            case REFUSED, WITHDRAWN -> ConsentProvisionType.DENY;
        });
        return consent;
    }
}
