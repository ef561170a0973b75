package org.chartwright.scribing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chartwright.access.TenantId;
import org.chartwright.audit.AuditLog;
import org.chartwright.database.TenantRows;
import org.chartwright.keys.Kind;
import org.chartwright.keys.Label;
import org.chartwright.keys.Seals;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Vocabularies in the database. */
final class StoredVocabularies implements Vocabularies {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String COLUMNS = "name, language, state, modified_at, failure_reason";

    private final Jdbi jdbi;
    private final Seals seals;
    private final Clock clock;
    private final PageTokens tokens;
    private final Queue queue;
    private final AuditLog audit;

    StoredVocabularies(Jdbi jdbi, Seals seals, Clock clock, PageTokens tokens, Queue queue) {
        this.jdbi = jdbi;
        this.seals = seals;
        this.clock = clock;
        this.tokens = tokens;
        this.queue = queue;
        this.audit = new AuditLog(jdbi, clock);
    }

    @Override
    public Change<Vocabulary> create(
            TenantId tenant, String name, String language, WordSource content, Map<String, String> tags) {
        Change<Vocabulary> change = TenantRows.of(jdbi, tenant.value(), handle -> {
            if (StoredTags.exists(handle, tenant, Tags.Kind.VOCABULARY, name)) {
                return new Change.NameTaken<>();
            }
            if (count(handle, tenant) >= MOST) {
                return new Change.TooMany<>(MOST);
            }
            Instant now = SqlTime.now(clock);
            int made = handle.createUpdate("""
                            insert into vocabulary (tenant_id, name, language, state, modified_at, revision)
                            values (:tenant, :name, :language, 'PENDING', :now, 0)
                            on conflict (tenant_id, name) do nothing""")
                    .bind("tenant", tenant.value())
                    .bind("name", name)
                    .bind("language", language)
                    .bind("now", SqlTime.of(now))
                    .execute();
            if (made == 0) {
                return new Change.NameTaken<>();
            }
            StoredTags.put(handle, tenant, Tags.Kind.VOCABULARY, name, tags);
            return new Change.Done<>(replace(handle, tenant, name, language, content, now));
        });
        queue.announce();
        return change;
    }

    @Override
    public Change<Vocabulary> update(TenantId tenant, String name, String language, WordSource content) {
        Change<Vocabulary> change = TenantRows.of(jdbi, tenant.value(), handle -> {
            Optional<Vocabulary> old = handle.createQuery(
                            "select " + COLUMNS + " from vocabulary where tenant_id = ? and name = ? for update")
                    .bind(0, tenant.value())
                    .bind(1, name)
                    .map((row, context) -> read(row))
                    .findOne();
            if (old.isEmpty()) {
                return new Change.NotFound<>();
            }
            if (old.get().state() == Vocabulary.State.PENDING) {
                return new Change.Busy<>();
            }
            return new Change.Done<>(replace(handle, tenant, name, language, content, SqlTime.now(clock)));
        });
        queue.announce();
        return change;
    }

    private Vocabulary replace(
            Handle handle, TenantId tenant, String name, String language, WordSource content, Instant now) {
        String phrases = null;
        ObjectRef file = null;
        switch (content) {
            case WordSource.Given given ->
                phrases = seals.sealText(phrases(tenant, name), JSON.writeValueAsString(given.entries()));
            case WordSource.Stored stored -> file = stored.file();
        }
        long revision = handle.createQuery("""
                        update vocabulary set language = :language, state = 'PENDING', phrases = :phrases,
                            file_uri = :uri, file_bucket = :bucket, file_key = :key, content = null,
                            failure_reason = null, modified_at = :now, revision = revision + 1
                        where tenant_id = :tenant and name = :name returning revision""")
                .bind("language", language)
                .bind("phrases", phrases)
                .bind("uri", file == null ? null : file.uri())
                .bind("bucket", file == null ? null : file.bucket())
                .bind("key", file == null ? null : file.key())
                .bind("now", SqlTime.of(now))
                .bind("tenant", tenant.value())
                .bind("name", name)
                .mapTo(Long.class)
                .one();
        queue.putVocabulary(handle, tenant, name, revision, now);
        audit.change(handle, tenant.value(), "scribing:WriteVocabulary", "vocabulary/" + name);
        return new Vocabulary(name, language, Vocabulary.State.PENDING, now, null);
    }

    @Override
    public Optional<Vocabulary> find(TenantId tenant, String name) {
        return TenantRows.of(jdbi, tenant.value(), handle -> handle.createQuery(
                        "select " + COLUMNS + " from vocabulary where tenant_id = ? and name = ?")
                .bind(0, tenant.value())
                .bind(1, name)
                .map((row, context) -> read(row))
                .findOne());
    }

