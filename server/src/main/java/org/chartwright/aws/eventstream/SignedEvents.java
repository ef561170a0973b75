package org.chartwright.aws.eventstream;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.chartwright.aws.signing.EventChain;
import org.jspecify.annotations.Nullable;

/**
 * Opens the envelopes that clients wrap their events in: each is signed, and each signature covers the one before, so that
 * none can be left out, put in or moved. One thread at a time.
 */
public final class SignedEvents implements Envelopes {

    private static final String DATE = ":date";
    private static final String SIGNATURE = ":chunk-signature";

    private final EventChain chain;

    /** Envelopes of a request, whose own signature begins the chain. */
    public SignedEvents(EventChain chain) {
        this.chain = chain;
    }

    /** Checks an envelope and opens it. The empty envelope ends a client's input. */
    @Override
    public @Nullable EventMessage open(EventMessage envelope) throws FrameException {
        if (envelope.headers().size() != 2
                || !(envelope.headers().get(DATE) instanceof HeaderValue.Timestamp(Instant time))
                || !(envelope.headers().get(SIGNATURE) instanceof HeaderValue.Bytes(byte[] signature))) {
            throw new FrameException("Each event must come in a signed message with the headers :date and :chunk-signature");
        }
        chain.check(time, dateHeader(time), envelope.payload(), signature);
        return envelope.payload().length == 0 ? null : FrameReader.decode(envelope.payload());
    }

    /** Wraps and signs, as a client does; for tests and for our own clients. */
    public byte[] seal(byte[] event, Instant time) {
        byte[] signature = chain.sign(time, dateHeader(time), event);
        Map<String, HeaderValue> headers = new LinkedHashMap<>();
        headers.put(DATE, new HeaderValue.Timestamp(time));
        headers.put(SIGNATURE, new HeaderValue.Bytes(signature));
        return FrameWriter.encode(new EventMessage(headers, event));
    }

    private static byte[] dateHeader(Instant time) {
        return FrameWriter.headers(Map.of(DATE, new HeaderValue.Timestamp(time)));
    }
}
