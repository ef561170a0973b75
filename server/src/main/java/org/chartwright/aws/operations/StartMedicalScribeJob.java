package org.chartwright.aws.operations;

import static org.chartwright.aws.wire.Shapes.flag;
import static org.chartwright.aws.wire.Shapes.group;
import static org.chartwright.aws.wire.Shapes.many;
import static org.chartwright.aws.wire.Shapes.oneOf;
import static org.chartwright.aws.wire.Shapes.pairs;
import static org.chartwright.aws.wire.Shapes.sensitiveOneOf;
import static org.chartwright.aws.wire.Shapes.text;
import static org.chartwright.aws.wire.Shapes.whole;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chartwright.access.Identity;
import org.chartwright.access.Mandate;
import org.chartwright.aws.wire.AwsFault;
import org.chartwright.aws.wire.FaultCode;
import org.chartwright.aws.wire.Shape;
import org.chartwright.custody.Consents;
import org.chartwright.encounter.Pronouns;
import org.chartwright.encounter.Role;
import org.chartwright.metering.Quotas;
import org.chartwright.scribing.FilterMethod;
import org.chartwright.scribing.JobRequest;
import org.chartwright.scribing.JobRequest.ChannelRole;
import org.chartwright.scribing.JobRequest.PatientContext;
import org.chartwright.scribing.JobSettings;
import org.chartwright.scribing.NoteDesk;
import org.chartwright.scribing.Jobs;
import org.chartwright.scribing.Submission;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes a recorded visit to be scribed. The name is the idempotency key: the same name again is a conflict. */
public final class StartMedicalScribeJob implements Operation {

    static final Shape.Text CONTEXT_TEXT = text(1, 2000, "(?s).*\\S.*");

    private static final Shape SETTINGS = group()
            .maybe("ShowSpeakerLabels", flag())
            .maybe("MaxSpeakerLabels", whole(2, 30))
            .maybe("ChannelIdentification", flag())
            .maybe("VocabularyName", Members.NAME)
            .maybe("VocabularyFilterName", Members.NAME)
            .maybe("VocabularyFilterMethod", oneOf("remove", "mask", "tag"))
            .maybe("ClinicalNoteGenerationSettings",
                    group().maybe("NoteTemplate", text(1, 64)).made())
            .made();

    static final Shape CHANNELS = many(2, 2, group()
            .with("ChannelId", whole(0, 1))
            .with("ParticipantRole", oneOf("PATIENT", "CLINICIAN"))
            .made());

    static final Shape CONTEXT = group()
            .maybe("PatientContext", group().maybe("Pronouns", sensitiveOneOf(Pronouns.values())).made())
            .made();

    private static final Shape.Group INPUT = group()
            .with("MedicalScribeJobName", Members.NAME)
            .with("Media", group()
                    .maybe("MediaFileUri", Members.FILE_URI)
                    .maybe("RedactedMediaFileUri", Members.FILE_URI)
                    .made())
            .with("OutputBucketName", Members.BUCKET)
            .maybe("OutputEncryptionKMSKeyId", text(1, 2048, "^[A-Za-z0-9][A-Za-z0-9:_/+=,@.-]{0,2048}$"))
            .maybe("KMSEncryptionContext", pairs(1, 10, CONTEXT_TEXT, CONTEXT_TEXT))
            .with("DataAccessRoleArn", Members.ROLE)
            .with("Settings", SETTINGS)
            .maybe("ChannelDefinitions", CHANNELS)
            .maybe("Tags", Members.TAGS)
            .maybe("MedicalScribeContext", CONTEXT)
            .made();

    private final Jobs jobs;
    private final StartChecks checks;
    private final Place place;
    private final ObjectAddress addresses;
    private final JobAnswer answers;

    /** With the jobs it adds to and what it checks against. */
    public StartMedicalScribeJob(Jobs jobs, StartChecks checks, Place place) {
        this.jobs = jobs;
        this.checks = checks;
        this.place = place;
        this.addresses = new ObjectAddress(place);
        this.answers = new JobAnswer(place);
    }

    @Override
    public String name() {
        return "StartMedicalScribeJob";
    }

