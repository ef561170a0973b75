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
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.IdType;
import org.jspecify.annotations.Nullable;

/** What the patient has, as the notes say: US Core Encounter Diagnosis. */
public final class ConditionProvider implements IResourceProvider {

    private final Evidence evidence;

    ConditionProvider(Evidence evidence) {
        this.evidence = evidence;
    }

    @Override
    public Class<Condition> getResourceType() {
        return Condition.class;
    }

    /** Read. */
    @Read
    public Condition read(@IdParam IdType id, RequestDetails request) {
        return evidence.one(Gate.caller(request).tenant(), id, FactMapping::conditions);
    }

    /** Search, among those of one patient. */
    @Search
    public List<Condition> search(
            @OptionalParam(name = "patient") @Nullable ReferenceParam patient,
            @OptionalParam(name = "category") @Nullable TokenOrListParam category,
            @OptionalParam(name = "code") @Nullable TokenOrListParam code,
            @OptionalParam(name = "clinical-status") @Nullable TokenOrListParam clinicalStatus,
            @OptionalParam(name = "encounter") @Nullable ReferenceParam encounter,
            RequestDetails request) {
        return evidence.ofPatient(Gate.caller(request).tenant(), patient, FactMapping::conditions).stream()
                .filter(one -> Matches.any(category, one.getCategory()))
                .filter(one -> Matches.any(code, List.of(one.getCode())))
                .filter(one -> Matches.any(clinicalStatus, List.of(one.getClinicalStatus())))
                .filter(one -> Matches.reference(encounter, one.getEncounter()))
                .toList();
    }
}
