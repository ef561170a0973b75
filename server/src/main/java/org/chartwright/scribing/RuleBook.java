package org.chartwright.scribing;

import java.io.Serial;
import java.util.List;
import org.chartwright.access.TenantId;

/**
 * Looks up what a tenant's vocabulary and filter say, when they are to be applied. Thread-safe.
 *
 * @param vocabularies of all tenants
 * @param filters of all tenants
 */
public record RuleBook(Vocabularies vocabularies, VocabularyFilters filters) {

    /** Something that was named has gone since it was accepted. */
    public static final class GoneException extends Exception {

        @Serial
        private static final long serialVersionUID = 1;

        GoneException(String message) {
            super(message);
        }
    }

    /**
     * The rules that these settings name.
     *
     * @throws GoneException when one is no longer there; the sentence is for the job's user
     */
    public ScribeRequest.WordRules of(TenantId tenant, JobSettings settings) throws GoneException {
        List<VocabularyEntry> vocabulary = List.of();
        if (settings.vocabulary() != null) {
            String table = vocabularies.content(tenant, settings.vocabulary()).orElseThrow(() -> new GoneException(
                    "The vocabulary that the job names is no longer there or no longer READY."));
            vocabulary = VocabularyFile.trusted(table);
        }
        List<String> filtered = List.of();
        if (settings.filter() != null) {
            filtered = filters.words(tenant, settings.filter())
                    .orElseThrow(() -> new GoneException("The vocabulary filter that the job names is no longer there."));
        }
        FilterMethod method = settings.filterMethod() == null ? FilterMethod.TAG : settings.filterMethod();
        return new ScribeRequest.WordRules(vocabulary, filtered, method);
    }
}
