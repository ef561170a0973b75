package org.chartwright.scribing;

import java.util.Map;
import java.util.Optional;
import org.chartwright.access.TenantId;
import org.jspecify.annotations.Nullable;

/** Custom vocabularies: phrases to be recognised and how they are to be shown. Thread-safe. */
public interface Vocabularies {

    /** Most vocabularies of a tenant. */
    int MOST = 100;

    /** Makes one; it is PENDING until its content has been read. */
    Change<Vocabulary> create(
            TenantId tenant, String name, String language, WordSource content, Map<String, String> tags);

    /** Replaces the whole content of one. */
    Change<Vocabulary> update(TenantId tenant, String name, String language, WordSource content);

    /** The tenant's vocabulary of that name. */
    Optional<Vocabulary> find(TenantId tenant, String name);

    /** Its content as a table file, once it is READY. */
    Optional<String> content(TenantId tenant, String name);

    /** The tenant's vocabularies, last modified first. */
    Page<Vocabulary> list(TenantId tenant, VocabularyQuery filter, PageRequest page) throws BadTokenException;

    /** Forgets one. */
    Deletion delete(TenantId tenant, String name);

    /**
     * Which vocabularies are listed; both must hold.
     *
     * @param state only these, or null for all
     * @param nameContains only those with this in their name, in any case, or null for all
     */
    record VocabularyQuery(Vocabulary.@Nullable State state, @Nullable String nameContains) {}
}
