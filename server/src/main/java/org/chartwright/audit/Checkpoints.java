package org.chartwright.audit;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.chartwright.database.TenantRows;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs where the chains stand and copies them off the machine: soon after 1,000 entries, and every minute if there are any.
 * Several processes may do so at once; each checkpoint is made once.
 */
public final class Checkpoints implements AutoCloseable {

    /** After so many entries a chain is signed at once. */
    static final int MANY = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
    private static final Duration REGULARLY = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final Jdbi jdbi;
    private final Clock clock;
    private final SigningKey key;
    private final AuditCopy copy;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("audit-checkpoints").factory());
    private volatile boolean copying = true;

    /** Signs with that key and copies there, when {@link #start told}. */
    public Checkpoints(Jdbi jdbi, Clock clock, SigningKey key, AuditCopy copy) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.key = key;
        this.copy = copy;
    }

    /** From now on this signs and copies by itself, until it is closed. */
    public Checkpoints start() {
        timer.scheduleWithFixedDelay(() -> quietly(MANY), LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
        timer.scheduleWithFixedDelay(() -> quietly(1), 0, REGULARLY.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    /** Whether the copy took what it was last given. */
    public boolean isCopying() {
        return copying;
    }

    /** Signs every chain that has grown, and copies what is signed. */
    public void seal() {
        seal(1);
    }

    private void quietly(int least) {
        try {
            seal(least);
        } catch (RuntimeException e) {
            // The database is away, or was just closed; the next look is in a moment.
            LOG.warn("The audit chains could not be signed: {}", e.getClass().getName());
        }
    }

    private void seal(int least) {
        List<UUID> grown = TenantRows.ofAll(jdbi, handle -> handle.createQuery(
                        "select tenant_id from audit_chain where seq - signed_seq >= ? or copied_seq < signed_seq")
                .bind(0, least)
                .mapTo(UUID.class)
                .list());
        for (UUID chain : grown) {
            TenantRows.use(jdbi, chain, handle -> sign(handle, chain, least));
            copy(chain);
        }
    }

    private void sign(Handle handle, UUID chain, int least) {
        handle.createQuery("""
                        select seq, hash, signed_hash from audit_chain
                        where tenant_id = ? and seq - signed_seq >= ? for update""")
                .bind(0, chain)
                .bind(1, least)
                .map((row, context) -> new Checkpoint(
                        chain, row.getLong("seq"), row.getString("hash"), clock.instant(), row.getString("signed_hash")))
                .findOne()
                .ifPresent(checkpoint -> {
                    String signed = checkpoint.signed(key);
                    handle.execute(
                            "insert into audit_checkpoint (tenant_id, seq, checkpoint) values (?, ?, ?)",
                            chain, checkpoint.seq(), signed);
                    handle.execute(
                            "update audit_chain set signed_seq = ?, signed_hash = ? where tenant_id = ?",
                            checkpoint.seq(), Sha256.of(signed), chain);
                });
    }

    /** What is signed and not copied yet, checkpoint by checkpoint. */
    private void copy(UUID chain) {
        if (copy == AuditCopy.NONE) {
            return;
        }
        try {
            for (Span span = uncopied(chain); span.to > span.from; span = uncopied(chain)) {
                copy.add(chain, span.from + 1, span.to, AuditExport.lines(jdbi, chain, span.from, span.to));
                long to = span.to;
                TenantRows.use(jdbi, chain, handle -> handle.execute(
                        "update audit_chain set copied_seq = greatest(copied_seq, ?) where tenant_id = ?", to, chain));
            }
            copying = true;
        } catch (IOException e) {
            if (copying) {
                LOG.warn("The audit record cannot be copied ({}); it will be as soon as it can", e.getClass().getName());
            }
            copying = false;
        }
    }

    private record Span(long from, long to) {}

    private Span uncopied(UUID chain) {
        return TenantRows.of(jdbi, chain, handle -> handle.createQuery("""
                        select copied_seq, coalesce((select min(p.seq) from audit_checkpoint p
                            where p.tenant_id = c.tenant_id and p.seq > c.copied_seq), 0) as until
                        from audit_chain c where tenant_id = ?""")
                .bind(0, chain)
                .map((row, context) -> new Span(row.getLong("copied_seq"), row.getLong("until")))
                .one());
    }

    /** Signs and copies what there is, and stops. */
    @Override
    public void close() {
        timer.shutdownNow();
        quietly(1);
    }
}
