package org.chartwright.access;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.chartwright.database.TenantRows;
import org.jdbi.v3.core.Jdbi;

/** Signatures in the database; only good ones get here, so strangers cannot fill it. */
public final class StoredSignatures implements Signatures {

    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(1);

    private final Jdbi jdbi;
    private final AtomicReference<Instant> lastSweep = new AtomicReference<>(Instant.EPOCH);

    /** In that database. */
    public StoredSignatures(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Instant first(TenantId tenant, String signature, Instant now, Instant until) {
        sweep(now);
        return TenantRows.of(jdbi, tenant.value(), handle -> handle.createQuery("""
                        insert into signature_seen (tenant_id, signature, first_at, until_at)
                        values (:tenant, :signature, :now, :until)
                        on conflict (tenant_id, signature) do update set until_at = excluded.until_at
                        returning first_at""")
                .bind("tenant", tenant.value())
                .bind("signature", signature)
                .bind("now", now.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                .bind("until", until.atOffset(ZoneOffset.UTC))
                .map((row, context) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .one());
    }

    private void sweep(Instant now) {
        Instant last = lastSweep.get();
        if (now.isAfter(last.plus(BETWEEN_SWEEPS)) && lastSweep.compareAndSet(last, now)) {
            TenantRows.ofAll(jdbi, handle -> handle.execute(
                    "delete from signature_seen where until_at < ?", now.atOffset(ZoneOffset.UTC)));
        }
    }
}
