package org.chartwright.chart;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.chartwright.audit.Act;
import org.chartwright.audit.Actor;
import org.chartwright.audit.AuditLog;
import org.chartwright.audit.Outcome;
import org.chartwright.chart.ChartException.Kind;
import org.chartwright.database.TenantRows;
import org.chartwright.keys.Seals;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the record. All that is asked is asked in the name of a tenant, and only what is the tenant's is there. Any thread.
 *
 * <p>A visit, a transcript and a note belong to one patient for good: a change that names another patient is refused.
 */
public final class Chart {

    private final Jdbi jdbi;
    private final Clock clock;
    private final Entries entries;
    private final Digests digests;
    private final AuditLog audit;
    private final Searches searches;

    /** In that database, sealed with those keys. */
    public Chart(Jdbi jdbi, Clock clock, Seals seals, SecureRandom luck) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.digests = new Digests(seals, luck);
        this.audit = new AuditLog(jdbi, clock);
        this.entries = new Entries(seals, digests);
        this.searches = new Searches(entries, digests);
    }

    /** A transaction of the tenant's, for changes that belong together. */
    public <R> R together(TenantId tenant, HandleCallback<R, RuntimeException> work) {
        return TenantRows.of(jdbi, tenant.value(), work);
    }

    /** Keeps a new thing. */
    public <T extends Entry> Kept<T> add(TenantId tenant, String author, T entry) {
        return together(tenant, handle -> add(handle, tenant, author, entry));
    }

    /** Likewise, in a transaction of the tenant's. */
    public <T extends Entry> Kept<T> add(Handle handle, TenantId tenant, String author, T entry) {
        Kept<T> kept = new Kept<>(UUID.randomUUID(), 1, now(), author, entry);
        record(handle, tenant, author, "chart:Create", kept);
        checkReferences(handle, tenant, entry);
        entries.insert(handle, tenant, kept);
        return kept;
    }

    /**
     * Keeps another version.
     *
     * @param from the version it was made from
     * @throws ChartException if there is no such thing, a newer version, or another patient in it
     */
    public <T extends Entry> Kept<T> change(TenantId tenant, String author, Kept<T> from, T entry) {
        return together(tenant, handle -> change(handle, tenant, author, from, entry));
    }

    /** Likewise, in a transaction of the tenant's. */
    public <T extends Entry> Kept<T> change(Handle handle, TenantId tenant, String author, Kept<T> from, T entry) {
        if (!Objects.equals(patientOf(from.entry()), patientOf(entry))) {
            throw new ChartException(Kind.FORBIDDEN, "What belongs to one patient cannot be given to another.");
        }
        Kept<T> next = new Kept<>(from.id(), from.version() + 1, now(), author, entry);
        record(handle, tenant, author, "chart:Update", next);
        checkReferences(handle, tenant, entry);
        if (!entries.supersede(handle, tenant, from)) {
            boolean there = entries.newest(handle, tenant, entry.getClass(), from.id()).isPresent();
            throw there
                    ? new ChartException(Kind.STALE, "It was changed meanwhile. Read it again and repeat the change.")
                    : new ChartException(Kind.MISSING, "There is no such entry.");
        }
        entries.insert(handle, tenant, next);
        return next;
    }

    /**
     * Into the audit record, in the transaction that writes. First, not last: whoever writes the record waits for its chain
     * before it holds any entry, so that no two wait for each other.
     */
    private void record(Handle handle, TenantId tenant, String author, String action, Kept<?> kept) {
        UUID patient = kept.entry() instanceof Patient ? kept.id() : patientOf(kept.entry());
        String kind = kept.entry().getClass().getSimpleName();
        Act act = new Act(
                tenant.value(), new Actor(author, "author", "local"), action + kind, kind + "/" + kept.id(),
                patient == null ? null : pseudonym(handle, tenant, patient), "");
        audit.record(handle, act, Outcome.DONE, "");
    }

    /** What the audit record calls a patient: the same for the same one, and telling nothing to whoever has no key. */
    public String pseudonym(TenantId tenant, UUID patient) {
        return together(tenant, handle -> pseudonym(handle, tenant, patient));
    }

    private String pseudonym(Handle handle, TenantId tenant, UUID patient) {
        return "p-" + HexFormat.of().formatHex(digests.digest(handle, tenant, new Find("pseudonym", patient.toString())));
    }

    /** The newest version. */
    public <T extends Entry> Optional<Kept<T>> find(TenantId tenant, Class<T> kind, UUID id) {
        return together(tenant, handle -> entries.newest(handle, tenant, kind, id));
    }

    /** Likewise, in a transaction of the tenant's. */
    public <T extends Entry> Optional<Kept<T>> find(Handle handle, TenantId tenant, Class<T> kind, UUID id) {
        return entries.newest(handle, tenant, kind, id);
    }

    /** One version. */
    public <T extends Entry> Optional<Kept<T>> find(TenantId tenant, Class<T> kind, UUID id, int version) {
        return together(tenant, handle -> entries.version(handle, tenant, kind, id, version));
    }

    /** All versions, the newest first; empty when there is no such thing. */
    public <T extends Entry> List<Kept<T>> history(TenantId tenant, Class<T> kind, UUID id) {
        return history(tenant, kind, id, 0);
    }

    /** The versions after that one, the newest first. */
    public <T extends Entry> List<Kept<T>> history(TenantId tenant, Class<T> kind, UUID id, int after) {
        return together(tenant, handle -> entries.history(handle, tenant, kind, id, after));
    }

    /** Which version is the newest; none is opened. */
    public Optional<Stamp> stamp(TenantId tenant, Class<? extends Entry> kind, UUID id) {
        return together(tenant, handle -> Entries.stamp(handle, tenant, kind, id));
    }

    /**
     * Finds newest versions.
     *
     * @param skip how many to pass over
     * @param most how many to give
     */
    public <T extends Entry> Found<T> search(TenantId tenant, Class<T> kind, Query query, int skip, int most) {
        return together(tenant, handle -> searches.find(handle, tenant, kind, query, skip, most));
    }

    /** Whether the record has that visit, in a transaction of the tenant's. */
    public boolean holds(Handle handle, TenantId tenant, UUID visit) {
        return entries.newest(handle, tenant, Visit.class, visit).isPresent();
    }

    /**
     * Forgets a visit with all its transcripts and notes and their versions; its key is the caller's to destroy. The one
     * exception to the record being append-only.
     *
     * @return how many versions that was
     */
    public int forget(Handle handle, TenantId tenant, UUID visit) {
        return holds(handle, tenant, visit) ? Entries.forget(handle, tenant, visit) : 0;
    }

    /** Likewise, in a transaction of the tenant's. */
    public <T extends Entry> Found<T> search(
            Handle handle, TenantId tenant, Class<T> kind, Query query, int skip, int most) {
        return searches.find(handle, tenant, kind, query, skip, most);
    }

    /** What an entry refers to must be there, and be of the same patient. */
    private void checkReferences(Handle handle, TenantId tenant, Entry entry) {
        switch (entry) {
            case Patient _, Practitioner _ -> {}
            case Visit visit -> {
                require(entries.newest(handle, tenant, Patient.class, visit.patient()).isPresent());
                require(visit.practitioner() == null
                        || entries.newest(handle, tenant, Practitioner.class, visit.practitioner()).isPresent());
            }
            case Transcript transcript -> require(isOf(handle, tenant, transcript.visit(), transcript.patient()));
            case VisitNote note -> {
                require(isOf(handle, tenant, note.visit(), note.patient()));
                require(entries.newest(handle, tenant, Transcript.class, note.transcript())
                        .filter(kept -> kept.entry().visit().equals(note.visit()))
                        .isPresent());
            }
        }
    }

    private boolean isOf(Handle handle, TenantId tenant, UUID visit, UUID patient) {
        return entries.newest(handle, tenant, Visit.class, visit)
                .filter(kept -> kept.entry().patient().equals(patient))
                .isPresent();
    }

    private static void require(boolean there) {
        if (!there) {
            throw new ChartException(Kind.INVALID, "It refers to something that is not in the record.");
        }
    }

    private static @Nullable UUID patientOf(Entry entry) {
        return switch (entry) {
            case Patient _, Practitioner _ -> null;
            case Visit visit -> visit.patient();
            case Transcript transcript -> transcript.patient();
            case VisitNote note -> note.patient();
        };
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
