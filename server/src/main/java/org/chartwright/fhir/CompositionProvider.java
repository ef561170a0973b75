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
import org.chartwright.fhir.Evidence.Rested;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.IdType;
import org.jspecify.annotations.Nullable;

/** Notes as compositions. */
public final class CompositionProvider implements IResourceProvider {

    private final Evidence evidence;

    CompositionProvider(Evidence evidence) {
        this.evidence = evidence;
    }

    @Override
    public Class<Composition> getResourceType() {
        return Composition.class;
    }

    /** Read and vread. */
    @Read(version = true)
    public Composition read(@IdParam IdType id, RequestDetails request) {
        Caller caller = Gate.caller(request);
        Rested rested = id.hasVersionIdPart()
                ? evidence.of(caller.tenant(), Names.uuid(id), Names.version(id))
                : evidence.of(caller.tenant(), Names.uuid(id));
        return CompositionMapping.resource(rested, caller);
    }

    /** Search, among those of one patient. */
    @Search
    public List<Composition> search(
            @OptionalParam(name = "patient") @Nullable ReferenceParam patient,
            @OptionalParam(name = "encounter") @Nullable ReferenceParam encounter,
            @OptionalParam(name = "status") @Nullable TokenOrListParam status,
            @OptionalParam(name = "type") @Nullable TokenOrListParam type,
            RequestDetails request) {
        Caller caller = Gate.caller(request);
        return evidence
                .ofPatient(caller.tenant(), patient, rested -> List.of(CompositionMapping.resource(rested, caller)))
                .stream()
                .filter(one -> Matches.reference(encounter, one.getEncounter()))
                .filter(one -> Matches.code(status, one.getStatus().toCode()))
                .filter(one -> Matches.any(type, List.of(one.getType())))
                .toList();
    }
}
