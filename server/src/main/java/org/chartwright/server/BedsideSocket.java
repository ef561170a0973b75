package org.chartwright.server;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import org.chartwright.bedside.Bedside;
import org.chartwright.bedside.BedsideCaller;
import org.chartwright.bedside.BedsideTalk;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;

/** One WebSocket of the bedside. Jetty calls one method at a time; one that waits makes the client wait. */
public final class BedsideSocket implements Session.Listener.AutoDemanding {

    /** After this, the client's silence is the stream's business. */
    private static final Duration FIRST_MESSAGE = Duration.ofSeconds(10);

    private final Bedside bedside;
    private final BedsideCaller caller;
    private @Nullable Session session;
    private @Nullable BedsideTalk talk;

    BedsideSocket(Bedside bedside, BedsideCaller caller) {
        this.bedside = bedside;
        this.caller = caller;
    }

    @Override
    public void onWebSocketOpen(Session opened) {
        opened.setIdleTimeout(FIRST_MESSAGE);
        session = opened;
        talk = new BedsideTalk(bedside, caller, new SocketLink(opened));
    }

    @Override
    public void onWebSocketText(String message) {
        Objects.requireNonNull(session).setIdleTimeout(Duration.ZERO);
        Objects.requireNonNull(talk).text(message);
    }

    @Override
    public void onWebSocketBinary(ByteBuffer message, Callback done) {
        Objects.requireNonNull(talk).sound(message);
        done.succeed();
    }

    @Override
    public void onWebSocketClose(int code, @Nullable String reason, Callback done) {
        BedsideTalk ended = talk;
        if (ended != null) {
            ended.gone();
        }
        done.succeed();
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        // Jetty closes the socket, which tells us.
    }
}
