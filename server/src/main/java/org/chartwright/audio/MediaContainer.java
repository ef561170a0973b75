package org.chartwright.audio;

/** The file formats that are taken. The demuxer is chosen by the first bytes, never by a name or a claim. */
public enum MediaContainer {
    /** RIFF, RF64 and BW64 waves. */
    WAV("wav"),
    /** Free Lossless Audio Codec in its own container. */
    FLAC("flac"),
    /** MPEG audio frames of any layer. */
    MP3("mp3"),
    /** ISO base media with or without pictures, and QuickTime. */
    MP4("mov"),
    /** MP4 that says it is for sound only. */
    M4A("mov"),
    /** Ogg with Opus, Vorbis, Speex or FLAC. */
    OGG("ogg"),
    /** WebM and other Matroska files. */
    WEBM("matroska"),
    /** Adaptive Multi-Rate, narrow or wide band. */
    AMR("amr"),
    /** Bare AAC frames in ADTS. */
    AAC("aac");

    private final String demuxer;

    MediaContainer(String demuxer) {
        this.demuxer = demuxer;
    }

    /** FFmpeg's name of the reader for it. */
    String demuxer() {
        return demuxer;
    }
}
