package org.chartwright.server;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.chartwright.audit.AuditExport;
import org.chartwright.audit.Entry;
import org.chartwright.custody.Consent;
import org.chartwright.custody.Consents;
import org.chartwright.custody.Custody;
import org.chartwright.database.Database;
import org.chartwright.fhir.Beside;
import org.chartwright.keys.KeyRoom;
import org.chartwright.review.VisitOrders;
import org.chartwright.scribing.Scribing;

/**
 * What FHIR shows beside the chart, from the rooms that keep it. Any thread.
 *
 * @param consents to being recorded
 * @param orders that were proposed
 * @param database where the audit record is
 */
record RecordBeside(Consents consents, VisitOrders orders, Database database) implements Beside {

    static Beside of(Database database, Scribing scribing, KeyRoom keys, Clock clock) {
        return new RecordBeside(
                Custody.of(database.jdbi(), keys.seals(), clock).consents(),
                new VisitOrders(scribing.chart(), scribing.desk()),
                database);
    }

    @Override
    public List<Consented> consents(TenantId tenant, UUID visit) {
        return consents.of(tenant.value(), visit).stream().map(kept -> shown(kept.id(), kept.consent())).toList();
    }

    @Override
    public Optional<Consented> consent(TenantId tenant, UUID id) {
        return consents.find(tenant.value(), id).map(consent -> shown(id, consent));
    }

    private static Consented shown(UUID id, Consent consent) {
        Answer answer = switch (consent.answer()) {
            case GIVEN -> Answer.GIVEN;
            case REFUSED -> Answer.REFUSED;
            case WITHDRAWN -> Answer.WITHDRAWN;
        };
        return new Consented(id, consent.subject(), answer, consent.wording(), consent.answeredBy(), consent.at());
    }

    @Override
    public List<Proposed> orders(TenantId tenant, UUID visit) {
        return orders.of(tenant, visit).stream()
                .map(order -> new Proposed(order.kind().name(), order.text(), order.code(), order.evidence()))
                .toList();
    }

    @Override
    public List<Entry> audit(TenantId tenant, long before, int most, AuditExport.Within within) {
        return AuditExport.newest(database.jdbi(), tenant.value(), before, most, within);
    }
}