    @Override
    public Optional<String> content(TenantId tenant, String name) {
        return TenantRows.of(jdbi, tenant.value(), handle -> handle.createQuery(
                        "select content, revision from vocabulary where tenant_id = ? and name = ? and state = 'READY'")
                .bind(0, tenant.value())
                .bind(1, name)
                .map((row, context) -> seals.openText(
                        content(tenant, name, row.getLong("revision")), row.getString("content")))
                .findOne());
    }

    @Override
    public Page<Vocabulary> list(TenantId tenant, VocabularyQuery filter, PageRequest page) throws BadTokenException {
        String part = filter.nameContains() == null ? null : filter.nameContains().toLowerCase(Locale.ROOT);
        String list = "vocabularies/" + (filter.state() == null ? "" : filter.state()) + "/" + (part == null ? "" : part);
        PageTokens.Place after = tokens.open(tenant, list, page.token());
        String sql = "select " + COLUMNS + " from vocabulary where tenant_id = :tenant"
                + (filter.state() == null ? "" : " and state = :state")
                + NamedList.where(part, after);
        List<Vocabulary> found = TenantRows.of(jdbi, tenant.value(), handle -> {
            Query query = NamedList.bind(handle.createQuery(sql), tenant, part, after, page.size() + 1);
            if (filter.state() != null) {
                query.bind("state", filter.state().name());
            }
            return query.map((row, context) -> read(row)).list();
        });
        return NamedList.page(found, page.size(), last ->
                tokens.seal(tenant, list, new PageTokens.Place(last.modified(), last.name())));
    }

    @Override
    public Deletion delete(TenantId tenant, String name) {
        return TenantRows.of(jdbi, tenant.value(), handle -> {
            if (NamedList.neededByOpenJob(handle, tenant, "vocabulary", name)) {
                return Deletion.IN_USE;
            }
            if (handle.execute("delete from vocabulary where tenant_id = ? and name = ?", tenant.value(), name) == 0) {
                return Deletion.NOT_FOUND;
            }
            StoredTags.forget(handle, tenant, Tags.Kind.VOCABULARY, name);
            audit.change(handle, tenant.value(), "scribing:DeleteVocabulary", "vocabulary/" + name);
            return Deletion.DELETED;
        });
    }

    /** The label of phrases that wait to be read. */
    static Label phrases(TenantId tenant, String name) {
        return new Label(tenant.value(), Label.TENANT_WIDE, Kind.VOCABULARY, "phrases/" + name);
    }

    /** The label of a revision's content. */
    static Label content(TenantId tenant, String name, long revision) {
        return new Label(tenant.value(), Label.TENANT_WIDE, Kind.VOCABULARY, "content/" + name, revision);
    }

    /** What is to be read for a revision, or empty when that revision is no longer the newest. */
    static Optional<WordSource> source(Handle handle, Seals seals, TenantId tenant, String name, long revision) {
        return handle.createQuery("""
                        select phrases, file_uri, file_bucket, file_key from vocabulary
                        where tenant_id = ? and name = ? and revision = ? and state = 'PENDING'""")
                .bind(0, tenant.value())
                .bind(1, name)
                .bind(2, revision)
                .map((row, context) -> {
                    String phrases = row.getString("phrases");
                    return phrases == null
                            ? new WordSource.Stored(new ObjectRef(
                                    row.getString("file_uri"), row.getString("file_bucket"), row.getString("file_key")))
                            : (WordSource) new WordSource.Given(List.of(
                                    JSON.readValue(seals.openText(phrases(tenant, name), phrases), String[].class)));
                })
                .findOne();
    }

    /** Ends the reading of a revision; does nothing when another revision is the newest by now. */
    static void settle(
            Handle handle, TenantId tenant, String name, long revision, @Nullable String content, @Nullable String failure) {
        handle.createUpdate("""
                        update vocabulary set state = :state, content = :content, failure_reason = :failure, phrases = null
                        where tenant_id = :tenant and name = :name and revision = :revision and state = 'PENDING'""")
                .bind("state", failure == null ? "READY" : "FAILED")
                .bind("content", content)
                .bind("failure", failure)
                .bind("tenant", tenant.value())
                .bind("name", name)
                .bind("revision", revision)
                .execute();
    }

    private static int count(Handle handle, TenantId tenant) {
        return handle.createQuery("select count(*) from vocabulary where tenant_id = ?")
                .bind(0, tenant.value())
                .mapTo(Integer.class)
                .one();
    }

    private static Vocabulary read(ResultSet row) throws SQLException {
        return new Vocabulary(
                row.getString("name"),
                row.getString("language"),
                Vocabulary.State.valueOf(row.getString("state")),
                SqlTime.read(row, "modified_at"),
                row.getString("failure_reason"));
    }
}
