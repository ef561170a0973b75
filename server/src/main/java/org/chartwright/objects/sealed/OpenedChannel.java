package org.chartwright.objects.sealed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;

/** Reads what was sealed, from any place on. Belongs to one thread. */
final class OpenedChannel extends OneWayChannel {

    private static final int PIECE = 64 * 1024;

    private final SeekableByteChannel opened;

    OpenedChannel(SeekableByteChannel opened) {
        this.opened = opened;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        return opened.read(into);
    }

    @Override
    public long position() throws IOException {
        return opened.position();
    }

    @Override
    public FileChannel position(long place) throws IOException {
        opened.position(place);
        return this;
    }

    @Override
    public long size() throws IOException {
        return opened.size();
    }

    @Override
    public long transferTo(long from, long count, WritableByteChannel target) throws IOException {
        opened.position(from);
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        long done = 0;
        while (done < count) {
            piece.clear().limit((int) Math.min(PIECE, count - done));
            if (opened.read(piece) < 0) {
                break;
            }
            piece.flip();
            while (piece.hasRemaining()) {
                done += target.write(piece);
            }
        }
        return done;
    }

    @Override
    protected void implCloseChannel() throws IOException {
        opened.close();
    }
}
