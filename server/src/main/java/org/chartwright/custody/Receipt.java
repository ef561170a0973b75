package org.chartwright.custody;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.chartwright.audit.Act;
import org.chartwright.audit.Actor;
import org.chartwright.audit.AuditLog;
import org.chartwright.audit.Outcome;
import org.chartwright.database.TenantRows;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was deleted, without a word of what it held. The audit record has the digest of its text, so that a signed checkpoint
 * vouches for it.
 *
 * @param id names it
 * @param at when
 * @param thing {@code visit/} and an id, or {@code job/} and a name
 * @param jobs how many were forgotten
 * @param objects how many documents and recordings were deleted from buckets
 * @param versions how many versions of things of the record
 * @param consents how many
 * @param keysDestroyed the scopes whose keys were destroyed: nothing that was sealed in them can be read by anybody, in no
 *     backup either that was made without these keys
 */
public record Receipt(
        UUID id, Instant at, String thing, int jobs, int objects, int versions, int consents, List<UUID> keysDestroyed) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Copies the keys. */
    public Receipt {
        keysDestroyed = List.copyOf(keysDestroyed);
    }

    /** One line of JSON. */
    public String text() {
        return JSON.writeValueAsString(this);
    }

    /** Keeps it and records it, last in the transaction that deletes. */
    public void keep(Handle handle, AuditLog audit, UUID tenant, Actor actor) {
        handle.execute("insert into deletion_receipt (tenant_id, id, receipt) values (?, ?, ?)", tenant, id, text());
        audit.record(
                handle, Act.of(tenant, actor, "custody:Erase", thing), Outcome.DONE, "receipt " + id + " sha256 " + digest());
    }

    /** The receipts of a tenant, each as it was kept. */
    public static List<String> all(Jdbi jdbi, UUID tenant) {
        return TenantRows.of(jdbi, tenant, handle -> handle.createQuery(
                        "select receipt from deletion_receipt where tenant_id = ? order by receipt::jsonb ->> 'at', id")
                .bind(0, tenant)
                .mapTo(String.class)
                .list());
    }

    private String digest() {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(text().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
