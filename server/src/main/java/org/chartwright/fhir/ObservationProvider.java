package org.chartwright.fhir;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import java.util.List;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.IdType;
import org.jspecify.annotations.Nullable;

/** Vital signs, as the notes say: US Core's profiles of them. */
public final class ObservationProvider implements IResourceProvider {

    private final Evidence evidence;

    ObservationProvider(Evidence evidence) {
        this.evidence = evidence;
    }

    @Override
    public Class<Observation> getResourceType() {
        return Observation.class;
    }

    /** Read. */
    @Read
    public Observation read(@IdParam IdType id, RequestDetails request) {
        return evidence.one(Gate.caller(request).tenant(), id, VitalSigns::of);
    }

    /** Search, among those of one patient. */
    @Search
    public List<Observation> search(
            @OptionalParam(name = "patient") @Nullable ReferenceParam patient,
            @OptionalParam(name = "category") @Nullable TokenOrListParam category,
            @OptionalParam(name = "code") @Nullable TokenOrListParam code,
            @OptionalParam(name = "status") @Nullable TokenOrListParam status,
            @OptionalParam(name = "date") @Nullable DateRangeParam date,
            RequestDetails request) {
        Caller caller = Gate.caller(request);
        return evidence.ofPatient(caller.tenant(), patient, VitalSigns::of).stream()
                .filter(one -> Matches.any(category, one.getCategory()))
                .filter(one -> Matches.any(code, List.of(one.getCode())))
                .filter(one -> Matches.code(status, one.getStatus().toCode()))
                .filter(one -> Matches.within(date, one.getEffectiveDateTimeType().getValue().toInstant(), caller.zone()))
                .toList();
    }
}
