package org.chartwright.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.chartwright.bedside.Link;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/** The way out of a WebSocket: one message at a time, each waited for, so that a slow reader is felt. */
final class SocketLink implements Link {

    private final Session session;
    private final ReentrantLock sending = new ReentrantLock();
    private boolean over;

    SocketLink(Session session) {
        this.session = session;
    }

    @Override
    public void send(String message) throws IOException, InterruptedException {
        sending.lockInterruptibly();
        try {
            if (over) {
                throw new IOException("The last message was sent");
            }
            now(done -> session.sendText(message, done));
        } finally {
            sending.unlock();
        }
    }

    @Override
    public void last(String message) throws IOException, InterruptedException {
        sending.lockInterruptibly();
        try {
            over = true;
            now(done -> session.sendText(message, done));
        } finally {
            sending.unlock();
        }
    }

    /** Sends bytes, likewise. */
    void send(byte[] message) throws IOException, InterruptedException {
        sending.lockInterruptibly();
        try {
            now(done -> session.sendBinary(ByteBuffer.wrap(message), done));
        } finally {
            sending.unlock();
        }
    }

    private interface Sending {
        void begin(Callback done);
    }

    private static void now(Sending message) throws IOException, InterruptedException {
        CompletableFuture<Void> sent = new CompletableFuture<>();
        message.begin(Callback.from(() -> sent.complete(null), sent::completeExceptionally));
        try {
            sent.get();
        } catch (ExecutionException e) {
            throw new IOException("The client has gone", e.getCause());
        }
    }

    @Override
    public void offer(String message) {
        if (sending.tryLock()) {
            try {
                if (!over) {
                    now(done -> session.sendText(message, done));
                }
            } catch (IOException | InterruptedException _) {
                // Who else sends finds out, too.
            } finally {
                sending.unlock();
            }
        }
    }

    @Override
    public void close(int code, String reason) {
        session.close(code, reason, Callback.NOOP);
    }
}
