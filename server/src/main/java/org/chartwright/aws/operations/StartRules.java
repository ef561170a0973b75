package org.chartwright.aws.operations;

import org.chartwright.aws.wire.AwsFault;
import org.chartwright.scribing.JobRequest;
import org.chartwright.scribing.JobSettings;

/** The rules between the members of StartMedicalScribeJob. */
final class StartRules {

    private StartRules() {}

    static void require(JobRequest request) {
        JobSettings settings = request.settings();
        boolean labels = Boolean.TRUE.equals(settings.speakerLabels());
        boolean channels = settings.byChannel();
        require(!request.name().matches("\\.{1,2}"), "MedicalScribeJobName can't be '.' or '..'.");
        require(
                labels != channels,
                "Exactly one of ShowSpeakerLabels and ChannelIdentification must be true in Settings.");
        require(
                !labels || settings.mostSpeakers() != null,
                "ShowSpeakerLabels is true: MaxSpeakerLabels is required in Settings.");
        require(
                labels || settings.mostSpeakers() == null,
                "MaxSpeakerLabels can be given only when ShowSpeakerLabels is true.");
        require(
                !channels || !request.channels().isEmpty(),
                "ChannelIdentification is true: ChannelDefinitions are required.");
        require(
                channels || request.channels().isEmpty(),
                "ChannelDefinitions can be given only when ChannelIdentification is true.");
        require(
                request.channels().stream().mapToInt(JobRequest.ChannelRole::channel).distinct().count()
                        == request.channels().size(),
                "The two ChannelDefinitions must have different ChannelIds.");
        require(
                settings.filter() == null || settings.filterMethod() != null,
                "VocabularyFilterName needs a VocabularyFilterMethod.");
        require(
                settings.filterMethod() == null || settings.filter() != null,
                "VocabularyFilterMethod needs a VocabularyFilterName.");
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw AwsFault.badRequest(message);
        }
    }
}
