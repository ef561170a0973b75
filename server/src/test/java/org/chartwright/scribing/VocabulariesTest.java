package org.chartwright.scribing;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.chartwright.access.TenantId;
import org.chartwright.access.Tenants;
import org.chartwright.database.Database;
import org.chartwright.keys.Seals;
import org.chartwright.keys.TestKeys;
import org.chartwright.database.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class VocabulariesTest {

    private static final PageRequest ALL = new PageRequest(100, null);

    private static Database database;
    private static Scribing scribing;
    private static TenantId tenant;
    private static TenantId other;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        Tenants tenants = new Tenants(database.jdbi(), Clock.systemUTC(), new SecureRandom());
        tenants.add("one");
        tenants.add("two");
        tenant = tenants.find("one").orElseThrow().id();
        other = tenants.find("two").orElseThrow().id();
        scribing = new Scribing(database, TestKeys.of(database), Clock.systemUTC());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void aVocabularyWaitsUntilItsContentIsReadAndThenIsReadyOrSaysWhatIsWrong() throws Exception {
        Vocabularies vocabularies = scribing.vocabularies();
        WordSource phrases = new WordSource.Given(List.of("Lisinopril", "A.B.G."));
        Change<Vocabulary> made = vocabularies.create(tenant, "drugs", "en-US", phrases, Map.of("a", "b"));
        assertThat(((Change.Done<Vocabulary>) made).result().state()).isEqualTo(Vocabulary.State.PENDING);
        assertThat(vocabularies.create(tenant, "drugs", "en-US", phrases, Map.of())).isEqualTo(new Change.NameTaken<>());
        assertThat(vocabularies.update(tenant, "drugs", "en-US", phrases)).isEqualTo(new Change.Busy<>());
        assertThat(vocabularies.find(other, "drugs")).isEmpty();
        Seals seals = scribing.keys().seals();
        String content = seals.sealText(StoredVocabularies.content(tenant, "drugs", 1), "Phrase\n");
        TestDatabase.acrossAll(database, handle -> {
            assertThat(StoredVocabularies.source(handle, seals, tenant, "drugs", 1)).contains(phrases);
            assertThat(StoredVocabularies.source(handle, seals, tenant, "drugs", 2)).isEmpty();
            StoredVocabularies.settle(handle, tenant, "drugs", 1, content, null);
            StoredVocabularies.settle(handle, tenant, "drugs", 1, null, "too late");
        });
        assertThat(vocabularies.find(tenant, "drugs").orElseThrow().state()).isEqualTo(Vocabulary.State.READY);
        assertThat(vocabularies.content(tenant, "drugs")).contains("Phrase\n");
        ObjectRef file = new ObjectRef("s3://b/v.txt", "b", "v.txt");
        vocabularies.update(tenant, "drugs", "en-US", new WordSource.Stored(file));
        TestDatabase.acrossAll(database, handle -> {
            assertThat(StoredVocabularies.source(handle, seals, tenant, "drugs", 2)).contains(new WordSource.Stored(file));
            StoredVocabularies.settle(handle, tenant, "drugs", 2, null, "Line 3, column Phrase: …");
        });
        assertThat(vocabularies.find(tenant, "drugs").orElseThrow().failureReason()).startsWith("Line 3");
        assertThat(vocabularies.content(tenant, "drugs")).isEmpty();
        assertThat(vocabularies.list(tenant, new Vocabularies.VocabularyQuery(Vocabulary.State.FAILED, "RUG"), ALL)
                        .entries())
                .hasSize(1);
        assertThat(vocabularies.list(other, new Vocabularies.VocabularyQuery(null, null), ALL).entries()).isEmpty();
    }

    @Test
    void whatAnOpenJobNeedsIsNotDeleted() {
        scribing.filters().create(tenant, "names", "en-US", List.of("Miller"), Map.of());
        scribing.vocabularies().create(tenant, "needed", "en-US", new WordSource.Given(List.of("Ann")), Map.of());
        scribing.jobs().submit(tenant, Requests.with("visit",
                new JobSettings(true, 2, false, "needed", "names", FilterMethod.MASK, null)));
        assertThat(scribing.filters().delete(tenant, "names")).isEqualTo(Deletion.IN_USE);
        assertThat(scribing.vocabularies().delete(tenant, "needed")).isEqualTo(Deletion.IN_USE);
        TestDatabase.acrossAll(database, handle ->
                handle.execute("update job set status = 'FAILED', ended_at = now() where name = 'visit'"));
        assertThat(scribing.filters().delete(other, "names")).isEqualTo(Deletion.NOT_FOUND);
        assertThat(scribing.filters().delete(tenant, "names")).isEqualTo(Deletion.DELETED);
        assertThat(scribing.vocabularies().delete(tenant, "needed")).isEqualTo(Deletion.DELETED);
    }

    @Test
    void filtersAreReadyAtOnceAndListedLastModifiedFirst() throws Exception {
        VocabularyFilters filters = scribing.filters();
        filters.create(other, "f1", "en-US", List.of("a", "b"), Map.of());
        filters.create(other, "f2", "en-US", List.of("c"), Map.of("x", "y"));
        filters.update(other, "f1", List.of("d"));
        assertThat(filters.words(other, "f1")).contains(List.of("d"));
        assertThat(filters.update(other, "f3", List.of("d"))).isEqualTo(new Change.NotFound<>());
        Page<VocabularyFilter> first = filters.list(other, null, new PageRequest(1, null));
        assertThat(first.entries()).extracting(VocabularyFilter::name).containsExactly("f1");
        assertThat(filters.list(other, null, new PageRequest(1, first.nextToken())).entries())
                .extracting(VocabularyFilter::name)
                .containsExactly("f2");
        assertThat(scribing.tags().of(other, Tags.Kind.VOCABULARY_FILTER, "f2")).contains(Map.of("x", "y"));
    }
}
