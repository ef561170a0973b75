package org.chartwright.scribing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.chartwright.access.TenantId;
import org.chartwright.database.Database;
import org.chartwright.database.TenantRows;
import org.chartwright.keys.Label;
import org.chartwright.keys.Seals;
import org.jdbi.v3.core.mapper.RowMapper;

/** Seals what an older version kept in the clear. Nothing is left to do at the second start. */
final class PlainRows {

    private static final int AT_ONCE = 500;
    private static final String NOT_SEALED = " not like 'sealed:%' ";

    private final Database database;
    private final Seals seals;

    PlainRows(Database database, Seals seals) {
        this.database = database;
        this.seals = seals;
    }

    /** Seals them all; says how many. The tables are then written anew, so that no old row stays in their files. */
    int seal() {
        int jobs = texts("job", "request", "id::text", row -> JobLabels.request(row.tenant, UUID.fromString(row.key)));
        int phrases = texts("vocabulary", "phrases", "name", row -> StoredVocabularies.phrases(row.tenant, row.key));
        int contents = texts(
                "vocabulary", "content", "name", row -> StoredVocabularies.content(row.tenant, row.key, row.revision));
        int words = texts("vocabulary_filter", "words", "name", row -> StoredFilters.label(row.tenant, row.key));
        int checkpoints = checkpoints();
        Map.of("job", jobs, "vocabulary", phrases + contents, "vocabulary_filter", words, "job_checkpoint", checkpoints)
                .forEach((table, sealed) -> {
                    if (sealed > 0) {
                        database.rewrite(table);
                    }
                });
        return jobs + phrases + contents + words + checkpoints;
    }

    private record Row(TenantId tenant, String key, long revision, String text) {}

    private int texts(String table, String column, String key, Function<Row, Label> label) {
        String revision = table.equals("vocabulary") ? "revision" : "0";
        String select = "select tenant_id, " + key + " as key, " + revision + " as revision, " + column + " as text from "
                + table + " where " + column + NOT_SEALED + "limit " + AT_ONCE;
        String update = "update " + table + " set " + column + " = ? where tenant_id = ? and " + key + " = ? and " + column
                + " = ?";
        RowMapper<Row> mapper = (row, context) -> new Row(
                new TenantId(row.getObject("tenant_id", UUID.class)), row.getString("key"), row.getLong("revision"),
                row.getString("text"));
        int sealed = 0;
        while (true) {
            List<Row> rows = TenantRows.ofAll(database.jdbi(), handle -> handle.createQuery(select).map(mapper).list());
            if (rows.isEmpty()) {
                return sealed;
            }
            for (Row row : rows) {
                String text = seals.sealText(label.apply(row), row.text);
                TenantRows.use(database.jdbi(), row.tenant.value(), handle ->
                        handle.execute(update, text, row.tenant.value(), row.key, row.text));
            }
            sealed += rows.size();
        }
    }

    /** Those of jobs under way; a job that was not heard to its end is heard again. */
    private int checkpoints() {
        // 1f8b is how a packed content begins that was not sealed.
        return TenantRows.ofAll(database.jdbi(), handle ->
                handle.execute("delete from job_checkpoint where substring(content from 1 for 2) = '\\x1f8b'::bytea"));
    }
}
