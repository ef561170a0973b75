package org.chartwright.workspace;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.chartwright.database.TenantRows;
import org.chartwright.keys.Kind;
import org.chartwright.keys.Label;
import org.chartwright.keys.Seals;
import org.chartwright.people.Person;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Visits that somebody opened though they are another clinician's: for whom, until when and why. Any thread. */
public final class BrokenGlass {

    /** How long an opening lasts. */
    static final Duration LIFE = Duration.ofMinutes(60);

    /** In which time how many visits one person may open so. */
    static final Duration SPAN = Duration.ofHours(24);

    static final int MOST = 10;

    private static final int PAGE = 200;

    private final Jdbi jdbi;
    private final Seals seals;
    private final Clock clock;

    /** Those in that database. */
    public BrokenGlass(Jdbi jdbi, Seals seals, Clock clock) {
        this.jdbi = jdbi;
        this.seals = seals;
        this.clock = clock;
    }

    /** One of them, for the auditor. */
    record Opening(
            UUID id,
            UUID visit,
            String account,
            String reason,
            Instant at,
            Instant until,
            @Nullable Instant reviewedAt,
            @Nullable String reviewedBy) {

        /** Leaves the reason out: it may tell of a patient. */
        @Override
        public String toString() {
            return "Opening[" + id + "]";
        }
    }

    /** Until when a visit is open to somebody, if it is. */
    Optional<Instant> until(Person person, UUID visit) {
        return TenantRows.of(jdbi, person.tenant().value(), handle -> handle.createQuery("""
                        select max(until) from opened_anyway
                        where tenant_id = ? and person_id = ? and visit_id = ? and until > ? having count(*) > 0""")
                .bind(0, person.tenant().value())
                .bind(1, person.id())
                .bind(2, visit)
                .bind(3, now())
                .mapTo(OffsetDateTime.class)
                .findOne()
                .map(OffsetDateTime::toInstant));
    }

    /** Opens one; empty if that person has opened too many of late. */
    Optional<Instant> open(Person person, UUID visit, String reason) {
        TenantId tenant = person.tenant();
        return TenantRows.of(jdbi, tenant.value(), handle -> {
            int before = handle.createQuery("select count(*) from opened_anyway where tenant_id = ? and person_id = ? and at > ?")
                    .bind(0, tenant.value())
                    .bind(1, person.id())
                    .bind(2, clock.instant().minus(SPAN).atOffset(ZoneOffset.UTC))
                    .mapTo(Integer.class)
                    .one();
            if (before >= MOST) {
                return Optional.empty();
            }
            UUID id = UUID.randomUUID();
            Instant until = clock.instant().plus(LIFE);
            handle.createUpdate("""
                            insert into opened_anyway (tenant_id, id, visit_id, person_id, account, reason, at, until)
                            values (:tenant, :id, :visit, :person, :account, :reason, :now, :until)""")
                    .bind("tenant", tenant.value())
                    .bind("id", id)
                    .bind("visit", visit)
                    .bind("person", person.id())
                    .bind("account", person.account())
                    .bind("reason", seals.seal(label(tenant, id), reason.getBytes(StandardCharsets.UTF_8)))
                    .bind("now", now())
                    .bind("until", until.atOffset(ZoneOffset.UTC))
                    .execute();
            return Optional.of(until);
        });
    }

    /** Those of a tenant, what nobody has looked at first, then the newest. */
    List<Opening> all(TenantId tenant, int skip) {
        return TenantRows.of(jdbi, tenant.value(), handle -> handle.createQuery("""
                        select * from opened_anyway where tenant_id = ?
                        order by reviewed_at is not null, at desc, id limit ? offset ?""")
                .bind(0, tenant.value())
                .bind(1, PAGE)
                .bind(2, skip)
                .map((row, context) -> opening(tenant, row))
                .list());
    }

    /** Notes that somebody has looked at one; false if there is none, or somebody has already. */
    boolean reviewed(TenantId tenant, UUID id, String by) {
        return TenantRows.of(jdbi, tenant.value(), handle -> handle.execute(
                        "update opened_anyway set reviewed_at = ?, reviewed_by = ?"
                                + " where tenant_id = ? and id = ? and reviewed_at is null",
                        now(), by, tenant.value(), id))
                == 1;
    }

    private Opening opening(TenantId tenant, ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        OffsetDateTime reviewed = row.getObject("reviewed_at", OffsetDateTime.class);
        return new Opening(
                id,
                row.getObject("visit_id", UUID.class),
                row.getString("account"),
                new String(seals.open(label(tenant, id), row.getBytes("reason")), StandardCharsets.UTF_8),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("until", OffsetDateTime.class).toInstant(),
                reviewed == null ? null : reviewed.toInstant(),
                row.getString("reviewed_by"));
    }

    private static Label label(TenantId tenant, UUID id) {
        return new Label(tenant.value(), Label.TENANT_WIDE, Kind.AUDIT_DETAIL, "opened-anyway/" + id);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
