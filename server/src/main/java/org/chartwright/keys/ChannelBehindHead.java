package org.chartwright.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** A channel as it looks from behind the head of a sealed thing. Belongs to one thread. */
final class ChannelBehindHead implements SeekableByteChannel {

    private final SeekableByteChannel whole;
    private final long head;

    ChannelBehindHead(SeekableByteChannel whole, long head) throws IOException {
        this.whole = whole;
        this.head = head;
        whole.position(head);
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        return whole.read(into);
    }

    @Override
    public long position() throws IOException {
        return whole.position() - head;
    }

    @Override
    public SeekableByteChannel position(long place) throws IOException {
        whole.position(head + place);
        return this;
    }

    @Override
    public long size() throws IOException {
        return whole.size() - head;
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return whole.isOpen();
    }

    @Override
    public void close() throws IOException {
        whole.close();
    }
}
