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
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.IdType;
import org.jspecify.annotations.Nullable;

/** What the patient takes, took or shall take, as the notes say. */
public final class MedicationStatementProvider implements IResourceProvider {

    private final Evidence evidence;

    MedicationStatementProvider(Evidence evidence) {
        this.evidence = evidence;
    }

    @Override
    public Class<MedicationStatement> getResourceType() {
        return MedicationStatement.class;
    }

    /** Read. */
    @Read
    public MedicationStatement read(@IdParam IdType id, RequestDetails request) {
        return evidence.one(Gate.caller(request).tenant(), id, FactMapping::medications);
    }

    /** Search, among those of one patient. */
    @Search
    public List<MedicationStatement> search(
            @OptionalParam(name = "patient") @Nullable ReferenceParam patient,
            @OptionalParam(name = "status") @Nullable TokenOrListParam status,
            @OptionalParam(name = "code") @Nullable TokenOrListParam code,
            RequestDetails request) {
        return evidence.ofPatient(Gate.caller(request).tenant(), patient, FactMapping::medications).stream()
                .filter(one -> Matches.code(status, one.getStatus().toCode()))
                .filter(one -> Matches.any(code, List.of(one.getMedicationCodeableConcept())))
                .toList();
    }
}
