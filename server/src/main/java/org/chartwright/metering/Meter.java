package org.chartwright.metering;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Counts what is charged for. Stateless, safe for any number of threads. */
public final class Meter {

    private Meter() {}

    /**
     * Counts a piece of work in the transaction that ends it. The same work is counted once, however often this is called.
     *
     * @param id of the job or the stream
     * @param name that its tenant knows it by
     * @param audio how much was listened to
     */
    public static void count(
            Handle handle, UUID tenant, Source source, UUID id, String name, Duration audio, Instant ended) {
        handle.createUpdate("""
                        insert into usage (tenant_id, source, source_id, name, audio_millis, ended_at)
                        values (:tenant, :source, :id, :name, :audio, :ended) on conflict do nothing""")
                .bind("tenant", tenant)
                .bind("source", source.name())
                .bind("id", id)
                .bind("name", name)
                .bind("audio", audio.toMillis())
                .bind("ended", ended.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** Whole seconds as AWS bills them: each begun second, and at least 15 of a request. */
    public static long billedSeconds(long millis) {
        return Math.max(15, Math.ceilDiv(millis, 1000));
    }
}
