package org.chartwright.fhir;

import ca.uhn.fhir.model.api.ResourceMetadataKeyEnum;
import ca.uhn.fhir.model.primitive.InstantDt;
import ca.uhn.fhir.model.valueset.BundleEntrySearchModeEnum;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.chartwright.access.TenantId;
import org.chartwright.chart.Chart;
import org.chartwright.chart.Entry;
import org.chartwright.chart.Found;
import org.chartwright.chart.Kept;
import org.chartwright.chart.Query;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IPrimitiveType;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * What a search found, a page at a time: each page is asked of the chart when it is wanted, so a search keeps no resources.
 *
 * @param <T> what is searched for
 */
final class Pages<T extends Entry> implements IBundleProvider {

    private final Chart chart;
    private final TenantId tenant;
    private final Class<T> kind;
    private final Query query;
    private final Function<Kept<T>, ? extends Resource> mapping;
    private final Function<Kept<T>, List<? extends Resource>> included;
    private final String name = UUID.randomUUID().toString();
    private final Date at = new Date(0);

    Pages(Chart chart, TenantId tenant, Class<T> kind, Query query, Function<Kept<T>, ? extends Resource> mapping) {
        this(chart, tenant, kind, query, mapping, kept -> List.of());
    }

    /** With what goes along with each. */
    Pages(
            Chart chart,
            TenantId tenant,
            Class<T> kind,
            Query query,
            Function<Kept<T>, ? extends Resource> mapping,
            Function<Kept<T>, List<? extends Resource>> included) {
        this.chart = chart;
        this.tenant = tenant;
        this.kind = kind;
        this.query = query;
        this.mapping = mapping;
        this.included = included;
    }

    @Override
    public List<IBaseResource> getResources(int from, int to) {
        Found<T> found = chart.search(tenant, kind, query, from, Math.max(0, to - from));
        Map<String, IBaseResource> page = new LinkedHashMap<>();
        for (Kept<T> kept : found.entries()) {
            Resource match = mapping.apply(kept);
            page.put(match.fhirType() + "/" + match.getIdPart(), match);
        }
        for (Kept<T> kept : found.entries()) {
            for (Resource more : included.apply(kept)) {
                ResourceMetadataKeyEnum.ENTRY_SEARCH_MODE.put(more, BundleEntrySearchModeEnum.INCLUDE);
                page.putIfAbsent(more.fhirType() + "/" + more.getIdPart(), more);
            }
        }
        return List.copyOf(page.values());
    }

    @Override
    public Integer size() {
        return chart.search(tenant, kind, query, 0, 0).total();
    }

    @Override
    public IPrimitiveType<Date> getPublished() {
        return new InstantDt(at);
    }

    @Override
    public String getUuid() {
        return name;
    }

    @Override
    public @Nullable Integer preferredPageSize() {
        return null;
    }
}
