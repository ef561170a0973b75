package org.chartwright.chart;

import java.util.ArrayList;
import java.util.List;
import org.chartwright.access.TenantId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Finds entries by digests and times. Any thread. */
final class Searches {

    private final Entries entries;
    private final Digests digests;

    Searches(Entries entries, Digests digests) {
        this.entries = entries;
        this.digests = digests;
    }

    <T extends Entry> Found<T> find(
            Handle handle, TenantId tenant, Class<T> kind, org.chartwright.chart.Query query, int skip, int most) {
        StringBuilder where = new StringBuilder(" from chart_entry e where e.tenant_id = :tenant and e.kind = :kind and e.newest"
                + " and (cast(:updatedFrom as timestamptz) is null or e.at >= :updatedFrom)"
                + " and (cast(:updatedTo as timestamptz) is null or e.at < :updatedTo)"
                + " and (cast(:momentFrom as timestamptz) is null or e.moment >= :momentFrom)"
                + " and (cast(:momentTo as timestamptz) is null or e.moment < :momentTo)");
        if (!query.ids().isEmpty()) {
            where.append(" and e.id in (<ids>)");
        }
        List<List<byte[]>> tokens = new ArrayList<>();
        for (List<Find> any : query.all()) {
            where.append(" and e.id in (select t.id from chart_token t where t.tenant_id = :tenant and t.kind = :kind and t.token in (<any")
                    .append(tokens.size())
                    .append(">))");
            tokens.add(any.stream().map(find -> digests.digest(handle, tenant, find)).toList());
        }
        int total = bound(handle.createQuery("select count(*)" + where), tenant, kind, query, tokens)
                .mapTo(Integer.class)
                .one();
        if (most == 0) {
            return new Found<>(List.of(), total);
        }
        String page = "select " + Entries.COLUMNS + where + " order by " + order(query.order()) + " limit :most offset :skip";
        Query rows = bound(handle.createQuery(page), tenant, kind, query, tokens)
                .bind("most", most)
                .bind("skip", skip);
        return new Found<>(entries.list(rows, tenant, kind), total);
    }

    private static Query bound(
            Query sql, TenantId tenant, Class<? extends Entry> kind, org.chartwright.chart.Query query, List<List<byte[]>> tokens) {
        sql.bind("tenant", tenant.value())
                .bind("kind", Entries.kind(kind))
                .bind("updatedFrom", Entries.sqlOrNull(query.updated().from()))
                .bind("updatedTo", Entries.sqlOrNull(query.updated().to()))
                .bind("momentFrom", Entries.sqlOrNull(query.moment().from()))
                .bind("momentTo", Entries.sqlOrNull(query.moment().to()));
        if (!query.ids().isEmpty()) {
            sql.bindList("ids", query.ids());
        }
        for (int i = 0; i < tokens.size(); i++) {
            sql.bindList("any" + i, tokens.get(i));
        }
        return sql;
    }

    private static String order(org.chartwright.chart.Query.Order order) {
        return switch (order) {
            case LATEST_CHANGE_FIRST -> "e.at desc, e.id desc";
            case LATEST_MOMENT_FIRST -> "e.moment desc nulls last, e.id desc";
            case EARLIEST_MOMENT_FIRST -> "e.moment asc nulls last, e.id";
        };
    }
}
