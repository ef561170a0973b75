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
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Vocabulary filters in the database. */
final class StoredFilters implements VocabularyFilters {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String COLUMNS = "name, language, modified_at";

    private final Jdbi jdbi;
    private final Seals seals;
    private final Clock clock;
    private final PageTokens tokens;
    private final AuditLog audit;

    StoredFilters(Jdbi jdbi, Seals seals, Clock clock, PageTokens tokens) {
        this.jdbi = jdbi;
        this.seals = seals;
        this.clock = clock;
        this.tokens = tokens;
        this.audit = new AuditLog(jdbi, clock);
    }

    @Override
    public Change<VocabularyFilter> create(
            TenantId tenant, String name, String language, List<String> words, Map<String, String> tags) {
        return TenantRows.of(jdbi, tenant.value(), handle -> {
            int count = handle.createQuery("select count(*) from vocabulary_filter where tenant_id = ?")
                    .bind(0, tenant.value())
                    .mapTo(Integer.class)
                    .one();
            if (count >= MOST && !StoredTags.exists(handle, tenant, Tags.Kind.VOCABULARY_FILTER, name)) {
                return new Change.TooMany<>(MOST);
            }
            Instant now = SqlTime.now(clock);
            int made = handle.createUpdate("""
                            insert into vocabulary_filter (tenant_id, name, language, words, modified_at)
                            values (:tenant, :name, :language, :words, :now) on conflict (tenant_id, name) do nothing""")
                    .bind("tenant", tenant.value())
                    .bind("name", name)
                    .bind("language", language)
                    .bind("words", sealed(tenant, name, words))
                    .bind("now", SqlTime.of(now))
                    .execute();
            if (made == 0) {
                return new Change.NameTaken<>();
            }
            StoredTags.put(handle, tenant, Tags.Kind.VOCABULARY_FILTER, name, tags);
            changed(handle, tenant, name);
            return new Change.Done<>(new VocabularyFilter(name, language, now));
        });
    }

    @Override
    public Change<VocabularyFilter> update(TenantId tenant, String name, List<String> words) {
        return TenantRows.of(jdbi, tenant.value(), handle -> handle.createQuery("""
                        update vocabulary_filter set words = :words, modified_at = :now
                        where tenant_id = :tenant and name = :name returning name, language, modified_at""")
                .bind("words", sealed(tenant, name, words))
                .bind("now", SqlTime.of(SqlTime.now(clock)))
                .bind("tenant", tenant.value())
                .bind("name", name)
                .map((row, context) -> read(row))
                .findOne()
                .<Change<VocabularyFilter>>map(filter -> {
                    changed(handle, tenant, name);
                    return new Change.Done<>(filter);
                })
                .orElseGet(Change.NotFound::new));
    }

    private String sealed(TenantId tenant, String name, List<String> words) {
        return seals.sealText(label(tenant, name), JSON.writeValueAsString(words));
    }

    static Label label(TenantId tenant, String name) {
        return new Label(tenant.value(), Label.TENANT_WIDE, Kind.VOCABULARY_FILTER, name);
    }

    @Override
    public Optional<VocabularyFilter> find(TenantId tenant, String name) {
        return TenantRows.of(jdbi, tenant.value(), handle -> handle.createQuery(
                        "select " + COLUMNS + " from vocabulary_filter where tenant_id = ? and name = ?")
                .bind(0, tenant.value())
                .bind(1, name)
                .map((row, context) -> read(row))
                .findOne());
    }

    @Override
    public Optional<List<String>> words(TenantId tenant, String name) {
        return TenantRows.of(jdbi, tenant.value(), handle -> handle.createQuery(
                        "select words from vocabulary_filter where tenant_id = ? and name = ?")
                .bind(0, tenant.value())
                .bind(1, name)
                .map((row, context) -> List.of(JSON.readValue(
                        seals.openText(label(tenant, name), row.getString("words")), String[].class)))
                .findOne());
    }

    @Override
    public Page<VocabularyFilter> list(TenantId tenant, @Nullable String nameContains, PageRequest page)
            throws BadTokenException {
        String part = nameContains == null ? null : nameContains.toLowerCase(Locale.ROOT);
        String list = "filters/" + (part == null ? "" : part);
        PageTokens.Place after = tokens.open(tenant, list, page.token());
        String sql = "select " + COLUMNS + " from vocabulary_filter where tenant_id = :tenant" + NamedList.where(part, after);
        List<VocabularyFilter> found =
                TenantRows.of(jdbi, tenant.value(), handle -> NamedList
                        .bind(handle.createQuery(sql), tenant, part, after, page.size() + 1)
                        .map((row, context) -> read(row))
                        .list());
        return NamedList.page(found, page.size(), last ->
                tokens.seal(tenant, list, new PageTokens.Place(last.modified(), last.name())));
    }

    @Override
    public Deletion delete(TenantId tenant, String name) {
        return TenantRows.of(jdbi, tenant.value(), handle -> {
            if (NamedList.neededByOpenJob(handle, tenant, "filter", name)) {
                return Deletion.IN_USE;
            }
            if (handle.execute("delete from vocabulary_filter where tenant_id = ? and name = ?", tenant.value(), name)
                    == 0) {
                return Deletion.NOT_FOUND;
            }
            StoredTags.forget(handle, tenant, Tags.Kind.VOCABULARY_FILTER, name);
            changed(handle, tenant, name);
            return Deletion.DELETED;
        });
    }

    private void changed(Handle handle, TenantId tenant, String name) {
        audit.change(handle, tenant.value(), "scribing:ChangeVocabularyFilter", "vocabulary-filter/" + name);
    }

    private static VocabularyFilter read(ResultSet row) throws SQLException {
        return new VocabularyFilter(row.getString("name"), row.getString("language"), SqlTime.read(row, "modified_at"));
    }
}
