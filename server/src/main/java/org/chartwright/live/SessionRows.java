package org.chartwright.live;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.chartwright.database.TenantRows;
import org.chartwright.keys.Kind;
import org.chartwright.keys.Label;
import org.chartwright.keys.PlainTexts;
import org.chartwright.keys.SealException;
import org.chartwright.keys.Seals;
import org.chartwright.live.LiveSession.Status;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** The sessions in the database. Thread-safe. */
final class SessionRows {

    private static final Logger LOG = LoggerFactory.getLogger(SessionRows.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Jdbi jdbi;
    private final Seals seals;
    private final Clock clock;

    SessionRows(Jdbi jdbi, Seals seals, Clock clock) {
        this.jdbi = jdbi;
        this.seals = seals;
        this.clock = clock;
    }

    /** Seals what an older version kept in the clear; says how many sessions that were. */
    static int sealPlain(PlainTexts texts) {
        int sealed = texts.seal(
                new PlainTexts.Column("live_session", "configuration", "id::text"),
                row -> label(new TenantId(row.tenant()), UUID.fromString(row.key())));
        if (sealed > 0) {
            texts.rewrite("live_session");
        }
        return sealed;
    }

    /** Of the tenant and not of the session, whose own key goes with its sound while its details can still be asked for. */
    private static Label label(TenantId tenant, UUID session) {
        return new Label(
                tenant.value(), Label.TENANT_WIDE, Kind.LIVE_TEXT, "session/" + session + "/configuration");
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
                .map((row, context) -> Row.read(row))
                .findOne()).map(this::open);
    }

    /** The newest session of a visit of the record that has not ended. */
    Optional<LiveSession> ofVisit(TenantId tenant, UUID visit) {
        return TenantRows.of(jdbi, tenant.value(), handle -> handle.createQuery("""
                        select * from live_session
                        where tenant_id = :tenant and ended_at is null and visit = :visit
                        order by created_at desc limit 1""")
                .bind("tenant", tenant.value())
                .bind("visit", visit)
                .map((row, context) -> Row.read(row))
                .findOne()).map(this::open);
    }

    /** Notes how far a session is; one that has ended stays so. */
    void status(LiveSession session, Status status) {
        TenantRows.use(jdbi, session.tenant().value(), handle -> handle.createUpdate("""
                        update live_session set status = :status, ending = ending and :status <> 'IN_PROGRESS',
                            ended_at = case when :ended then :now else ended_at end
                        where tenant_id = :tenant and id = :id and ended_at is null""")
                .bind("status", status.name())
                .bind("ended", status.ended())
                .bind("now", of(now()))
                .bind("tenant", session.tenant().value())
                .bind("id", session.id())
                .execute());
    }

    /** Notes that its client has ended a session whose job could not be taken; beginning a stream undoes it. */
    void ending(LiveSession session) {
        TenantRows.use(jdbi, session.tenant().value(), handle -> handle.execute(
                "update live_session set ending = true where tenant_id = ? and id = ? and ended_at is null",
                session.tenant().value(), session.id()));
    }

    /** Keeps what its first stream said of a session. */
    void configure(LiveSession session, Configuration configuration) {
        String sealed = seals.sealText(
                label(session.tenant(), session.id()), JSON.writeValueAsString(configuration));
        TenantRows.use(jdbi, session.tenant().value(), handle -> handle.createUpdate("""
                        update live_session set configuration = :configuration, visit = cast(:visit as uuid)
                        where tenant_id = :tenant and id = :id and configuration is null""")
                .bind("configuration", sealed)
                .bind("visit", configuration.visit().orElse(null))
                .bind("tenant", session.tenant().value())
                .bind("id", session.id())
                .execute());
    }

    /** After a start nothing is streaming yet, whatever was when this server stopped. */
    void pauseAllOf(UUID home) {
        TenantRows.ofAll(jdbi, handle -> handle.execute(
                "update live_session set status = 'PAUSED' where home = ? and status = 'IN_PROGRESS'", home));
    }

    /** Those of this server that have not ended and should: begun before that moment, or ended by their clients. */
    List<LiveSession> overdue(UUID home, Instant begunBefore) {
        return opened(TenantRows.ofAll(jdbi, handle -> handle.createQuery("""
                        select * from live_session
                        where home = :home and kept and ended_at is null and (created_at < :before or ending)""")
                .bind("home", home)
                .bind("before", of(begunBefore))
                .map((row, context) -> Row.read(row))
                .list()));
    }

    /** Those of this server that have ended and whose sound is still on disk. */
    List<LiveSession> endedAndKept(UUID home) {
        return opened(TenantRows.ofAll(jdbi, handle -> handle.createQuery(
                        "select * from live_session where home = :home and kept and ended_at is not null")
                .bind("home", home)
                .map((row, context) -> Row.read(row))
                .list()));
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

    /** One that cannot be opened must not keep the others from being looked after. */
    private List<LiveSession> opened(List<Row> rows) {
        List<LiveSession> sessions = new ArrayList<>();
        for (Row row : rows) {
            try {
                sessions.add(open(row));
            } catch (SealException e) {
                LOG.error("Session {} cannot be read: {}", row.session.id(), e.trouble());
            }
        }
        return sessions;
    }

    private LiveSession open(Row row) {
        LiveSession bare = row.session;
        String sealed = row.configuration;
        return sealed == null
                ? bare
                : bare.configured(JSON.readValue(
                        seals.openText(label(bare.tenant(), bare.id()), sealed), Configuration.class));
    }

    /** A session as it lies in the database. */
    private record Row(LiveSession session, @Nullable String configuration) {

        static Row read(ResultSet row) throws SQLException {
            OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
            return new Row(
                    new LiveSession(
                            new TenantId(row.getObject("tenant_id", UUID.class)),
                            row.getObject("id", UUID.class),
                            row.getObject("home", UUID.class),
                            row.getObject("created_at", OffsetDateTime.class).toInstant(),
                            ended == null ? null : ended.toInstant(),
                            Status.valueOf(row.getString("status")),
                            row.getInt("sample_rate"),
                            Encoding.valueOf(row.getString("encoding")),
                            null),
                    row.getString("configuration"));
        }
    }
}
