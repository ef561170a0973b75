package org.chartwright.audio;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of a recording, wherever they lie. Ranges may be read any number of times and by several threads. */
public interface MediaSource {

    /** The length in bytes. */
    long size() throws IOException;

    /** The bytes from {@code offset} to the end; the caller closes it. */
    InputStream open(long offset) throws IOException;
}
