package org.chartwright.audio;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command lines of FFmpeg: one input, from its standard input and nowhere else; one output, to its standard output;
 * one reader, named by us; only the decoders of the formats that we take. Nothing of the file's name or content is ever
 * part of a command.
 */
final class Ffmpeg {

    /** Decoders that may run. Pictures are not decoded at all, so theirs are not among them. */
    private static final List<String> CODECS = List.of(
            "pcm_s16le", "pcm_s16be", "pcm_s24le", "pcm_s24be", "pcm_s32le", "pcm_s32be", "pcm_u8", "pcm_s8",
            "pcm_f32le", "pcm_f32be", "pcm_f64le", "pcm_f64be", "pcm_mulaw", "pcm_alaw", "adpcm_ms", "adpcm_ima_wav",
            "adpcm_ima_qt", "gsm_ms", "gsm", "flac", "alac", "mp1float", "mp1", "mp2float", "mp2", "mp3float", "mp3",
            "aac", "opus", "libopus", "vorbis", "speex", "libspeex", "amrnb", "amrwb", "libopencore_amrnb",
            "libopencore_amrwb", "amr_nb", "amr_wb");

    private final Path program;
    private final Confinement confinement;
    private final MediaLimits limits;

    private Ffmpeg(Path program, Confinement confinement, MediaLimits limits) {
        this.program = program;
        this.confinement = confinement;
        this.limits = limits;
    }

    /** The one that is installed. */
    static Ffmpeg installed(MediaLimits limits) throws IOException {
        Path program = Walls.find("ffmpeg")
                .orElseThrow(() -> new IOException("FFmpeg is not installed. Install it: apt-get install ffmpeg"));
        return new Ffmpeg(program, Confinement.around(program), limits);
    }

    /** Codec names as they stand in a header, for a first look. */
    static boolean takes(String codec) {
        return CODECS.contains(codec);
    }

    /** Prints what the first sound stream is, without its data or any tag of the file. */
    List<String> look(MediaContainer container) {
        return command(container, List.of("-c", "copy", "-frames:a", "1", "-f", "framecrc", "pipe:1"));
    }

    /** Writes interleaved 16-bit samples at 16 kHz. */
    List<String> decode(MediaContainer container, int channels) {
        // One second more than is allowed, so that too much can be told from just enough.
        long seconds = limits.longest().toSeconds() + 1;
        return command(
                container,
                List.of(
                        "-t", Long.toString(seconds), "-ac", Integer.toString(channels), "-ar",
                        Integer.toString(AudioStream.sampleRate()), "-c:a", "pcm_s16le", "-f", "s16le", "pipe:1"));
    }

    /** The same from a source that is only just being made: looks ahead as little as it can, and holds nothing back. */
    List<String> decodeLive(MediaContainer container, int channels) {
        List<String> all = decode(container, channels);
        List<String> live = new ArrayList<>(all);
        live.addAll(live.indexOf("-threads"), List.of("-fflags", "nobuffer", "-probesize", "32", "-analyzeduration", "0"));
        live.addAll(live.size() - 1, List.of("-flush_packets", "1"));
        return live;
    }

    private List<String> command(MediaContainer container, List<String> output) {
        List<String> input = List.of(
                program.toString(), "-hide_banner", "-nostdin", "-nostats", "-v", "error", "-threads", "1",
                "-protocol_whitelist", "pipe", "-codec_whitelist", String.join(",", CODECS), "-format_whitelist",
                container.demuxer(), "-f", container.demuxer(), "-i", "pipe:0", "-map", "0:a:0", "-vn", "-sn", "-dn",
                "-map_metadata", "-1", "-map_chapters", "-1", "-bitexact");
        List<String> all = new ArrayList<>(input);
        all.addAll(output);
        return confinement.wrap(all, limits);
    }
}
