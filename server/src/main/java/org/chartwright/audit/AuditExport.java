package org.chartwright.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.chartwright.database.TenantRows;
import org.jdbi.v3.core.Jdbi;

/** Reads the record out of the database. Stateless, safe for any number of threads. */
public final class AuditExport {

    private static final int AT_ONCE = 2000;

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
     */
    public static List<Entry> newest(Jdbi jdbi, UUID chain, long before, int most) {
        return TenantRows.of(jdbi, chain, handle -> handle.createQuery("""
                        select entry from audit_entry where tenant_id = :chain and (:before = 0 or seq < :before)
                        order by seq desc limit :most""")
                .bind("chain", chain)
                .bind("before", before)
                .bind("most", most)
                .mapTo(String.class)
                .map(Entry::parse)
                .list());
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
