package org.chartwright.eval.live;

import java.io.IOException;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import org.chartwright.aws.eventstream.EventMessage;
import org.chartwright.aws.eventstream.FrameException;
import org.chartwright.aws.eventstream.FrameReader;
import org.chartwright.eval.StreamSigning;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client that streams sound at the pace at which it is spoken and notes how long after a bit was sent the first caption
 * with it came. Two virtual threads.
 */
final class Talker {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final StreamSigning signing;
    private final byte[] configuration;
    private final Pace pace;
    private final Echoes echoes;
    private final AtomicLongArray sent;
    private volatile @Nullable String failure;

    /**
     * What is said.
     *
     * @param event the sound of each event, from the first on; begun again when it is over
     * @param events how many are sent
     * @param millis from one to the next
     * @param eventMillis how much sound each has
     */
    record Pace(byte[][] event, int events, int millis, int eventMillis) {}

    /** Where delays are noted. */
    interface Echoes {
        void came(long sentNanos, long nanos);
    }

    Talker(StreamSigning signing, byte[] configuration, Pace pace, Echoes echoes) {
        this.signing = signing;
        this.configuration = configuration;
        this.pace = pace;
        this.echoes = echoes;
        this.sent = new AtomicLongArray(pace.events);
    }

    /** Why it ended before its time; null if it did not. */
    @Nullable String failure() {
        return failure;
    }

    /**
     * Streams; waits for the end.
     *
     * @param door lets in so many at a time while they begin
     * @param begun is told when the stream has begun
     * @param end is waited for before it ends
     */
    void talk(Semaphore door, Runnable begun, CountDownLatch end) throws InterruptedException {
        StreamSigning.Head head;
        Http2Stream stream;
        door.acquire();
        try {
            head = signing.head(UUID.randomUUID().toString());
            stream = new Http2Stream(signing.endpoint(), StreamSigning.PATH, head.headers());
            if (stream.head().getStatus() != 200) {
                failure = "status " + stream.head().getStatus() + " "
                        + stream.head().getHttpFields().get("x-amzn-ErrorType");
                stream.close();
                return;
            }
        } catch (IOException e) {
            failure = "did not begin: " + e.getMessage();
            return;
        } finally {
            door.release();
            begun.run();
        }
        try (stream) {
            Thread reader = Thread.ofVirtual().start(() -> read(stream));
            stream.send(head.event("ConfigurationEvent", configuration));
            long start = System.nanoTime();
            for (int i = 0; i < pace.events && failure == null; i++) {
                long wait = start + TimeUnit.MILLISECONDS.toNanos((long) pace.millis * i) - System.nanoTime();
                if (wait > 0) {
                    TimeUnit.NANOSECONDS.sleep(wait);
                }
                byte[] event = head.event("AudioEvent", pace.event[i % pace.event.length]);
                sent.set(i, System.nanoTime());
                stream.send(event);
            }
            end.await();
            stream.send(head.last());
            stream.end();
            reader.join();
        } catch (IOException e) {
            failure = failure == null ? "broke off: " + e.getMessage() : failure;
        }
    }

    private void read(Http2Stream stream) {
        try {
            FrameReader frames = new FrameReader(stream.body(), 1 << 20);
            long told = 0;
            EventMessage event = frames.next();
            while (event != null) {
                long now = System.nanoTime();
                if (event.text(":message-type").orElse("").equals("exception")) {
                    failure = event.text(":exception-type").orElse("an exception");
                }
                JsonNode caption = JSON.readTree(event.payload()).path("TranscriptSegment");
                long until = Math.round(caption.path("EndAudioTime").asDouble(0) * 1000);
                if (caption.path("IsPartial").asBoolean(false) && until > told) {
                    told = until;
                    int last = (int) Math.min(sent.length() - 1, (until - 1) / pace.eventMillis);
                    echoes.came(sent.get(last), now - sent.get(last));
                }
                event = frames.next();
            }
        } catch (IOException | FrameException e) {
            failure = failure == null ? "broke off: " + e.getMessage() : failure;
        }
    }

    /** Sound cut into events. */
    static byte[][] events(byte[] pcm, int from, int bytes) {
        byte[][] events = new byte[(pcm.length - from) / bytes][];
        for (int i = 0; i < events.length; i++) {
            events[i] = Arrays.copyOfRange(pcm, from + i * bytes, from + (i + 1) * bytes);
        }
        return events;
    }
}
