package org.chartwright.aws.operations;

import static org.chartwright.aws.wire.Shapes.group;
import static org.chartwright.aws.wire.Shapes.oneOf;
import static org.chartwright.aws.wire.Shapes.pairs;
import static org.chartwright.aws.wire.Shapes.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.chartwright.access.Identity;
import org.chartwright.access.Mandate;
import org.chartwright.access.TenantId;
import org.chartwright.aws.wire.AwsFault;
import org.chartwright.aws.wire.Shape;
import org.chartwright.aws.wire.ShapeCheck;
import org.chartwright.live.Configuration;
import org.chartwright.scribing.FilterMethod;
import org.chartwright.scribing.JobRequest;
import org.chartwright.scribing.JobRequest.OutputKey;
import org.chartwright.scribing.Jobs;
import org.chartwright.scribing.RuleBook;
import org.chartwright.scribing.ScribeRequest.WordRules;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads and checks a ConfigurationEvent, the first event of each stream. Safe for any number of threads.
 *
 * @param checks what must be there
 * @param rules looks vocabularies and filters up
 * @param jobs know which templates and specialties there are
 * @param place named in the context of keys
 */
public record StreamConfiguration(StartChecks checks, RuleBook rules, Jobs jobs, Place place) {

    private static final Shape.Group INPUT = group()
            .maybe("VocabularyName", Members.NAME)
            .maybe("VocabularyFilterName", Members.NAME)
            .maybe("VocabularyFilterMethod", oneOf("remove", "mask", "tag"))
            .with("ResourceAccessRoleArn", Members.ROLE)
            .maybe("ChannelDefinitions", StartMedicalScribeJob.CHANNELS)
            .maybe("EncryptionSettings", group()
                    .maybe("KmsEncryptionContext",
                            pairs(1, 10, StartMedicalScribeJob.CONTEXT_TEXT, StartMedicalScribeJob.CONTEXT_TEXT))
                    .with("KmsKeyId", text(1, 2048, "^[A-Za-z0-9][A-Za-z0-9:_/+=,@.-]{0,2048}$"))
                    .made())
            .with("PostStreamAnalyticsSettings", group()
                    .with("ClinicalNoteGenerationSettings", group()
                            .with("OutputBucketName", Members.BUCKET)
                            .maybe("NoteTemplate", text(1, 64))
                            .made())
                    .made())
            .maybe("MedicalScribeContext", StartMedicalScribeJob.CONTEXT)
            .made();

    /**
     * The configuration of an event.
     *
     * @param tags of the job that will follow
     * @throws AwsFault if a member or a rule is wrong, or something that it names is not there
     */
    public Configuration read(Identity caller, UUID session, JsonNode input, Map<String, String> tags) {
        ShapeCheck.require(INPUT, input);
        String method = Fields.text(input, "VocabularyFilterMethod");
        JsonNode note = input.path("PostStreamAnalyticsSettings").path("ClinicalNoteGenerationSettings");
        Configuration configuration = new Configuration(
                Fields.required(input, "ResourceAccessRoleArn"),
                Fields.required(note, "OutputBucketName"),
                Fields.text(note, "NoteTemplate"),
                Fields.text(input, "VocabularyName"),
                Fields.text(input, "VocabularyFilterName"),
                method == null ? null : FilterMethod.valueOf(method.toUpperCase(Locale.ROOT)),
                StartMedicalScribeJob.channels(input),
                StartMedicalScribeJob.context(input),
                tags,
                null,
                outputKey(caller, input.path("EncryptionSettings")));
        requireRules(configuration);
        jobs.objection(configuration.job(session)).ifPresent(StartMedicalScribeJob::refuse);
        String folder = Configuration.folder(session);
        Mandate mandate = checks.require(caller, configuration, folder);
        if (configuration.outputKey() != null) {
            checks.requireKey(caller, mandate, folder, configuration.outputKey().arn());
        }
        return configuration.under(mandate);
    }

    private @Nullable OutputKey outputKey(Identity caller, JsonNode settings) {
        String key = Fields.text(settings, "KmsKeyId");
        if (key == null) {
            return null;
        }
        Map<String, String> context = new HashMap<>();
        settings.path("KmsEncryptionContext").properties().forEach(pair ->
                context.put(pair.getKey(), pair.getValue().asString()));
        return new OutputKey(
                checks.namedKey(caller, key), context, "aws:" + place.region() + ":transcribe:medical-scribe:");
    }

    /** What the vocabulary and the filter of a configuration say. */
    public WordRules rules(TenantId tenant, Configuration configuration) {
        try {
            return rules.of(tenant, configuration.settings());
        } catch (RuleBook.GoneException e) {
            throw AwsFault.badRequest(String.valueOf(e.getMessage()));
        }
    }

    private static void requireRules(Configuration configuration) {
        if (configuration.filter() != null && configuration.filterMethod() == null) {
            throw AwsFault.badRequest("VocabularyFilterName needs a VocabularyFilterMethod.");
        }
        if (configuration.filter() == null && configuration.filterMethod() != null) {
            throw AwsFault.badRequest("VocabularyFilterMethod needs a VocabularyFilterName.");
        }
        long channels = configuration.channels().stream().mapToInt(JobRequest.ChannelRole::channel).distinct().count();
        if (channels != configuration.channels().size()) {
            throw AwsFault.badRequest("The two ChannelDefinitions must have different ChannelIds.");
        }
    }
}
