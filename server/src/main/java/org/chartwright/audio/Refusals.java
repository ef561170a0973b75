package org.chartwright.audio;

import org.chartwright.audio.MediaException.Kind;

/** The sentences in which media are refused; the first sentence of each is what HealthScribe itself says. */
final class Refusals {

    private static final String BROKEN =
            "The data in your input media file isn't valid. Check the media file and try your request again.";

    private Refusals() {}

    static MediaException unsupported(String detail) {
        return new MediaException(Kind.UNSUPPORTED_FORMAT, "Unsupported media format. " + detail);
    }

    static MediaException invalid(String detail) {
        return new MediaException(Kind.INVALID_DATA, BROKEN + " " + detail);
    }

    static MediaException tooLarge(long most) {
        return new MediaException(
                Kind.TOO_LARGE,
                "Invalid file size: file size too large. At most " + (most >> 20) + " MiB are taken.");
    }

    static MediaException tooLong(long mostSeconds) {
        return new MediaException(
                Kind.TOO_LONG,
                "Invalid media length: the audio is too long. At most " + mostSeconds / 60 + " minutes are taken.");
    }

    static MediaException tooShort(long leastMillis) {
        return new MediaException(
                Kind.TOO_SHORT,
                "Invalid media length: the audio is too short. At least " + leastMillis + " milliseconds are needed.");
    }

    static MediaException tooManyChannels(int channels) {
        return new MediaException(
                Kind.BAD_CHANNELS,
                "Invalid number of channels: number of channels too large. The file has " + channels
                        + "; one or two are taken.");
    }

    static MediaException noSuchChannel(int channel, int channels) {
        return new MediaException(
                Kind.BAD_CHANNELS,
                "Invalid number of channels: channel " + channel + " was asked for, but the file has only " + channels
                        + ".");
    }

    static MediaException decoderFailed(String detail) {
        return new MediaException(Kind.DECODER_FAILED, BROKEN + " " + detail);
    }
}
