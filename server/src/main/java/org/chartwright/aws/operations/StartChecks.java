package org.chartwright.aws.operations;

import org.chartwright.access.TenantId;
import org.chartwright.aws.wire.AwsFault;
import org.chartwright.scribing.JobRequest;
import org.chartwright.scribing.Vocabularies;
import org.chartwright.scribing.Vocabulary;
import org.chartwright.scribing.VocabularyFilters;
import org.jspecify.annotations.Nullable;

/**
 * What must be there before a job is taken: recording, output bucket, vocabulary, filter. Access is checked while the
 * caller waits; only what is inside the recording can make a job fail later.
 *
 * @param store the object store
 * @param vocabularies of all tenants
 * @param filters of all tenants
 */
public record StartChecks(Store store, Vocabularies vocabularies, VocabularyFilters filters) {

    void require(TenantId tenant, JobRequest request) {
        switch (store.look(tenant, request.media())) {
            case READABLE -> {}
            case NO_OBJECT -> throw ObjectAddress.pointsNowhere();
            case NO_ACCESS -> throw ObjectAddress.unreadable();
        }
        if (!store.canWrite(tenant, request.outputBucket())) {
            throw AwsFault.badRequest("The output bucket that you provided can't be accessed. Make sure that it exists and"
                    + " that you have write permission and try your request again.");
        }
        requireVocabulary(tenant, request.settings().vocabulary());
        String filter = request.settings().filter();
        if (filter != null && filters.find(tenant, filter).isEmpty()) {
            throw VocabularyAnswer.filterMissing();
        }
    }

    private void requireVocabulary(TenantId tenant, @Nullable String name) {
        if (name == null) {
            return;
        }
        Vocabulary vocabulary = vocabularies.find(tenant, name).orElseThrow(VocabularyAnswer::missing);
        if (vocabulary.state() != Vocabulary.State.READY) {
            throw AwsFault.badRequest("The requested vocabulary isn't ready: its state is " + vocabulary.state()
                    + ". Wait until it is READY and try your request again.");
        }
    }
}
