package org.chartwright.scribing;

import org.jspecify.annotations.Nullable;

/**
 * How a visit is to be worked on, as the user asked: what was left out stays null, because it is echoed as it was sent.
 * The rules between these are checked by the face that takes them.
 *
 * @param speakerLabels whether voices on one microphone are to be told apart
 * @param mostSpeakers how many voices at most, 2 to 30
 * @param channelIdentification whether each channel is one person
 * @param vocabulary the name of a vocabulary that is READY
 * @param filter the name of a vocabulary filter
 * @param filterMethod what the filter does
 * @param template which note, by its name: one of HealthScribe's or one of the users' own
 */
public record JobSettings(
        @Nullable Boolean speakerLabels,
        @Nullable Integer mostSpeakers,
        @Nullable Boolean channelIdentification,
        @Nullable String vocabulary,
        @Nullable String filter,
        @Nullable FilterMethod filterMethod,
        @Nullable String template) {

    /** Whether each channel is one person. */
    public boolean byChannel() {
        return Boolean.TRUE.equals(channelIdentification);
    }
}
