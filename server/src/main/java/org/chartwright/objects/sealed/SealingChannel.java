package org.chartwright.objects.sealed;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** Seals what is written into it from beginning to end. Belongs to one thread. */
final class SealingChannel extends OneWayChannel {

    private final OutputStream sealing;
    private long written;

    SealingChannel(OutputStream sealing) {
        this.sealing = sealing;
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        byte[] bytes = new byte[from.remaining()];
        from.get(bytes);
        sealing.write(bytes);
        written += bytes.length;
        return bytes.length;
    }

    @Override
    public long position() {
        return written;
    }

    @Override
    public long size() {
        return written;
    }

    @Override
    protected void implCloseChannel() throws IOException {
        sealing.close();
    }
}
