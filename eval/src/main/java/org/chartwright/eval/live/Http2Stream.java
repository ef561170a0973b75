package org.chartwright.eval.live;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.http2.hpack.HpackDecoder;
import org.eclipse.jetty.http2.hpack.HpackException;
import org.jspecify.annotations.Nullable;

/**
 * One POST over HTTP/2 without TLS on a connection of its own, both ways at once, as lean as a load generator needs it: some
 * kilobytes for each. One thread writes, another reads.
 */
final class Http2Stream implements AutoCloseable {

    private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int RST_STREAM = 3;
    private static final int SETTINGS = 4;
    private static final int PING = 6;
    private static final int GOAWAY = 7;
    private static final int WINDOW_UPDATE = 8;
    private static final int END_STREAM = 1;
    private static final int ACK = 1;
    private static final int END_HEADERS = 4;
    private static final int LARGEST_FRAME = 16_384;
    private static final int STREAM = 1;

    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final ReentrantLock writing = new ReentrantLock();
    private final Condition wider = writing.newCondition();
    private final HpackDecoder decoder = new HpackDecoder(16_384, System::nanoTime);
    private int streamWindow = 65_535;
    private int connectionWindow = 65_535;
    private boolean over;
    private MetaData.@Nullable Response head;
    private byte[] pending = {};
    private int pendingAt;
    private boolean ended;

    /** Connects and sends the head. */
    Http2Stream(URI endpoint, String path, Map<String, String> headers) throws IOException {
        socket = new Socket(endpoint.getHost(), endpoint.getPort());
        socket.setTcpNoDelay(true);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 2048));
        out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), 4096));
        out.write(PREFACE);
        frame(SETTINGS, 0, 0, new byte[0], 0, 0);
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        field(block, ":method", "POST");
        field(block, ":scheme", "http");
        field(block, ":authority", endpoint.getAuthority());
        field(block, ":path", path);
        headers.forEach((name, value) -> {
            if (!name.equals("host")) {
                field(block, name, value);
            }
        });
        frame(HEADERS, END_HEADERS, STREAM, block.toByteArray(), 0, block.size());
        out.flush();
    }

    /** A field that no table shall know. */
    private static void field(ByteArrayOutputStream block, String name, String value) {
        block.write(0);
        text(block, name);
        text(block, value);
    }

    private static void text(ByteArrayOutputStream block, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        int rest = bytes.length;
        if (rest < 127) {
            block.write(rest);
        } else {
            block.write(127);
            for (rest -= 127; rest >= 128; rest >>= 7) {
                block.write(rest % 128 + 128);
            }
            block.write(rest);
        }
        block.writeBytes(bytes);
    }

    private void frame(int type, int flags, int stream, byte[] payload, int from, int count) throws IOException {
        out.writeInt(count << 8 | type);
        out.writeByte(flags);
        out.writeInt(stream);
        out.write(payload, from, count);
    }

    /** Sends bytes; waits while the server's window is full. */
    void send(byte[] bytes) throws IOException, InterruptedException {
        writing.lockInterruptibly();
        try {
            for (int at = 0; at < bytes.length; ) {
                while (Math.min(streamWindow, connectionWindow) <= 0 && !over) {
                    wider.await();
                }
                if (over) {
                    throw new IOException("The stream was ended by the server");
                }
                int count = Math.min(Math.min(bytes.length - at, LARGEST_FRAME), Math.min(streamWindow, connectionWindow));
                frame(DATA, 0, STREAM, bytes, at, count);
                streamWindow -= count;
                connectionWindow -= count;
                at += count;
            }
            out.flush();
        } finally {
            writing.unlock();
        }
    }

    /** Says that no more follows. */
    void end() throws IOException {
        writing.lock();
        try {
            frame(DATA, END_STREAM, STREAM, new byte[0], 0, 0);
            out.flush();
        } finally {
            writing.unlock();
        }
    }

    /** Waits for the answer's head. */
    MetaData.Response head() throws IOException {
        while (head == null && !ended) {
            take();
        }
        MetaData.Response came = head;
        if (came == null) {
            throw new IOException("The server ended the connection");
        }
        return came;
    }

    /** The answer's body, as it comes. */
    InputStream body() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int from, int count) throws IOException {
                while (pendingAt == pending.length && !ended) {
                    take();
                }
                int given = Math.min(count, pending.length - pendingAt);
                System.arraycopy(pending, pendingAt, bytes, from, given);
                pendingAt += given;
                return given == 0 && count > 0 ? -1 : given;
            }
        };
    }

    private void take() throws IOException {
        int lengthAndType = in.readInt();
        int flags = in.readUnsignedByte();
        int stream = in.readInt();
        byte[] payload = in.readNBytes(lengthAndType >>> 8);
        switch (lengthAndType & 0xff) {
            case DATA -> {
                pending = payload;
                pendingAt = 0;
                widen(payload.length);
            }
            case HEADERS -> head = decoded(payload);
            case SETTINGS -> {
                if ((flags & ACK) == 0) {
                    settle(payload);
                }
            }
            case PING -> answer(PING, payload);
            case WINDOW_UPDATE -> widened(stream, ByteBuffer.wrap(payload).getInt());
            case RST_STREAM, GOAWAY -> finish();
            default -> {
                // Nothing that a client of one stream must know.
            }
        }
        if (stream == STREAM && (flags & END_STREAM) != 0 && (lengthAndType & 0xff) <= HEADERS) {
            finish();
        }
    }

    private MetaData.@Nullable Response decoded(byte[] block) throws IOException {
        try {
            return decoder.decode(ByteBuffer.wrap(block)) instanceof MetaData.Response response ? response : head;
        } catch (HpackException e) {
            throw new IOException("The head of the answer is broken", e);
        }
    }

    private void settle(byte[] settings) throws IOException {
        writing.lock();
        try {
            ByteBuffer all = ByteBuffer.wrap(settings);
            while (all.remaining() >= 6) {
                int name = all.getShort();
                int value = all.getInt();
                if (name == 4) {
                    streamWindow += value - 65_535;
                }
            }
            frame(SETTINGS, ACK, 0, new byte[0], 0, 0);
            out.flush();
            wider.signalAll();
        } finally {
            writing.unlock();
        }
    }

    private void answer(int type, byte[] payload) throws IOException {
        writing.lock();
        try {
            frame(type, ACK, 0, payload, 0, payload.length);
            out.flush();
        } finally {
            writing.unlock();
        }
    }

    private void widen(int by) throws IOException {
        if (by == 0) {
            return;
        }
        byte[] more = ByteBuffer.allocate(4).putInt(by).array();
        writing.lock();
        try {
            frame(WINDOW_UPDATE, 0, 0, more, 0, more.length);
            frame(WINDOW_UPDATE, 0, STREAM, more, 0, more.length);
            out.flush();
        } finally {
            writing.unlock();
        }
    }

    private void widened(int stream, int by) {
        writing.lock();
        try {
            if (stream == 0) {
                connectionWindow += by;
            } else {
                streamWindow += by;
            }
            wider.signalAll();
        } finally {
            writing.unlock();
        }
    }

    private void finish() {
        writing.lock();
        try {
            ended = true;
            over = true;
            wider.signalAll();
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
