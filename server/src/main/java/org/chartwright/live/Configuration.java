package org.chartwright.live;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chartwright.access.Mandate;
import org.chartwright.scribing.FilterMethod;
import org.chartwright.scribing.JobRequest;
import org.chartwright.scribing.JobRequest.ChannelRole;
import org.chartwright.scribing.JobRequest.OutputKey;
import org.chartwright.scribing.JobRequest.PatientContext;
import org.chartwright.scribing.JobSettings;
import org.chartwright.scribing.ObjectRef;
import org.chartwright.scribing.VisitRecord;
import org.jspecify.annotations.Nullable;

/**
 * How a session is to be worked on, as its client said in the first event of each of its streams. Form and rules have been
 * checked by the face that took it.
 *
 * @param roleArn the role the client named, echoed
 * @param outputBucket where both documents go; empty where they go to a visit of the record only
 * @param template the name of the note's template, or null for the usual one
 * @param vocabulary the name of a vocabulary
 * @param filter the name of a vocabulary filter
 * @param filterMethod what the filter does
 * @param channels who speaks on which of two channels; empty for one microphone
 * @param context what is known of the patient, or null when nothing was said
 * @param tags of the job that follows; they can name a visit of the record and a specialty
 * @param mandate in whose name documents are written, or null while nobody has given one
 * @param outputKey what the documents are sealed with besides, or null
 */
public record Configuration(
        String roleArn,
        String outputBucket,
        @Nullable String template,
        @Nullable String vocabulary,
        @Nullable String filter,
        @Nullable FilterMethod filterMethod,
        List<ChannelRole> channels,
        @Nullable PatientContext context,
        Map<String, String> tags,
        @Nullable Mandate mandate,
        @Nullable OutputKey outputKey) {

    private static final String FOLDER = "healthscribe-streaming/%s/post-stream-analytics/clinical-notes";

    /** Copies the collections. */
    public Configuration {
        channels = List.copyOf(channels);
        // What an earlier version kept of a session has none.
        tags = tags == null ? Map.of() : Map.copyOf(tags);
    }

    /** The same under a mandate. */
    public Configuration under(@Nullable Mandate given) {
        return new Configuration(
                roleArn, outputBucket, template, vocabulary, filter, filterMethod, channels, context, tags, given,
                outputKey);
    }

    /** Whether the client said the same; in whose name it is done may differ. */
    boolean saysTheSameAs(Configuration other) {
        return under(null).equals(other.under(null));
    }

    /** How many channels the sound has. */
    public int soundChannels() {
        return channels.isEmpty() ? 1 : channels.size();
    }

    /** The visit of the record that is streamed, if it is one. */
    public Optional<UUID> visit() {
        String named = tags.get(VisitRecord.TAG);
        try {
            return named == null ? Optional.empty() : Optional.of(UUID.fromString(named));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** The same as a job's settings. */
    public JobSettings settings() {
        boolean byChannel = !channels.isEmpty();
        return new JobSettings(
                byChannel ? null : true,
                null,
                byChannel ? true : null,
                vocabulary,
                filter,
                filterMethod,
                template);
    }

    /** The job that follows the end of that session. Its name is the folder of its documents, which no job of a user has. */
    public JobRequest job(UUID session) {
        JobRequest request = new JobRequest(
                folder(session),
                ObjectRef.ofSession(session),
                outputBucket,
                roleArn,
                settings(),
                channels,
                tags,
                context);
        JobRequest sealed = outputKey == null ? request : request.sealedWith(outputKey);
        return mandate == null ? sealed : sealed.under(mandate);
    }

    /** Where that session's documents go. */
    public static String folder(UUID session) {
        return String.format(FOLDER, session);
    }
}
