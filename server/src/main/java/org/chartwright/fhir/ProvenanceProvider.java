package org.chartwright.fhir;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.RequiredParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.List;
import org.chartwright.chart.Chart;
import org.chartwright.chart.VisitNote;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Provenance;

/** How notes came about: US Core Provenance. */
public final class ProvenanceProvider implements IResourceProvider {

    private final Chart chart;

    ProvenanceProvider(Chart chart) {
        this.chart = chart;
    }

    @Override
    public Class<Provenance> getResourceType() {
        return Provenance.class;
    }

    /** Read. */
    @Read
    public Provenance read(@IdParam IdType id, RequestDetails request) {
        Caller caller = Gate.caller(request);
        String name = String.valueOf(id.getIdPart());
        int cut = Math.max(0, name.lastIndexOf('-'));
        return ProvenanceMapping.resources(
                        chart.history(caller.tenant(), VisitNote.class, Names.uuid(name.substring(0, cut))), caller)
                .stream()
                .filter(one -> one.getIdPart().equals(name))
                .findFirst()
                .orElseThrow(() -> new ResourceNotFoundException("There is no such resource."));
    }

    /** Search by what it tells of. */
    @Search
    public List<Provenance> search(@RequiredParam(name = "target") ReferenceParam target, RequestDetails request) {
        Caller caller = Gate.caller(request);
        return ProvenanceMapping.resources(
                chart.history(caller.tenant(), VisitNote.class, Names.uuid(target.getIdPart())), caller);
    }
}
