package org.chartwright.aws.eventstream;

import org.jspecify.annotations.Nullable;

/** How the events of a client are wrapped. One thread at a time. */
public interface Envelopes {

    /**
     * Opens what came.
     *
     * @return the event inside, or {@code null} when the client says that it has said all
     * @throws FrameException if it holds no event
     * @throws org.chartwright.aws.wire.AwsFault if its signature or its time is wrong
     */
    @Nullable EventMessage open(EventMessage frame) throws FrameException;

    /**
     * Events as browsers send them over a WebSocket: bare, since whoever has the connection was let in by its address; or
     * wrapped and signed, as newer clients may do.
     */
    static Envelopes ofSocket(SignedEvents signed) {
        return frame -> {
            if (frame.headers().containsKey(":chunk-signature")) {
                return signed.open(frame);
            }
            return frame.headers().isEmpty() && frame.payload().length == 0 ? null : frame;
        };
    }
}
