package org.chartwright.ehr.hl7;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** Messages between a start block and an end block, as MLLP has them. Stateless. */
public final class MllpFrames {

    private static final int START = 0x0B;
    private static final int END = 0x1C;
    private static final int CARRIAGE_RETURN = 0x0D;

    private MllpFrames() {}

    /** Writes one message and flushes. */
    public static void write(OutputStream out, byte[] message) throws IOException {
        byte[] frame = new byte[message.length + 3];
        frame[0] = START;
        System.arraycopy(message, 0, frame, 1, message.length);
        frame[frame.length - 2] = END;
        frame[frame.length - 1] = CARRIAGE_RETURN;
        out.write(frame);
        out.flush();
    }

    /**
     * Reads one message; what stands between frames is passed over.
     *
     * @param in buffered
     * @param most the longest message, bytes
     * @return empty when the other side has ended before another began
     * @throws IOException if a message is cut off, too long, or does not begin within a kilobyte
     */
    public static Optional<byte[]> read(InputStream in, int most) throws IOException {
        int skipped = 0;
        for (int next = in.read(); next != START; next = in.read()) {
            if (next < 0) {
                return Optional.empty();
            }
            if (++skipped > 1024) {
                throw new IOException("no frame");
            }
        }
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        for (int next = in.read(); next != END; next = in.read()) {
            if (next < 0) {
                throw new EOFException("cut off");
            }
            if (message.size() == most) {
                throw new IOException("too long");
            }
            message.write(next);
        }
        int last = in.read();
        if (last != CARRIAGE_RETURN) {
            throw new IOException("no frame");
        }
        return Optional.of(message.toByteArray());
    }
}
