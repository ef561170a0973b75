package org.chartwright.fhir;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import org.chartwright.access.TenantId;
import org.chartwright.audit.AuditExport.Within;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.IdType;
import org.jspecify.annotations.Nullable;

/** The tenant's audit record, for those who may read it. */
public final class AuditEventProvider implements IResourceProvider {

    private final Beside beside;

    AuditEventProvider(Beside beside) {
        this.beside = beside;
    }

    @Override
    public Class<AuditEvent> getResourceType() {
        return AuditEvent.class;
    }

    /** Read. */
    @Read
    public AuditEvent read(@IdParam IdType id, RequestDetails request) {
        TenantId tenant = Gate.caller(request).tenant();
        String name = String.valueOf(id.getIdPart());
        String own = tenant.value() + "-";
        if (!name.startsWith(own) || !name.substring(own.length()).matches("\\d{1,15}")) {
            throw new ResourceNotFoundException("There is no such resource.");
        }
        long seq = Long.parseLong(name.substring(own.length()));
        return beside.audit(tenant, seq + 1, 1, Within.ANY).stream()
                .filter(entry -> entry.seq() == seq)
                .map(AuditEvents::event)
                .findFirst()
                .orElseThrow(() -> new ResourceNotFoundException("There is no such resource."));
    }

    /** Search, the newest first. */
    @Search
    public IBundleProvider search(@OptionalParam(name = "date") @Nullable DateRangeParam date, RequestDetails request) {
        Caller caller = Gate.caller(request);
        return new AuditPages(beside, caller.tenant(), Asked.period(date, caller.zone()));
    }
}
