package org.chartwright.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.chartwright.audit.AuditExport;
import org.chartwright.audit.Entry;
import org.jdbi.v3.core.Jdbi;

/** Nothing beside the chart, until a test adds something. */
public final class NothingBeside implements Beside {

    final List<Consented> consents = new ArrayList<>();
    final List<Proposed> orders = new ArrayList<>();
    Jdbi jdbi;

    @Override
    public List<Consented> consents(TenantId tenant, UUID visit) {
        return consents.stream().filter(one -> visit.equals(one.visit())).toList();
    }

    @Override
    public Optional<Consented> consent(TenantId tenant, UUID id) {
        return consents.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    @Override
    public List<Proposed> orders(TenantId tenant, UUID visit) {
        return orders;
    }

    @Override
    public List<Entry> audit(TenantId tenant, long before, int most, AuditExport.Within within) {
        return jdbi == null ? List.of() : AuditExport.newest(jdbi, tenant.value(), before, most, within);
    }
}
