package org.chartwright.scribing;

import java.security.SecureRandom;
import java.time.Clock;
import org.chartwright.chart.Chart;
import org.chartwright.database.Database;
import org.chartwright.keys.KeyRoom;
import org.chartwright.metering.Quotas;

/** What is kept of scribing, opened on a database. Thread-safe; holds nothing that must be closed. */
public final class Scribing {

    private final Database database;
    private final KeyRoom keys;
    private final Clock clock;
    private final Queue queue = new Queue();
    private final NoteDesk desk;
    private final StoredJobs jobs;
    private final StoredVocabularies vocabularies;
    private final StoredFilters filters;
    private final StoredTags tags;
    private final Chart chart;
    private final VisitRecord visits;

    /** On that database, sealed with those keys, without limits. */
    public Scribing(Database database, KeyRoom keys, Clock clock) {
        this(database, keys, clock, new Quotas(Quotas.Limits.NONE, clock));
    }

    /** The same with limits to how many jobs a tenant may have. */
    public Scribing(Database database, KeyRoom keys, Clock clock, Quotas quotas) {
        this(database, keys, clock, quotas, NoteDesk.DEFAULT);
    }

    /** The same with other notes than HealthScribe's. */
    public Scribing(Database database, KeyRoom keys, Clock clock, Quotas quotas, NoteDesk desk) {
        this.desk = desk;
        this.database = database;
        this.keys = keys;
        this.clock = clock;
        PageTokens tokens = PageTokens.of(database.jdbi(), keys.seals());
        this.jobs = new StoredJobs(database.jdbi(), keys, clock, tokens, queue, quotas, desk);
        this.vocabularies = new StoredVocabularies(database.jdbi(), keys.seals(), clock, tokens, queue);
        this.filters = new StoredFilters(database.jdbi(), keys.seals(), clock, tokens);
        this.tags = new StoredTags(database.jdbi(), clock);
        this.chart = new Chart(database.jdbi(), clock, keys.seals(), new SecureRandom());
        this.visits = new VisitRecord(chart, clock);
    }

    /** Seals what an older version kept in the clear; says how many things that were. At the start of a server. */
    public int sealPlain() {
        return new PlainRows(database, keys.seals()).seal();
    }

    /** The record that results go into. */
    public Chart chart() {
        return chart;
    }

    /** How results get there. */
    public VisitRecord visits() {
        return visits;
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

    /** The recordings of visits that are the server's own. */
    public VisitRecordings recordings() {
        return new VisitRecordings(database.jdbi(), clock, chart, jobs);
    }

    /** What deletes visits and jobs for good, with their objects there. */
    public Erasure erasure(JobObjects objects) {
        return new Erasure(database.jdbi(), keys, chart, clock, objects);
    }

    /** Which notes there are. */
    public NoteDesk desk() {
        return desk;
    }

    StoredJobs storedJobs() {
        return jobs;
    }

    KeyRoom keys() {
        return keys;
    }

    Queue queue() {
        return queue;
    }
}
