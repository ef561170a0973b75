package org.chartwright.scribing;

import java.time.Clock;
import org.chartwright.database.Database;

/** What is kept of scribing, opened on a database. Thread-safe; holds nothing that must be closed. */
public final class Scribing {

    private final Queue queue = new Queue();
    private final StoredJobs jobs;
    private final StoredVocabularies vocabularies;
    private final StoredFilters filters;
    private final StoredTags tags;

    /** On that database. */
    public Scribing(Database database, Clock clock) {
        PageTokens tokens = PageTokens.of(database.jdbi());
        this.jobs = new StoredJobs(database.jdbi(), clock, tokens, queue);
        this.vocabularies = new StoredVocabularies(database.jdbi(), clock, tokens, queue);
        this.filters = new StoredFilters(database.jdbi(), clock, tokens);
        this.tags = new StoredTags(database.jdbi(), clock);
    }

    /** The jobs. */
    public Jobs jobs() {
        return jobs;
    }

    /** The vocabularies. */
    public Vocabularies vocabularies() {
        return vocabularies;
    }

    /** The vocabulary filters. */
    public VocabularyFilters filters() {
        return filters;
    }

    /** The tags. */
    public Tags tags() {
        return tags;
    }

    StoredJobs storedJobs() {
        return jobs;
    }

    Queue queue() {
        return queue;
    }
}
