package org.chartwright.fhir;

import ca.uhn.fhir.model.primitive.InstantDt;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import org.chartwright.access.TenantId;
import org.chartwright.audit.AuditExport.Within;
import org.chartwright.audit.Entry;
import org.chartwright.chart.Query.Period;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IPrimitiveType;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's audit record, the newest first, a page at a time through all of it. The record grows while somebody turns pages,
 * also by their turning: each page goes on from the entry at which the one before it ended. How many there are is not known
 * before the last page.
 */
final class AuditPages implements IBundleProvider {

    private static final int AT_ONCE = 1000;
    /** All numbers are below it; what is recorded from now on is not part of the search. */
    private final long top;

    private final Beside beside;
    private final TenantId tenant;
    private final Period period;
    private final Within within;
    private final String name = UUID.randomUUID().toString();
    /** How many had been given before the entry of that number. */
    private final NavigableMap<Integer, Long> ends = new ConcurrentSkipListMap<>();

    AuditPages(Beside beside, TenantId tenant, Period period) {
        this.beside = beside;
        this.tenant = tenant;
        this.period = period;
        this.within = new Within(period.from(), period.to());
        this.top = beside.audit(tenant, 0, 1, Within.ANY).stream().mapToLong(Entry::seq).findFirst().orElse(0) + 1;
    }

    @Override
    public List<IBaseResource> getResources(int from, int to) {
        Map.Entry<Integer, Long> near = ends.floorEntry(from);
        int given = near == null ? 0 : near.getKey();
        long before = near == null ? top : near.getValue();
        List<IBaseResource> page = new ArrayList<>();
        while (given < to && before > 1) {
            List<Entry> entries = beside.audit(tenant, before, AT_ONCE, within);
            for (int i = 0; i < entries.size() && given < to; i++) {
                before = entries.get(i).seq();
                if (period.holds(entries.get(i).time())) {
                    if (given >= from) {
                        page.add(AuditEvents.event(entries.get(i)));
                    }
                    given++;
                }
            }
            if (entries.isEmpty()) {
                before = 1;
            }
        }
        ends.put(given, before);
        return page;
    }

    @Override
    public @Nullable Integer size() {
        return null;
    }

    @Override
    public IPrimitiveType<Date> getPublished() {
        return new InstantDt(new Date(0));
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
