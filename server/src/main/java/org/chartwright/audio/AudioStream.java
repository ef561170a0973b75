package org.chartwright.audio;

import java.io.IOException;

/**
 * One channel of a recording as 16 kHz mono samples of 16 bits, pulled in order. One thread at a time; whoever opened it
 * closes it, which ends the decoder behind it.
 */
public interface AudioStream extends AutoCloseable {

    /** Samples per second of every stream. */
    static int sampleRate() {
        return 16_000;
    }

    /**
     * Reads the next samples.
     *
     * @return how many were written to the buffer, at least 1, or -1 at the end
     * @throws MediaException when the media turn out to be broken, too long, or of no known kind
     * @throws IOException when reading the source fails
     */
    int read(short[] buffer, int offset, int length) throws IOException, MediaException;

    /** Whether the media turned out, so far, to be damaged in places; what could be decoded was given. */
    default boolean damaged() {
        return false;
    }

    @Override
    void close();
}
