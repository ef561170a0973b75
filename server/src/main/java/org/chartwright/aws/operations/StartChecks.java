package org.chartwright.aws.operations;

import java.util.List;
import org.chartwright.access.Identity;
import org.chartwright.access.Mandate;
import org.chartwright.access.Service;
import org.chartwright.access.TenantId;
import org.chartwright.access.policy.Asked;
import org.chartwright.access.policy.Context;
import org.chartwright.aws.wire.AwsFault;
import org.chartwright.live.Configuration;
import org.chartwright.scribing.JobRequest;
import org.chartwright.scribing.JobSettings;
import org.chartwright.scribing.ObjectRef;
import org.chartwright.scribing.Tags;
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
 * @param use of roles
 */
public record StartChecks(Store store, Vocabularies vocabularies, VocabularyFilters filters, RoleUse use) {

    /**
     * Checks a request.
     *
     * @return in whose name the job will read and write
     */
    Mandate require(Identity caller, JobRequest request) {
        TenantId tenant = caller.tenant();
        Mandate mandate = use.take(caller, request.roleArn(), Tags.Kind.JOB, request.name());
        requireRights(tenant, mandate, request);
        switch (store.look(tenant, request.media())) {
            case READABLE -> {}
            case NO_OBJECT -> throw ObjectAddress.pointsNowhere();
            case NO_ACCESS -> throw ObjectAddress.unreadable();
        }
        requireRest(tenant, request.outputBucket(), request.settings());
        return mandate;
    }

    /**
     * Checks a visit whose recording is yet to come.
     *
     * @param folder where its documents go
     * @return in whose name they will be written
     */
    public Mandate require(Identity caller, Configuration configuration, String folder) {
        Mandate mandate = use.take(
                caller,
                configuration.roleArn().isEmpty() ? null : configuration.roleArn(),
                Service.TRANSCRIBE_STREAMING, Tags.Kind.JOB, folder);
        requirePut(caller.tenant(), mandate, configuration.outputBucket(), folder);
        requireRest(caller.tenant(), configuration.outputBucket(), configuration.settings());
        return mandate;
    }

    private void requireRest(TenantId tenant, String outputBucket, JobSettings settings) {
        if (!store.canWrite(tenant, outputBucket)) {
            throw notWritable();
        }
        requireVocabulary(tenant, settings.vocabulary());
        String filter = settings.filter();
        if (filter != null && filters.find(tenant, filter).isEmpty()) {
            throw VocabularyAnswer.filterMissing();
        }
    }

    /** The ARN of a key that the caller names and that can be used now. */
    String namedKey(Identity caller, String id) {
        return store.namedKey(caller.tenant(), id).orElseThrow(StartChecks::keyUnusable);
    }

    /** Refuses a key that the mandate of that job may not use. */
    void requireKey(Identity caller, Mandate mandate, String job, String key) {
        Asked asked = new Asked("kms:GenerateDataKey", key, Context.EMPTY);
        if (!use.allow(caller.tenant(), mandate, use.what(mandate, Tags.Kind.JOB, job), asked)) {
            throw keyUnusable();
        }
    }

    private static AwsFault keyUnusable() {
        return AwsFault.badRequest("The KMS key that you provided can't be used. Make sure that it exists, is"
                + " enabled and may be used, and try your request again.");
    }

    private void requireRights(TenantId tenant, Mandate mandate, JobRequest request) {
        String what = use.what(mandate, Tags.Kind.JOB, request.name());
        ObjectRef media = request.media();
        if (!use.allow(tenant, mandate, what, "s3:GetObject", media.bucket(), media.key())) {
            throw ObjectAddress.unreadable();
        }
        requirePut(tenant, mandate, request.outputBucket(), request.name());
    }

    private void requirePut(TenantId tenant, Mandate mandate, String bucket, String folder) {
        String what = use.what(mandate, Tags.Kind.JOB, folder);
        for (String document : List.of("transcript.json", "summary.json")) {
            if (!use.allow(tenant, mandate, what, "s3:PutObject", bucket, folder + "/" + document)) {
                throw notWritable();
            }
        }
    }

    private static AwsFault notWritable() {
        return AwsFault.badRequest("The output bucket that you provided can't be accessed. Make sure that it exists and"
                + " that you have write permission and try your request again.");
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
