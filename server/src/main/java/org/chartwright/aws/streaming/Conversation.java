package org.chartwright.aws.streaming;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.chartwright.aws.eventstream.Envelopes;
import org.chartwright.aws.eventstream.EventMessage;
import org.chartwright.aws.eventstream.FrameException;
import org.chartwright.aws.eventstream.FrameReader;
import org.chartwright.aws.wire.AwsFault;
import org.chartwright.live.Caption;
import org.chartwright.live.LiveException;
import org.chartwright.live.LiveListener;
import org.jspecify.annotations.Nullable;

/** Both directions of one stream, over HTTP/2 or a WebSocket. One thread reads, which is the request's; another writes. */
public final class Conversation implements LiveListener {

    private final InputStream in;
    private final Answer answer;
    private final Envelopes envelopes;
    private final CountDownLatch begun = new CountDownLatch(1);
    private final Thread reader = Thread.currentThread();
    private final AtomicBoolean over = new AtomicBoolean();

    /** The way to the client; its head goes out before anything is read. */
    @FunctionalInterface
    public interface Answer {
        /** Where bytes go once the head is out. */
        OutputStream body() throws IOException;
    }

    /** A conversation that the calling thread will read. */
    public Conversation(InputStream in, Answer answer, Envelopes envelopes) {
        this.in = in;
        this.answer = answer;
        this.envelopes = envelopes;
    }

    /** Says that the answer's head is out: from here on the client can be told things. */
    public void begin() {
        begun.countDown();
    }

    /**
     * Reads until the client has said all, or the stream has ended for another reason.
     *
     * @param events what is done when one comes
     * @param watch is run before each event, and throws when the caller may send no more
     */
    public void read(ClientEvents events, Runnable watch) {
        try {
            FrameReader frames = new FrameReader(in, FrameReader.LARGEST);
            EventMessage frame = frames.next();
            while (frame != null) {
                EventMessage event = envelopes.open(frame);
                if (event == null) {
                    break;
                }
                watch.run();
                events.take(event);
                frame = frames.next();
            }
            events.stream().finish();
        } catch (FrameException e) {
            end(events, ClientEvents.bad(String.valueOf(e.getMessage())));
        } catch (AwsFault fault) {
            end(events, ClientEvents.refusal(fault));
        } catch (LiveException why) {
            end(events, why);
        } catch (IOException _) {
            rest(events);
        } catch (InterruptedException _) {
            // Ended by us, which the client was told.
        } finally {
            over.set(true);
            Thread.interrupted();
        }
    }

    private void end(ClientEvents events, LiveException why) {
        over.set(true);
        events.stream().fail(why);
        rest(events);
    }

    /** The client has gone, or is told why it must go: the session rests when all is heard that came. */
    private void rest(ClientEvents events) {
        try {
            Thread.interrupted();
            over.set(true);
            events.stream().finish();
        } catch (InterruptedException _) {
            // The stream was ended meanwhile.
        }
    }

    @Override
    public void caption(Caption caption) throws IOException, InterruptedException {
        write(ServerEvents.transcript(caption));
    }

    @Override
    public void heartbeat() throws IOException, InterruptedException {
        write(ServerEvents.heartbeat());
    }

    @Override
    public void ended(@Nullable LiveException why) throws IOException, InterruptedException {
        try {
            if (why != null) {
                write(ServerEvents.exception(why));
            }
        } finally {
            if (why != null && over.compareAndSet(false, true)) {
                reader.interrupt();
            }
        }
    }

    @Override
    public void abort() {
        if (over.compareAndSet(false, true)) {
            reader.interrupt();
        }
    }

    private void write(byte[] frame) throws IOException, InterruptedException {
        begun.await();
        OutputStream out = answer.body();
        out.write(frame);
        out.flush();
    }
}
