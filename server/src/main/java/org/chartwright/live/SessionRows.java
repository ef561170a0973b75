package org.chartwright.live;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.chartwright.database.TenantRows;
import org.chartwright.live.LiveSession.Status;
import org.chartwright.scribing.VisitRecord;
import org.jdbi.v3.core.Jdbi;
import tools.jackson.databind.json.JsonMapper;

/** The sessions in the database. Thread-safe. */
final class SessionRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Jdbi jdbi;
    private final Clock clock;

    SessionRows(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Keeps a new session; false if the tenant has one of that name. */
    boolean add(LiveSession session) {
        return TenantRows.of(jdbi, session.tenant().value(), handle -> handle.createUpdate("""
                        insert into live_session (tenant_id, id, home, created_at, status, sample_rate, encoding)
                        values (:tenant, :id, :home, :created, :status, :rate, :encoding) on conflict do nothing""")
                .bind("tenant", session.tenant().value())
                .bind("id", session.id())
                .bind("home", session.home())
                .bind("created", of(session.created()))
                .bind("status", session.status().name())
                .bind("rate", session.sampleRate())
                .bind("encoding", session.encoding().name())
                .execute()) == 1;
    }

    Optional<LiveSession> find(TenantId tenant, UUID id) {
        return TenantRows.of(jdbi, tenant.value(), handle -> handle.createQuery(
                        "select * from live_session where tenant_id = :tenant and id = :id")
                .bind("tenant", tenant.value())
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne());
    }

    /** The newest session of a visit of the record that has not ended. */
    Optional<LiveSession> ofVisit(TenantId tenant, UUID visit) {
        return TenantRows.of(jdbi, tenant.value(), handle -> handle.createQuery("""
                        select * from live_session
                        where tenant_id = :tenant and ended_at is null and configuration -> 'tags' ->> :tag = :visit
                        order by created_at desc limit 1""")
                .bind("tenant", tenant.value())
                .bind("tag", VisitRecord.TAG)
                .bind("visit", visit.toString())
                .map((row, context) -> read(row))
                .findOne());
    }

    /** Notes how far a session is; one that has ended stays so. */
    void status(LiveSession session, Status status) {
        TenantRows.use(jdbi, session.tenant().value(), handle -> handle.createUpdate("""
                        update live_session set status = :status,
                            ended_at = case when :ended then :now else ended_at end
                        where tenant_id = :tenant and id = :id and ended_at is null""")
                .bind("status", status.name())
                .bind("ended", status.ended())
                .bind("now", of(now()))
                .bind("tenant", session.tenant().value())
                .bind("id", session.id())
                .execute());
    }

    /** Keeps what its first stream said of a session. */
    void configure(LiveSession session, Configuration configuration) {
        TenantRows.use(jdbi, session.tenant().value(), handle -> handle.createUpdate("""
                        update live_session set configuration = :configuration::jsonb
                        where tenant_id = :tenant and id = :id and configuration is null""")
                .bind("configuration", JSON.writeValueAsString(configuration))
                .bind("tenant", session.tenant().value())
                .bind("id", session.id())
                .execute());
    }

    /** After a start nothing is streaming yet, whatever was when this server stopped. */
    void pauseAllOf(UUID home) {
        TenantRows.ofAll(jdbi, handle -> handle.execute(
                "update live_session set status = 'PAUSED' where home = ? and status = 'IN_PROGRESS'", home));
    }

    /** Those of this server that were begun before that moment and have not ended. */
    List<LiveSession> overdue(UUID home, Instant begunBefore) {
        return TenantRows.ofAll(jdbi, handle -> handle.createQuery("""
                        select * from live_session
                        where home = :home and kept and ended_at is null and created_at < :before""")
                .bind("home", home)
                .bind("before", of(begunBefore))
                .map((row, context) -> read(row))
                .list());
    }

    /** Those of this server that have ended and whose sound is still on disk. */
    List<LiveSession> endedAndKept(UUID home) {
        return TenantRows.ofAll(jdbi, handle -> handle.createQuery(
                        "select * from live_session where home = :home and kept and ended_at is not null")
                .bind("home", home)
                .map((row, context) -> read(row))
                .list());
    }

    /** Notes that a session's sound is gone. */
    void notKept(LiveSession session) {
        TenantRows.use(jdbi, session.tenant().value(), handle -> handle.execute(
                "update live_session set kept = false where tenant_id = ? and id = ?",
                session.tenant().value(), session.id()));
    }

    /** Forgets those without sound that ended before that moment. */
    void forgetEndedBefore(Instant moment) {
        TenantRows.ofAll(jdbi, handle ->
                handle.execute("delete from live_session where not kept and ended_at < ?", of(moment)));
    }

    /** Now, as it will be read back. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static OffsetDateTime of(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static LiveSession read(ResultSet row) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        String configuration = row.getString("configuration");
        return new LiveSession(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                row.getObject("id", UUID.class),
                row.getObject("home", UUID.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant(),
                Status.valueOf(row.getString("status")),
                row.getInt("sample_rate"),
                Encoding.valueOf(row.getString("encoding")),
                configuration == null ? null : JSON.readValue(configuration, Configuration.class));
    }
}
