package org.chartwright.live;

import java.io.IOException;
import java.time.Duration;
import org.chartwright.audio.AudioQuality;
import org.chartwright.audio.AudioStream;
import org.chartwright.audio.MediaException;
import org.chartwright.audio.SpeechPieces;
import org.chartwright.live.log.SessionLog;

/** One channel of a session's sound, read from its log, which stays open. One thread. */
final class LoggedSound implements AudioStream {

    private static final Duration LONGEST = Duration.ofSeconds(12);

    private final SessionLog log;
    private final int channel;
    private long at;

    private LoggedSound(SessionLog log, int channel) {
        this.log = log;
        this.channel = channel;
    }

    /** How good that channel is, measured as a recording's is. */
    static AudioQuality quality(SessionLog log, int channel) throws IOException {
        try (SpeechPieces pieces = new SpeechPieces(new LoggedSound(log, channel), channel, LONGEST)) {
            boolean more = true;
            while (more) {
                more = pieces.next() != null;
            }
            return pieces.quality();
        } catch (MediaException e) {
            throw new IOException("The sound of a session is of no known kind", e);
        }
    }

    @Override
    public int read(short[] buffer, int offset, int length) throws IOException {
        short[] next = log.samples(channel, at, (int) Math.min(length, log.frames() - at));
        if (next.length == 0) {
            return -1;
        }
        System.arraycopy(next, 0, buffer, offset, next.length);
        at += next.length;
        return next.length;
    }

    @Override
    public void close() {}
}
