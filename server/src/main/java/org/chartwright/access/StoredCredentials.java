package org.chartwright.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import org.chartwright.access.policy.Asked;
import org.chartwright.access.policy.Context;
import org.chartwright.access.policy.Decision;
import org.chartwright.database.TenantRows;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Access keys, sessions and what their holders may do, from the database, remembered for a moment: long enough to keep the
 * database out of most calls, short enough that a change takes effect within 5 seconds everywhere.
 */
public final class StoredCredentials implements Credentials {

    private static final Duration MEMORY = Duration.ofSeconds(4);
    private static final Duration BETWEEN_NOTES = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private final Jdbi jdbi;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private final Secrets secrets;
    private final ConcurrentMap<String, Remembered> memory = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Long> noted = new ConcurrentHashMap<>();

    /** Keys of that database; the time source counts nanoseconds and never goes back. */
    public StoredCredentials(Jdbi jdbi, Clock clock, LongSupplier nanoTime, Secrets secrets) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.secrets = secrets;
    }

    @Override
    public Optional<Holder> find(String accessKeyId) {
        if (accessKeyId.length() > 128) {
            return Optional.empty();
        }
        long now = nanoTime.getAsLong();
        Remembered known = memory.get(accessKeyId);
        if (known != null && now - known.since < MEMORY.toNanos()) {
            return known.holder;
        }
        Optional<Holder> holder = TenantRows.ofAll(jdbi, handle -> read(handle, accessKeyId));
        if (memory.size() >= MOST) {
            memory.clear(); // somebody tries ids; forgetting costs one read for each honest caller
        }
        memory.put(accessKeyId, new Remembered(now, holder));
        return holder;
    }

    @Override
    public void used(String accessKeyId, String service) {
        long now = nanoTime.getAsLong();
        Long last = noted.get(accessKeyId);
        if (last != null && now - last < BETWEEN_NOTES.toNanos()) {
            return;
        }
        if (noted.size() >= MOST) {
            noted.clear();
        }
        noted.put(accessKeyId, now);
        find(accessKeyId).ifPresent(holder -> TenantRows.use(jdbi, holder.identity().tenant().value(), handle ->
                handle.execute(
                        "update access_key set last_used_at = ?, last_used_service = ? where id = ?",
                        clock.instant().atOffset(ZoneOffset.UTC), service, accessKeyId)));
    }

    @Override
    public Decision decide(Identity caller, Asked asked) {
        Optional<Holder> found = find(caller.accessKeyId())
                .filter(holder -> holder.identity().equals(caller))
                .filter(holder -> holder.term() == null || clock.instant().isBefore(holder.term().end()));
        return found.map(holder -> holder.grants()
                        .decide(new Asked(asked.action(), asked.resource(), asked.context().with(holder.about()))))
                .orElse(Decision.NO_LONGER_KNOWN);
    }

    private Optional<Holder> read(Handle handle, String id) {
        String table = id.startsWith(Sessions.PREFIX) ? "iam_session" : "access_key";
        String live = table.equals("access_key") ? " and k.enabled" : "";
        return handle.createQuery("select k.*, t.account_id from " + table
                        + " k join tenant t on t.id = k.tenant_id where k.id = ?" + live)
                .bind(0, id)
                .map((row, context) -> table.equals("access_key") ? lasting(handle, row) : temporary(handle, row))
                .findOne()
                .flatMap(holder -> holder);
    }

    private Optional<Holder> lasting(Handle handle, ResultSet row) throws SQLException {
        UUID tenant = row.getObject("tenant_id", UUID.class);
        AccessKey key = key(tenant, row);
        String account = row.getString("account_id");
        String name = row.getString("user_name");
        Identity identity = new Identity(new TenantId(tenant), account, Arns.user(account, name), key.id());
        return StoredGrants.find(handle, tenant, account, StoredGrants.Kind.USER, name)
                .map(user -> new Holder(
                        key, identity, user.id(), null, user.grants(), About.user(account, name, user.id())));
    }

    private AccessKey key(UUID tenant, ResultSet row) throws SQLException {
        String id = row.getString("id");
        return new AccessKey(id, secrets.open(tenant, id, row.getString("secret")));
    }

    /** Somebody who acts with temporary credentials may do what its user or role may now, within the session's policies. */
    private Optional<Holder> temporary(Handle handle, ResultSet row) throws SQLException {
        UUID tenant = row.getObject("tenant_id", UUID.class);
        AccessKey key = key(tenant, row);
        String account = row.getString("account_id");
        String name = row.getString("name");
        String session = row.getString("session_name");
        StoredGrants.Kind kind = StoredGrants.Kind.valueOf(row.getString("kind"));
        Term term = new Term(
                secrets.openToken(tenant, key.id(), row.getString("token")), row.getObject("expires_at", OffsetDateTime.class).toInstant());
        boolean role = kind == StoredGrants.Kind.ROLE;
        String arn = role ? Arns.session(account, name, session) : Arns.user(account, name);
        List<String> policies = List.of((String[]) row.getArray("policies").getArray());
        Context issued = Context.EMPTY.with(
                "aws:TokenIssueTime", row.getObject("issued_at", OffsetDateTime.class).toInstant().toString());
        return StoredGrants.find(handle, tenant, account, kind, name).map(found -> new Holder(
                key,
                new Identity(new TenantId(tenant), account, arn, key.id()),
                role ? found.id() + ":" + session : found.id(),
                term,
                found.grants().within(Sessions.read(policies)),
                issued.with(role
                        ? About.role(account, name, found.id(), session)
                        : About.user(account, name, found.id()))));
    }

    private record Remembered(long since, Optional<Holder> holder) {}
}
