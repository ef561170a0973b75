package org.chartwright.audit;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.chartwright.database.TenantRows;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The door of this room: entries go into the transaction of what they tell of. When an entry cannot be written this throws,
 * the transaction ends, and the act has not happened.
 *
 * <p>Whoever serves a request binds it with {@link #during}; rooms further in, which know what changes but not by whose
 * order, call {@link #change}.
 */
public final class AuditLog {

    private static final ScopedValue<Bound> CURRENT = ScopedValue.newInstance();

    private final Jdbi jdbi;
    private final Clock clock;

    /** In that database. */
    public AuditLog(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Something that is done on behalf of somebody. */
    @FunctionalInterface
    public interface Work<T> {
        /** Does it. */
        T run();
    }

    private record Bound(Act act, AtomicBoolean written) {}

    /**
     * Does something as that act: the changes it makes are recorded in their own transactions, and a thing done that has
     * changed nothing is recorded when it is done, before its result is given to anybody. Failures are for the caller to
     * {@link #record}.
     */
    public <T> T during(Act act, Work<T> work) {
        Bound bound = new Bound(act, new AtomicBoolean());
        T result = ScopedValue.where(CURRENT, bound).call(work::run);
        if (!bound.written.get()) {
            record(act, Outcome.DONE, "");
        }
        return result;
    }

    /**
     * Records a change in the transaction that makes it: as the act in whose course it is made, or as the server's own.
     * Call it last in the transaction.
     *
     * @param action what it is called when it is in the course of nothing
     * @param object what is changed, where the act in whose course it is does not say
     */
    public void change(Handle handle, UUID tenant, String action, String object) {
        if (CURRENT.isBound()) {
            Act act = CURRENT.get().act;
            record(handle, act.object().isEmpty() ? act.on(object) : act, Outcome.DONE, "");
            CURRENT.get().written.set(true);
        } else {
            record(handle, Act.of(tenant, Actor.SERVER, action, object), Outcome.DONE, "");
        }
    }

    /**
     * Records what is done in the transaction that does it, unless a room further in has done so already. Call it last in
     * the transaction, within {@link #during}.
     *
     * @param act as it is known now
     */
    public void settle(Handle handle, Act act) {
        if (!CURRENT.get().written.getAndSet(true)) {
            record(handle, act, Outcome.DONE, "");
        }
    }

    /**
     * Records, in a transaction of its own, something that is done in the course of an act, by whom that act is; or by the
     * server where it is in the course of nothing.
     */
    public void use(UUID tenant, String action, String object, Outcome outcome, String reason) {
        Act act = Act.of(tenant, Actor.SERVER, action, object);
        if (CURRENT.isBound()) {
            Act course = CURRENT.get().act;
            act = new Act(tenant, course.actor(), action, object, null, course.requestId());
        }
        record(act, outcome, reason);
    }

    /** Records an act in a transaction of its own: for what changes nothing here, and for what was refused. */
    public void record(Act act, Outcome outcome, String reason) {
        TenantRows.use(jdbi, act.tenant(), handle -> record(handle, act, outcome, reason));
    }

    /**
     * Records an act in the transaction that does it. Call it last in the transaction.
     *
     * @param handle in a transaction that sees the rows of the act's tenant, or of all
     * @param reason a code or a sentence without clinical text; empty for none
     */
    public void record(Handle handle, Act act, Outcome outcome, String reason) {
        if (!handle.isInTransaction()) {
            throw new IllegalStateException("An entry belongs into the transaction of its act");
        }
        handle.execute(
                "insert into audit_chain (tenant_id, seq, hash) values (?, 0, ?) on conflict do nothing",
                act.tenant(), Sha256.NONE);
        Entry entry = handle.createQuery("select seq, hash from audit_chain where tenant_id = ? for update")
                .bind(0, act.tenant())
                .map((row, context) -> new Entry(
                        row.getLong("seq") + 1, clock.instant(), act, outcome, reason, row.getString("hash")))
                .one();
        String canonical = entry.canonical();
        handle.createUpdate("""
                        with written as (
                            insert into audit_entry (tenant_id, seq, entry) values (:tenant, :seq, :entry))
                        update audit_chain set seq = :seq, hash = :hash where tenant_id = :tenant""")
                .bind("tenant", act.tenant())
                .bind("seq", entry.seq())
                .bind("entry", canonical)
                .bind("hash", Sha256.of(canonical))
                .execute();
    }
}
