package org.chartwright.review;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.chartwright.database.TenantRows;
import org.jdbi.v3.core.Jdbi;

/** What people have looked at and decided beside the note: it makes no version of it. Any thread. */
final class Marks {

    private static final String EVERYBODY = "";
    private static final String SEEN = "SEEN";
    private static final String OPENED = "OPENED";

    private final Jdbi jdbi;
    private final Clock clock;

    Marks(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** What a person has seen of a visit's note. */
    Set<UUID> seen(TenantId tenant, UUID visit, String account) {
        return TenantRows.of(jdbi, tenant.value(), handle -> new HashSet<>(handle.createQuery(
                        "select thing from review_mark where tenant_id = ? and visit = ? and account = ? and mark = ?")
                .bind(0, tenant.value())
                .bind(1, visit)
                .bind(2, account)
                .bind(3, SEEN)
                .mapTo(UUID.class)
                .list()));
    }

    void see(TenantId tenant, UUID visit, String account, UUID thing) {
        put(tenant, visit, account, thing, SEEN);
    }

    void forget(TenantId tenant, UUID visit, String account, UUID thing) {
        TenantRows.use(jdbi, tenant.value(), handle -> handle.execute(
                "delete from review_mark where tenant_id = ? and visit = ? and thing = ? and account = ? and mark = ?",
                tenant.value(), visit, thing, account, SEEN));
    }

    /** Takes everyone's from what was changed. */
    void forget(TenantId tenant, UUID visit, Collection<UUID> things) {
        TenantRows.use(jdbi, tenant.value(), handle -> things.forEach(thing -> handle.execute(
                "delete from review_mark where tenant_id = ? and visit = ? and thing = ? and mark = ?",
                tenant.value(), visit, thing, SEEN)));
    }

    /** What was decided of codes: {@code accepted} or {@code refused}. */
    Map<UUID, String> decided(TenantId tenant, UUID visit) {
        return TenantRows.of(jdbi, tenant.value(), handle -> {
            Map<UUID, String> decided = new HashMap<>();
            handle.createQuery("select thing, mark from review_mark where tenant_id = ? and visit = ? and account = ?")
                    .bind(0, tenant.value())
                    .bind(1, visit)
                    .bind(2, EVERYBODY)
                    .map((row, context) -> Map.entry(row.getObject(1, UUID.class), row.getString(2)))
                    .forEach(one -> decided.put(one.getKey(), one.getValue()));
            return decided;
        });
    }

    void decide(TenantId tenant, UUID visit, UUID code, String decision) {
        put(tenant, visit, EVERYBODY, code, decision);
    }

    /** Notes when a person first opened a review; later times change nothing. */
    void opened(TenantId tenant, UUID visit, String account) {
        TenantRows.use(jdbi, tenant.value(), handle -> handle.execute(
                "insert into review_mark (tenant_id, visit, thing, account, mark, at) values (?, ?, ?, ?, ?, ?)"
                        + " on conflict do nothing",
                tenant.value(), visit, visit, account, OPENED, now()));
    }

    /** When a person first opened a review. */
    Optional<Instant> openedAt(TenantId tenant, UUID visit, String account) {
        return TenantRows.of(jdbi, tenant.value(), handle -> handle.createQuery(
                        "select at from review_mark where tenant_id = ? and visit = ? and thing = ? and account = ?")
                .bind(0, tenant.value())
                .bind(1, visit)
                .bind(2, visit)
                .bind(3, account)
                .mapTo(OffsetDateTime.class)
                .findOne()
                .map(OffsetDateTime::toInstant));
    }

    private void put(TenantId tenant, UUID visit, String account, UUID thing, String mark) {
        TenantRows.use(jdbi, tenant.value(), handle -> handle.execute(
                "insert into review_mark (tenant_id, visit, thing, account, mark, at) values (?, ?, ?, ?, ?, ?)"
                        + " on conflict (tenant_id, visit, thing, account) do update set mark = excluded.mark, at = excluded.at",
                tenant.value(), visit, thing, account, mark, now()));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
