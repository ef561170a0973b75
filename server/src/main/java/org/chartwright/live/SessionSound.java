package org.chartwright.live;

import java.io.IOException;
import org.chartwright.live.log.SessionLog;

/** The sound of a session that has ended, read back from its log. One thread; close it. */
public final class SessionSound implements AutoCloseable {

    private final SessionLog log;
    private final int channels;

    SessionSound(SessionLog log, int channels) {
        this.log = log;
        this.channels = channels;
    }

    /** How many channels there are. */
    public int channels() {
        return channels;
    }

    /** How many samples of each channel there are, 16,000 a second. */
    public long frames() {
        return log.frames();
    }

    /** Samples of all channels in turn; fewer where the sound ends before. */
    public short[] read(long fromFrame, int count) throws IOException {
        return log.interleaved(fromFrame, count);
    }

    @Override
    public void close() throws IOException {
        log.close();
    }
}
