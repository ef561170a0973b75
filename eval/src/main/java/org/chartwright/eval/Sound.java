package org.chartwright.eval;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import org.chartwright.audio.AudioStream;
import org.chartwright.audio.FileSource;
import org.chartwright.audio.MediaDecoder;
import org.chartwright.audio.MediaException;
import org.chartwright.audio.MediaLimits;

/** Recordings as clients stream them. */
public final class Sound {

    private static final int RATE = 16_000;

    private Sound() {}

    /** The sample visit, which is part of the project. */
    public static Path sampleVisit() {
        return Path.of(System.getProperty("chartwright.home", ""), "samples/visit/visit.ogg");
    }

    /** The first seconds of a recording, or all of it, as 16-bit little-endian samples at 16 kHz. */
    public static byte[] pcm(Path file, int seconds) throws IOException, MediaException {
        ByteBuffer bytes = ByteBuffer.allocate(seconds * RATE * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        try (AudioStream stream = new MediaDecoder(MediaLimits.DEFAULT).open(new FileSource(file), -1)) {
            short[] buffer = new short[4096];
            int count = stream.read(buffer, 0, buffer.length);
            for (; count > 0 && bytes.hasRemaining(); count = stream.read(buffer, 0, buffer.length)) {
                for (int i = 0; i < count && bytes.hasRemaining(); i++) {
                    bytes.putShort(buffer[i]);
                }
            }
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }
}
