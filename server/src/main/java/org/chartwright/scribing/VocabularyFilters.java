package org.chartwright.scribing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chartwright.access.TenantId;
import org.jspecify.annotations.Nullable;

/** Vocabulary filters. Thread-safe. */
public interface VocabularyFilters {

    /** Most filters of a tenant. */
    int MOST = 100;

    /** Makes one of these words; a file's words are read first with {@link VocabularyFile#words}. */
    Change<VocabularyFilter> create(
            TenantId tenant, String name, String language, List<String> words, Map<String, String> tags);

    /** Replaces all words of one. */
    Change<VocabularyFilter> update(TenantId tenant, String name, List<String> words);

    /** The tenant's filter of that name. */
    Optional<VocabularyFilter> find(TenantId tenant, String name);

    /** Its words. */
    Optional<List<String>> words(TenantId tenant, String name);

    /** The tenant's filters, last modified first. */
    Page<VocabularyFilter> list(TenantId tenant, @Nullable String nameContains, PageRequest page)
            throws BadTokenException;

    /** Forgets one. */
    Deletion delete(TenantId tenant, String name);
}
