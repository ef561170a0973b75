package org.chartwright.aws.operations;

import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.chartwright.live.Configuration;
import org.chartwright.live.Encoding;
import org.chartwright.live.LiveSession;
import org.chartwright.scribing.Job;
import org.chartwright.scribing.JobRequest.OutputKey;
import org.chartwright.scribing.JobStatus;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a streaming session as the API shows it. Pronouns are never shown again.
 *
 * @param place where documents are reached
 */
public record StreamAnswer(Place place) {

    /** The answer of GetMedicalScribeStream. */
    public ObjectNode whole(LiveSession session, Optional<Job> after) {
        ObjectNode answer = Fields.object();
        ObjectNode shown = answer.putObject("MedicalScribeStreamDetails");
        shown.put("SessionId", session.id().toString());
        Fields.putTime(shown, "StreamCreatedAt", session.created());
        Fields.putTime(shown, "StreamEndedAt", session.ended());
        shown.put("LanguageCode", "en-US");
        shown.put("MediaSampleRateHertz", session.sampleRate());
        shown.put("MediaEncoding", wireName(session.encoding()));
        shown.put("StreamStatus", session.status().name());
        Configuration configuration = session.configuration();
        if (configuration != null) {
            put(shown, configuration);
            shown.put("MedicalScribeContextProvided", configuration.context() != null);
        }
        after.ifPresent(job -> put(shown.putObject("PostStreamAnalyticsResult")
                .putObject("ClinicalNoteGenerationResult"), job));
        return answer;
    }

    /** The name of an encoding on the wire. */
    public static String wireName(Encoding encoding) {
        return encoding.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void put(ObjectNode shown, Configuration configuration) {
        Fields.putText(shown, "VocabularyName", configuration.vocabulary());
        Fields.putText(shown, "VocabularyFilterName", configuration.filter());
        if (configuration.filterMethod() != null) {
            shown.put("VocabularyFilterMethod", configuration.filterMethod().name().toLowerCase(Locale.ROOT));
        }
        shown.put("ResourceAccessRoleArn", configuration.roleArn());
        if (!configuration.channels().isEmpty()) {
            ArrayNode channels = shown.putArray("ChannelDefinitions");
            configuration.channels().forEach(channel -> channels.addObject()
                    .put("ChannelId", channel.channel())
                    .put("ParticipantRole", channel.role().name()));
        }
        OutputKey key = configuration.outputKey();
        if (key != null) {
            ObjectNode encryption = shown.putObject("EncryptionSettings");
            if (!key.context().isEmpty()) {
                ObjectNode pairs = encryption.putObject("KmsEncryptionContext");
                new TreeMap<>(key.context()).forEach(pairs::put);
            }
            encryption.put("KmsKeyId", key.arn());
        }
        ObjectNode note = shown.putObject("PostStreamAnalyticsSettings").putObject("ClinicalNoteGenerationSettings");
        note.put("OutputBucketName", configuration.outputBucket());
        Fields.putText(note, "NoteTemplate", configuration.template());
    }

    private void put(ObjectNode shown, Job job) {
        String status = switch (job.status()) {
            case QUEUED, IN_PROGRESS -> "IN_PROGRESS";
            case FAILED -> "FAILED";
            case COMPLETED -> "COMPLETED";
        };
        shown.put("Status", status);
        Fields.putText(shown, "FailureReason", job.failureReason());
        Job.Outputs outputs = job.outputs();
        if (job.status() == JobStatus.COMPLETED && outputs != null) {
            shown.put("ClinicalNoteOutputLocation", JobAnswer.uri(place, outputs.bucket(), outputs.summaryKey()));
            shown.put("TranscriptOutputLocation", JobAnswer.uri(place, outputs.bucket(), outputs.transcriptKey()));
        }
    }
}
