package org.chartwright.live;

/** How a stream's sound is encoded. */
public enum Encoding {
    /** Signed 16-bit samples, little endian, without any header. */
    PCM,
    /** A whole FLAC stream. */
    FLAC,
    /** A whole Ogg stream with Opus in it. */
    OGG_OPUS
}