    @Override
    public Shape.Group input() {
        return INPUT;
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public ObjectNode answer(Identity caller, JsonNode input) {
        JobRequest request = request(input);
        StartRules.require(request);
        jobs.objection(request).ifPresent(StartMedicalScribeJob::refuse);
        if (jobs.find(caller.tenant(), request.name()).isPresent()) {
            throw nameTaken();
        }
        Mandate mandate = checks.require(caller, request);
        JobRequest taken = sealed(caller, input, request.under(mandate));
        if (taken.outputKey() != null) {
            checks.requireKey(caller, mandate, taken.name(), taken.outputKey().arn());
        }
        return switch (jobs.submit(caller.tenant(), taken)) {
            case Submission.Accepted accepted -> answers.whole(accepted.job());
            case Submission.NameTaken _ -> throw nameTaken();
            case Submission.NoConsent without -> throw AwsFault.badRequest(sentence(without.lack()));
            case Submission.OverLimit over -> throw overLimit(over.limit());
        };
    }

    private static String sentence(Consents.Lack lack) {
        return switch (lack) {
            case MISSING -> "A consent is required before a recording is accepted. Record it, and name its id in the tag "
                    + Consents.TAG + ".";
            case NOT_GIVEN -> "The consent to this recording doesn't exist, was refused, or was withdrawn.";
        };
    }

    static void refuse(NoteDesk.Objection objection) {
        throw AwsFault.badRequest(switch (objection) {
            case NoteDesk.Objection.NoTemplate none -> "1 validation error detected: Value '" + none.name()
                    + "' at 'settings.clinicalNoteGenerationSettings.noteTemplate' failed to satisfy constraint: Member must"
                    + " satisfy enum value set: [" + String.join(", ", none.known()) + "]";
            case NoteDesk.Objection.BadTemplate bad ->
                "The note template " + bad.name() + " has mistakes: " + bad.mistakes().replace("\n", "; ");
            case NoteDesk.Objection.NoSpecialty none -> "The tag " + NoteDesk.SPECIALTY_TAG
                    + " names no specialty. Use one of: " + String.join(", ", none.known());
            case NoteDesk.Objection.NoEngine none -> "The tag " + NoteDesk.ENGINE_TAG
                    + " names no speech engine that is offered here. Offered are: " + String.join(", ", none.offered());
        });
    }

    private JobRequest request(JsonNode input) {
        requireKeyForContext(input);
        JsonNode media = input.path("Media");
        String address = Fields.text(media, "MediaFileUri");
        if (address == null) {
            throw AwsFault.badRequest("Media must hold a MediaFileUri.");
        }
        if (Fields.has(media, "RedactedMediaFileUri")) {
            throw AwsFault.badRequest("RedactedMediaFileUri is for Call Analytics only; leave it out.");
        }
        return new JobRequest(
                Fields.required(input, "MedicalScribeJobName"),
                addresses.parse(address),
                Fields.required(input, "OutputBucketName"),
                Fields.required(input, "DataAccessRoleArn"),
                settings(input.path("Settings")),
                channels(input),
                Fields.tags(input),
                context(input));
    }

    private static JobSettings settings(JsonNode settings) {
        String method = Fields.text(settings, "VocabularyFilterMethod");
        return new JobSettings(
                Fields.flag(settings, "ShowSpeakerLabels"),
                Fields.whole(settings, "MaxSpeakerLabels"),
                Fields.flag(settings, "ChannelIdentification"),
                Fields.text(settings, "VocabularyName"),
                Fields.text(settings, "VocabularyFilterName"),
                method == null ? null : FilterMethod.valueOf(method.toUpperCase(Locale.ROOT)),
                Fields.text(settings.path("ClinicalNoteGenerationSettings"), "NoteTemplate"));
    }

    static List<ChannelRole> channels(JsonNode input) {
        List<ChannelRole> channels = new ArrayList<>();
        for (JsonNode channel : input.path("ChannelDefinitions")) {
            channels.add(new ChannelRole(
                    channel.path("ChannelId").intValue(), Role.valueOf(Fields.required(channel, "ParticipantRole"))));
        }
        return channels;
    }

    private static void requireKeyForContext(JsonNode input) {
        if (Fields.has(input, "KMSEncryptionContext") && !Fields.has(input, "OutputEncryptionKMSKeyId")) {
            throw AwsFault.badRequest("KMSEncryptionContext needs an OutputEncryptionKMSKeyId.");
        }
    }

    private JobRequest sealed(Identity caller, JsonNode input, JobRequest request) {
        String key = Fields.text(input, "OutputEncryptionKMSKeyId");
        if (key == null) {
            return request;
        }
        Map<String, String> context = new HashMap<>();
        input.path("KMSEncryptionContext").properties().forEach(pair ->
                context.put(pair.getKey(), pair.getValue().asString()));
        return request.sealedWith(new JobRequest.OutputKey(
                checks.namedKey(caller, key), context, "aws:" + place.region() + ":transcribe:medical-scribe:"));
    }

    static @Nullable PatientContext context(JsonNode input) {
        if (!Fields.has(input, "MedicalScribeContext")) {
            return null;
        }
        JsonNode patient = input.path("MedicalScribeContext").path("PatientContext");
        return new PatientContext(Fields.oneOf(patient, "Pronouns", Pronouns.class));
    }

    private static AwsFault overLimit(Quotas.Reached limit) {
        return new AwsFault(FaultCode.LIMIT_EXCEEDED, switch (limit) {
            case OPEN_JOBS -> "You have reached the limit of jobs that are queued or in progress. Wait until some have"
                    + " ended and try your request again.";
            case HOURS_A_MONTH -> "You have reached the limit of hours of audio in this month.";
        });
    }

    private static AwsFault nameTaken() {
        return new AwsFault(
                FaultCode.CONFLICT, "The requested job name already exists. Use a different job name.");
    }
}
