package org.chartwright.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.chartwright.aws.StreamFace;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** HealthScribe's stream over a WebSocket: each binary message holds a message of the event stream. */
public final class ScribeSocket implements Session.Listener.AutoDemanding {

    private static final Logger LOG = LoggerFactory.getLogger(ScribeSocket.class);

    /** Messages that may wait to be read; then the client waits. */
    private static final int WAITING = 4;

    private static final byte[] END = {};

    private final StreamFace face;
    private final StreamFace.Admitted client;
    private final BlockingQueue<byte[]> waiting = new ArrayBlockingQueue<>(WAITING);
    private @Nullable Thread serving;

    ScribeSocket(StreamFace face, StreamFace.Admitted client) {
        this.face = face;
        this.client = client;
    }

    @Override
    public void onWebSocketOpen(Session session) {
        session.setIdleTimeout(Duration.ZERO);
        SocketLink link = new SocketLink(session);
        serving = Thread.ofVirtual().name("scribe-socket").start(() -> serve(link));
    }

    private void serve(SocketLink link) {
        try {
            face.serve(client, new Incoming(), new Outgoing(link));
        } catch (IOException _) {
            // The client has gone; its session rests.
        } catch (RuntimeException e) {
            LOG.error("A socket failed inside: {}", e.getClass().getName());
        }
        link.close(1000, "");
    }

    /** An empty message is how a browser says that it has said all: a WebSocket cannot be closed by halves. */
    @Override
    public void onWebSocketBinary(ByteBuffer message, Callback done) {
        byte[] bytes = new byte[message.remaining()];
        message.get(bytes);
        put(bytes.length == 0 ? END : bytes);
        done.succeed();
    }

    @Override
    public void onWebSocketClose(int code, @Nullable String reason, Callback done) {
        put(END);
        done.succeed();
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        // Jetty closes the socket, which tells us.
    }

    private void put(byte[] message) {
        try {
            while (Objects.requireNonNull(serving).isAlive() && !waiting.offer(message, 1, TimeUnit.SECONDS)) {
                // Nobody reads just now; whether anybody will is looked at each second.
                continue;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Messages, one after another, as bytes. */
    private final class Incoming extends InputStream {

        private byte[] message = END;
        private int at;
        private boolean over;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int from, int count) throws IOException {
            if (count == 0) {
                return 0;
            }
            if (at == message.length && !over) {
                try {
                    message = waiting.take();
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                    throw new InterruptedIOException("Ended");
                }
                at = 0;
                over = message == END;
            }
            if (over) {
                return -1;
            }
            int read = Math.min(count, message.length - at);
            System.arraycopy(message, at, target, from, read);
            at += read;
            return read;
        }
    }

    /** What was written since the last flush is a message. */
    private static final class Outgoing extends OutputStream {

        private final SocketLink link;
        private final ByteArrayOutputStream message = new ByteArrayOutputStream();

        Outgoing(SocketLink link) {
            this.link = link;
        }

        @Override
        public void write(int one) {
            message.write(one);
        }

        @Override
        public void write(byte[] bytes, int from, int count) {
            message.write(bytes, from, count);
        }

        @Override
        public void flush() throws IOException {
            byte[] whole = message.toByteArray();
            message.reset();
            try {
                link.send(whole);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("Ended");
            }
        }
    }
}
