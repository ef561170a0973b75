package org.chartwright.scribing;

import java.util.List;
import java.util.function.Function;
import org.chartwright.access.TenantId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** What lists of vocabularies and of vocabulary filters have in common: last modified first, by name where that ties. */
final class NamedList {

    private NamedList() {}

    /** The end of such a list's query. */
    static String where(@Nullable String part, PageTokens.@Nullable Place after) {
        return (part == null ? "" : " and position(:part in lower(name)) > 0")
                + (after == null ? "" : " and (modified_at, name) < (:at, :last)")
                + " order by modified_at desc, name desc limit :most";
    }

    static Query bind(
            Query query, TenantId tenant, @Nullable String part, PageTokens.@Nullable Place after, int most) {
        query.bind("tenant", tenant.value()).bind("most", most);
        if (part != null) {
            query.bind("part", part);
        }
        if (after != null) {
            query.bind("at", SqlTime.of(after.at())).bind("last", after.last());
        }
        return query;
    }

    /** Makes a page of one entry more than the page holds, if there was one. */
    static <T> Page<T> page(List<T> found, int size, Function<T, String> token) {
        return found.size() <= size
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, size), token.apply(found.get(size - 1)));
    }

    /** Whether a job that has not ended names it in its settings. */
    static boolean neededByOpenJob(Handle handle, TenantId tenant, String column, String name) {
        return handle.createQuery("""
                        select 1 from job where tenant_id = ? and ended_at is null
                        and %s = ? limit 1""".formatted(column))
                .bind(0, tenant.value())
                .bind(1, name)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }
}
