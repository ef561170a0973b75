package org.chartwright.aws.eventstream;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One message of an event stream.
 *
 * @param headers in their order; each name once
 * @param payload not copied, never changed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record EventMessage(Map<String, HeaderValue> headers, byte[] payload) {

    /** Copies the headers. */
    public EventMessage {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** A message whose headers are all text, as those to clients must be. */
    public static EventMessage ofTexts(Map<String, String> headers, byte[] payload) {
        Map<String, HeaderValue> values = new LinkedHashMap<>();
        headers.forEach((name, value) -> values.put(name, new HeaderValue.Text(value)));
        return new EventMessage(values, payload);
    }

    /** A header that is text. */
    public Optional<String> text(String name) {
        return headers.get(name) instanceof HeaderValue.Text text ? Optional.of(text.value()) : Optional.empty();
    }

    /** Leaves headers and payload out: they hold a patient's story. */
    @Override
    public String toString() {
        return "EventMessage[" + headers.size() + " headers, " + payload.length + " bytes]";
    }
}
