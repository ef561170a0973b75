package org.chartwright.scribing;

import java.util.Map;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.chartwright.database.Database;
import org.chartwright.database.TenantRows;
import org.chartwright.keys.PlainTexts;
import org.chartwright.keys.PlainTexts.Column;
import org.chartwright.keys.Seals;

/** Seals what an older version kept in the clear. Nothing is left to do at the second start. */
final class PlainRows {

    private final Database database;
    private final PlainTexts texts;

    PlainRows(Database database, Seals seals) {
        this.database = database;
        this.texts = new PlainTexts(database, seals);
    }

    /** Seals them all; says how many. The tables are then written anew, so that no old row stays in their files. */
    int seal() {
        int jobs = texts.seal(new Column("job", "request", "id::text"),
                row -> JobLabels.request(new TenantId(row.tenant()), UUID.fromString(row.key())));
        int phrases = texts.seal(new Column("vocabulary", "phrases", "name", "revision"),
                row -> StoredVocabularies.phrases(new TenantId(row.tenant()), row.key()));
        int contents = texts.seal(new Column("vocabulary", "content", "name", "revision"),
                row -> StoredVocabularies.content(new TenantId(row.tenant()), row.key(), row.revision()));
        int words = texts.seal(new Column("vocabulary_filter", "words", "name"),
                row -> StoredFilters.label(new TenantId(row.tenant()), row.key()));
        int checkpoints = checkpoints();
        Map.of("job", jobs, "vocabulary", phrases + contents, "vocabulary_filter", words, "job_checkpoint", checkpoints)
                .forEach((table, sealed) -> {
                    if (sealed > 0) {
                        texts.rewrite(table);
                    }
                });
        return jobs + phrases + contents + words + checkpoints;
    }

    /** Those of jobs under way; a job that was not heard to its end is heard again. */
    private int checkpoints() {
        // 1f8b is how a packed content begins that was not sealed.
        return TenantRows.ofAll(database.jdbi(), handle ->
                handle.execute("delete from job_checkpoint where substring(content from 1 for 2) = '\\x1f8b'::bytea"));
    }
}
