package org.chartwright.access;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import org.chartwright.database.TenantRows;
import org.jdbi.v3.core.Jdbi;

/**
 * Access keys from the database, remembered for a moment: long enough to keep the database out of most calls, short enough
 * that disabling a key takes effect within 5 seconds everywhere.
 */
public final class StoredCredentials implements Credentials {

    private static final Duration MEMORY = Duration.ofSeconds(4);
    private static final int MOST = 10_000;

    private final Jdbi jdbi;
    private final LongSupplier nanoTime;
    private final ConcurrentMap<String, Remembered> memory = new ConcurrentHashMap<>();

    /** Keys of that database; the time source counts nanoseconds and never goes back. */
    public StoredCredentials(Jdbi jdbi, LongSupplier nanoTime) {
        this.jdbi = jdbi;
        this.nanoTime = nanoTime;
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
        Optional<Holder> holder = read(accessKeyId);
        if (memory.size() >= MOST) {
            memory.clear(); // somebody tries ids; forgetting costs one read for each honest caller
        }
        memory.put(accessKeyId, new Remembered(now, holder));
        return holder;
    }

    private Optional<Holder> read(String accessKeyId) {
        return TenantRows.ofAll(jdbi, handle -> handle.createQuery("""
                        select k.id, k.secret, k.user_name, t.id as tenant, t.account_id
                        from access_key k join tenant t on t.id = k.tenant_id
                        where k.id = ? and k.enabled""")
                .bind(0, accessKeyId)
                .map((row, context) -> {
                    String account = row.getString("account_id");
                    return new Holder(
                            new AccessKey(row.getString("id"), row.getString("secret")),
                            new Identity(
                                    new TenantId(row.getObject("tenant", UUID.class)),
                                    account,
                                    "arn:aws:iam::" + account + ":user/" + row.getString("user_name"),
                                    row.getString("id")));
                })
                .findOne());
    }

    private record Remembered(long since, Optional<Holder> holder) {}
}
