package org.chartwright.scribing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The jobs of a tenant from a place on, newest first. No index finds a part of a name, so only a stretch of the list is
 * searched for one page; the page may then be short and still have a next one, as the contract allows.
 *
 * @param tenant whose
 * @param status only these, or null
 * @param part lower case; only those with it in their name, or null
 * @param after where the page before ended, or null
 */
record JobSelection(
        TenantId tenant, @Nullable JobStatus status, @Nullable String part, PageTokens.@Nullable Place after) {

    /** How many jobs are searched for a page. */
    static final int STRETCH = 4000;

    private static final String ORDER = " order by created_at desc, id desc";

    /** A query for the first {@code :most} of them. */
    String jobs(String columns) {
        if (part == null) {
            return "select " + columns + " from job where " + where() + ORDER + " limit :most";
        }
        return "select " + columns + " from job where id in (select id from (" + stretch()
                + ") stretch where position(:part in lower(name)) > 0" + ORDER + " limit :most)" + ORDER;
    }

    /** The end of the stretch that was searched, when the list goes on behind it. */
    Optional<PageTokens.Place> unseen(Handle handle) {
        if (part == null) {
            return Optional.empty();
        }
        Map<String, Object> bindings = bindings(0);
        bindings.remove("part");
        bindings.remove("most");
        return handle.createQuery("select created_at, id from (" + stretch() + ") stretch offset " + (STRETCH - 1))
                .bindMap(bindings)
                .map((row, context) -> new PageTokens.Place(SqlTime.read(row, "created_at"), row.getString("id")))
                .findOne();
    }

    Map<String, Object> bindings(int most) {
        Map<String, Object> bindings = new HashMap<>(Map.of("tenant", tenant.value(), "most", most));
        if (status != null) {
            bindings.put("status", status.name());
        }
        if (part != null) {
            bindings.put("part", part);
        }
        if (after != null) {
            bindings.put("at", SqlTime.of(after.at()));
            bindings.put("last", UUID.fromString(after.last()));
        }
        return bindings;
    }

    private String stretch() {
        return "select created_at, id, name from job where " + where() + ORDER + " limit " + STRETCH;
    }

    private String where() {
        // A name with a slash is a streamed session's, which is no job to its user. Said as "distinct from", which PostgreSQL
        // takes for a test that nearly all rows pass; behind row-level security it knows no better, and with a test that it
        // takes for a rare one it reads and sorts all jobs instead of following the index.
        return "tenant_id = :tenant and substring(name from '/') is distinct from '/'"
                + (status == null ? "" : " and status = :status")
                + (after == null ? "" : " and (created_at, id) < (:at, :last)");
    }
}
