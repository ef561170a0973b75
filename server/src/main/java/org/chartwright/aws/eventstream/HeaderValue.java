package org.chartwright.aws.eventstream;

import java.time.Instant;
import java.util.UUID;

/** A value of an event's header, of one of the ten types that the framing knows (true and false are two of them). */
public sealed interface HeaderValue {

    /** {@code true} or {@code false}, types 0 and 1. */
    record Flag(boolean value) implements HeaderValue {}

    /** One byte, type 2. */
    record Int8(byte value) implements HeaderValue {}

    /** Two bytes, type 3. */
    record Int16(short value) implements HeaderValue {}

    /** Four bytes, type 4. */
    record Int32(int value) implements HeaderValue {}

    /** Eight bytes, type 5. */
    record Int64(long value) implements HeaderValue {}

    /** Bytes, type 6; not copied, never changed. */
    @SuppressWarnings("ArrayRecordComponent") // compared by its own methods only
    record Bytes(byte[] value) implements HeaderValue {

        /** Leaves the bytes out: they may be a signature. */
        @Override
        public String toString() {
            return "Bytes[" + value.length + "]";
        }
    }

    /** UTF-8 text, type 7. */
    record Text(String value) implements HeaderValue {}

    /** A moment in whole milliseconds, type 8. */
    record Timestamp(Instant value) implements HeaderValue {}

    /** A UUID, type 9. */
    record Uuid(UUID value) implements HeaderValue {}
}
