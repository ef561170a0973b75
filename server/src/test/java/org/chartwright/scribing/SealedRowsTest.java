package org.chartwright.scribing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.chartwright.access.Tenants;
import org.chartwright.database.Database;
import org.chartwright.database.TenantRows;
import org.chartwright.database.TestDatabase;
import org.chartwright.keys.SealException;
import org.chartwright.keys.TestKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class SealedRowsTest {

    private final Database database = TestDatabase.fresh();
    private TenantId tenant;
    private Scribing scribing;

    @BeforeEach
    void makeTenant() {
        Tenants tenants = new Tenants(database.jdbi(), Clock.systemUTC(), new SecureRandom());
        tenants.add("one");
        tenant = tenants.find("one").orElseThrow().id();
        scribing = new Scribing(database, TestKeys.of(database), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatAnOlderVersionKeptInTheClearIsSealedOnceAndReadAsBefore() {
        JobRequest request = Requests.with("old", new JobSettings(true, 2, null, "drugs", null, null, null));
        insert("insert into job (tenant_id, name, id, request, vocabulary, status, created_at)"
                + " values (?, 'old', ?, ?, 'drugs', 'QUEUED', now())", UUID.randomUUID(), json(request));
        insert("insert into vocabulary (tenant_id, name, language, state, content, modified_at, revision)"
                + " values (?, 'drugs', 'en-US', 'READY', ?, now(), 3)", "Phrase\nzolpidem");
        insert("insert into vocabulary (tenant_id, name, language, state, phrases, modified_at, revision)"
                + " values (?, 'more', 'en-US', 'PENDING', ?, now(), 1)", "[\"zolpidem\"]");
        insert("insert into vocabulary_filter (tenant_id, name, language, words, modified_at)"
                + " values (?, 'rude', 'en-US', ?, now())", "[\"zolpidem\",\"two\"]");

        assertThat(scribing.sealPlain()).isEqualTo(4);

        assertThat(scribing.jobs().find(tenant, "old").orElseThrow().request().media()).isEqualTo(request.media());
        assertThat(scribing.vocabularies().content(tenant, "drugs")).contains("Phrase\nzolpidem");
        assertThat(scribing.filters().words(tenant, "rude")).contains(List.of("zolpidem", "two"));
        TestDatabase.acrossAll(database, handle -> assertThat(
                        StoredVocabularies.source(handle, scribing.keys().seals(), tenant, "more", 1))
                .contains(new WordSource.Given(List.of("zolpidem"))));
        assertThat(scribing.vocabularies().delete(tenant, "drugs")).isEqualTo(Deletion.IN_USE);
        assertThat(scribing.sealPlain()).isZero();
        for (String table : List.of("job", "vocabulary", "vocabulary_filter")) {
            TenantRows.use(database.jdbi(), tenant.value(), handle -> assertThat(
                            handle.createQuery("select r::text from " + table + " r").mapTo(String.class).list())
                    .noneMatch(row -> row.contains("zolpidem") || row.contains(".wav")));
        }
    }

    @Test
    void aRequestMovedToAnotherJobIsNotBelieved() {
        scribing.jobs().submit(tenant, Requests.oneMicrophone("one"));
        scribing.jobs().submit(tenant, Requests.oneMicrophone("two"));
        TenantRows.use(database.jdbi(), tenant.value(), handle -> handle.execute(
                "update job set request = (select request from job where name = 'two') where name = 'one'"));
        assertThatExceptionOfType(SealException.class)
                .isThrownBy(() -> scribing.jobs().find(tenant, "one"))
                .satisfies(thrown -> assertThat(thrown.trouble()).isEqualTo(SealException.Trouble.BROKEN));
    }

    @Test
    void aDeletedJobsKeyIsDestroyed() {
        Job job = ((Submission.Accepted) scribing.jobs().submit(tenant, Requests.oneMicrophone("gone"))).job();
        TestDatabase.acrossAll(database, handle -> handle.execute("update job set status = 'COMPLETED', ended_at = now()"));
        assertThat(scribing.jobs().delete(tenant, "gone")).isEqualTo(Deletion.DELETED);
        assertThat(TenantRows.<Map<String, Object>, RuntimeException>of(database.jdbi(), tenant.value(), handle ->
                        handle.createQuery("select wrapped, destroyed_at is not null as destroyed from scope_key where id = ?")
                                .bind(0, job.id())
                                .mapToMap()
                                .one()))
                .containsEntry("destroyed", true)
                .containsEntry("wrapped", null);
    }

    private void insert(String sql, Object... values) {
        Object[] all = new Object[values.length + 1];
        all[0] = tenant.value();
        System.arraycopy(values, 0, all, 1, values.length);
        TenantRows.use(database.jdbi(), tenant.value(), handle -> handle.execute(sql, all));
    }

    private static String json(Object value) {
        return JsonMapper.builder().build().writeValueAsString(value);
    }
}
