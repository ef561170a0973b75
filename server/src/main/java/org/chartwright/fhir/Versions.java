package org.chartwright.fhir;

import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import java.util.List;
import org.chartwright.access.TenantId;
import org.chartwright.chart.Chart;
import org.chartwright.chart.Entry;
import org.chartwright.chart.Kept;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Reads entries by the ids and versions that FHIR names, and says what became of a change. */
final class Versions {

    private Versions() {}

    /** The version that the id names, or the newest. */
    static <T extends Entry> Kept<T> read(Chart chart, TenantId tenant, Class<T> kind, IdType id) {
        return (id.hasVersionIdPart()
                        ? chart.find(tenant, kind, Names.uuid(id), Names.version(id))
                        : chart.find(tenant, kind, Names.uuid(id)))
                .orElseThrow(() -> new ResourceNotFoundException("There is no such resource."));
    }

    static <T extends Entry> List<Kept<T>> history(Chart chart, TenantId tenant, Class<T> kind, IdType id) {
        List<Kept<T>> versions = chart.history(tenant, kind, Names.uuid(id));
        if (versions.isEmpty()) {
            throw new ResourceNotFoundException("There is no such resource.");
        }
        return versions;
    }

    /** The newest version, which must be the one that If-Match names where it names one. */
    static <T extends Entry> Kept<T> forUpdate(Chart chart, TenantId tenant, Class<T> kind, IdType id) {
        Kept<T> newest = chart.find(tenant, kind, Names.uuid(id))
                .orElseThrow(() -> new ResourceNotFoundException("There is no such resource. Ids are made by this server."));
        if (id.hasVersionIdPart() && Names.version(id) != newest.version()) {
            throw new ResourceVersionConflictException("It was changed meanwhile. Read it again and repeat the change.");
        }
        return newest;
    }

    static MethodOutcome created(Resource resource) {
        return outcome(resource, true);
    }

    static MethodOutcome updated(Resource resource) {
        return outcome(resource, false);
    }

    private static MethodOutcome outcome(Resource resource, boolean created) {
        IdType id = new IdType(resource.fhirType(), resource.getIdPart(), resource.getMeta().getVersionId());
        return new MethodOutcome(id, created).setResource(resource);
    }

    static void refuseCondition(@Nullable String onlyIf) {
        if (onlyIf != null) {
            throw new InvalidRequestException("Conditional requests are not taken here.");
        }
    }
}
