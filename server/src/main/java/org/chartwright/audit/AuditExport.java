package org.chartwright.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.chartwright.database.TenantRows;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads the record out of the database. Stateless, safe for any number of threads. */
public final class AuditExport {

    private static final int AT_ONCE = 2000;
    private static final Instant FAR = Instant.parse("9999-12-31T00:00:00Z");

    /** What V28 has an index of. */
    private static final String SECOND = "((substring(entry from '\"time\":\"(.{19})')) collate \"C\")";

    private AuditExport() {}

    /** Every chain there is, the house's first. */
    public static List<UUID> chains(Jdbi jdbi) {
        return TenantRows.ofAll(jdbi, handle ->
                handle.createQuery("select tenant_id from audit_chain order by tenant_id").mapTo(UUID.class).list());
    }

    /** The newest checkpoint of each chain that has one, as signed. */
    public static List<String> heads(Jdbi jdbi) {
        return TenantRows.ofAll(jdbi, handle -> handle.createQuery("""
                        select distinct on (tenant_id) checkpoint from audit_checkpoint order by tenant_id, seq desc""")
                .mapTo(String.class)
                .list());
    }

    /**
     * A stretch of time, in whole seconds.
     *
     * @param from in its first second, or null for none
     * @param to in its last second, or null for none
     */
    public record Within(@Nullable Instant from, @Nullable Instant to) {

        /** Any time. */
        public static final Within ANY = new Within(null, null);
    }

    /** All of a chain in order, each entry's line followed by the checkpoint that was signed over it, if one was. */
    public static void each(Jdbi jdbi, UUID chain, Consumer<String> line) {
        long last = TenantRows.of(jdbi, chain, handle -> handle.createQuery("select seq from audit_chain where tenant_id = ?")
                .bind(0, chain)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
        for (long from = 0; from < last; from += AT_ONCE) {
            lines(jdbi, chain, from, Math.min(last, from + AT_ONCE)).forEach(line);
        }
    }

    /**
     * Entries of a chain, the newest first.
     *
     * @param before only those with a lower number; 0 for all
     * @param most how many at most
     * @param within only those of these seconds, by an index
     */
    public static List<Entry> newest(Jdbi jdbi, UUID chain, long before, int most, Within within) {
        Map<String, Object> bound = new HashMap<>(Map.of("chain", chain, "before", before, "most", most));
        StringBuilder sql = new StringBuilder("select entry from audit_entry where tenant_id = :chain and (:before = 0 or seq < :before)");
        second(within.from).ifPresent(from -> {
            sql.append(" and ").append(SECOND).append(" >= :from");
            bound.put("from", from);
        });
        second(within.to).ifPresent(to -> {
            sql.append(" and ").append(SECOND).append(" <= :to");
            bound.put("to", to);
        });
        return TenantRows.of(jdbi, chain, handle -> handle.createQuery(sql + " order by seq desc limit :most")
                .bindMap(bound)
                .mapTo(String.class)
                .map(Entry::parse)
                .list());
    }

    /** As it begins in an entry's text; empty for years that have more digits there, which are before or after all of them. */
    private static Optional<String> second(@Nullable Instant moment) {
        return Optional.ofNullable(moment)
                .filter(time -> !time.isBefore(Instant.EPOCH) && time.isBefore(FAR))
                .map(time -> time.toString().substring(0, "2026-01-31T12:00:00".length()));
    }

    /** The lines of the entries after {@code from}, up to and including {@code to}. */
    static List<String> lines(Jdbi jdbi, UUID chain, long from, long to) {
        return TenantRows.of(jdbi, chain, handle -> {
            List<String> lines = new ArrayList<>();
            handle.createQuery("""
                            select entry, checkpoint from audit_entry e left join audit_checkpoint p using (tenant_id, seq)
                            where tenant_id = ? and seq > ? and seq <= ? order by seq""")
                    .bind(0, chain)
                    .bind(1, from)
                    .bind(2, to)
                    .map((row, context) -> Stream.of(row.getString("entry"), row.getString("checkpoint")))
                    .forEach(both -> both.filter(Objects::nonNull).forEach(lines::add));
            return lines;
        });
    }
}
