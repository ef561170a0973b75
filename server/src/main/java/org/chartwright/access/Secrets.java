package org.chartwright.access;

import java.util.List;
import java.util.UUID;
import org.chartwright.database.Database;
import org.chartwright.database.TenantRows;
import org.chartwright.keys.Kind;
import org.chartwright.keys.Label;
import org.chartwright.keys.Seals;

/**
 * Keeps secrets of access keys sealed: a signature can only be checked by somebody who knows the secret, so that it cannot be
 * a digest. Any thread.
 *
 * @param seals with which keys
 */
public record Secrets(Seals seals) {

    private static final String TOKEN = "/token";

    String seal(UUID tenant, String key, String secret) {
        return seals.sealText(label(tenant, key), secret);
    }

    String open(UUID tenant, String key, String sealed) {
        return seals.openText(label(tenant, key), sealed);
    }

    String sealToken(UUID tenant, String key, String token) {
        return seal(tenant, key + TOKEN, token);
    }

    String openToken(UUID tenant, String key, String sealed) {
        return open(tenant, key + TOKEN, sealed);
    }

    private static Label label(UUID tenant, String id) {
        return new Label(tenant, Label.TENANT_WIDE, Kind.ACCESS_SECRET, id);
    }

    /** Seals what an older version kept in the clear; says how many things that were. At the start of a server. */
    public int sealPlain(Database database) {
        int sealed = sealPlain(database, "access_key", "secret", "") + sealPlain(database, "iam_session", "secret", "")
                + sealPlain(database, "iam_session", "token", TOKEN);
        if (sealed > 0) {
            List.of("access_key", "iam_session").forEach(database::rewrite);
        }
        return sealed;
    }

    private record Plain(UUID tenant, String id, String text) {}

    private int sealPlain(Database database, String table, String column, String suffix) {
        return TenantRows.ofAll(database.jdbi(), handle -> {
            List<Plain> rows = handle.createQuery("select tenant_id, id, " + column + " from " + table + " where " + column
                            + " not like 'sealed:%' for update")
                    .map((row, context) -> new Plain(row.getObject(1, UUID.class), row.getString(2), row.getString(3)))
                    .list();
            rows.forEach(row -> handle.execute(
                    "update " + table + " set " + column + " = ? where id = ?",
                    seal(row.tenant, row.id + suffix, row.text), row.id));
            return rows.size();
        });
    }
}
