package org.chartwright.fhir;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import java.util.List;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.IdType;
import org.jspecify.annotations.Nullable;

/** What the patient does not bear, as the notes say: US Core AllergyIntolerance. */
public final class AllergyIntoleranceProvider implements IResourceProvider {

    private final Evidence evidence;

    AllergyIntoleranceProvider(Evidence evidence) {
        this.evidence = evidence;
    }

    @Override
    public Class<AllergyIntolerance> getResourceType() {
        return AllergyIntolerance.class;
    }

    /** Read. */
    @Read
    public AllergyIntolerance read(@IdParam IdType id, RequestDetails request) {
        return evidence.one(Gate.caller(request).tenant(), id, FactMapping::allergies);
    }

    /** Search, among those of one patient. */
    @Search
    public List<AllergyIntolerance> search(
            @OptionalParam(name = "patient") @Nullable ReferenceParam patient,
            @OptionalParam(name = "clinical-status") @Nullable TokenOrListParam clinicalStatus,
            RequestDetails request) {
        return evidence.ofPatient(Gate.caller(request).tenant(), patient, FactMapping::allergies).stream()
                .filter(one -> Matches.any(clinicalStatus, List.of(one.getClinicalStatus())))
                .toList();
    }
}
