package org.chartwright.workspace;

import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.chartwright.access.TenantId;

/** The door to the sound of visits that were streamed. Any thread. */
@FunctionalInterface
public interface StreamedSound {

    /** The sound of a session while it is kept; the caller closes it. */
    Optional<Sound> of(TenantId tenant, UUID session) throws IOException;

    /** 16-bit sound, 16,000 samples a second. One thread. */
    interface Sound extends AutoCloseable {

        /** How many channels there are. */
        int channels();

        /** How many samples of each channel there are. */
        long frames();

        /** Samples of all channels in turn; fewer where the sound ends before. */
        short[] read(long fromFrame, int count) throws IOException;

        @Override
        void close() throws IOException;
    }
}
