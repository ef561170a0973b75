package org.chartwright.scribing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chartwright.access.Mandate;
import org.chartwright.encounter.Pronouns;
import org.chartwright.encounter.Role;
import org.chartwright.keys.NamedKey;
import org.jspecify.annotations.Nullable;

/**
 * A recorded visit to be scribed. The form of each field has been checked by the face that took it.
 *
 * @param name unique among the tenant's jobs, case sensitive
 * @param media the recording
 * @param outputBucket where both documents go, under the job's name
 * @param roleArn the role the user named, echoed
 * @param settings how to work
 * @param channels who speaks on which channel; empty unless by channel
 * @param tags at most 50
 * @param context what is known of the patient, or null when the user sent none
 * @param mandate in whose name objects are read and written, or null in jobs from before there were roles
 * @param outputKey what the documents are sealed with besides, or null
 */
public record JobRequest(
        String name,
        ObjectRef media,
        String outputBucket,
        String roleArn,
        JobSettings settings,
        List<ChannelRole> channels,
        Map<String, String> tags,
        @Nullable PatientContext context,
        @Nullable Mandate mandate,
        @Nullable OutputKey outputKey) {

    /** Copies the collections. */
    public JobRequest {
        channels = List.copyOf(channels);
        tags = Map.copyOf(tags);
    }

    /** A request that nobody has given a mandate yet. */
    public JobRequest(
            String name,
            ObjectRef media,
            String outputBucket,
            String roleArn,
            JobSettings settings,
            List<ChannelRole> channels,
            Map<String, String> tags,
            @Nullable PatientContext context) {
        this(name, media, outputBucket, roleArn, settings, channels, tags, context, null, null);
    }

    /** The same under a mandate. */
    public JobRequest under(Mandate given) {
        return new JobRequest(name, media, outputBucket, roleArn, settings, channels, tags, context, given, outputKey);
    }

    /** The same with documents to be sealed with a named key besides. */
    public JobRequest sealedWith(OutputKey key) {
        return new JobRequest(
                name, media, outputBucket, roleArn, settings, channels, tags, context, mandate, key);
    }

    /** The same with other tags. */
    JobRequest tagged(Map<String, String> others) {
        return new JobRequest(
                name, media, outputBucket, roleArn, settings, channels, others, context, mandate, outputKey);
    }

    /**
     * A named key for the documents.
     *
     * @param arn which key
     * @param context the user's pairs
     * @param prefix what the names of the service's own pairs begin with
     */
    public record OutputKey(String arn, Map<String, String> context, String prefix) {

        /** Copies the pairs. */
        public OutputKey {
            context = Map.copyOf(context);
        }

        /** The key with the user's pairs and the service's own. */
        NamedKey of(Job job) {
            Map<String, String> all = new HashMap<>(context);
            all.put(prefix + "job-name", job.name());
            all.put(prefix + "start-time-epoch-ms", String.valueOf(job.created().toEpochMilli()));
            return new NamedKey(arn, all);
        }

        /** Leaves the pairs out: they are the user's. */
        @Override
        public String toString() {
            return "OutputKey[" + arn + "]";
        }
    }

    /**
     * Who speaks on a channel.
     *
     * @param channel 0 or 1
     * @param role clinician or patient
     */
    public record ChannelRole(int channel, Role role) {}

    /**
     * What is known of the patient beforehand.
     *
     * @param pronouns how to speak of them, or null when not said
     */
    public record PatientContext(@Nullable Pronouns pronouns) {

        /** Leaves the pronouns out: they are the patient's. */
        @Override
        public String toString() {
            return "PatientContext[]";
        }
    }
}
