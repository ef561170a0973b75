package org.chartwright.eval.live;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.chartwright.aws.signing.Presigner;
import org.chartwright.aws.signing.SigningCredential;
import org.chartwright.eval.StreamSigning;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One connection to the live API of a program. One thread, beside the one that receives. */
final class CutClient implements WebSocket.Listener {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long PATIENCE_SECONDS = 120;
    /** Stands for the end of the connection. */
    private static final String GONE = "{\"type\":\"gone\"}";

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final StringBuilder text = new StringBuilder();
    private final WebSocket socket;

    /** Connects. */
    CutClient(HttpClient http, StreamSigning who) throws IOException {
        URI signed = new Presigner(Clock.systemUTC(), "us-east-1").get(
                who.endpoint(), "/live", who.key(), new SigningCredential(who.secret(), null, null), Duration.ofMinutes(5));
        URI address = URI.create(signed.toString().replaceFirst("^http", "ws"));
        try {
            socket = http.newWebSocketBuilder().connectTimeout(Duration.ofSeconds(30)).buildAsync(address, this).join();
        } catch (CompletionException e) {
            throw new IOException("The server cannot be reached", e.getCause());
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            told.add(text.toString());
            text.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        told.add(GONE);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        told.add(GONE);
    }

    void say(String message) throws IOException {
        try {
            socket.sendText(message, true).join();
        } catch (CompletionException e) {
            throw new IOException("The server has gone", e.getCause());
        }
    }

    void sound(byte[] pcm, long offset, int count) throws IOException {
        try {
            socket.sendBinary(
                            ByteBuffer.allocate(8 + count).putLong(offset).put(pcm, (int) offset, count).flip(), true)
                    .join();
        } catch (CompletionException e) {
            throw new IOException("The server has gone", e.getCause());
        }
    }

    /** What came next, if it is there. */
    @Nullable JsonNode poll() {
        String message = told.poll();
        return message == null ? null : JSON.readTree(message);
    }

    /** Waits for what comes next. */
    JsonNode next() throws IOException, InterruptedException {
        String message = told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (message == null) {
            throw new IOException("The server says nothing");
        }
        return JSON.readTree(message);
    }

    /** As when a laptop is shut. */
    void vanish() {
        socket.abort();
    }
}
