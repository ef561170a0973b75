package org.chartwright.audio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The door from bytes to sound: any recording of the kinds in {@link MediaContainer} becomes 16 kHz mono samples, in a
 * process of its own within {@link MediaLimits}, by pipes and without temporary files. Any thread; what it opens belongs
 * to the caller.
 */
public final class MediaDecoder {

    private static final Pattern CODEC = Pattern.compile("^#codec_id 0: (\\w+)$", Pattern.MULTILINE);
    private static final Pattern RATE = Pattern.compile("^#sample_rate 0: (\\d{1,9})$", Pattern.MULTILINE);
    private static final Pattern LAYOUT = Pattern.compile("^#channel_layout(?:_name)? 0: (.+)$", Pattern.MULTILINE);
    private static final Pattern COUNTED = Pattern.compile("^(\\d{1,4})(?: channels)?\\b.*");
    private static final Pattern SURROUND = Pattern.compile("^(\\d)\\.(\\d)(?:\\.(\\d))?.*");
    private static final int LONGEST_LOOK = 64 * 1024;

    private final MediaLimits limits;
    private volatile @Nullable Ffmpeg ffmpeg;

    /** A decoder within those limits; FFmpeg is looked for when it is first needed. */
    public MediaDecoder(MediaLimits limits) {
        this.limits = limits;
    }

    /** What stops this machine from decoding, with the cure; empty when all is well. */
    public static Optional<String> missing() {
        return Walls.find("ffmpeg").isPresent()
                ? Optional.empty()
                : Optional.of("FFmpeg is not installed. Install it: apt-get install ffmpeg");
    }

    /**
     * Looks at the beginning of a recording.
     *
     * @throws MediaException when it is of no kind that is taken
     * @throws IOException when it cannot be read, or FFmpeg is not installed
     */
    public MediaFacts probe(MediaSource source) throws IOException, MediaException {
        long size = source.size();
        if (size > limits.largestBytes()) {
            throw Refusals.tooLarge(limits.largestBytes());
        }
        if (size == 0) {
            throw Refusals.invalid("The file is empty.");
        }
        MediaContainer container = MediaSniffer.sniff(source);
        StringBuilder seen = new StringBuilder();
        int status;
        try (DecoderProcess look =
                DecoderProcess.start(ffmpeg().look(container), feed(source, container), limits, Long.MAX_VALUE)) {
            byte[] buffer = new byte[4096];
            int count;
            while ((count = look.read(buffer, 0, buffer.length)) >= 0) {
                if (seen.length() < LONGEST_LOOK) {
                    seen.append(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
                }
            }
            status = look.finish();
        }
        return facts(container, seen.toString(), status);
    }

    /**
     * Opens one channel of a recording.
     *
     * @param channel which one, from 0; -1 for all of them mixed to one
     * @throws MediaException when it is of no kind that is taken, or has no such channel
     * @throws IOException when it cannot be read, or FFmpeg is not installed
     */
    public AudioStream open(MediaSource source, int channel) throws IOException, MediaException {
        MediaFacts facts = probe(source);
        if (facts.channels() > 2) {
            throw Refusals.tooManyChannels(facts.channels());
        }
        if (channel >= facts.channels()) {
            throw Refusals.noSuchChannel(channel, facts.channels());
        }
        int channels = facts.channels();
        DecoderProcess decoder = DecoderProcess.start(
                ffmpeg().decode(facts.container(), channels),
                feed(source, facts.container()),
                limits,
                2L * channels * AudioStream.sampleRate());
        return new DecodedStream(decoder, channels, channel, limits);
    }

    /**
     * Decodes all of a recording once and throws the sound away, so that what is too long, too short or broken is known
     * before hours are spent on it.
     *
     * @return how long it is
     */
    public Duration measure(MediaSource source) throws IOException, MediaException {
        short[] buffer = new short[16 * 1024];
        long samples = 0;
        try (AudioStream stream = open(source, -1)) {
            int count;
            while ((count = stream.read(buffer, 0, buffer.length)) >= 0) {
                samples += count;
            }
        }
        return Duration.ofMillis(samples * 1000 / AudioStream.sampleRate());
    }

    /**
     * Opens a decoder for sound that is only just being made.
     *
     * @param container one that can be read from its beginning to its end: FLAC or OGG
     * @param channels 1, to which all are mixed, or 2
     * @throws IOException when FFmpeg is not installed or cannot be started
     */
    public LiveMedia openLive(MediaContainer container, int channels) throws IOException {
        BytePipe pipe = new BytePipe();
        DecoderProcess decoder = DecoderProcess.start(
                ffmpeg().decodeLive(container, channels), pipe, limits, 2L * channels * AudioStream.sampleRate());
        return new LiveMedia(decoder, pipe, channels);
    }

    private static InputStream feed(MediaSource source, MediaContainer container) throws IOException, MediaException {
        return switch (container) {
            case MP4, M4A -> new Mp4Order(source).open();
            case WAV, FLAC, MP3, OGG, WEBM, AMR, AAC -> source.open(0);
        };
    }

    private static MediaFacts facts(MediaContainer container, String seen, int status) throws MediaException {
        Matcher codec = CODEC.matcher(seen);
        Matcher rate = RATE.matcher(seen);
        Matcher layout = LAYOUT.matcher(seen);
        if (!codec.find() || !rate.find() || !layout.find()) {
            throw status == 0
                    ? Refusals.unsupported("There is no sound in the file.")
                    : Refusals.invalid("It holds no sound, or is too damaged to find any.");
        }
        if (!Ffmpeg.takes(codec.group(1))) {
            throw Refusals.unsupported("The codec of its sound is not taken.");
        }
        int channels = channels(layout.group(1));
        if (channels == 0) {
            throw Refusals.invalid("It says that it has no channel.");
        }
        return new MediaFacts(container, codec.group(1), channels, Integer.parseInt(rate.group(1)));
    }

    /** The number of channels behind FFmpeg's name of a layout; of the larger ones only that they are too large matters. */
    private static int channels(String layout) {
        Matcher surround = SURROUND.matcher(layout);
        Matcher counted = COUNTED.matcher(layout);
        if (layout.equals("mono")) {
            return 1;
        } else if (layout.equals("stereo") || layout.equals("downmix")) {
            return 2;
        } else if (surround.matches()) {
            String third = surround.group(3);
            return Integer.parseInt(surround.group(1)) + Integer.parseInt(surround.group(2))
                    + (third == null ? 0 : Integer.parseInt(third));
        } else if (counted.matches()) {
            return Integer.parseInt(counted.group(1));
        }
        return layout.startsWith("quad") ? 4 : layout.startsWith("hexa") ? 6 : layout.startsWith("octa") ? 8 : 3;
    }

    private Ffmpeg ffmpeg() throws IOException {
        Ffmpeg found = ffmpeg;
        if (found == null) {
            synchronized (this) {
                found = ffmpeg;
                if (found == null) {
                    found = Ffmpeg.installed(limits);
                    ffmpeg = found;
                }
            }
        }
        return found;
    }
}
