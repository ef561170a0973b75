package org.chartwright.events;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.chartwright.database.TenantRows;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits in the outbox, until it is closed. What does not arrive is tried again after the {@link
 * Pauses}; after {@value #ATTEMPTS} attempts it is dead until somebody has it redelivered. Any number of
 * senders may share a database.
 */
public final class Sender implements AutoCloseable {

    /** How often an event is tried, over about a day. */
    static final int ATTEMPTS = 10;

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration FORGET = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int AT_ONCE = 20;

    private final Jdbi jdbi;
    private final Clock clock;
    private final Post post;
    private final WebhookKey key;
    private final EventForm form;
    private final Rounds<Taken> rounds;

    /**
     * Sends what is due, when it is {@link #start started}.
     *
     * @param region that events name
     */
    public Sender(Jdbi jdbi, Clock clock, Post post, WebhookKey key, String region) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.post = post;
        this.key = key;
        this.form = new EventForm(region);
        this.rounds = new Rounds<>("Events", AT_ONCE, this::take, this::send);
    }

    /** A row that this sender has taken for the length of a lease. */
    private record Taken(UUID tenant, UUID webhook, String url, Event.Outgoing outgoing, int attempts) {}

    /** From now on this sends by itself. */
    public Sender start() {
        rounds.start(LOOK);
        rounds.between(this::forget, FORGET);
        return this;
    }

    /** Sends what is due by now, each once; says how many that were. */
    int sendDue() {
        return rounds.once();
    }

    private List<Taken> take() {
        return TenantRows.ofAll(jdbi, handle -> handle.createQuery("""
                        with due as (select tenant_id, event_id, webhook_id from event_delivery
                                     where state = 'WAITING' and next_at <= :now order by next_at limit :most
                                     for update skip locked),
                             taken as (update event_delivery d set next_at = :lease, attempts = attempts + 1 from due
                                       where d.tenant_id = due.tenant_id and d.event_id = due.event_id
                                       and d.webhook_id = due.webhook_id returning d.*)
                        select taken.*, w.url, t.account_id from taken
                            join webhook w on w.tenant_id = taken.tenant_id and w.id = taken.webhook_id
                            join tenant t on t.id = taken.tenant_id""")
                .bind("now", sql(clock.instant()))
                .bind("lease", sql(clock.instant().plus(LEASE)))
                .bind("most", AT_ONCE)
                .map((row, context) -> new Taken(
                        row.getObject("tenant_id", UUID.class),
                        row.getObject("webhook_id", UUID.class),
                        row.getString("url"),
                        new Event.Outgoing(
                                new Event(
                                        Event.Source.valueOf(row.getString("source")),
                                        row.getString("name"),
                                        row.getString("status"),
                                        row.getString("reason"),
                                        row.getObject("happened_at", OffsetDateTime.class).toInstant()),
                                row.getObject("event_id", UUID.class),
                                row.getString("account_id")),
                        row.getInt("attempts")))
                .list());
    }

    private void send(Taken taken) {
        UUID event = taken.outgoing.id();
        String body = form.body(taken.outgoing);
        long seconds = clock.instant().getEpochSecond();
        Post.Outcome outcome = post.send(
                taken.url, event, seconds, key.signature(taken.webhook, event, seconds, body), body);
        String state = outcome.arrived() ? "DELIVERED" : taken.attempts >= ATTEMPTS ? "DEAD" : "WAITING";
        if (state.equals("DEAD")) {
            LOG.warn("Event {} did not reach webhook {} in {} attempts; it waits for a redelivery", event, taken.webhook, ATTEMPTS);
        }
        TenantRows.use(jdbi, taken.tenant, handle -> handle.createUpdate("""
                        update event_delivery set state = :state, last_outcome = :outcome, next_at = :next
                        where tenant_id = :tenant and event_id = :event and webhook_id = :webhook and attempts = :attempts""")
                .bind("state", state)
                .bind("outcome", outcome.summary())
                .bind("next", sql(clock.instant().plus(Pauses.after(taken.attempts))))
                .bind("tenant", taken.tenant)
                .bind("event", event)
                .bind("webhook", taken.webhook)
                .bind("attempts", taken.attempts)
                .execute());
    }

    private void forget() {
        try {
            TenantRows.ofAll(jdbi, handle -> handle.execute(
                    "delete from event_delivery where state <> 'WAITING' and happened_at < ?",
                    sql(clock.instant().minus(KEPT))));
        } catch (RuntimeException e) {
            LOG.warn("Old events cannot be forgotten now: {}", e.getClass().getName());
        }
    }

    private static OffsetDateTime sql(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    /** Sends no more; what was being sent is tried again by whoever is next. */
    @Override
    public void close() {
        rounds.close();
        post.close();
    }
}
