package org.chartwright.aws.operations;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.chartwright.aws.wire.AwsFault;
import org.chartwright.scribing.Job;
import org.chartwright.scribing.JobRequest;
import org.chartwright.scribing.JobSettings;
import org.chartwright.scribing.JobStatus;
import org.chartwright.scribing.JobSummary;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a job as the API shows it. Pronouns, output bucket and key are never shown again. */
final class JobAnswer {

    private static final String LANGUAGE = "en-US";

    private final Place place;

    JobAnswer(Place place) {
        this.place = place;
    }

    /** The answer of Start and Get. */
    ObjectNode whole(Job job) {
        ObjectNode answer = Fields.object();
        ObjectNode shown = answer.putObject("MedicalScribeJob");
        JobRequest request = job.request();
        shown.put("MedicalScribeJobName", job.name());
        shown.put("MedicalScribeJobStatus", job.status().name());
        shown.put("LanguageCode", LANGUAGE);
        shown.putObject("Media").put("MediaFileUri", request.media().uri());
        putOutputs(shown, job);
        putTimes(shown, job.summary());
        putSettings(shown.putObject("Settings"), request.settings());
        shown.put("DataAccessRoleArn", request.roleArn());
        if (!request.channels().isEmpty()) {
            ArrayNode channels = shown.putArray("ChannelDefinitions");
            request.channels().forEach(channel -> channels.addObject()
                    .put("ChannelId", channel.channel())
                    .put("ParticipantRole", channel.role().name()));
        }
        shown.put("MedicalScribeContextProvided", request.context() != null);
        if (!request.tags().isEmpty()) {
            Fields.putTags(shown, request.tags());
        }
        return answer;
    }

    /** An entry of List. */
    ObjectNode summary(JobSummary job) {
        ObjectNode shown = Fields.object();
        shown.put("MedicalScribeJobName", job.name());
        putTimes(shown, job);
        shown.put("LanguageCode", LANGUAGE);
        shown.put("MedicalScribeJobStatus", job.status().name());
        return shown;
    }

    private static void putTimes(ObjectNode shown, JobSummary job) {
        Fields.putTime(shown, "CreationTime", job.created());
        Fields.putTime(shown, "StartTime", job.started());
        Fields.putTime(shown, "CompletionTime", job.ended());
        if (job.status() == JobStatus.FAILED) {
            Fields.putText(shown, "FailureReason", job.failureReason());
        }
    }

    private static void putSettings(ObjectNode shown, JobSettings settings) {
        if (settings.speakerLabels() != null) {
            shown.put("ShowSpeakerLabels", settings.speakerLabels());
        }
        if (settings.mostSpeakers() != null) {
            shown.put("MaxSpeakerLabels", settings.mostSpeakers());
        }
        if (settings.channelIdentification() != null) {
            shown.put("ChannelIdentification", settings.channelIdentification());
        }
        Fields.putText(shown, "VocabularyName", settings.vocabulary());
        Fields.putText(shown, "VocabularyFilterName", settings.filter());
        if (settings.filterMethod() != null) {
            shown.put("VocabularyFilterMethod", settings.filterMethod().name().toLowerCase(Locale.ROOT));
        }
        if (settings.template() != null) {
            shown.putObject("ClinicalNoteGenerationSettings")
                    .put("NoteTemplate", settings.template());
        }
    }

    private void putOutputs(ObjectNode shown, Job job) {
        Job.Outputs outputs = job.outputs();
        if (job.status() == JobStatus.COMPLETED && outputs != null) {
            shown.putObject("MedicalScribeOutput")
                    .put("TranscriptFileUri", uri(place, outputs.bucket(), outputs.transcriptKey()))
                    .put("ClinicalDocumentUri", uri(place, outputs.bucket(), outputs.summaryKey()));
        }
    }

    /** Where an object is reached, path style. */
    static String uri(Place place, String bucket, String key) {
        String path = Arrays.stream(key.split("/", -1))
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
        return place.objects().get() + "/" + bucket + "/" + path;
    }

    static AwsFault missing() {
        return AwsFault.badRequest(
                "The requested job couldn't be found. Check the job name and try your request again.");
    }
}
